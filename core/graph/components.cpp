// SPDX-FileCopyrightText: The Ferroscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/graph/components.h"

#include <algorithm>
#include <limits>
#include <numeric>

namespace ferroscope::graph {

namespace {

constexpr std::uint32_t kUnseen = std::numeric_limits<std::uint32_t>::max();

// Arcs sorted by source: those of node n are targets[first[n]] .. targets[first[n + 1]].
struct Adjacency {
    std::vector<std::uint32_t> first, targets;
    Adjacency(std::uint32_t nodes, const std::vector<Arc>& arcs)
        : first(nodes + 1, 0)
        , targets(arcs.size())
    {
        for (const Arc& arc : arcs)
            ++first[arc.first + 1];
        std::partial_sum(first.begin(), first.end(), first.begin());
        std::vector<std::uint32_t> next(first.begin(), first.end() - 1);
        for (const Arc& arc : arcs)
            targets[next[arc.first]++] = arc.second;
    }
};

} // namespace

std::vector<std::vector<std::uint32_t>> strongComponents(std::uint32_t nodes, const std::vector<Arc>& arcs)
{
    const Adjacency graph(nodes, arcs);
    std::vector<std::uint32_t> order(nodes, kUnseen), low(nodes, 0), stack;
    std::vector<bool> onStack(nodes, false);
    std::vector<std::vector<std::uint32_t>> components;
    struct Frame {
        std::uint32_t node, next; // next: position in graph.targets
    };
    std::vector<Frame> frames;
    std::uint32_t counter = 0;
    const auto enter = [&](std::uint32_t node) {
        order[node] = low[node] = counter++;
        stack.push_back(node);
        onStack[node] = true;
        frames.push_back({ node, graph.first[node] });
    };
    for (std::uint32_t root = 0; root < nodes; ++root) {
        if (order[root] != kUnseen)
            continue;
        enter(root);
        while (!frames.empty()) {
            Frame& frame = frames.back();
            const std::uint32_t node = frame.node;
            if (frame.next < graph.first[node + 1]) {
                const std::uint32_t target = graph.targets[frame.next++];
                if (order[target] == kUnseen)
                    enter(target);
                else if (onStack[target])
                    low[node] = std::min(low[node], order[target]);
                continue;
            }
            frames.pop_back();
            if (!frames.empty())
                low[frames.back().node] = std::min(low[frames.back().node], low[node]);
            if (low[node] != order[node])
                continue;
            const auto begin = std::find(stack.rbegin(), stack.rend(), node).base() - 1;
            std::vector<std::uint32_t> component(begin, stack.end());
            stack.erase(begin, stack.end());
            for (const std::uint32_t member : component)
                onStack[member] = false;
            if (component.size() > 1) {
                std::sort(component.begin(), component.end());
                components.push_back(std::move(component));
            }
        }
    }
    std::sort(components.begin(), components.end());
    return components;
}

std::vector<std::uint32_t> weakComponents(std::uint32_t nodes, const std::vector<Arc>& arcs)
{
    std::vector<std::uint32_t> parent(nodes);
    std::iota(parent.begin(), parent.end(), 0U);
    const auto rootOf = [&](std::uint32_t node) {
        while (parent[node] != node) {
            parent[node] = parent[parent[node]];
            node = parent[node];
        }
        return node;
    };
    for (const Arc& arc : arcs) {
        const std::uint32_t a = rootOf(arc.first), b = rootOf(arc.second);
        parent[std::max(a, b)] = std::min(a, b); // the root stays the smallest node
    }
    for (std::uint32_t node = 0; node < nodes; ++node)
        parent[node] = rootOf(node);
    return parent;
}

} // namespace ferroscope::graph
