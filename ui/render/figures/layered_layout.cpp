// SPDX-FileCopyrightText: The Ferroscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/render/figures/layered_layout.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace ferroscope::render {

namespace {

constexpr int kSweeps = 8;

struct Link { // between neighbouring layers, downwards; ends are slots
    int up = 0, down = 0;
    double weight = 1;
};

struct Slot { // a node, or the place where a long edge passes
    int node = -1;
    int layer = 0;
    double width = 0, x = 0; // x of the middle
};

class Layering {
public:
    Layering(const std::vector<QSizeF>& sizes, const std::vector<LayeredEdge>& edges, const LayeredOptions& options)
        : m_sizes(sizes)
        , m_edges(edges)
        , m_options(options)
    {
    }
    LayeredLayout run()
    {
        LayeredLayout out;
        if (m_sizes.empty())
            return out;
        greedyOrder();
        fillLayers();
        shorten();
        makeSlots();
        lessenCrossings();
        placeAcross();
        finish(out);
        return out;
    }

private:
    std::size_t count() const { return m_sizes.size(); }

    // Positions such that few and light edges go backwards.
    void greedyOrder()
    {
        std::vector<double> in(count()), out(count());
        std::vector<bool> done(count());
        for (const LayeredEdge& edge : m_edges) {
            out[static_cast<std::size_t>(edge.from)] += edge.weight;
            in[static_cast<std::size_t>(edge.to)] += edge.weight;
        }
        std::vector<int> head, tail;
        const auto take = [&](int node, std::vector<int>& into) {
            done[static_cast<std::size_t>(node)] = true;
            into.push_back(node);
            for (const LayeredEdge& edge : m_edges) {
                if (edge.from == node)
                    in[static_cast<std::size_t>(edge.to)] -= edge.weight;
                if (edge.to == node)
                    out[static_cast<std::size_t>(edge.from)] -= edge.weight;
            }
        };
        constexpr double kNone = 1e-9;
        while (head.size() + tail.size() < count()) {
            bool moved = false;
            for (std::size_t node = 0; node < count(); ++node) {
                if (done[node])
                    continue;
                if (in[node] < kNone) {
                    take(static_cast<int>(node), head);
                    moved = true;
                } else if (out[node] < kNone) {
                    take(static_cast<int>(node), tail);
                    moved = true;
                }
            }
            if (moved)
                continue;
            int best = -1;
            for (std::size_t node = 0; node < count(); ++node) {
                if (!done[node] && (best < 0 || out[node] - in[node] > out[static_cast<std::size_t>(best)] - in[static_cast<std::size_t>(best)] + kNone))
                    best = static_cast<int>(node);
            }
            take(best, head);
        }
        head.insert(head.end(), tail.rbegin(), tail.rend());
        m_order = std::move(head);
        m_position.resize(count());
        for (std::size_t at = 0; at < m_order.size(); ++at)
            m_position[static_cast<std::size_t>(m_order[at])] = static_cast<int>(at);
    }

    bool backwards(const LayeredEdge& edge) const { return m_position[static_cast<std::size_t>(edge.from)] > m_position[static_cast<std::size_t>(edge.to)]; }
    int upper(const LayeredEdge& edge) const { return backwards(edge) ? edge.to : edge.from; }
    int lower(const LayeredEdge& edge) const { return backwards(edge) ? edge.from : edge.to; }
    double widthOf(int node) const { return m_sizes[static_cast<std::size_t>(node)].width() + m_options.gapX; }
    bool fits(int layer, int node)
    {
        m_used.resize(std::max(m_used.size(), static_cast<std::size_t>(layer) + 1));
        const double used = m_used[static_cast<std::size_t>(layer)];
        return used <= 0 || used + widthOf(node) - m_options.gapX <= m_options.maxWidth;
    }
    void use(int layer, int node, double sign) { m_used[static_cast<std::size_t>(layer)] += sign * widthOf(node); }

