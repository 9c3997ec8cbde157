// SPDX-FileCopyrightText: The Ferroscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
// Treemap: area is size. Squarified layout (Bruls, Huizing, van Wijk 2000) of packages nested in packages.
// The layout is a pure function in painter units; 12,000 leaves take a few milliseconds.
#pragma once

#include "core/assessment/assessment.h"
#include "ui/render/theme.h"
#include <QPainter>
#include <QRectF>
#include <QString>
#include <functional>
#include <optional>
#include <vector>

namespace ferroscope::render {

struct TreemapNode {
    QString label;
    double size = 0; // of a leaf; a group's is the sum of its children
    int id = -1; // leaf: the caller's number (index of the module); group: -1
    std::vector<TreemapNode> children;
    double total() const;
};

struct TreemapTile {
    int id = -1; // -1: a group
    int depth = 0;
    QRectF rect;
    QRectF header; // of a group that has room for one
    const TreemapNode* node = nullptr; // into the tree given to the layout
};

// Areas in the order of `sizes`; rectangles tile `area` exactly; sizes <= 0 get an empty rectangle.
std::vector<QRectF> squarified(const std::vector<double>& sizes, const QRectF& area);

struct TreemapOptions {
    double header = 16, padding = 2, gap = 2, leastHeaderWidth = 36; // painter units
};
// Groups before their children; leaves without area are left out.
std::vector<TreemapTile> layoutTreemap(const TreemapNode& root, const QRectF& area, const TreemapOptions& options);

// Packages of the judged modules (all modules if `all`), leaves by `size`; chains of single packages are joined.
TreemapNode packageTree(const Assessment& assessment, const std::function<double(const AssessedModule&)>& size, bool all = false);

// How one leaf looks.
struct TreemapCell {
    QColor fill, ink;
    QString value; // second line: "166 s"
    std::optional<Verdict> mark; // glyph in the corner
    bool strong = false, estimated = false, unknown = false, dimmed = false;
};
void paintTreemap(QPainter& painter, const std::vector<TreemapTile>& tiles, const std::function<TreemapCell(int id)>& cell,
    const std::function<QString(const TreemapTile& group)>& groupValue, const Theme& theme);

} // namespace ferroscope::render
