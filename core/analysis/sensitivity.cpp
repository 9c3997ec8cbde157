// SPDX-FileCopyrightText: The Ferroscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis/sensitivity.h"
#include "core/roadmap/strategy.h"

#include <algorithm>
#include <cmath>

namespace ferroscope::analysis {

namespace {

// SplitMix64 (Steele, Lea and Flood 2014): the same numbers on every machine.
class Dice {
public:
    double uniform() // [0, 1)
    {
        m_state += 0x9E3779B97F4A7C15ULL;
        std::uint64_t mixed = m_state;
        mixed = (mixed ^ (mixed >> 30U)) * 0xBF58476D1CE4E5B9ULL;
        mixed = (mixed ^ (mixed >> 27U)) * 0x94D049BB133111EBULL;
        return static_cast<double>((mixed ^ (mixed >> 31U)) >> 11U) * 0x1.0p-53;
    }

private:
    std::uint64_t m_state = 0;
};

// Module with most of the set's time; nullopt where a person forced it: nothing can take it out.
std::optional<graph::ModuleId> leadOf(const Planned& planned, const roadmap::CandidateSet& set)
{
    if (set.isForced)
        return std::nullopt;
    const auto shares = roadmap::timeByModule(planned.input, set);
    const auto most = std::max_element(shares.begin(), shares.end(), [](const auto& a, const auto& b) { return a.second < b.second; });
    return most == shares.end() ? std::nullopt : std::optional(planned.problem.moduleOfPlan[most->first]);
}

} // namespace

std::vector<std::pair<std::string, double>> sensitivityOf(const Judged& judged, const Planned& planned, const roadmap::Plan& plan,
    const scoring::Weights& weights)
{
    std::vector<std::optional<graph::ModuleId>> leads;
    for (const roadmap::CandidateSet& set : planned.sets)
        leads.push_back(leadOf(planned, set));
    std::vector<int> inTop(leads.size(), 0);
    Dice dice;
    for (int trial = 0; trial < kTrials; ++trial) {
        scoring::Weights varied = weights;
        for (double& weight : varied)
            weight *= std::exp2(2 * dice.uniform() - 1);
        std::size_t rank = 0;
        for (std::size_t at = 0; at < leads.size() && rank < kTop; ++at) {
            if (leads[at] && scoring::levelsOf(judged.answers[*leads[at]], varied).value < scoring::kWorthValue)
                continue;
            ++rank;
            ++inTop[at];
        }
    }
    std::vector<std::pair<std::string, double>> shares;
    for (std::size_t at = 0; at < leads.size(); ++at)
        shares.emplace_back(plan.candidates[at].id, static_cast<double>(inTop[at]) / kTrials);
    return shares;
}

} // namespace ferroscope::analysis
