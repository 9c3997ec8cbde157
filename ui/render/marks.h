// SPDX-FileCopyrightText: The Ferroscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
// Marks: the small signs of the visual language. Everything is drawn with opaque paths and lines, so a mark
// is the same on screen, in SVG and in an archival PDF. Painters leave the painter's state as they found it.
#pragma once

#include "core/base/range.h"
#include "ui/render/theme.h"
#include <QPainter>
#include <QPainterPath>
#include <QRectF>

namespace ferroscope::render {

// --- verdicts and shapes -----------------------------------------------------------------------------------
// Inside the square in the middle of `rect`. `ground` fills hollow shapes (invalid colour: not filled).
void drawShape(QPainter& painter, const QRectF& rect, Shape shape, const QColor& color, const Theme& theme, const QColor& ground = {});
void drawVerdict(QPainter& painter, const QRectF& rect, Verdict verdict, const Theme& theme);
// The outline of a shape, for hit tests and clipping; hollow and filled forms share it.
QPainterPath shapePath(const QRectF& rect, Shape shape);

// --- areas ---------------------------------------------------------------------------------------------------
// Lines at `degrees` (45 rises to the right), `pitch` and `width` in painter units, cut exactly at the rectangle.
void drawHatch(QPainter& painter, const QRectF& rect, const QColor& color, double pitch, double width, double degrees = 45);
void drawHatch(QPainter& painter, const QPainterPath& area, const QColor& color, double pitch, double width, double degrees = 45);
// The pattern of a verdict in its colour over `rect`; the caller has painted the ground.
void drawPattern(QPainter& painter, const QRectF& rect, Pattern pattern, const QColor& color, const Theme& theme);
// Estimated: hatch over what is there, dashed outline. Unknown: cross-hatch, dashed outline, "?" if there is room.
void drawEstimated(QPainter& painter, const QRectF& rect, const Theme& theme);
void drawUnknown(QPainter& painter, const QRectF& rect, const Theme& theme);
void drawDashedBox(QPainter& painter, const QRectF& rect, const QColor& color, const Theme& theme);

// --- certainty -----------------------------------------------------------------------------------------------
enum class Certainty { Measured, Counted, Estimated, Unknown };
QString certaintyPrefix(Certainty certainty); // "●", "▪", "≈", "?"
QString certaintyName(Certainty certainty); // "measured", ...: English, for accessible text and documents
void drawCertainty(QPainter& painter, const QRectF& rect, Certainty certainty, const Theme& theme);
Certainty certaintyOf(HeatSource source);

// --- ranges ----------------------------------------------------------------------------------------------------
// Where `value` of [from, to] lies in [left, right]; clamped.
double position(double value, double from, double to, double left, double right);
// Pale band low..high with caps, heavy bar at likely, on an axis from..to that spans `rect`.
void drawRange(QPainter& painter, const QRectF& rect, const Range& range, double from, double to, const QColor& color,
    const Theme& theme, bool estimated = false);

// --- text ------------------------------------------------------------------------------------------------------
// One line without rich text; control characters and line breaks become spaces, direction overrides vanish,
// too long is elided in the middle (names, paths) or at the end. Returns the width used.
QString oneLine(const QString& text);
double drawText(QPainter& painter, const QRectF& rect, Qt::Alignment alignment, const QString& text, const QFont& font,
    const QColor& color, Qt::TextElideMode elide = Qt::ElideRight);
// In up to two lines, broken at a space, where the rectangle is high enough for them; else one line.
void drawTwoLines(QPainter& painter, const QRectF& rect, Qt::Alignment vertical, const QString& text, const QFont& font, const QColor& color,
    double lineHeight);
double textWidth(const QString& text, const QFont& font);

} // namespace ferroscope::render
