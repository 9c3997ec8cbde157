// SPDX-FileCopyrightText: The Ferroscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/render/figures/treemap.h"

#include "ui/render/format.h"
#include "ui/render/marks.h"
#include <algorithm>
#include <cmath>
#include <numeric>

using namespace Qt::StringLiterals;

namespace ferroscope::render {

double TreemapNode::total() const
{
    if (children.empty())
        return std::max(0.0, size);
    return std::accumulate(children.begin(), children.end(), 0.0, [](double sum, const TreemapNode& child) { return sum + child.total(); });
}

namespace {

// Worst aspect ratio of a row of areas (sum, smallest, largest) laid along a side.
double worst(double sum, double smallest, double largest, double side)
{
    const double s = sum * sum, w = side * side;
    return std::max(w * largest / s, s / (w * smallest));
}

} // namespace

std::vector<QRectF> squarified(const std::vector<double>& sizes, const QRectF& area)
{
    std::vector<QRectF> out(sizes.size());
    std::vector<std::size_t> order;
    double total = 0;
    for (std::size_t i = 0; i < sizes.size(); ++i) {
        if (sizes[i] > 0 && std::isfinite(sizes[i])) {
            order.push_back(i);
            total += sizes[i];
        }
    }
    if (order.empty() || area.width() <= 0 || area.height() <= 0)
        return out;
    std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) { return sizes[a] > sizes[b]; });
    const double scale = area.width() * area.height() / total;
    QRectF left = area;
    std::size_t first = 0;
    while (first < order.size()) {
        const double side = std::min(left.width(), left.height());
        double sum = sizes[order[first]] * scale;
        const double largest = sum;
        double ratio = worst(sum, sum, largest, side);
        std::size_t end = first + 1;
        for (; end < order.size(); ++end) {
            const double next = sizes[order[end]] * scale;
            const double now = worst(sum + next, next, largest, side);
            if (now > ratio)
                break;
            ratio = now;
            sum += next;
        }
        const bool last = end == order.size();
        const bool column = left.width() >= left.height(); // a row of tiles stacked along the shorter side
        const double depth = last ? (column ? left.width() : left.height()) : sum / side;
        double at = column ? left.top() : left.left();
        for (std::size_t i = first; i < end; ++i) {
            const double length = i + 1 == end ? (column ? left.bottom() : left.right()) - at : sizes[order[i]] * scale / depth;
            out[order[i]] = column ? QRectF(left.left(), at, depth, length) : QRectF(at, left.top(), length, depth);
            at += length;
        }
        if (column)
            left.setLeft(left.left() + depth);
        else
            left.setTop(left.top() + depth);
        first = end;
    }
    return out;
}

namespace {

void layoutInto(std::vector<TreemapTile>& tiles, const TreemapNode& node, const QRectF& rect, int depth, const TreemapOptions& options)
{
    if (rect.width() <= 0 || rect.height() <= 0)
        return;
    TreemapTile tile { node.children.empty() ? node.id : -1, depth, rect, {}, &node };
    if (node.children.empty()) {
        tiles.push_back(tile);
        return;
    }
    QRectF inner = rect;
    if (depth > 0) { // the root has no frame of its own
        const double gap = options.gap / 2;
        inner = rect.adjusted(gap, gap, -gap, -gap);
        if (inner.height() > options.header * 2 && inner.width() > options.leastHeaderWidth) {
            tile.header = QRectF(inner.left(), inner.top(), inner.width(), options.header);
            inner.setTop(inner.top() + options.header);
        }
        if (inner.width() > options.padding * 4 && inner.height() > options.padding * 4)
            inner.adjust(options.padding, tile.header.isEmpty() ? options.padding : 0, -options.padding, -options.padding);
        tile.rect = rect.adjusted(gap, gap, -gap, -gap);
        tiles.push_back(tile);
    }
    std::vector<double> sizes;
    sizes.reserve(node.children.size());
    for (const TreemapNode& child : node.children)
        sizes.push_back(child.total());
    const std::vector<QRectF> rects = squarified(sizes, inner);
    for (std::size_t i = 0; i < rects.size(); ++i)
        layoutInto(tiles, node.children[i], rects[i], depth + 1, options);
}

TreemapNode& childGroup(TreemapNode& node, const QString& label)
{
    for (TreemapNode& child : node.children) {
        if (child.id < 0 && child.label == label)
            return child;
    }
    node.children.push_back({ label, 0, -1, {} });
    return node.children.back();
}

void joinChains(TreemapNode& node) // a package that holds nothing but one package is one tile: "a.b"
{
    for (TreemapNode& child : node.children) {
        joinChains(child);
        if (child.id < 0 && child.children.size() == 1 && child.children.front().id < 0) {
            TreemapNode only = std::move(child.children.front());
            only.label = child.label + u'.' + only.label;
            child = std::move(only);
        }
    }
}

} // namespace

