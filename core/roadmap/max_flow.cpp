// SPDX-FileCopyrightText: The Ferroscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/roadmap/max_flow.h"

#include <algorithm>

namespace ferroscope::roadmap {

std::int64_t MaxFlow::solve(
    std::span<const std::int64_t> weights, std::span<const FlowEdge> edges, std::int64_t scale)
{
    const std::size_t nodes = weights.size();
    build(nodes, edges, scale);
    excess.assign(nodes, 0);
    deficit.assign(nodes, 0);
    for (std::size_t v = 0; v < nodes; ++v) {
        if (weights[v] > 0)
            excess[v] = weights[v];
        else
            deficit[v] = -weights[v];
    }

    std::int64_t flow = 0;
    // Distances to the sink are exact at the start of a phase, and a phase blocks every source node at once,
    // so each unblocked source node is farther away in the next phase: at most `nodes` phases.
    while (labelDistances()) {
        for (std::uint32_t v = 0; v < nodes; ++v) {
            if (excess[v] == 0 || level[v] == kUnreached)
                continue;
            const std::int64_t pushed = push(v, excess[v]);
            excess[v] -= pushed;
            flow += pushed;
        }
    }
    markSourceSide();
    return flow;
}

void MaxFlow::build(std::size_t nodes, std::span<const FlowEdge> edges, std::int64_t scale)
{
    firstArc.assign(nodes + 1, 0);
    for (const FlowEdge& edge : edges) {
        ++firstArc[edge.a + 1];
        ++firstArc[edge.b + 1];
    }
    for (std::size_t v = 0; v < nodes; ++v)
        firstArc[v + 1] += firstArc[v];
    cursor.assign(firstArc.begin(), firstArc.end());
    arcs.resize(2 * edges.size());
    for (const FlowEdge& edge : edges) {
        const std::uint32_t forward = cursor[edge.a]++;
        const std::uint32_t backward = cursor[edge.b]++;
        const std::int64_t capacity = edge.capacity * scale;
        arcs[forward] = { edge.b, backward, capacity };
        arcs[backward] = { edge.a, forward, capacity };
    }
}

bool MaxFlow::labelDistances()
{
    const std::size_t nodes = excess.size();
    level.assign(nodes, kUnreached);
    queue.clear();
    for (std::uint32_t v = 0; v < nodes; ++v) {
        if (deficit[v] > 0) {
            level[v] = 1;
            queue.push_back(v);
        }
    }
    bool sourceReached = false;
    for (std::size_t next = 0; next < queue.size(); ++next) {
        const std::uint32_t v = queue[next];
        sourceReached |= excess[v] > 0;
        cursor[v] = firstArc[v];
        for (std::uint32_t i = firstArc[v]; i < firstArc[v + 1]; ++i) {
            const Arc& arc = arcs[i];
            if (level[arc.head] == kUnreached && arcs[arc.mate].residual > 0) {
                level[arc.head] = level[v] + 1;
                queue.push_back(arc.head);
            }
        }
    }
    return sourceReached;
}

// Depth-first, the stack in `path`: a frame keeps what it was asked for and hands back what it could pass on.
std::int64_t MaxFlow::push(std::uint32_t root, std::int64_t wanted)
{
    path.clear();
    path.push_back({ root, wanted, wanted });
    for (;;) {
        Frame& frame = path.back();
        const std::uint32_t v = frame.node;
        const std::int64_t drained = std::min(frame.left, deficit[v]);
        deficit[v] -= drained;
        frame.left -= drained;

        bool descended = false;
        for (; frame.left > 0 && cursor[v] < firstArc[v + 1]; ++cursor[v]) {
            const Arc& arc = arcs[cursor[v]];
            if (arc.residual > 0 && level[arc.head] < level[v]) {
                const std::int64_t ask = std::min(frame.left, arc.residual);
                path.push_back({ arc.head, ask, ask }); // invalidates `frame`
                descended = true;
                break;
            }
        }
        if (descended)
            continue;

        const std::int64_t passed = path.back().wanted - path.back().left;
        const bool exhausted = path.back().left > 0;
        path.pop_back();
        if (path.empty())
            return passed;
        Frame& parent = path.back();
        Arc& arc = arcs[cursor[parent.node]];
        arc.residual -= passed;
        arcs[arc.mate].residual += passed;
        parent.left -= passed;
        if (exhausted)
            ++cursor[parent.node];
    }
}

void MaxFlow::markSourceSide()
{
    const std::size_t nodes = excess.size();
    level.assign(nodes, kUnreached);
    queue.clear();
    for (std::uint32_t v = 0; v < nodes; ++v) {
        if (excess[v] > 0) {
            level[v] = kReached;
            queue.push_back(v);
        }
    }
    for (std::size_t next = 0; next < queue.size(); ++next) {
        const std::uint32_t v = queue[next];
        for (std::uint32_t i = firstArc[v]; i < firstArc[v + 1]; ++i) {
            const Arc& arc = arcs[i];
            if (arc.residual > 0 && level[arc.head] == kUnreached) {
                level[arc.head] = kReached;
                queue.push_back(arc.head);
            }
        }
    }
}

} // namespace ferroscope::roadmap
