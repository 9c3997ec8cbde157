// SPDX-FileCopyrightText: The Ferroscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
// A layered drawing of a small directed graph (Sugiyama, Tagawa, Toda 1981): edges run downwards but for those that
// close a cycle (greedy order of Eades, Lin, Smyth 1993), layers are filled up to a width, crossings are lessened by
// barycentre sweeps, long edges bend around what lies between. Pure, deterministic; meant for at most a few hundred
// nodes: callers aggregate.
#pragma once

#include <QPainterPath>
#include <QPointF>
#include <QRectF>
#include <QSizeF>
#include <vector>

namespace ferroscope::render {

struct LayeredEdge {
    int from = 0, to = 0; // indexes of nodes, different
    double weight = 1; // heavier edges are kept short and straight
};

struct LayeredOptions {
    double maxWidth = 800; // a layer gets no further node beyond it; one node alone may be wider
    double gapX = 32, gapY = 44; // between nodes of a layer, between layers
    double bend = 14; // room for an edge that passes through a layer
};

struct LayeredLayout {
    std::vector<QRectF> nodes; // by node, from (0, 0)
    std::vector<int> layer; // by node
    std::vector<std::vector<QPointF>> routes; // by edge, in its direction: from the border of `from` to that of `to`
    QSizeF size;
};
LayeredLayout layOutLayered(const std::vector<QSizeF>& nodes, const std::vector<LayeredEdge>& edges, const LayeredOptions& options);

// The same with left and right for up and down: layers are columns.
LayeredLayout layOutColumns(const std::vector<QSizeF>& nodes, const std::vector<LayeredEdge>& edges, const LayeredOptions& options);

// A smooth line through the points, upright (or level) at each of them.
QPainterPath smoothRoute(const std::vector<QPointF>& points, bool columns = false);

} // namespace ferroscope::render
