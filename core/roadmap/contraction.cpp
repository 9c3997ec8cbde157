// SPDX-FileCopyrightText: The Ferroscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/roadmap/contraction.h"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <unordered_map>

namespace ferroscope::roadmap {
namespace {

double sane(double value)
{
    return std::isfinite(value) && value > 0 ? value : 0;
}

double savedTime(double time, double speedup)
{
    constexpr double kSlowest = 0.1; // a factor of 0 or less is a mistake, not a slow-down without bound
    return sane(time) * (1 - 1 / std::max(std::isfinite(speedup) ? speedup : 1, kSlowest));
}

void numberGroups(const PlanInput& input, PlanGraph& graph)
{
    std::unordered_map<std::uint32_t, std::uint32_t> groupOfTie;
    graph.groupOfUnit.reserve(input.units.size());
    for (const Unit& unit : input.units) {
        auto group = static_cast<std::uint32_t>(graph.groups.size());
        if (unit.tie != kNoIndex)
            group = groupOfTie.try_emplace(unit.tie, group).first->second;
        if (group == graph.groups.size())
            graph.groups.emplace_back();
        Group& target = graph.groups[group];
        target.saved += savedBy(unit).likely;
        target.effort += sane(unit.effort.likely);
        target.pinned |= unit.pinned;
        target.forced |= unit.forced;
        graph.groupOfUnit.push_back(group);
    }
    for (Group& group : graph.groups)
        group.forced &= !group.pinned;
}

void mergeLinks(const PlanInput& input, PlanGraph& graph)
{
    std::vector<GroupLink>& links = graph.links;
    for (const Link& link : input.links) {
        if (link.from >= input.units.size() || link.to >= input.units.size() || sane(link.cost) == 0)
            continue;
        const std::uint32_t a = graph.groupOfUnit[link.from];
        const std::uint32_t b = graph.groupOfUnit[link.to];
        if (a != b)
            links.push_back({ std::min(a, b), std::max(a, b), link.cost });
    }
    std::stable_sort(links.begin(), links.end(),
        [](const GroupLink& x, const GroupLink& y) { return x.a != y.a ? x.a < y.a : x.b < y.b; });
    std::size_t kept = 0;
    for (std::size_t i = 0; i < links.size(); ++i) {
        if (kept > 0 && links[kept - 1].a == links[i].a && links[kept - 1].b == links[i].b)
            links[kept - 1].cost += links[i].cost;
        else
            links[kept++] = links[i];
    }
    links.resize(kept);
}

void indexNeighbours(PlanGraph& graph)
{
    graph.first.assign(graph.groups.size() + 1, 0);
    for (const GroupLink& link : graph.links) {
        ++graph.first[link.a + 1];
        ++graph.first[link.b + 1];
    }
    std::partial_sum(graph.first.begin(), graph.first.end(), graph.first.begin());
    graph.adjacent.resize(2 * graph.links.size());
    std::vector<std::uint32_t> next(graph.first.begin(), graph.first.end() - 1);
    for (const GroupLink& link : graph.links) {
        graph.adjacent[next[link.a]++] = { link.b, link.cost };
        graph.adjacent[next[link.b]++] = { link.a, link.cost };
    }
}

void numberComponents(PlanGraph& graph)
{
    graph.component.assign(graph.groups.size(), kNoIndex);
    std::vector<std::uint32_t> queue;
    for (std::uint32_t start = 0; start < graph.groups.size(); ++start) {
        if (graph.groups[start].isFixed() || graph.component[start] != kNoIndex)
            continue;
        queue.assign(1, start);
        graph.component[start] = graph.components;
        while (!queue.empty()) {
            const std::uint32_t group = queue.back();
            queue.pop_back();
            for (const Neighbour& neighbour : graph.neighbours(group)) {
                if (graph.groups[neighbour.group].isFixed() || graph.component[neighbour.group] != kNoIndex)
                    continue;
                graph.component[neighbour.group] = graph.components;
                queue.push_back(neighbour.group);
            }
        }
        ++graph.components;
    }
}

} // namespace

Range savedBy(const Unit& unit)
{
    return { savedTime(unit.time.low, unit.speedup.low), savedTime(unit.time.likely, unit.speedup.likely),
        savedTime(unit.time.high, unit.speedup.high) };
}

PlanGraph contract(const PlanInput& input)
{
    PlanGraph graph;
    numberGroups(input, graph);
    mergeLinks(input, graph);
    indexNeighbours(graph);
    numberComponents(graph);
    return graph;
}

} // namespace ferroscope::roadmap
