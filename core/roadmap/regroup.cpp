// SPDX-FileCopyrightText: The Ferroscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/roadmap/regroup.h"

#include "core/roadmap/module_merge.h"
#include "core/roadmap/wave_steps.h"
#include <algorithm>
#include <limits>
#include <map>

namespace ferroscope::roadmap {
namespace {

// Units for which `leaves` is true go; steps and sets without units, too.
template <typename Test> void removeUnits(std::vector<FoundSet>& sets, Test leaves)
{
    for (FoundSet& set : sets) {
        for (FoundSet::Step& step : set.steps)
            std::erase_if(step.units, leaves);
        std::erase_if(set.steps, [](const FoundSet::Step& step) { return step.units.empty(); });
    }
    std::erase_if(sets, [](const FoundSet& set) { return set.steps.empty(); });
}

std::vector<std::uint32_t> setOfUnits(const PlanInput& input, const std::vector<FoundSet>& sets)
{
    std::vector<std::uint32_t> setOf(input.units.size(), kNoIndex);
    for (std::uint32_t at = 0; at < sets.size(); ++at) {
        for (const FoundSet::Step& step : sets[at].steps) {
            for (const std::uint32_t unit : step.units)
                setOf[unit] = at;
        }
    }
    return setOf;
}

void addForced(const PlanInput& input, std::vector<FoundSet>& sets)
{
    const std::vector<std::uint32_t> setOf = setOfUnits(input, sets);
    std::map<std::uint32_t, FoundSet::Step> byModule;
    for (std::uint32_t unit = 0; unit < input.units.size(); ++unit) {
        if (input.units[unit].forced && !input.units[unit].pinned && setOf[unit] == kNoIndex)
            byModule[input.units[unit].module].units.push_back(unit);
    }
    std::vector<FoundSet> all;
    for (auto& [module, step] : byModule) {
        FoundSet& set = all.emplace_back();
        set.lambda = step.lambda = std::numeric_limits<double>::infinity();
        set.steps.push_back(std::move(step));
    }
    std::move(sets.begin(), sets.end(), std::back_inserter(all));
    sets = std::move(all);
}

std::vector<std::uint32_t> membersOf(const PlanInput& input, const UnitGroup& group)
{
    std::vector<std::uint32_t> ties;
    for (const std::uint32_t unit : group.units) {
        if (input.units[unit].tie != kNoIndex)
            ties.push_back(input.units[unit].tie);
    }
    std::vector<std::uint32_t> members = group.units;
    for (std::uint32_t unit = 0; unit < input.units.size() && !ties.empty(); ++unit) {
        if (std::find(ties.begin(), ties.end(), input.units[unit].tie) != ties.end())
            members.push_back(unit);
    }
    std::erase_if(members, [&](std::uint32_t unit) { return input.units[unit].pinned; });
    std::sort(members.begin(), members.end());
    members.erase(std::unique(members.begin(), members.end()), members.end());
    return members;
}

void makeGroup(const PlanInput& input, const UnitGroup& group, std::vector<FoundSet>& sets)
{
    FoundSet made;
    made.isByHand = true;
    made.title = group.title;
    made.steps.push_back({ membersOf(input, group), 0 });
    const std::vector<std::uint32_t>& members = made.steps.front().units;
    if (members.empty())
        return;
    const std::vector<std::uint32_t> setOf = setOfUnits(input, sets);
    std::uint32_t place = kNoIndex;
    for (const std::uint32_t unit : members)
        place = std::min(place, setOf[unit]);
    place = place == kNoIndex ? 0 : place;
    if (place < sets.size())
        made.lambda = made.steps.front().lambda = sets[place].lambda;
    std::vector<FoundSet> all;
    for (std::uint32_t at = 0; at <= sets.size(); ++at) {
        if (at == place)
            all.push_back(made);
        if (at == sets.size())
            break;
        std::vector<FoundSet> rest { std::move(sets[at]) };
        removeUnits(rest, [&](std::uint32_t unit) { return std::binary_search(members.begin(), members.end(), unit); });
        std::move(rest.begin(), rest.end(), std::back_inserter(all));
    }
    sets = std::move(all);
}

} // namespace

std::vector<std::uint32_t> FoundSet::units() const
{
    std::vector<std::uint32_t> all;
    for (const Step& step : steps)
        all.insert(all.end(), step.units.begin(), step.units.end());
    std::sort(all.begin(), all.end());
    return all;
}

std::vector<FoundSet> regroup(const PlanInput& input, std::vector<FoundSet> found)
{
    removeUnits(found, [&](std::uint32_t unit) { return input.units[unit].pinned; });
    addForced(input, found);
    std::vector<FoundSet> sets = cutIntoSteps(input, mergeByModule(input, std::move(found)));
    for (const UnitGroup& group : input.groups)
        makeGroup(input, group, sets);
    return sets;
}

} // namespace ferroscope::roadmap
