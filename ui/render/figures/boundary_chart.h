// SPDX-FileCopyrightText: The Ferroscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
// Gain minus cost by what moves: one column per cut, its height what Rust saves, of which crossings and effort take
// their part; what remains stands in the column. The optimum is marked.
#pragma once

#include "ui/render/theme.h"
#include <QPainter>
#include <QRectF>
#include <QString>
#include <vector>

namespace ferroscope::render {

struct BoundaryColumn {
    QString title; // "9 units"
    QString mark; // "Optimum", "Yours", ""
    QString crossingsText, effortText; // below the title
    double saved = 0, crossings = 0, effort = 0; // one unit: shares of the run
    double remains() const { return saved - crossings - effort; }
    bool optimum = false, chosen = false;
};

struct BoundaryChartLayout {
    QRectF plot;
    std::vector<QRectF> columns; // whole place of each, with its texts
    double top = 1; // share at the upper edge of the plot
};
BoundaryChartLayout layOutBoundary(const std::vector<BoundaryColumn>& columns, const QRectF& rect, const Theme& theme);
void paintBoundary(QPainter& painter, const std::vector<BoundaryColumn>& columns, const BoundaryChartLayout& layout, const QString& axisTitle, const Theme& theme);
void paintBoundaryKey(QPainter& painter, const QRectF& rect, int part, const Theme& theme); // 0 crossings, 1 effort, 2 what remains

} // namespace ferroscope::render