    // In topological order, each below all it hangs from, as long as its layer has room. What is linked with nothing
    // comes last, at the bottom.
    void fillLayers()
    {
        m_layer.assign(count(), 0);
        std::vector<bool> linked(count());
        for (const LayeredEdge& edge : m_edges)
            linked[static_cast<std::size_t>(edge.from)] = linked[static_cast<std::size_t>(edge.to)] = true;
        int last = 0;
        for (const bool wanted : { true, false }) {
            for (const int node : m_order) {
                if (linked[static_cast<std::size_t>(node)] != wanted)
                    continue;
                int layer = wanted ? 0 : last;
                for (const LayeredEdge& edge : m_edges) {
                    if (lower(edge) == node)
                        layer = std::max(layer, m_layer[static_cast<std::size_t>(upper(edge))] + 1);
                }
                while (!fits(layer, node))
                    ++layer;
                last = std::max(last, layer);
                m_layer[static_cast<std::size_t>(node)] = layer;
                use(layer, node, 1);
            }
        }
    }

    // What only leads down moves down to where it leads, if there is room.
    void shorten()
    {
        for (auto at = m_order.rbegin(); at != m_order.rend(); ++at) {
            const int node = *at;
            int below = -1;
            double up = 0, down = 0;
            for (const LayeredEdge& edge : m_edges) {
                if (upper(edge) == node) {
                    const int layer = m_layer[static_cast<std::size_t>(lower(edge))];
                    below = below < 0 ? layer : std::min(below, layer);
                    down += edge.weight;
                }
                if (lower(edge) == node)
                    up += edge.weight;
            }
            if (below < 0 || down <= up)
                continue;
            use(m_layer[static_cast<std::size_t>(node)], node, -1);
            int layer = below - 1;
            while (layer > m_layer[static_cast<std::size_t>(node)] && !fits(layer, node))
                --layer;
            m_layer[static_cast<std::size_t>(node)] = std::max(layer, m_layer[static_cast<std::size_t>(node)]);
            use(m_layer[static_cast<std::size_t>(node)], node, 1);
        }
        // No layer stays empty.
        std::vector<int> used(m_layer.begin(), m_layer.end());
        std::sort(used.begin(), used.end());
        used.erase(std::unique(used.begin(), used.end()), used.end());
        for (int& layer : m_layer)
            layer = static_cast<int>(std::lower_bound(used.begin(), used.end(), layer) - used.begin());
        m_layers.resize(used.size());
    }

    void makeSlots()
    {
        for (const int node : m_order) {
            const int layer = m_layer[static_cast<std::size_t>(node)];
            m_layers[static_cast<std::size_t>(layer)].push_back(static_cast<int>(m_slots.size()));
            m_slots.push_back({ node, layer, m_sizes[static_cast<std::size_t>(node)].width(), 0 });
        }
        std::vector<int> slotOf(count());
        for (std::size_t at = 0; at < m_slots.size(); ++at)
            slotOf[static_cast<std::size_t>(m_slots[at].node)] = static_cast<int>(at);
        m_chains.resize(m_edges.size());
        for (std::size_t at = 0; at < m_edges.size(); ++at) {
            const LayeredEdge& edge = m_edges[at];
            const int top = slotOf[static_cast<std::size_t>(upper(edge))], bottom = slotOf[static_cast<std::size_t>(lower(edge))];
            m_chains[at].push_back(top);
            for (int layer = m_slots[static_cast<std::size_t>(top)].layer + 1; layer < m_slots[static_cast<std::size_t>(bottom)].layer; ++layer) {
                m_layers[static_cast<std::size_t>(layer)].push_back(static_cast<int>(m_slots.size()));
                m_chains[at].push_back(static_cast<int>(m_slots.size()));
                m_slots.push_back({ -1, layer, m_options.bend, 0 });
            }
            m_chains[at].push_back(bottom);
            for (std::size_t step = 1; step < m_chains[at].size(); ++step)
                m_links.push_back({ m_chains[at][step - 1], m_chains[at][step], edge.weight });
        }
    }

