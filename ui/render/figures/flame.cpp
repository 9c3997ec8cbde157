// SPDX-FileCopyrightText: The Ferroscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/render/figures/flame.h"

#include "ui/render/figures/contexts.h"
#include "ui/render/format.h"
#include "ui/render/marks.h"
#include "ui/render/words.h"

#include <algorithm>
#include <queue>
#include <string>
#include <unordered_map>

using namespace Qt::StringLiterals;

namespace ferroscope::render {

namespace {

constexpr int kMostDepth = 60;

struct Edge {
    int from = 0, to = 0;
    double calls = 0;
};

struct Names { // "path:qualified.name" -> node
    std::unordered_map<std::string, int> nodes;
    int find(const std::string& name) const
    {
        const auto at = nodes.find(name);
        return at == nodes.end() ? -1 : at->second;
    }
};

Names collectNodes(const Assessment& assessment, FlameChart& chart)
{
    Names names;
    // With a profile the chart is of the run that was measured; code it never reached was not part of it.
    const bool onlyMeasured = heatSource(assessment) == HeatSource::Measured;
    for (std::size_t at = 0; at < assessment.modules.size(); ++at) {
        const AssessedModule& module = assessment.modules[at];
        if (!module.judged())
            continue;
        FlameNode whole { static_cast<int>(at), -1, module.heat.interpreted.likely, module.heat.native.likely, module.heat.waiting.likely, 0, 1, 0, module.heat.source == HeatSource::Measured };
        for (std::size_t function = 0; function < module.functions.size(); ++function) {
            const AssessedFunction& one = module.functions[function];
            if (one.kind == "class" || one.heat.source == HeatSource::None)
                continue;
            FlameNode node { static_cast<int>(at), static_cast<int>(function), one.heat.interpreted.likely, one.heat.native.likely, one.heat.waiting.likely, 0, one.heat.calls.value_or(0), 0, one.heat.source == HeatSource::Measured };
            whole.interpreted -= node.interpreted;
            whole.native -= node.native;
            whole.waiting -= node.waiting;
            if (onlyMeasured && !node.measured)
                continue;
            names.nodes.emplace(module.path + ':' + one.name, static_cast<int>(chart.nodes.size()));
            chart.nodes.push_back(node);
        }
        // What no function accounts for is code at module level.
        for (double* part : { &whole.interpreted, &whole.native, &whole.waiting })
            *part = *part > 1e-9 ? *part : 0;
        if (onlyMeasured && !whole.measured)
            continue;
        names.nodes.emplace(module.path + ":<module>", static_cast<int>(chart.nodes.size()));
        chart.nodes.push_back(whole);
    }
    return names;
}

class Tree {
public:
    Tree(FlameChart& chart, std::vector<Edge> edges)
        : m_chart(chart)
        , m_edges(std::move(edges))
    {
        m_first.assign(chart.nodes.size() + 1, 0);
        std::sort(m_edges.begin(), m_edges.end(), [](const Edge& a, const Edge& b) { return std::pair(a.from, a.to) < std::pair(b.from, b.to); });
        for (const Edge& edge : m_edges)
            ++m_first[static_cast<std::size_t>(edge.from) + 1];
        for (std::size_t at = 1; at < m_first.size(); ++at)
            m_first[at] += m_first[at - 1];
    }

    void build(double least, std::size_t most)
    {
        orderWithoutRecursion();
        shareOut();
        expand(least, most);
    }

private:
    std::size_t count() const { return m_chart.nodes.size(); }

    // Depth first from what nobody calls, then from what only recursion reaches, hottest first. A call back to where
    // one came from is dropped; what is left has no cycle, and `m_order` lists callees before callers.
    void orderWithoutRecursion()
    {
        std::vector<int> in(count());
        for (const Edge& edge : m_edges)
            ++in[static_cast<std::size_t>(edge.to)];
        std::vector<int> starts;
        for (std::size_t at = 0; at < count(); ++at)
            starts.push_back(static_cast<int>(at));
        std::stable_sort(starts.begin(), starts.end(), [&](int a, int b) {
            const bool freeA = in[static_cast<std::size_t>(a)] == 0, freeB = in[static_cast<std::size_t>(b)] == 0;
            if (freeA != freeB)
                return freeA;
            return !freeA && m_chart.nodes[static_cast<std::size_t>(a)].own() > m_chart.nodes[static_cast<std::size_t>(b)].own();
        });
        enum : char { New, Open, Done };
        std::vector<char> state(count(), New);
        struct Step {
            int node;
            std::size_t next;
        };
        std::vector<Step> stack;
        for (const int start : starts) {
            if (state[static_cast<std::size_t>(start)] != New)
                continue;
            state[static_cast<std::size_t>(start)] = Open;
            stack.push_back({ start, m_first[static_cast<std::size_t>(start)] });
            while (!stack.empty()) {
                Step& step = stack.back();
                if (step.next == m_first[static_cast<std::size_t>(step.node) + 1]) {
                    state[static_cast<std::size_t>(step.node)] = Done;
                    m_order.push_back(step.node);
                    stack.pop_back();
                    continue;
                }
                Edge& edge = m_edges[step.next++];
                const auto to = static_cast<std::size_t>(edge.to);
                if (state[to] == Open) {
                    edge.calls = 0;
                    continue;
                }
                if (state[to] == New) {
                    state[to] = Open;
                    stack.push_back({ edge.to, m_first[to] });
                }
            }
        }
    }

