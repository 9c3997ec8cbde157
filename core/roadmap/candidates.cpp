// SPDX-FileCopyrightText: The Ferroscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/roadmap/candidates.h"

#include "core/roadmap/regroup.h"
#include "core/roadmap/step_merge.h"
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

// Figures of every set in the given order, in which each set comes after all that it assumes.
std::vector<Draft> evaluate(const PlanInput& input, const std::vector<FoundSet>& sets)
{
    std::vector<std::uint32_t> rank(input.units.size(), kNoIndex);
    std::vector<Draft> drafts(sets.size());
    for (std::uint32_t i = 0; i < drafts.size(); ++i) {
        CandidateSet& set = drafts[i].set;
        set.lambda = sets[i].lambda;
        set.isByHand = sets[i].isByHand;
        set.title = sets[i].title;
        set.units = sets[i].units();
        for (const std::uint32_t unit : set.units) {
            rank[unit] = i;
            set.saved += savedBy(input.units[unit]);
            set.effort += input.units[unit].effort;
            set.isForced |= input.units[unit].forced;
        }
    }
    for (const Link& link : input.links) {
        if (link.from >= rank.size() || link.to >= rank.size() || rank[link.from] == rank[link.to] || !(link.cost > 0)
            || !std::isfinite(link.cost))
            continue;
        const std::uint32_t a = std::min(rank[link.from], rank[link.to]); // kNoIndex is the largest
        const std::uint32_t b = std::max(rank[link.from], rank[link.to]);
        drafts[a].set.saved = signedSum(drafts[a].set.saved, -link.cost);
        if (b == kNoIndex)
            continue;
        drafts[b].set.saved = signedSum(drafts[b].set.saved, link.cost);
        drafts[b].set.removed += link.cost;
        drafts[b].set.needs.push_back(a);
    }
    for (const WaveChoice& choice : input.waves) {
        if (choice.unit < rank.size() && rank[choice.unit] != kNoIndex && drafts[rank[choice.unit]].set.wave == 0)
            drafts[rank[choice.unit]].set.wave = choice.wave;
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
        if (users[i] == 0 && !drafts[i].set.isForced)
            droppable.insert(key(i));
    }
    for (std::size_t kept = drafts.size(); kept > most && !droppable.empty(); --kept) {
        const std::uint32_t i = kNoIndex - droppable.begin()->second;
        droppable.erase(droppable.begin());
        drafts[i].dropped = true;
        for (const std::uint32_t need : drafts[i].set.needs) {
            if (--users[need] == 0 && !drafts[need].set.isForced)
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

std::vector<FoundSet> findSets(const PlanInput& input)
{
    if (!std::isfinite(input.runTime) || input.runTime <= 0)
        return {};
    const double least = input.cutOff * input.runTime;
    const PlanGraph graph = contract(input);
    std::vector<std::vector<std::uint32_t>> unitsOf(graph.groups.size());
    for (std::uint32_t unit = 0; unit < input.units.size(); ++unit)
        unitsOf[graph.groupOfUnit[unit]].push_back(unit);
    const std::vector<BestSetStep> steps = bestSetSteps(graph, least);
    std::vector<FoundSet> sets;
    for (const MergedSet& merged : mergeSteps(graph, steps, least, input.leastGain * input.runTime)) {
        FoundSet& set = sets.emplace_back();
        set.lambda = merged.lambda;
        for (const std::uint32_t at : merged.steps) {
            FoundSet::Step& step = set.steps.emplace_back();
            step.lambda = steps[at].lambda;
            for (const std::uint32_t group : steps[at].groups)
                step.units.insert(step.units.end(), unitsOf[group].begin(), unitsOf[group].end());
            std::sort(step.units.begin(), step.units.end());
        }
    }
    return sets;
}

std::vector<CandidateSet> priceSets(const PlanInput& input, const std::vector<FoundSet>& found)
{
    if (!std::isfinite(input.runTime) || input.runTime <= 0)
        return {};
    std::vector<Draft> drafts = evaluate(input, regroup(input, found));
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

std::vector<CandidateSet> findCandidates(const PlanInput& input)
{
    return priceSets(input, findSets(input));
}

} // namespace ferroscope::roadmap
