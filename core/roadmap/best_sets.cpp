// SPDX-FileCopyrightText: The Ferroscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/roadmap/best_sets.h"

#include "core/roadmap/parametric_cut.h"
#include <algorithm>
#include <cmath>
#include <limits>

namespace ferroscope::roadmap {
namespace {

constexpr double kMilli = 1000; // effort units per person-day
constexpr double kMostEffort = 1e7; // of one group, thousandths of a person-day
constexpr auto kBound = static_cast<double>(ParametricCut::kBound);

struct Members { // groups of the components, one after the other
    std::vector<std::uint32_t> first, groups;
};

Members membersOf(const PlanGraph& graph)
{
    Members members;
    members.first.assign(graph.components + 1, 0);
    for (const std::uint32_t component : graph.component) {
        if (component != kNoIndex)
            ++members.first[component + 1];
    }
    for (std::uint32_t i = 0; i < graph.components; ++i)
        members.first[i + 1] += members.first[i];
    members.groups.resize(members.first.back());
    std::vector<std::uint32_t> next(members.first.begin(), members.first.end());
    for (std::uint32_t group = 0; group < graph.component.size(); ++group) {
        if (graph.component[group] != kNoIndex)
            members.groups[next[graph.component[group]]++] = group;
    }
    return members;
}

std::int64_t milliDays(double days)
{
    return std::llround(std::clamp(days * kMilli, 1.0, kMostEffort));
}

class ComponentSweep {
public:
    ComponentSweep(const PlanGraph& planGraph, double leastPrice)
        : graph(planGraph)
        , least(std::max(leastPrice, 0.0))
        , place(planGraph.groups.size())
    {
    }

    void run(std::span<const std::uint32_t> groups, std::vector<BestSetStep>& steps)
    {
        double positive = 0;
        double best = 0; // no set beats the price of its best member without crossings
        double effort = 0;
        for (const std::uint32_t group : groups) {
            const auto milli = static_cast<double>(milliDays(graph.groups[group].effort));
            const double saved = savedBeside(group);
            positive += std::max(saved, 0.0);
            best = std::max(best, saved / milli);
            effort += milli;
        }
        if (best * kMilli <= least)
            return;
        double quantum = 1;
        while ((positive / quantum + static_cast<double>(groups.size()) + 1) * effort > kBound)
            quantum *= 2;
        fill(groups, quantum, positive);
        const std::vector<Increment> increments = cut.sweep(nodes, edges, leastPrice(quantum, positive));
        for (const Increment& increment : increments) {
            BestSetStep& step = steps.emplace_back();
            for (const std::uint32_t node : increment.nodes)
                step.groups.push_back(groups[node]);
            step.gain = static_cast<double>(increment.price.gain) * quantum;
            step.lambda = step.gain * kMilli / static_cast<double>(increment.price.effort);
        }
    }

private:
    // With what crosses to forced groups while it stays.
    double savedBeside(std::uint32_t group) const
    {
        double saved = graph.groups[group].saved;
        for (const Neighbour& neighbour : graph.neighbours(group))
            saved += graph.groups[neighbour.group].forced ? neighbour.cost : 0;
        return saved;
    }

    // A larger cost than all that could be saved acts like one just above it; a loss likewise. Both are cut
    // off here so that they fit an integer.
    void fill(std::span<const std::uint32_t> groups, double quantum, double positive)
    {
        const double limit = positive / quantum + static_cast<double>(groups.size()) + 1;
        nodes.clear();
        edges.clear();
        for (std::uint32_t i = 0; i < groups.size(); ++i)
            place[groups[i]] = i;
        for (std::uint32_t i = 0; i < groups.size(); ++i) {
            double pinnedCost = 0;
            for (const Neighbour& neighbour : graph.neighbours(groups[i])) {
                if (graph.groups[neighbour.group].pinned)
                    pinnedCost += neighbour.cost;
                else if (!graph.groups[neighbour.group].forced && groups[i] < neighbour.group)
                    edges.push_back({ i, place[neighbour.group],
                        std::llround(std::min(neighbour.cost / quantum, limit)) });
            }
            nodes.push_back({ std::llround(std::max((savedBeside(groups[i]) - pinnedCost) / quantum, -limit)),
                milliDays(graph.groups[groups[i]].effort), false });
        }
    }

    Price leastPrice(double quantum, double positive) const
    {
        std::int64_t parts = std::int64_t { 1 } << 20; // precision of the price: a millionth of a quantum
        const double largest = positive / quantum + static_cast<double>(nodes.size()) + 1;
        while (parts > 1 && largest * static_cast<double>(parts) > kBound)
            parts /= 2;
        const double gain = least / kMilli / quantum * static_cast<double>(parts);
        return { std::llround(std::min(gain, kBound)), parts };
    }

    const PlanGraph& graph;
    double least;
    std::vector<std::uint32_t> place;
    ParametricCut cut;
    std::vector<CutNode> nodes;
    std::vector<FlowEdge> edges;
};

void addForced(const PlanGraph& graph, std::vector<BestSetStep>& steps)
{
    std::vector<bool> seen(graph.groups.size(), false);
    for (std::uint32_t start = 0; start < graph.groups.size(); ++start) {
        if (!graph.groups[start].forced || seen[start])
            continue;
        BestSetStep& step = steps.emplace_back();
        step.lambda = std::numeric_limits<double>::infinity();
        step.forced = true;
        step.groups = { start };
        seen[start] = true;
        for (std::size_t at = 0; at < step.groups.size(); ++at) {
            const std::uint32_t group = step.groups[at];
            step.gain += graph.groups[group].saved;
            for (const Neighbour& neighbour : graph.neighbours(group)) {
                if (!graph.groups[neighbour.group].forced)
                    step.gain -= neighbour.cost;
                else if (!seen[neighbour.group]) {
                    seen[neighbour.group] = true;
                    step.groups.push_back(neighbour.group);
                }
            }
        }
        std::sort(step.groups.begin(), step.groups.end());
    }
}

} // namespace

std::vector<BestSetStep> bestSetSteps(const PlanGraph& graph, double least)
{
    const Members members = membersOf(graph);
    ComponentSweep sweep(graph, least);
    std::vector<BestSetStep> steps;
    addForced(graph, steps);
    for (std::uint32_t i = 0; i < graph.components; ++i) {
        sweep.run(std::span(members.groups).subspan(members.first[i], members.first[i + 1] - members.first[i]), steps);
    }
    // Stable: within a component the exact order stays even where two prices are equal as doubles.
    std::stable_sort(steps.begin(), steps.end(),
        [](const BestSetStep& a, const BestSetStep& b) { return a.lambda > b.lambda; });
    return steps;
}

} // namespace ferroscope::roadmap
