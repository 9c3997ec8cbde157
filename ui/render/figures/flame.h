// SPDX-FileCopyrightText: The Ferroscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
// Flame chart: who calls whom, width is time with callees. The time of a function is shared out among its callers by
// the calls each makes (as gprof does: Graham, Kessler, McKusick 1982), so every function's own time is in the chart
// exactly once and the roots add up to the run. Calls that close a recursion are left out. The nesting is therefore
// inferred even where times are measured.
#pragma once

#include "core/assessment/assessment.h"
#include "ui/render/theme.h"
#include <QPainter>
#include <QRectF>
#include <QString>
#include <vector>

namespace ferroscope::render {

struct FlameNode { // a function; times are shares of the run
    int module = -1; // index
    int function = -1; // index in its functions, -1: code at module level
    double interpreted = 0, native = 0, waiting = 0; // its own
    double total = 0; // with callees
    double calls = 0; // per run, 0 = unknown
    std::size_t callers = 0;
    bool measured = false;
    double own() const { return interpreted + native + waiting; }
};

struct FlameFrame {
    enum class Kind { Function, Native, Waiting }; // the last two: that part of the own time of the frame above
    Kind kind = Kind::Function;
    int node = -1, parent = -1; // parent: index of a frame, -1 for a root
    int depth = 0;
    double start = 0, width = 0; // shares of the run
    double own = 0; // interpreted part of the width that is no callee's
};

struct FlameChart {
    std::vector<FlameNode> nodes;
    std::vector<FlameFrame> frames; // parents before children
    double total = 0; // sum of the roots
    int depth = 0; // rows
    bool estimated = true; // some time is
};
// The widest `most` frames of at least `least` of the run.
FlameChart flameChart(const Assessment& assessment, double least = 0.0005, std::size_t most = 3000);

QString flameName(const Assessment& assessment, const FlameNode& node); // "InsertionSearch.run", "scripts.nightly" for a module

struct FlameLayout {
    std::vector<QRectF> frames; // by frame; null: not shown
    double height = 0;
    int at(const QPointF& where) const; // -1 = none
};
inline constexpr double kFlameRow = 20, kFlameGap = 1; // device-independent pixels
// `zoom`: the frame that fills the width, with those above it; -1 = the whole run.
FlameLayout layOutFlame(const FlameChart& chart, int zoom, double width, const Theme& theme);
void paintFlame(QPainter& painter, const Assessment& assessment, const FlameChart& chart, const FlameLayout& layout, const Theme& theme);

} // namespace ferroscope::render