    std::vector<int> ranks() const
    {
        std::vector<int> rank(m_slots.size());
        for (const auto& layer : m_layers) {
            for (std::size_t at = 0; at < layer.size(); ++at)
                rank[static_cast<std::size_t>(layer[at])] = static_cast<int>(at);
        }
        return rank;
    }

    double crossings() const
    {
        const std::vector<int> rank = ranks();
        double sum = 0;
        for (std::size_t a = 0; a < m_links.size(); ++a) {
            for (std::size_t b = a + 1; b < m_links.size(); ++b) {
                const Link &x = m_links[a], &y = m_links[b];
                if (m_slots[static_cast<std::size_t>(x.up)].layer != m_slots[static_cast<std::size_t>(y.up)].layer)
                    continue;
                const int up = rank[static_cast<std::size_t>(x.up)] - rank[static_cast<std::size_t>(y.up)];
                const int down = rank[static_cast<std::size_t>(x.down)] - rank[static_cast<std::size_t>(y.down)];
                sum += (up < 0 && down > 0) || (up > 0 && down < 0) ? 1 : 0;
            }
        }
        return sum;
    }

    void lessenCrossings()
    {
        std::vector<std::vector<int>> best = m_layers;
        double least = crossings();
        for (int sweep = 0; sweep < kSweeps && least > 0; ++sweep) {
            const bool downwards = sweep % 2 == 0;
            for (std::size_t step = 1; step < m_layers.size(); ++step) {
                const std::size_t layer = downwards ? step : m_layers.size() - 1 - step;
                const std::vector<int> rank = ranks();
                std::vector<std::pair<double, int>> wanted;
                for (const int slot : m_layers[layer]) {
                    double sum = 0, weight = 0;
                    for (const Link& link : m_links) {
                        const int other = downwards ? (link.down == slot ? link.up : -1) : (link.up == slot ? link.down : -1);
                        if (other < 0)
                            continue;
                        sum += link.weight * rank[static_cast<std::size_t>(other)];
                        weight += link.weight;
                    }
                    wanted.emplace_back(weight > 0 ? sum / weight : rank[static_cast<std::size_t>(slot)], slot);
                }
                std::stable_sort(wanted.begin(), wanted.end(), [](const auto& a, const auto& b) { return a.first < b.first; });
                for (std::size_t at = 0; at < wanted.size(); ++at)
                    m_layers[layer][at] = wanted[at].second;
            }
            if (const double now = crossings(); now < least) {
                least = now;
                best = m_layers;
            }
        }
        m_layers = std::move(best);
    }

    double distance(const Slot& left, const Slot& right) const
    {
        const double gap = left.node < 0 || right.node < 0 ? m_options.bend : m_options.gapX;
        return (left.width + right.width) / 2 + gap;
    }

    void placeAcross()
    {
        m_width = 0;
        for (const auto& layer : m_layers) {
            double x = 0;
            for (std::size_t at = 0; at < layer.size(); ++at) {
                Slot& slot = m_slots[static_cast<std::size_t>(layer[at])];
                x = at == 0 ? slot.width / 2 : x + distance(m_slots[static_cast<std::size_t>(layer[at - 1])], slot);
                slot.x = x;
            }
            m_width = std::max(m_width, x + m_slots[static_cast<std::size_t>(layer.back())].width / 2);
        }
        m_width = std::max(m_width, m_options.maxWidth);
        for (int sweep = 0; sweep < 2 * kSweeps; ++sweep) {
            for (std::size_t step = 0; step < m_layers.size(); ++step) {
                const std::size_t at = sweep % 2 == 0 ? step : m_layers.size() - 1 - step;
                settle(m_layers[at]);
            }
        }
    }