    void shareOut()
    {
        m_callsIn.assign(count(), 0);
        for (const Edge& edge : m_edges) {
            m_callsIn[static_cast<std::size_t>(edge.to)] += edge.calls;
            m_chart.nodes[static_cast<std::size_t>(edge.to)].callers += edge.calls > 0 ? 1U : 0U;
        }
        for (const int at : m_order) {
            FlameNode& node = m_chart.nodes[static_cast<std::size_t>(at)];
            node.total = node.own();
            for (std::size_t edge = m_first[static_cast<std::size_t>(at)]; edge < m_first[static_cast<std::size_t>(at) + 1]; ++edge)
                node.total += part(m_edges[edge]);
        }
    }

    // Of the callee's time, what this caller causes.
    double part(const Edge& edge) const
    {
        const double all = m_callsIn[static_cast<std::size_t>(edge.to)];
        return edge.calls > 0 && all > 0 ? m_chart.nodes[static_cast<std::size_t>(edge.to)].total * edge.calls / all : 0;
    }

    void expand(double least, std::size_t most)
    {
        // Widest first, so that the bound takes away what is narrowest.
        const auto narrower = [this](int a, int b) {
            const double x = m_chart.frames[static_cast<std::size_t>(a)].width, y = m_chart.frames[static_cast<std::size_t>(b)].width;
            return x != y ? x < y : a > b;
        };
        std::priority_queue<int, std::vector<int>, decltype(narrower)> queue(narrower);
        const auto add = [&](const FlameFrame& frame) {
            m_chart.frames.push_back(frame);
            m_chart.depth = std::max(m_chart.depth, frame.depth + 1);
            if (frame.kind == FlameFrame::Kind::Function)
                queue.push(static_cast<int>(m_chart.frames.size()) - 1);
        };
        std::vector<std::pair<double, int>> roots;
        for (std::size_t at = 0; at < count(); ++at) {
            if (m_callsIn[at] <= 0 && m_chart.nodes[at].total > 0)
                roots.emplace_back(m_chart.nodes[at].total, static_cast<int>(at));
        }
        std::stable_sort(roots.begin(), roots.end(), [](const auto& a, const auto& b) { return a.first > b.first; });
        double x = 0;
        for (const auto& [width, node] : roots) {
            if (width >= least && m_chart.frames.size() < most)
                add({ FlameFrame::Kind::Function, node, -1, 0, x, width, 0 });
            x += width;
        }
        m_chart.total = x;
        while (!queue.empty()) {
            const int at = queue.top();
            queue.pop();
            const FlameFrame frame = m_chart.frames[static_cast<std::size_t>(at)];
            const FlameNode& node = m_chart.nodes[static_cast<std::size_t>(frame.node)];
            const double scale = node.total > 0 ? frame.width / node.total : 0;
            m_chart.frames[static_cast<std::size_t>(at)].own = node.interpreted * scale;
            if (frame.depth + 1 >= kMostDepth)
                continue;
            struct Child {
                FlameFrame::Kind kind;
                int node;
                double width;
            };
            std::vector<Child> children;
            for (std::size_t edge = m_first[static_cast<std::size_t>(frame.node)]; edge < m_first[static_cast<std::size_t>(frame.node) + 1]; ++edge)
                children.push_back({ FlameFrame::Kind::Function, m_edges[edge].to, part(m_edges[edge]) * scale });
            std::stable_sort(children.begin(), children.end(), [](const Child& a, const Child& b) { return a.width > b.width; });
            children.push_back({ FlameFrame::Kind::Native, frame.node, node.native * scale });
            children.push_back({ FlameFrame::Kind::Waiting, frame.node, node.waiting * scale });
            double start = frame.start;
            for (const Child& child : children) {
                if (child.width > 0 && child.width >= least && m_chart.frames.size() < most)
                    add({ child.kind, child.node, at, frame.depth + 1, start, child.width, 0 });
                start += child.width;
            }
        }
    }

