// SPDX-FileCopyrightText: The Ferroscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/roadmap/module_merge.h"

#include <algorithm>
#include <map>
#include <numeric>

namespace ferroscope::roadmap {

std::vector<FoundSet> mergeByModule(const PlanInput& input, std::vector<FoundSet> sets)
{
    if (input.modules.empty()) // nothing is known of files
        return sets;
    std::vector<std::uint32_t> root(sets.size());
    std::iota(root.begin(), root.end(), 0U);
    const auto find = [&](std::uint32_t set) {
        while (root[set] != set)
            set = root[set];
        return set;
    };
    std::map<std::uint32_t, std::uint32_t> firstSetOfModule;
    for (std::uint32_t at = 0; at < sets.size(); ++at) {
        for (const FoundSet::Step& step : sets[at].steps) {
            for (const std::uint32_t unit : step.units) {
                const auto [first, isNew] = firstSetOfModule.emplace(input.units[unit].module, at);
                if (isNew)
                    continue;
                const std::uint32_t a = find(first->second);
                const std::uint32_t b = find(at);
                root[std::max(a, b)] = std::min(a, b);
            }
        }
    }
    for (std::uint32_t at = 0; at < sets.size(); ++at) {
        if (const std::uint32_t into = find(at); into != at) {
            std::move(sets[at].steps.begin(), sets[at].steps.end(), std::back_inserter(sets[into].steps));
            sets[at].steps.clear();
        }
    }
    std::erase_if(sets, [](const FoundSet& set) { return set.steps.empty(); });
    return sets;
}

} // namespace ferroscope::roadmap