    // Each slot as near as can be to the middle of what it is linked with, in order and without overlap.
    void settle(const std::vector<int>& layer)
    {
        std::vector<double> wanted;
        for (const int slot : layer) {
            double sum = 0, weight = 0;
            for (const Link& link : m_links) {
                const int other = link.down == slot ? link.up : link.up == slot ? link.down : -1;
                if (other < 0)
                    continue;
                // Bends pull hardest: a long edge should be a straight one.
                const double pull = m_slots[static_cast<std::size_t>(slot)].node < 0 && m_slots[static_cast<std::size_t>(other)].node < 0 ? 8 : 1;
                sum += pull * link.weight * m_slots[static_cast<std::size_t>(other)].x;
                weight += pull * link.weight;
            }
            wanted.push_back(weight > 0 ? sum / weight : m_slots[static_cast<std::size_t>(slot)].x);
        }
        const std::size_t n = layer.size();
        const auto slot = [&](std::size_t at) -> Slot& { return m_slots[static_cast<std::size_t>(layer[at])]; };
        // Bounds from both sides, then the wanted place between them, from the left.
        std::vector<double> most(n);
        most[n - 1] = m_width - slot(n - 1).width / 2;
        for (std::size_t at = n - 1; at-- > 0;)
            most[at] = most[at + 1] - distance(slot(at), slot(at + 1));
        // The mean of a pass from the left and one from the right: neither side is favoured.
        std::vector<double> left(n), right(n);
        for (std::size_t at = 0; at < n; ++at) {
            const double least = at == 0 ? slot(0).width / 2 : left[at - 1] + distance(slot(at - 1), slot(at));
            left[at] = std::max(least, std::min(wanted[at], most[at]));
        }
        std::vector<double> fewest(n);
        fewest[0] = slot(0).width / 2;
        for (std::size_t at = 1; at < n; ++at)
            fewest[at] = fewest[at - 1] + distance(slot(at - 1), slot(at));
        for (std::size_t at = n; at-- > 0;) {
            const double limit = at + 1 == n ? most[at] : right[at + 1] - distance(slot(at), slot(at + 1));
            right[at] = std::min(limit, std::max(wanted[at], fewest[at]));
        }
        for (std::size_t at = 0; at < n; ++at)
            slot(at).x = (left[at] + right[at]) / 2;
    }

    void finish(LayeredLayout& out)
    {
        out.layer = m_layer;
        out.nodes.resize(count());
        double least = m_width, most = 0;
        for (const Slot& slot : m_slots) {
            least = std::min(least, slot.x - slot.width / 2);
            most = std::max(most, slot.x + slot.width / 2);
        }
        std::vector<double> top, bottom;
        double y = 0;
        for (const auto& layer : m_layers) {
            double height = 0;
            for (const int slot : layer) {
                if (const int node = m_slots[static_cast<std::size_t>(slot)].node; node >= 0)
                    height = std::max(height, m_sizes[static_cast<std::size_t>(node)].height());
            }
            top.push_back(y);
            bottom.push_back(y + height);
            y += height + m_options.gapY;
        }
        for (Slot& slot : m_slots) {
            slot.x -= least;
            if (slot.node < 0)
                continue;
            const QSizeF size = m_sizes[static_cast<std::size_t>(slot.node)];
            const double middle = (top[static_cast<std::size_t>(slot.layer)] + bottom[static_cast<std::size_t>(slot.layer)]) / 2;
            out.nodes[static_cast<std::size_t>(slot.node)] = QRectF(slot.x - size.width() / 2, middle - size.height() / 2, size.width(), size.height());
        }
        out.size = QSizeF(most - least, bottom.back());
        route(out, top, bottom);
    }

