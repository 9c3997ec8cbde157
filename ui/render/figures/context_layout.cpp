// SPDX-FileCopyrightText: The Ferroscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/render/figures/context_graph.h"

#include <QtCore/qnamespace.h>
#include <algorithm>
#include <cmath>
#include <map>

namespace ferroscope::render {

namespace {

constexpr double kBoxWidth = 164, kBoxHeight = 48; // device-independent pixels
constexpr double kInnerWidth = 156, kInnerHeight = 32;
constexpr double kOpenHeader = 36, kOpenPadding = 16;
constexpr std::size_t kInnerRows = 5;
constexpr std::size_t kArrowsPerBox = 2; // beyond this many per box the lightest are left out
constexpr std::size_t kInnerLinks = 14;

double weightOf(ArrowKind kind, std::size_t imports, std::size_t calls)
{
    return (kind == ArrowKind::Calls ? 0.0 : static_cast<double>(imports)) + (kind == ArrowKind::Imports ? 0.0 : static_cast<double>(calls));
}

double penOf(double weight) { return std::clamp(0.7 + 0.3 * std::log2(1 + weight), 1.0, 3.2); }

struct Inside { // of an open box
    LayeredLayout layout;
    std::vector<int> modules; // shown ones; the last node of the layout may be "more"
    std::size_t more = 0;
    std::vector<ContextGraph::Inner> links; // drawn ones; ends are positions in `modules`
    QSizeF size;
};

Inside layOutInside(const ContextGraph& graph, int box, const ContextView& view, double maxWidth, const Theme& theme)
{
    Inside inside;
    const std::vector<int>& all = graph.boxes[static_cast<std::size_t>(box)].modules;
    const std::size_t shown = all.size() <= kMostInside ? all.size() : kMostInside - 1;
    inside.modules.assign(all.begin(), all.begin() + static_cast<std::ptrdiff_t>(shown));
    // A module that was chosen elsewhere is shown although it is cold.
    if (view.module >= 0 && graph.boxOf[static_cast<std::size_t>(view.module)] == box
        && std::find(inside.modules.begin(), inside.modules.end(), view.module) == inside.modules.end())
        inside.modules.back() = view.module;
    inside.more = all.size() - shown;
    std::map<int, int> position;
    for (std::size_t at = 0; at < inside.modules.size(); ++at)
        position.emplace(inside.modules[at], static_cast<int>(at));
    for (const ContextGraph::Inner& link : graph.links) {
        const auto from = position.find(link.from), to = position.find(link.to);
        if (from != position.end() && to != position.end() && weightOf(view.kind, link.imports, link.calls) > 0)
            inside.links.push_back({ from->second, to->second, link.imports, link.calls, link.cycle, link.cut });
    }
    std::stable_sort(inside.links.begin(), inside.links.end(), [&](const auto& a, const auto& b) {
        return std::pair(a.cycle, weightOf(view.kind, a.imports, a.calls)) > std::pair(b.cycle, weightOf(view.kind, b.imports, b.calls));
    });
    if (inside.links.size() > kInnerLinks)
        inside.links.resize(kInnerLinks);
    std::vector<LayeredEdge> edges;
    for (const auto& link : inside.links)
        edges.push_back({ link.from, link.to, weightOf(view.kind, link.imports, link.calls) });
    std::vector<QSizeF> sizes(inside.modules.size() + (inside.more > 0 ? 1 : 0), QSizeF(theme.u(kInnerWidth), theme.u(kInnerHeight)));
    LayeredOptions options;
    options.gapX = theme.u(14);
    options.gapY = theme.u(40);
    options.bend = theme.u(10);
    // Columns, unless they would need more width than there is: then fuller columns.
    for (std::size_t rows = kInnerRows; rows <= kMostInside; ++rows) {
        options.maxWidth = static_cast<double>(rows) * theme.u(kInnerHeight + 14);
        inside.layout = layOutColumns(sizes, edges, options);
        if (inside.layout.size.width() + theme.u(2 * kOpenPadding) <= maxWidth)
            break;
    }
    inside.size = QSizeF(std::max(inside.layout.size.width(), theme.u(260)) + theme.u(2 * kOpenPadding), inside.layout.size.height() + theme.u(kOpenHeader + kOpenPadding));
    return inside;
}

} // namespace

ContextLayout layOutContexts(const ContextGraph& graph, const ContextView& view, const QSizeF& room, const Theme& theme)
{
    ContextLayout out;
    const std::size_t count = graph.boxes.size();
    std::map<int, Inside> inside;
    std::vector<QSizeF> sizes(count, QSizeF(theme.u(kBoxWidth), theme.u(kBoxHeight)));
    for (const int box : view.open) {
        inside[box] = layOutInside(graph, box, view, room.width(), theme);
        sizes[static_cast<std::size_t>(box)] = inside[box].size;
    }
    // The heaviest arrows, and all that close a cycle: which ones does not depend on what is chosen, so that the
    // picture stays the same while one looks around.
    std::vector<ContextArrow> drawn;
    for (const ContextArrow& arrow : graph.arrows) {
        if (weightOf(view.kind, arrow.imports, arrow.calls) > 0)
            drawn.push_back(arrow);
    }
    std::stable_sort(drawn.begin(), drawn.end(), [&](const ContextArrow& a, const ContextArrow& b) {
        return std::pair(a.cycleLinks > 0, weightOf(view.kind, a.imports, a.calls)) > std::pair(b.cycleLinks > 0, weightOf(view.kind, b.imports, b.calls));
    });
    // The heaviest of each box stays, or it would seem to hang on nothing.
    const std::size_t most = std::max<std::size_t>(12, kArrowsPerBox * count);
    std::vector<bool> reached(count);
    std::vector<ContextArrow> kept;
    for (const ContextArrow& arrow : drawn) {
        const bool first = !reached[static_cast<std::size_t>(arrow.from)] || !reached[static_cast<std::size_t>(arrow.to)];
        if (kept.size() >= most && arrow.cycleLinks == 0 && !first) {
            ++out.hidden;
            continue;
        }
        reached[static_cast<std::size_t>(arrow.from)] = reached[static_cast<std::size_t>(arrow.to)] = true;
        kept.push_back(arrow);
    }
    drawn = std::move(kept);
    std::vector<LayeredEdge> edges;
    for (const ContextArrow& arrow : drawn)
        edges.push_back({ arrow.from, arrow.to, std::sqrt(weightOf(view.kind, arrow.imports, arrow.calls)) });
    LayeredOptions options;
    options.maxWidth = room.width();
    options.gapX = theme.u(30);
    options.gapY = theme.u(46);
    options.bend = theme.u(12);
    const LayeredLayout layout = layOutLayered(sizes, edges, options);

    // A picture lower than its place is stretched a little between the layers, never the boxes.
    const int layers = layout.layer.empty() ? 0 : *std::max_element(layout.layer.begin(), layout.layer.end());
    const double spare = layers > 0 ? std::clamp((room.height() - layout.size.height()) / layers, 0.0, theme.u(70)) : 0;
    const double left = std::max(0.0, (room.width() - layout.size.width()) / 2);
    std::vector<double> layerTop(static_cast<std::size_t>(layers) + 1, 1e9);
    for (std::size_t at = 0; at < count; ++at)
        layerTop[static_cast<std::size_t>(layout.layer[at])] = std::min(layerTop[static_cast<std::size_t>(layout.layer[at])], layout.nodes[at].top());
    const auto moved = [&](const QPointF& point) {
        // Points lie on borders of layers; each belongs to the last layer that begins at or above it.
        double y = point.y();
        int layer = 0;
        while (layer < layers && layerTop[static_cast<std::size_t>(layer) + 1] <= point.y() + 0.5)
            ++layer;
        y += spare * layer;
        return QPointF(point.x() + left, y);
    };
    for (std::size_t at = 0; at < count; ++at) {
        const QRectF rect = layout.nodes[at].translated(left, spare * layout.layer[at]);
        PlacedBox box;
        box.box = static_cast<int>(at);
        box.rect = rect;
        out.boxes.push_back(box);
        const auto open = inside.find(static_cast<int>(at));
        if (open == inside.end())
            continue;
        const Inside& in = open->second;
        const QPointF origin = rect.topLeft() + QPointF((rect.width() - in.layout.size.width()) / 2, theme.u(kOpenHeader));
        for (std::size_t node = 0; node < in.layout.nodes.size(); ++node) {
            PlacedBox inner;
            inner.owner = static_cast<int>(at);
            inner.rect = in.layout.nodes[node].translated(origin);
            if (node < in.modules.size())
                inner.module = in.modules[node];
            else
                inner.more = in.more;
            out.boxes.push_back(inner);
        }
        for (std::size_t link = 0; link < in.links.size(); ++link) {
            PlacedArrow arrow;
            arrow.path = smoothRoute(in.layout.routes[link], true).translated(origin);
            arrow.width = penOf(weightOf(view.kind, in.links[link].imports, in.links[link].calls));
            arrow.cycle = in.links[link].cycle;
            arrow.cut = in.links[link].cut;
            arrow.from = in.modules[static_cast<std::size_t>(in.links[link].from)];
            arrow.to = in.modules[static_cast<std::size_t>(in.links[link].to)];
            arrow.inner = true;
            out.arrows.push_back(arrow);
        }
    }
    for (std::size_t at = 0; at < drawn.size(); ++at) {
        PlacedArrow arrow;
        std::vector<QPointF> points;
        for (const QPointF& point : layout.routes[at])
            points.push_back(moved(point));
        arrow.path = smoothRoute(points);
        arrow.width = penOf(weightOf(view.kind, drawn[at].imports, drawn[at].calls));
        arrow.cycle = drawn[at].cycleLinks > 0;
        arrow.cut = drawn[at].cuts > 0;
        arrow.from = drawn[at].from;
        arrow.to = drawn[at].to;
        out.arrows.push_back(arrow);
    }
    out.size = QSizeF(std::max(room.width(), layout.size.width()), layout.size.height() + spare * layers);
    return out;
}

int ContextLayout::at(const QPointF& where) const
{
    for (std::size_t at = boxes.size(); at-- > 0;) {
        if (boxes[at].rect.contains(where))
            return static_cast<int>(at);
    }
    return -1;
}

int ContextLayout::find(int box, int module) const
{
    int found = -1;
    for (std::size_t at = 0; at < boxes.size(); ++at) {
        if (module >= 0 && boxes[at].module == module)
            return static_cast<int>(at);
        if (box >= 0 && boxes[at].box == box)
            found = static_cast<int>(at);
    }
    return found;
}

int neighbour(const ContextLayout& layout, int from, int key)
{
    if (from < 0)
        return layout.boxes.empty() ? -1 : 0;
    const PlacedBox& start = layout.boxes[static_cast<std::size_t>(from)];
    const auto linked = [&](const PlacedBox& other) {
        const int a = start.box, b = other.box;
        const int ownA = a >= 0 ? a : start.owner, ownB = b >= 0 ? b : other.owner;
        for (const PlacedArrow& arrow : layout.arrows) {
            const bool modules = start.module >= 0 && other.module >= 0;
            if (arrow.inner != modules)
                continue;
            const int x = modules ? start.module : ownA, y = modules ? other.module : ownB;
            if ((arrow.from == x && arrow.to == y) || (arrow.from == y && arrow.to == x))
                return true;
        }
        return false;
    };
    // An open box stands for its header; what lies in it is reached by going on.
    const auto area = [](const PlacedBox& box, bool open) { return open ? QRectF(box.rect.topLeft(), QSizeF(box.rect.width(), 24)) : box.rect; };
    const auto isOpen = [&](const PlacedBox& box) {
        return box.box >= 0 && std::any_of(layout.boxes.begin(), layout.boxes.end(), [&](const PlacedBox& other) { return other.owner == box.box; });
    };
    const QRectF origin = area(start, isOpen(start));
    int best = -1;
    double least = 1e12;
    for (std::size_t at = 0; at < layout.boxes.size(); ++at) {
        const PlacedBox& other = layout.boxes[at];
        if (static_cast<int>(at) == from || (other.box < 0 && other.module < 0))
            continue;
        const QRectF there = area(other, isOpen(other));
        const QPointF d = there.center() - origin.center();
        const bool sideways = key == Qt::Key_Left || key == Qt::Key_Right;
        const double along = (key == Qt::Key_Left || key == Qt::Key_Up ? -1 : 1) * (sideways ? d.x() : d.y());
        const double across = std::abs(sideways ? d.y() : d.x());
        if (along < 4 || (!sideways && along < there.height() / 4))
            continue;
        double cost = along + 2.5 * across;
        if (linked(other))
            cost *= 0.4;
        if (key == Qt::Key_Down && start.box >= 0 && other.owner == start.box)
            cost *= 0.05; // into the open box before past it
        if (cost < least) {
            least = cost;
            best = static_cast<int>(at);
        }
    }
    return best;
}

} // namespace ferroscope::render
