// SPDX-FileCopyrightText: The Ferroscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/roadmap/wave_order.h"

#include <algorithm>
#include <tuple>

namespace ferroscope::roadmap {
namespace {

double returnOf(const Candidate& candidate)
{
    return candidate.gain.likely / std::max(candidate.effort.likely, 1e-3);
}

std::uint32_t fanInOf(const PlanInput& input, const CandidateSet& set)
{
    std::uint32_t most = 0;
    for (const std::uint32_t unit : set.units) {
        const std::uint32_t module = input.units[unit].module;
        most = std::max(most, module < input.modules.size() ? input.modules[module].fanIn : 0);
    }
    return most;
}

bool isCritical(const PlanInput& input, const CandidateSet& set)
{
    return std::any_of(set.units.begin(), set.units.end(), [&](std::uint32_t unit) {
        const std::uint32_t module = input.units[unit].module;
        return module < input.modules.size() && input.modules[module].criticality == "high";
    });
}

std::size_t firstMove(
    const PlanInput& input, const std::vector<CandidateSet>& sets, const std::vector<Candidate>& candidates)
{
    std::vector<std::size_t> eligible;
    for (std::size_t i = 0; i < sets.size(); ++i) {
        if (sets[i].needs.empty())
            eligible.push_back(i); // never empty: needs point to earlier sets
    }
    const auto prefer = [&](const auto& test) {
        if (std::any_of(eligible.begin(), eligible.end(), test))
            std::erase_if(eligible, [&](std::size_t i) { return !test(i); });
    };
    prefer([&](std::size_t i) { return !isCritical(input, sets[i]); });
    prefer([&](std::size_t i) { return candidates[i].gain.low > 0; });
    double least = candidates[eligible.front()].effort.likely;
    for (const std::size_t i : eligible)
        least = std::min(least, candidates[i].effort.likely);
    std::erase_if(eligible, [&](std::size_t i) { return candidates[i].effort.likely > 2 * least; });
    return *std::min_element(eligible.begin(), eligible.end(), [&](std::size_t a, std::size_t b) {
        return std::tuple(fanInOf(input, sets[a]), -returnOf(candidates[a]), a)
            < std::tuple(fanInOf(input, sets[b]), -returnOf(candidates[b]), b);
    });
}

} // namespace

std::vector<std::vector<std::size_t>> orderWaves(
    const PlanInput& input, const std::vector<CandidateSet>& sets, const std::vector<Candidate>& candidates)
{
    std::vector<std::vector<std::size_t>> waves;
    if (sets.empty())
        return waves;
    std::vector<bool> placed(sets.size(), false);
    waves.push_back({ firstMove(input, sets, candidates) });
    placed[waves[0][0]] = true;
    double days = kMostDaysPerWave; // of the open wave; wave 1 takes no second one

    for (std::size_t left = sets.size() - 1; left > 0; --left) {
        std::size_t next = sets.size();
        for (std::size_t i = 0; i < sets.size(); ++i) {
            const std::vector<std::uint32_t>& needs = sets[i].needs;
            const bool ready = !placed[i]
                && std::all_of(needs.begin(), needs.end(), [&](std::uint32_t need) { return placed[need]; });
            if (ready && (next == sets.size() || returnOf(candidates[i]) > returnOf(candidates[next])))
                next = i;
        }
        const double effort = candidates[next].effort.likely;
        if (waves.size() == 1 || waves.back().size() == kMostPerWave || days + effort > kMostDaysPerWave) {
            waves.emplace_back();
            days = 0;
        }
        waves.back().push_back(next);
        days += effort;
        placed[next] = true;
    }
    return waves;
}

} // namespace ferroscope::roadmap
