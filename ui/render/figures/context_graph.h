// SPDX-FileCopyrightText: The Ferroscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
// The dependency graph by context: one box per context, the small ones joined, as are modules without a context and
// files that are not judged; a box opens to show its hottest modules. Never more than kMostBoxes + kMostInside per open box, whatever the
// repository's size. Links that close a cycle and the cheapest cuts are marked.
#pragma once

#include "core/assessment/assessment.h"
#include "ui/render/figures/layered_layout.h"
#include "ui/render/theme.h"
#include <QPainter>
#include <QString>
#include <vector>

namespace ferroscope::render {

inline constexpr std::size_t kMostBoxes = 26, kMostInside = 12;

struct ContextBox {
    QString key; // "context:shop.core", "small", "loose", "rest": the same when the assessment is made again
    QString title;
    std::vector<int> modules; // indexes, hottest first
    int context = -1; // index in Assessment::contexts, -1 for joined ones
    double heat = 0; // interpreted share of the run
    bool estimated = true;
    double readiness = 0; // mean of the judged ones by heat, 0..100
    bool crossCycle = false; // a cycle runs through it and another box
    std::size_t innerCycles = 0;
};

struct ContextArrow {
    int from = 0, to = 0; // boxes
    std::size_t imports = 0, calls = 0; // links between their modules
    std::size_t cycleLinks = 0, cuts = 0; // imports that close a cycle; of these, to be cut
};

struct ContextGraph {
    std::vector<ContextBox> boxes; // hottest first
    std::vector<ContextArrow> arrows; // by (from, to)
    std::vector<int> boxOf; // by module
    struct Inner { int from = 0, to = 0; std::size_t imports = 0, calls = 0; bool cycle = false, cut = false; }; // modules
    std::vector<Inner> links; // between any two modules
    int boxOfKey(const QString& key) const; // -1 if there is none
};
ContextGraph contextGraph(const Assessment& assessment);

enum class ArrowKind { ImportsAndCalls, Imports, Calls };
enum class ArrowSide { Both, In, Out }; // of the chosen box
enum class BoxStripe { Heat, Readiness };

struct ContextView { // what a person has chosen
    std::vector<int> open; // boxes
    int box = -1, module = -1; // chosen
    ArrowKind kind = ArrowKind::ImportsAndCalls;
    ArrowSide side = ArrowSide::Both;
    BoxStripe stripe = BoxStripe::Heat;
};

struct PlacedBox {
    int box = -1, module = -1; // a box, or a module in an open one; both -1: "10 more" of box `owner`
    int owner = -1; // the open box it lies in
    QRectF rect;
    std::size_t more = 0; // modules not shown
    double moreHeat = 0;
};
struct PlacedArrow {
    QPainterPath path;
    double width = 1;
    bool cycle = false, cut = false;
    int from = 0, to = 0; // boxes, or modules if `inner`
    bool inner = false;
};
struct ContextLayout {
    std::vector<PlacedBox> boxes; // open ones before what lies in them
    std::vector<PlacedArrow> arrows;
    std::size_t hidden = 0; // light arrows left out for legibility
    QSizeF size;
    int at(const QPointF& where) const; // the innermost, -1 = none
    int find(int box, int module) const; // the module if it is shown, else its box
};
// Pure; `room` is the width to fill and the height that would be nice.
ContextLayout layOutContexts(const ContextGraph& graph, const ContextView& view, const QSizeF& room, const Theme& theme);

// The box in the direction (Qt::Key_Left...) from the one at index `from`; linked ones are preferred. -1 = none.
int neighbour(const ContextLayout& layout, int from, int key);

void paintContexts(QPainter& painter, const Assessment& assessment, const ContextGraph& graph, const ContextView& view, const ContextLayout& layout, const Theme& theme);

} // namespace ferroscope::render
