// SPDX-FileCopyrightText: The Ferroscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
// Theme: every colour, type style, scale and distance of window and report, read from one file
// (resources/theme/tokens.json). Painters take a Theme and contain no colour and no font size of their own.
//
// Lengths: light() and dark() are in device-independent pixels, print() in points; `unit` is how many
// painter units one of them is (window: the interface factor; PDF: resolution / 72). u(x) converts.
// Immutable values, cheap to copy (the fonts are made on demand); readable from any thread after the first use.
#pragma once

#include "core/assessment/assessment.h"
#include <QColor>
#include <QFont>
#include <QMap>
#include <QString>
#include <array>

namespace ferroscope::render {

enum class TextRole {
    // Of the window; in print each has the nearest size of the report.
    Answer, Page, Figure, Heading, Body, Table, Caption, Code,
    Label, // inside figures
    // Of the report; in the window each has the nearest size of the window.
    CoverTitle, CoverSub, Headline, Lead, Kicker, Subhead, TableHeader, Small, Path, Dense, DenseCode
};
inline constexpr int kTextRoleCount = 20;

struct TypeStyle {
    double size = 13; // pixels or points
    double line = 18; // distance of two base lines
    int weight = 400; // 400, 500, 600 or 700
    double trackingEm = 0;
    bool mono = false;
};

// Geometric signs; every verdict of a window theme has its own, print groups them (see Theme::print()).
enum class Shape {
    HollowCircle, RingWithDot, FilledDiamond, HollowHexagon, HollowTriangle, DashedCircle, HalfSquare, FilledSquare,
    FilledTriangle, FilledHexagon, FilledChevron, ThreeBars, HollowDiamond, SmallDot
};

// Fill of an area that stands for a verdict, above 24 pixels and in print: told without colour.
enum class Pattern { None, Dots, Horizontal, CrossHatch, Vertical, DashedOutline, LowerHalf, Solid, Diagonal45, Diagonal135, WideDiagonal, WideHorizontal };

struct VerdictStyle {
    QColor color;
    Shape shape = Shape::HollowCircle;
    Pattern pattern = Pattern::None;
};

struct Scale { // seven steps, one direction of lightness
    std::array<QColor, 7> color;
    std::array<QColor, 7> ink; // of text on the step
    std::array<double, 6> breaks {}; // a value below breaks[i] falls in step i
    int step(double value) const;
    const QColor& colorOf(double value) const { return color[static_cast<std::size_t>(step(value))]; }
    const QColor& inkOf(double value) const { return ink[static_cast<std::size_t>(step(value))]; }
};

struct Theme {
    enum class Kind { Light, Dark, Print };

    static const Theme& light();
    static const Theme& dark();
    // Colours of the report: ink, greys and one accent; no transparency. Verdicts share five marks:
    // square = moves, hollow diamond = fix in Python, hollow triangle = not yet, ring = already native, dot = stays.
    static Theme print(double unitsPerPoint);
    Theme scaled(double factor) const; // same colours, other unit (interface factor)

    Kind kind = Kind::Light;
    double unit = 1;

    // grounds and lines
    QColor window, surface, sunken, raised, line, lineStrong;
    // text; all three reach contrast 4.5 on surface and window
    QColor text, text2, text3;
    // interaction (in print: the one accent)
    QColor accent, accentSoft, onAccent;
    // meaning
    QColor move, moveSoft, warn, warnSoft, danger, dangerSoft, ok, okSoft;
    QColor codeKeyword, codeString, codeNumber, codeComment, codeName;
    QColor shadow; // may have an alpha value: popups of the window only
    QColor hatch; // of estimated areas; opaque
    QColor axis; // grid lines and ticks
    std::array<QColor, 5> grey; // dark to pale
    std::array<QColor, 5> tint; // of the colour that means "moves", pale to dark

    Scale heat; // percent of the run
    Scale readiness; // 0..100
    std::array<VerdictStyle, kVerdictCount> verdicts; // by Verdict
    const VerdictStyle& verdict(Verdict verdict) const { return verdicts[static_cast<std::size_t>(verdict)]; }

    // time, in this order everywhere
    QColor interpretedMoves, interpretedStays, native, waiting, waitingLine;

    std::array<TypeStyle, kTextRoleCount> types;
    const TypeStyle& type(TextRole role) const { return types[static_cast<std::size_t>(role)]; }
    // In painter units (pixel size), no hinting. `strong` raises the weight to 600.
    // Figures of equal width except in the prose of print (Headline, Lead, Body, cover).
    QFont font(TextRole role, bool strong = false) const;
    QFont mono(TextRole role) const; // code inside a line of that role
    double lineHeight(TextRole role) const { return type(role).line * unit; }

    // spacing 2 4 8 12 16 24 32 48, radii, lines
    std::array<double, 8> space { 2, 4, 8, 12, 16, 24, 32, 48 };
    double radiusTile = 2, radiusKey = 4, radiusControl = 6, radiusCard = 8;
    double hairline = 1, markLine = 1.6, focusLine = 2, seriesLine = 2.5; // in print 0.35, 0.8, 1.4, 1.4
    double hatchPitch = 6;
    // sizes of the window's parts
    double control = 30, controlSmall = 26, row = 28, topBar = 44, statusBar = 26, navigation = 184, icon = 18, glyph = 12;
    double cardHeader = 38, cardPadding = 14, gutter = 12, pageMarginX = 24, pageMarginY = 20;
    QMap<QString, int> motion; // milliseconds by name: "hover", "select", "expand", "zoom"

    double u(double length) const { return length * unit; }
};

// `share` of `color` over `ground`, opaque: how tints are made without transparency.
QColor mixed(const QColor& color, const QColor& ground, double share);
// Contrast ratio of WCAG 2.1, 1..21.
double contrast(const QColor& a, const QColor& b);

} // namespace ferroscope::render
