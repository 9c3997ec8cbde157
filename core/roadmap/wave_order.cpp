// SPDX-FileCopyrightText: The Ferroscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/roadmap/wave_order.h"

#include <algorithm>
#include <tuple>
#include <utility>

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
        if (sets[i].needs.empty() && sets[i].wave == 0)
            eligible.push_back(i);
    }
    if (eligible.empty())
        return sets.size(); // a person has placed all that could be first
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

// Places what is left, wave after wave, around what a person has placed.
class WaveOrder {
public:
    WaveOrder(const PlanInput& planInput, const std::vector<CandidateSet>& planSets, const std::vector<Candidate>& planCandidates)
        : input(planInput)
        , sets(planSets)
        , candidates(planCandidates)
        , waveOf(planSets.size(), 0)
        , deadline(planSets.size(), kNoDeadline)
    {
        for (std::size_t i = sets.size(); i-- > 0;) { // needs point to earlier sets
            if (sets[i].wave > 0)
                place(i, sets[i].wave);
            const int before = std::min(deadline[i], sets[i].wave > 0 ? sets[i].wave : kNoDeadline);
            for (const std::uint32_t need : sets[i].needs)
                deadline[need] = std::min(deadline[need], before);
        }
        for (std::vector<std::size_t>& wave : waves)
            std::reverse(wave.begin(), wave.end());
    }

    std::vector<std::vector<std::size_t>> run()
    {
        if (waves.empty() || waves[0].empty()) {
            if (const std::size_t first = firstMove(input, sets, candidates); first < sets.size())
                place(first, 1);
        }
        for (int number = 2; left() > 0;) {
            const std::size_t next = nextIn(number);
            if (next == sets.size())
                ++number; // full, or all that is left waits for a later wave
            else
                place(next, number);
        }
        return std::move(waves);
    }

private:
    static constexpr int kNoDeadline = 1'000'000;

    void place(std::size_t candidate, int number)
    {
        if (waves.size() < static_cast<std::size_t>(number))
            waves.resize(static_cast<std::size_t>(number));
        waves[static_cast<std::size_t>(number) - 1].push_back(candidate);
        waveOf[candidate] = number;
    }

    std::size_t left() const { return static_cast<std::size_t>(std::count(waveOf.begin(), waveOf.end(), 0)); }

    // What goes into the wave next; sets.size() if nothing does.
    std::size_t nextIn(int number) const
    {
        std::size_t next = sets.size();
        for (std::size_t i = 0; i < sets.size(); ++i) {
            const std::vector<std::uint32_t>& needs = sets[i].needs;
            const bool ready = waveOf[i] == 0
                && std::all_of(needs.begin(), needs.end(), [&](std::uint32_t need) { return waveOf[need] > 0 && waveOf[need] <= number; });
            if (ready && (next == sets.size() || urgency(i, number) < urgency(next, number)))
                next = i;
        }
        if (next == sets.size() || waves.size() < static_cast<std::size_t>(number))
            return next;
        const std::vector<std::size_t>& members = waves[static_cast<std::size_t>(number) - 1];
        double days = 0;
        for (const std::size_t member : members)
            days += candidates[member].effort.likely;
        const bool isFull = members.size() >= kMostPerWave || (!members.empty() && days + candidates[next].effort.likely > kMostDaysPerWave);
        return isFull ? sets.size() : next;
    }

    std::pair<bool, double> urgency(std::size_t candidate, int number) const
    {
        return { deadline[candidate] > number, -returnOf(candidates[candidate]) };
    }

    const PlanInput& input;
    const std::vector<CandidateSet>& sets;
    const std::vector<Candidate>& candidates;
    std::vector<int> waveOf; // 0: not placed
    std::vector<int> deadline; // a chosen wave that counts on it
    std::vector<std::vector<std::size_t>> waves;
};

} // namespace

std::vector<std::vector<std::size_t>> orderWaves(
    const PlanInput& input, const std::vector<CandidateSet>& sets, const std::vector<Candidate>& candidates)
{
    return WaveOrder(input, sets, candidates).run();
}

} // namespace ferroscope::roadmap