    FlameChart& m_chart;
    std::vector<Edge> m_edges; // by (from, to)
    std::vector<std::size_t> m_first; // of the edges of a node
    std::vector<int> m_order;
    std::vector<double> m_callsIn;
};

} // namespace

FlameChart flameChart(const Assessment& assessment, double least, std::size_t most)
{
    FlameChart chart;
    const Names names = collectNodes(assessment, chart);
    std::vector<Edge> edges;
    for (const CallLink& link : assessment.calls) {
        const int from = names.find(link.from), to = names.find(link.to);
        if (from < 0 || to < 0 || from == to)
            continue;
        // Calls per run of the caller; a caller of unknown frequency counts as run once.
        const double runs = chart.nodes[static_cast<std::size_t>(from)].calls;
        const double calls = std::max(1e-9, link.weight) * (runs > 0 ? runs : 1) * std::max(0.05, link.certainty);
        edges.push_back({ from, to, calls });
    }
    chart.estimated = std::any_of(chart.nodes.begin(), chart.nodes.end(), [](const FlameNode& node) { return !node.measured && node.own() > 0; });
    Tree(chart, std::move(edges)).build(least, most);
    return chart;
}

QString flameName(const Assessment& assessment, const FlameNode& node)
{
    const AssessedModule& module = assessment.modules[static_cast<std::size_t>(node.module)];
    return node.function < 0 ? text(module.name) : text(module.functions[static_cast<std::size_t>(node.function)].name);
}

FlameLayout layOutFlame(const FlameChart& chart, int zoom, double width, const Theme& theme)
{
    FlameLayout layout;
    const double from = zoom >= 0 ? chart.frames[static_cast<std::size_t>(zoom)].start : 0;
    const double share = zoom >= 0 ? chart.frames[static_cast<std::size_t>(zoom)].width : chart.total;
    const double row = theme.u(kFlameRow), gap = theme.u(kFlameGap);
    int depth = 0;
    layout.frames.resize(chart.frames.size());
    for (std::size_t at = 0; at < chart.frames.size() && share > 0; ++at) {
        const FlameFrame& frame = chart.frames[at];
        const double left = std::clamp((frame.start - from) / share, 0.0, 1.0) * width;
        const double right = std::clamp((frame.start + frame.width - from) / share, 0.0, 1.0) * width;
        if (right - left < theme.u(1))
            continue;
        layout.frames[at] = QRectF(left, frame.depth * (row + gap), std::max(theme.u(1), right - left - gap), row);
        depth = std::max(depth, frame.depth + 1);
    }
    layout.height = depth * (row + gap);
    return layout;
}

int FlameLayout::at(const QPointF& where) const
{
    for (std::size_t at = 0; at < frames.size(); ++at) {
        if (frames[at].contains(where))
            return static_cast<int>(at);
    }
    return -1;
}

void paintFlame(QPainter& painter, const Assessment& assessment, const FlameChart& chart, const FlameLayout& layout, const Theme& theme)
{
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing, false);
    const QFont mono = theme.mono(TextRole::Caption), plain = theme.font(TextRole::Caption);
    for (std::size_t at = 0; at < chart.frames.size(); ++at) {
        const QRectF& rect = layout.frames[at];
        if (rect.isNull())
            continue;
        const FlameFrame& frame = chart.frames[at];
        const FlameNode& node = chart.nodes[static_cast<std::size_t>(frame.node)];
        QColor fill, ink;
        switch (frame.kind) {
        case FlameFrame::Kind::Native:
            fill = theme.native;
            ink = theme.surface;
            break;
        case FlameFrame::Kind::Waiting:
            fill = theme.waiting;
            ink = theme.text2;
            break;
        case FlameFrame::Kind::Function:
            fill = theme.heat.colorOf(frame.own * 100);
            ink = theme.heat.inkOf(frame.own * 100);
            break;
        }
        painter.fillRect(rect, fill);
        if (frame.kind == FlameFrame::Kind::Waiting) {
            painter.setPen(QPen(theme.waitingLine, theme.u(1)));
            painter.setBrush(Qt::NoBrush);
            painter.drawRect(rect.adjusted(0, 0, -1, -1));
        }
        const double pad = theme.u(5);
        const QRectF inside = rect.adjusted(pad, 0, -pad, 0);
        if (inside.width() < theme.u(22))
            continue;
        const QString name = frame.kind == FlameFrame::Kind::Native ? words(QT_TRANSLATE_NOOP("Figures", "native code")) : frame.kind == FlameFrame::Kind::Waiting ? words(QT_TRANSLATE_NOOP("Figures", "waiting")) : flameName(assessment, node);
        const QFont& font = frame.kind == FlameFrame::Kind::Function ? mono : plain;
        const QString value = percent(frame.width);
        const double needed = textWidth(value, plain) + theme.u(8);
        double used = 0;
        if (frame.kind == FlameFrame::Kind::Function && textWidth(name, font) + needed <= inside.width()) {
            drawText(painter, inside, Qt::AlignRight | Qt::AlignVCenter, value, plain, ink, Qt::ElideNone);
            used = needed;
        }
        drawText(painter, inside.adjusted(0, 0, -used, 0), Qt::AlignLeft | Qt::AlignVCenter, name, font, ink, Qt::ElideRight);
    }
    painter.restore();
}

} // namespace ferroscope::render