std::vector<TreemapTile> layoutTreemap(const TreemapNode& root, const QRectF& area, const TreemapOptions& options)
{
    std::vector<TreemapTile> tiles;
    layoutInto(tiles, root, area, 0, options);
    return tiles;
}

TreemapNode packageTree(const Assessment& assessment, const std::function<double(const AssessedModule&)>& size, bool all)
{
    TreemapNode root;
    for (std::size_t i = 0; i < assessment.modules.size(); ++i) {
        const AssessedModule& module = assessment.modules[i];
        const double area = all || module.judged() ? size(module) : 0;
        if (!(area > 0))
            continue;
        TreemapNode* group = &root;
        const bool isPackage = module.path.ends_with("__init__.py"); // lies inside the package of its name
        std::size_t from = 0;
        for (std::size_t dot = module.name.find('.'); dot != std::string::npos; from = dot + 1, dot = module.name.find('.', from))
            group = &childGroup(*group, text(module.name.substr(from, dot - from)));
        const QString last = text(module.name.substr(from));
        if (isPackage)
            group = &childGroup(*group, last);
        group->children.push_back({ isPackage ? u"__init__"_s : last, area, static_cast<int>(i), {} });
    }
    joinChains(root);
    if (root.children.size() == 1 && root.children.front().id < 0) // one package over all: its content is the picture
        root = TreemapNode(std::move(root.children.front()));
    return root;
}

void paintTreemap(QPainter& painter, const std::vector<TreemapTile>& tiles, const std::function<TreemapCell(int id)>& cell,
    const std::function<QString(const TreemapTile& group)>& groupValue, const Theme& theme)
{
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing, false);
    const QFont font = theme.font(TextRole::Label), strong = theme.font(TextRole::Label, true);
    const double line = theme.lineHeight(TextRole::Label), pad = line * 0.3;
    for (const TreemapTile& tile : tiles) {
        if (tile.id < 0) {
            painter.fillRect(tile.rect, theme.kind == Theme::Kind::Print ? theme.grey[4] : theme.sunken);
            if (tile.header.isEmpty())
                continue;
            const QString value = groupValue ? groupValue(tile) : QString();
            const QRectF text = tile.header.adjusted(pad, 0, -pad, 0);
            const double used = drawText(painter, text, Qt::AlignRight | Qt::AlignVCenter, value, font, theme.text3);
            drawText(painter, text.adjusted(0, 0, -used - pad, 0), Qt::AlignLeft | Qt::AlignVCenter, tile.node->label, strong, theme.text);
            continue;
        }
        const TreemapCell look = cell(tile.id);
        painter.setPen(QPen(theme.surface, theme.u(theme.hairline)));
        painter.setBrush(look.fill);
        painter.drawRect(tile.rect);
        if (look.unknown)
            drawUnknown(painter, tile.rect, theme);
        else if (look.estimated)
            drawHatch(painter, tile.rect, mixed(look.ink, look.fill, 0.18), theme.u(theme.hatchPitch), theme.u(theme.hairline));
        if (tile.rect.width() < line * 2 || tile.rect.height() < line * 1.1)
            continue;
        const QColor ink = look.dimmed ? mixed(look.ink, look.fill, 0.6) : look.ink;
        const QRectF inside = tile.rect.adjusted(pad, pad * 0.6, -pad, 0);
        const QFont& first = look.strong ? strong : font;
        // Half a name helps nobody: only names of which most fits.
        if (textWidth(tile.node->label, first) * 0.8 <= inside.width())
            drawText(painter, QRectF(inside.topLeft(), QSizeF(inside.width(), line)), Qt::AlignLeft, tile.node->label, first, ink, Qt::ElideMiddle);
        if (tile.rect.height() > line * 2.2 && textWidth(look.value, font) <= inside.width())
            drawText(painter, QRectF(inside.left(), inside.top() + line, inside.width(), line), Qt::AlignLeft, look.value, font, ink);
        if (look.mark && tile.rect.height() > line * 3.2 && tile.rect.width() > line * 2.2) {
            const double side = theme.u(theme.glyph);
            drawShape(painter, QRectF(tile.rect.right() - side - pad, tile.rect.bottom() - side - pad, side, side), theme.verdict(*look.mark).shape,
                look.ink, theme, look.fill);
        }
    }
    painter.restore();
}

} // namespace ferroscope::render