    // Edges leave and reach a node side by side, in the order of where they come from.
    void route(LayeredLayout& out, const std::vector<double>& top, const std::vector<double>& bottom)
    {
        struct End {
            std::size_t edge = 0;
            double towards = 0;
        };
        std::vector<std::vector<End>> above(count()), below(count());
        for (std::size_t at = 0; at < m_edges.size(); ++at) {
            const auto& chain = m_chains[at];
            below[static_cast<std::size_t>(upper(m_edges[at]))].push_back({ at, m_slots[static_cast<std::size_t>(chain[1])].x });
            above[static_cast<std::size_t>(lower(m_edges[at]))].push_back({ at, m_slots[static_cast<std::size_t>(chain[chain.size() - 2])].x });
        }
        std::vector<QPointF> start(m_edges.size()), end(m_edges.size());
        for (std::size_t node = 0; node < count(); ++node) {
            const QRectF& box = out.nodes[node];
            for (const bool down : { true, false }) {
                std::vector<End>& ends = down ? below[node] : above[node];
                std::stable_sort(ends.begin(), ends.end(), [](const End& a, const End& b) { return a.towards < b.towards; });
                const double step = std::min(22.0, box.width() * 0.8 / static_cast<double>(ends.size() + 1));
                for (std::size_t at = 0; at < ends.size(); ++at) {
                    const double x = box.center().x() + (static_cast<double>(at) - static_cast<double>(ends.size() - 1) / 2) * step;
                    (down ? start : end)[ends[at].edge] = QPointF(x, down ? box.bottom() : box.top());
                }
            }
        }
        for (std::size_t at = 0; at < m_edges.size(); ++at) {
            std::vector<QPointF> points { start[at] };
            for (std::size_t step = 1; step + 1 < m_chains[at].size(); ++step) {
                const Slot& slot = m_slots[static_cast<std::size_t>(m_chains[at][step])];
                points.emplace_back(slot.x, top[static_cast<std::size_t>(slot.layer)]);
                points.emplace_back(slot.x, bottom[static_cast<std::size_t>(slot.layer)]);
            }
            points.push_back(end[at]);
            if (backwards(m_edges[at]))
                std::reverse(points.begin(), points.end());
            out.routes.push_back(std::move(points));
        }
    }

    const std::vector<QSizeF>& m_sizes;
    const std::vector<LayeredEdge>& m_edges;
    const LayeredOptions& m_options;
    std::vector<int> m_order, m_position, m_layer;
    std::vector<double> m_used; // width per layer
    std::vector<Slot> m_slots;
    std::vector<std::vector<int>> m_layers, m_chains; // slots of a layer from the left; slots of an edge from the top
    std::vector<Link> m_links;
    double m_width = 0;
};

QPointF turned(const QPointF& point) { return { point.y(), point.x() }; }

} // namespace

LayeredLayout layOutLayered(const std::vector<QSizeF>& nodes, const std::vector<LayeredEdge>& edges, const LayeredOptions& options)
{
    return Layering(nodes, edges, options).run();
}

LayeredLayout layOutColumns(const std::vector<QSizeF>& nodes, const std::vector<LayeredEdge>& edges, const LayeredOptions& options)
{
    std::vector<QSizeF> sizes;
    for (const QSizeF& size : nodes)
        sizes.push_back(size.transposed());
    LayeredLayout out = layOutLayered(sizes, edges, options);
    for (QRectF& box : out.nodes)
        box = QRectF(turned(box.topLeft()), box.size().transposed());
    for (auto& route : out.routes) {
        for (QPointF& point : route)
            point = turned(point);
    }
    out.size = out.size.transposed();
    return out;
}

QPainterPath smoothRoute(const std::vector<QPointF>& points, bool columns)
{
    QPainterPath path;
    if (points.empty())
        return path;
    path.moveTo(points.front());
    for (std::size_t at = 1; at < points.size(); ++at) {
        const QPointF a = points[at - 1], b = points[at], middle = (a + b) / 2;
        if (columns)
            path.cubicTo({ middle.x(), a.y() }, { middle.x(), b.y() }, b);
        else
            path.cubicTo({ a.x(), middle.y() }, { b.x(), middle.y() }, b);
    }
    return path;
}

} // namespace ferroscope::render
