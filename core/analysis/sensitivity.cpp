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

struct Entrant {
    std::vector<std::pair<graph::ModuleId, double>> modules; // share of its time
    graph::ModuleId lead = 0;
    bool isForced = false;
    int inTop = 0;
};

std::vector<Entrant> entrantsOf(const Planned& planned)
{
    std::vector<Entrant> entrants;
    for (const roadmap::CandidateSet& set : planned.sets) {
        Entrant& entrant = entrants.emplace_back();
        entrant.isForced = set.isForced;
        double most = -1;
        for (const auto& [module, share] : roadmap::timeByModule(planned.input, set)) {
            const graph::ModuleId id = planned.problem.moduleOfPlan[module];
            entrant.modules.emplace_back(id, share);
            if (share > most) {
                most = share;
                entrant.lead = id;
            }
        }
    }
    return entrants;
}

void runTrial(const Judged& judged, const scoring::Weights& weights, std::vector<Entrant>& entrants)
{
    std::vector<std::pair<double, std::size_t>> ranking;
    for (std::size_t at = 0; at < entrants.size(); ++at) {
        const Entrant& entrant = entrants[at];
        if (!entrant.isForced && scoring::levelsOf(judged.answers[entrant.lead], weights).value < scoring::kWorthValue)
            continue;
        double readiness = 0;
        for (const auto& [module, share] : entrant.modules)
            readiness += share * scoring::levelsOf(judged.answers[module], weights).readiness;
        ranking.emplace_back(-readiness, at);
    }
    std::sort(ranking.begin(), ranking.end());
    for (std::size_t at = 0; at < std::min(kTop, ranking.size()); ++at)
        ++entrants[ranking[at].second].inTop;
}

} // namespace

std::vector<std::pair<std::string, double>> sensitivityOf(const Judged& judged, const Planned& planned, const roadmap::Plan& plan,
    const scoring::Weights& weights)
{
    std::vector<Entrant> entrants = entrantsOf(planned);
    Dice dice;
    for (int trial = 0; trial < kTrials; ++trial) {
        scoring::Weights varied = weights;
        for (double& weight : varied)
            weight *= std::exp2(2 * dice.uniform() - 1);
        runTrial(judged, varied, entrants);
    }
    std::vector<std::pair<std::string, double>> shares;
    for (std::size_t at = 0; at < entrants.size(); ++at)
        shares.emplace_back(plan.candidates[at].id, static_cast<double>(entrants[at].inTop) / kTrials);
    return shares;
}

} // namespace ferroscope::analysis
