// SPDX-FileCopyrightText: The Ferroscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
// MaxFlow: the smallest minimum cut between "moves" (source) and "stays" (sink) by Dinic's method.
//
// Terminals are weights of the nodes, not nodes: weight > 0 is an arc from the source, < 0 one to the sink.
// No recursion (a path may be as long as the graph) and no allocation once the buffers have grown, because a
// sweep solves thousands of small cuts. Not thread-safe: one object per thread.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace ferroscope::roadmap {

struct FlowEdge { // the same capacity in both directions
    std::uint32_t a = 0, b = 0;
    std::int64_t capacity = 0; // >= 0
};

class MaxFlow {
public:
    // Capacity of an edge is scale × edge.capacity. The caller keeps the sum of the positive weights and twice
    // the largest scaled capacity below 2^63. Returns the value of the flow.
    std::int64_t solve(std::span<const std::int64_t> weights, std::span<const FlowEdge> edges, std::int64_t scale);
    // After solve: in the smallest source side among all minimum cuts (what the source still reaches).
    bool onSourceSide(std::size_t node) const { return level[node] == kReached; }

private:
    struct Arc {
        std::uint32_t head = 0;
        std::uint32_t mate = 0; // index of the opposite arc
        std::int64_t residual = 0;
    };
    struct Frame {
        std::uint32_t node = 0;
        std::int64_t wanted = 0, left = 0;
    };
    static constexpr std::uint32_t kUnreached = 0xFFFFFFFFU;
    static constexpr std::uint32_t kReached = 0xFFFFFFFEU;

    void build(std::size_t nodes, std::span<const FlowEdge> edges, std::int64_t scale);
    bool labelDistances();
    std::int64_t push(std::uint32_t root, std::int64_t wanted);
    void markSourceSide();

    std::vector<std::uint32_t> firstArc; // nodes + 1
    std::vector<std::uint32_t> cursor; // first arc of a node that may still carry flow in this phase
    std::vector<Arc> arcs;
    std::vector<std::int64_t> excess, deficit; // residual capacity from the source, to the sink
    std::vector<std::uint32_t> level; // arcs to the sink, counting the last one
    std::vector<std::uint32_t> queue;
    std::vector<Frame> path;
};

} // namespace ferroscope::roadmap
