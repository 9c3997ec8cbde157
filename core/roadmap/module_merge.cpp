// SPDX-FileCopyrightText: The Ferroscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/roadmap/module_merge.h"

#include <algorithm>
#include <map>
#include <numeric>

namespace ferroscope::roadmap {

std::vector<MergedSet> mergeByModule(const PlanInput& input, const PlanGraph& graph, std::vector<MergedSet> sets)
{
    if (input.modules.empty()) // nothing is known of files
        return sets;
    std::vector<std::uint32_t> setOfGroup(graph.groups.size(), kNoIndex);
    for (std::uint32_t at = 0; at < sets.size(); ++at) {
        for (const std::uint32_t group : sets[at].groups)
            setOfGroup[group] = at;
    }
    std::vector<std::uint32_t> root(sets.size());
    std::iota(root.begin(), root.end(), 0U);
    const auto find = [&](std::uint32_t set) {
        while (root[set] != set)
            set = root[set];
        return set;
    };
    std::map<std::uint32_t, std::uint32_t> firstSetOfModule;
    for (std::uint32_t unit = 0; unit < input.units.size(); ++unit) {
        const std::uint32_t set = setOfGroup[graph.groupOfUnit[unit]];
        if (set == kNoIndex)
            continue;
        const auto [first, isNew] = firstSetOfModule.emplace(input.units[unit].module, set);
        if (isNew)
            continue;
        const std::uint32_t a = find(first->second);
        const std::uint32_t b = find(set);
        root[std::max(a, b)] = std::min(a, b);
    }
    std::vector<MergedSet> merged;
    for (std::uint32_t at = 0; at < sets.size(); ++at) {
        const std::uint32_t into = find(at);
        if (into == at)
            continue;
        sets[into].groups.insert(sets[into].groups.end(), sets[at].groups.begin(), sets[at].groups.end());
        sets[at].groups.clear();
    }
    for (MergedSet& set : sets) {
        if (set.groups.empty())
            continue;
        std::sort(set.groups.begin(), set.groups.end());
        merged.push_back(std::move(set));
    }
    return merged;
}

} // namespace ferroscope::roadmap
