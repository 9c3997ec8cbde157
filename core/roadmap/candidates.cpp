// SPDX-FileCopyrightText: The Ferroscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/roadmap/candidates.h"

#include "core/roadmap/module_merge.h"
#include <algorithm>
#include <cmath>
#include <set>

namespace ferroscope::roadmap {
namespace {

struct Draft {
    CandidateSet set; // needs: indices of drafts
    std::vector<std::uint32_t> neededBy;
    bool dropped = false;
};

Range signedSum(Range a, double cost) // costs are not uncertain: the same in all three
{
    return { a.low + cost, a.likely + cost, a.high + cost };
}

std::vector<std::uint32_t> ranksOf(const PlanGraph& graph, const std::vector<MergedSet>& merged)
{
    std::vector<std::uint32_t> rank(graph.groups.size(), kNoIndex);
    for (std::uint32_t i = 0; i < merged.size(); ++i) {
        for (const std::uint32_t group : merged[i].groups)
            rank[group] = i;
    }
    return rank;
}

// Figures of every set in the order of merging, in which each set comes after all that it assumes.
std::vector<Draft> evaluate(const PlanInput& input, const PlanGraph& graph, const std::vector<MergedSet>& merged)
{
    const std::vector<std::uint32_t> rank = ranksOf(graph, merged);
    std::vector<Draft> drafts(merged.size());
    for (std::uint32_t i = 0; i < drafts.size(); ++i)
        drafts[i].set.lambda = merged[i].lambda;
    for (std::uint32_t unit = 0; unit < input.units.size(); ++unit) {
        const std::uint32_t at = rank[graph.groupOfUnit[unit]];
        if (at == kNoIndex)
            continue;
        drafts[at].set.units.push_back(unit);
        drafts[at].set.saved += savedBy(input.units[unit]);
        drafts[at].set.effort += input.units[unit].effort;
    }
    for (const GroupLink& link : graph.links) {
        const std::uint32_t a = std::min(rank[link.a], rank[link.b]); // kNoIndex is the largest
        const std::uint32_t b = std::max(rank[link.a], rank[link.b]);
        if (a == b)
            continue;
        drafts[a].set.saved = signedSum(drafts[a].set.saved, -link.cost);
        if (b == kNoIndex)
            continue;
        drafts[b].set.saved = signedSum(drafts[b].set.saved, link.cost);
        drafts[b].set.removed += link.cost;
        drafts[b].set.needs.push_back(a);
    }
    for (std::uint32_t i = 0; i < drafts.size(); ++i) {
        std::vector<std::uint32_t>& needs = drafts[i].set.needs;
        std::sort(needs.begin(), needs.end());
        needs.erase(std::unique(needs.begin(), needs.end()), needs.end());
        for (const std::uint32_t need : needs)
            drafts[need].neededBy.push_back(i);
        drafts[i].set.saved = drafts[i].set.saved.ordered();
    }
    return drafts;
}

// Only sets that none of the kept ones needs may go, so no figure of a kept set changes.
void dropTheLeast(std::vector<Draft>& drafts, std::size_t most)
{
    std::vector<std::size_t> users(drafts.size());
    std::set<std::pair<double, std::uint32_t>> droppable; // by what they save; of equals the later goes
    const auto key = [&](std::uint32_t i) { return std::pair { drafts[i].set.saved.likely, kNoIndex - i }; };
    for (std::uint32_t i = 0; i < drafts.size(); ++i) {
        users[i] = drafts[i].neededBy.size();
        if (users[i] == 0)
            droppable.insert(key(i));
    }
    for (std::size_t kept = drafts.size(); kept > most; --kept) {
        const std::uint32_t i = kNoIndex - droppable.begin()->second;
        droppable.erase(droppable.begin());
        drafts[i].dropped = true;
        for (const std::uint32_t need : drafts[i].set.needs) {
            if (--users[need] == 0)
                droppable.insert(key(need));
        }
    }
}

// Indices of the kept drafts: of those whose needs are met the best return first.
std::vector<std::uint32_t> bestFirst(const std::vector<Draft>& drafts, double fixedEffort)
{
    std::vector<std::size_t> unmet(drafts.size());
    std::set<std::pair<double, std::uint32_t>> ready;
    const auto key = [&](std::uint32_t i) {
        const double effort = std::max(drafts[i].set.effort.likely + fixedEffort, 1e-3);
        return std::pair { -drafts[i].set.saved.likely / effort, i };
    };
    for (std::uint32_t i = 0; i < drafts.size(); ++i) {
        unmet[i] = drafts[i].set.needs.size();
        if (unmet[i] == 0 && !drafts[i].dropped)
            ready.insert(key(i));
    }
    std::vector<std::uint32_t> order;
    while (!ready.empty()) {
        const std::uint32_t i = ready.begin()->second;
        ready.erase(ready.begin());
        order.push_back(i);
        for (const std::uint32_t user : drafts[i].neededBy) {
            if (--unmet[user] == 0 && !drafts[user].dropped)
                ready.insert(key(user));
        }
    }
    return order;
}

// A link crosses for the earlier of its two sets and no longer once the later one has moved.
void listCrossings(const PlanInput& input, std::vector<CandidateSet>& sets)
{
    std::vector<std::uint32_t> setOf(input.units.size(), kNoIndex);
    for (std::uint32_t i = 0; i < sets.size(); ++i) {
        for (const std::uint32_t unit : sets[i].units)
            setOf[unit] = i;
    }
    for (std::uint32_t i = 0; i < input.links.size(); ++i) {
        const Link& link = input.links[i];
        if (link.from >= setOf.size() || link.to >= setOf.size() || setOf[link.from] == setOf[link.to])
            continue;
        sets[std::min(setOf[link.from], setOf[link.to])].crossings.push_back(i);
    }
}

} // namespace

std::vector<CandidateSet> findCandidates(const PlanInput& input)
{
    if (!std::isfinite(input.runTime) || input.runTime <= 0)
        return {};
    const double least = input.cutOff * input.runTime;
    const PlanGraph graph = contract(input);
    const std::vector<BestSetStep> steps = bestSetSteps(graph, least);
    const std::vector<MergedSet> merged
        = mergeByModule(input, graph, mergeSteps(graph, steps, least, input.leastGain * input.runTime));
    std::vector<Draft> drafts = evaluate(input, graph, merged);
    dropTheLeast(drafts, input.maxCandidates);

    const std::vector<std::uint32_t> order = bestFirst(drafts, input.costs.perCandidateFixed);
    std::vector<std::uint32_t> place(drafts.size(), kNoIndex);
    std::vector<CandidateSet> sets;
    for (const std::uint32_t draft : order) {
        place[draft] = static_cast<std::uint32_t>(sets.size());
        CandidateSet& set = sets.emplace_back(std::move(drafts[draft].set));
        for (std::uint32_t& need : set.needs)
            need = place[need];
        std::sort(set.needs.begin(), set.needs.end());
    }
    listCrossings(input, sets);
    return sets;
}

} // namespace ferroscope::roadmap
