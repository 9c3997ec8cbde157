// SPDX-FileCopyrightText: The Ferroscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
// A linear axis from zero with round ticks.
#pragma once

#include "ui/render/theme.h"
#include <QPainter>
#include <QRectF>
#include <vector>

namespace ferroscope::render {

struct Axis {
    double from = 0, to = 1; // to >= the largest value, a round number
    std::vector<double> ticks; // from ... to
    int decimals = 0; // that the ticks need
};
Axis niceAxis(double largest, int maxTicks = 6); // largest <= 0 counts as 1

// Vertical grid lines over `plot` and numbers below it; the unit stands in the last label.
void paintBottomAxis(QPainter& painter, const QRectF& plot, const Axis& axis, const QString& unit, const Theme& theme);

} // namespace ferroscope::render
