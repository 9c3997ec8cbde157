// SPDX-FileCopyrightText: The Ferroscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/graph/feedback_arcs.h"

#include <algorithm>
#include <limits>
#include <numeric>
#include <set>

namespace ferroscope::graph {

namespace {

using Order = std::vector<std::uint32_t>;

struct Neighbour {
    std::uint32_t node = 0;
    std::uint64_t cost = 0;
};

struct Neighbours {
    std::vector<std::vector<Neighbour>> out, in;
    Neighbours(std::uint32_t nodes, const std::vector<CostedArc>& arcs)
        : out(nodes)
        , in(nodes)
    {
        for (const CostedArc& arc : arcs) {
            if (arc.from == arc.to)
                continue;
            out[arc.from].push_back({ arc.to, arc.cost });
            in[arc.to].push_back({ arc.from, arc.cost });
        }
    }
};

// best[S] = least cost of backward arcs when the nodes of S come first. Appending v to S makes v's arcs
// into S backward.
Order exactOrder(std::uint32_t nodes, const Neighbours& graph)
{
    const std::uint32_t all = (1U << nodes) - 1;
    std::vector<std::uint64_t> best(all + 1, std::numeric_limits<std::uint64_t>::max());
    std::vector<std::uint8_t> last(all + 1, 0);
    best[0] = 0;
    for (std::uint32_t set = 0; set < all; ++set) {
        for (std::uint32_t node = 0; node < nodes; ++node) {
            if ((set >> node & 1U) != 0)
                continue;
            std::uint64_t cost = best[set];
            for (const Neighbour& next : graph.out[node])
                cost += (set >> next.node & 1U) != 0 ? next.cost : 0;
            const std::uint32_t grown = set | 1U << node;
            if (cost < best[grown]) {
                best[grown] = cost;
                last[grown] = static_cast<std::uint8_t>(node);
            }
        }
    }
    Order order(nodes);
    for (std::uint32_t set = all, at = nodes; at > 0; set &= ~(1U << last[set]))
        order[--at] = last[set];
    return order;
}

// Sinks go to the end, sources to the front, else the node with the largest (cost out - cost in) to the front.
Order eadesOrder(std::uint32_t nodes, const Neighbours& graph)
{
    std::vector<std::int64_t> out(nodes, 0), in(nodes, 0);
    for (std::uint32_t node = 0; node < nodes; ++node) {
        for (const Neighbour& next : graph.out[node])
            out[node] += static_cast<std::int64_t>(next.cost);
        for (const Neighbour& previous : graph.in[node])
            in[node] += static_cast<std::int64_t>(previous.cost);
    }
    // Ordered by class (sinks, sources, others by falling difference), then by node.
    const auto key = [&](std::uint32_t node) {
        constexpr auto kFirst = std::numeric_limits<std::int64_t>::min();
        const std::int64_t rank = out[node] == 0 ? kFirst : in[node] == 0 ? kFirst + 1 : in[node] - out[node];
        return std::pair(rank, node);
    };
    std::set<std::pair<std::int64_t, std::uint32_t>> open;
    for (std::uint32_t node = 0; node < nodes; ++node)
        open.insert(key(node));
    std::vector<bool> placed(nodes, false);
    Order front, back;
    while (!open.empty()) {
        const std::uint32_t node = open.begin()->second;
        open.erase(open.begin());
        placed[node] = true;
        (out[node] == 0 ? back : front).push_back(node);
        const auto change = [&](const Neighbour& neighbour, std::vector<std::int64_t>& sums) {
            if (placed[neighbour.node])
                return;
            open.erase(key(neighbour.node));
            sums[neighbour.node] -= static_cast<std::int64_t>(neighbour.cost);
            open.insert(key(neighbour.node));
        };
        for (const Neighbour& next : graph.out[node])
            change(next, in);
        for (const Neighbour& previous : graph.in[node])
            change(previous, out);
    }
    front.insert(front.end(), back.rbegin(), back.rend());
    return front;
}

// Moves single nodes to their best place until nothing gains, at most a fixed number of rounds. A node's
// cost changes only where a neighbour is passed, so only those places are tried.
void improve(Order& order, const Neighbours& graph)
{
    constexpr int kRounds = 6;
    constexpr std::size_t kWork = 40'000'000; // positions shifted in all
    const auto nodes = static_cast<std::uint32_t>(order.size());
    std::vector<std::uint32_t> at(nodes);
    for (std::uint32_t i = 0; i < nodes; ++i)
        at[order[i]] = i;
    std::size_t work = 0;
    for (int round = 0; round < kRounds; ++round) {
        bool moved = false;
        for (std::uint32_t node = 0; node < nodes && work < kWork; ++node) {
            // Cost of placing the node before everything; passing a neighbour changes it.
            std::vector<std::pair<std::uint32_t, std::int64_t>> steps; // position of a neighbour, change when behind it
            std::int64_t cost = 0;
            for (const Neighbour& next : graph.out[node])
                steps.emplace_back(at[next.node], static_cast<std::int64_t>(next.cost));
            for (const Neighbour& previous : graph.in[node]) {
                steps.emplace_back(at[previous.node], -static_cast<std::int64_t>(previous.cost));
                cost += static_cast<std::int64_t>(previous.cost);
            }
            std::sort(steps.begin(), steps.end());
            std::int64_t present = cost, best = cost;
            std::uint32_t bestPlace = 0; // in the order without the node
            for (std::size_t i = 0; i < steps.size(); ++i) {
                const auto [position, change] = steps[i];
                cost += change;
                if (i + 1 < steps.size() && steps[i + 1].first == position)
                    continue; // arcs both ways: one step
                if (position < at[node])
                    present = cost;
                if (cost < best) {
                    best = cost;
                    bestPlace = position < at[node] ? position + 1 : position;
                }
            }
            if (best >= present)
                continue;
            moved = true;
            const std::uint32_t from = at[node];
            const auto begin = order.begin();
            if (bestPlace < from)
                std::rotate(begin + bestPlace, begin + from, begin + from + 1);
            else
                std::rotate(begin + from, begin + from + 1, begin + bestPlace + 1);
            const auto [low, high] = std::minmax(bestPlace, from);
            for (std::uint32_t i = low; i <= high; ++i)
                at[order[i]] = i;
            work += high - low;
        }
        if (!moved)
            return;
    }
}

// Puts removed arcs back, dearest first, where that closes no cycle.
void restore(std::vector<std::uint32_t>& removed, std::uint32_t nodes, const std::vector<CostedArc>& arcs)
{
    constexpr std::size_t kWork = 100'000'000; // arcs looked at in all
    std::vector<std::vector<std::uint32_t>> out(nodes);
    std::vector<bool> isRemoved(arcs.size(), false);
    for (const std::uint32_t arc : removed)
        isRemoved[arc] = true;
    for (std::uint32_t i = 0; i < arcs.size(); ++i) {
        if (!isRemoved[i] && arcs[i].from != arcs[i].to)
            out[arcs[i].from].push_back(arcs[i].to);
    }
    std::stable_sort(removed.begin(), removed.end(), [&](auto a, auto b) { return arcs[a].cost > arcs[b].cost; });
    std::vector<std::uint32_t> seen(nodes, 0), pending;
    std::uint32_t search = 0;
    std::size_t work = 0;
    const auto reaches = [&](std::uint32_t start, std::uint32_t goal) {
        ++search;
        pending.assign(1, start);
        seen[start] = search;
        while (!pending.empty()) {
            const std::uint32_t node = pending.back();
            pending.pop_back();
            if (node == goal)
                return true;
            work += out[node].size() + 1;
            for (const std::uint32_t next : out[node]) {
                if (seen[next] != search) {
                    seen[next] = search;
                    pending.push_back(next);
                }
            }
        }
        return false;
    };
    std::erase_if(removed, [&](std::uint32_t arc) {
        if (work > kWork || reaches(arcs[arc].to, arcs[arc].from))
            return false;
        out[arcs[arc].from].push_back(arcs[arc].to);
        return true;
    });
    std::sort(removed.begin(), removed.end());
}

} // namespace

std::vector<std::uint32_t> feedbackArcs(std::uint32_t nodes, const std::vector<CostedArc>& arcs)
{
    const Neighbours graph(nodes, arcs);
    const bool exact = nodes <= kExactNodes;
    Order order = exact ? exactOrder(nodes, graph) : eadesOrder(nodes, graph);
    if (!exact)
        improve(order, graph);
    std::vector<std::uint32_t> at(nodes);
    for (std::uint32_t i = 0; i < nodes; ++i)
        at[order[i]] = i;
    std::vector<std::uint32_t> removed;
    for (std::uint32_t i = 0; i < arcs.size(); ++i) {
        if (at[arcs[i].from] > at[arcs[i].to])
            removed.push_back(i);
    }
    if (!exact)
        restore(removed, nodes, arcs);
    return removed;
}

} // namespace ferroscope::graph
