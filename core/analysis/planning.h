// SPDX-FileCopyrightText: The Ferroscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
// Planning: the problem under settings, its candidates, and what they say of each module.
#pragma once

#include "core/analysis/planning_problem.h"

namespace ferroscope::analysis {

struct PlanSettings {
    roadmap::UnitCosts costs;
    double cutOff = roadmap::PlanInput {}.cutOff, leastGain = roadmap::PlanInput {}.leastGain;
    std::size_t maxCandidates = roadmap::PlanInput {}.maxCandidates;
    std::map<graph::ModuleId, Override> overrides; // a person's verdicts
    roadmap::Team team {};
    roadmap::MoneyTerms money {};
    std::map<std::string, std::string, std::less<>> riskOwners {};
    std::map<graph::ModuleId, std::string> criticality {}; // "low", "normal", "high"; of modules that a pattern matches
    struct Side {
        std::uint32_t unit = 0;
        bool isRust = false;
        std::string name; // as given, printable
    };
    std::vector<Side> sides {}; // of units that exist
    std::vector<roadmap::UnitGroup> groups {};
    std::vector<roadmap::WaveChoice> waves {};
    std::vector<std::string> warnings {}; // what of the settings names nothing, or what was named before
};

// The best sets a cut has found, kept to be priced anew.
struct FoundCut {
    std::vector<roadmap::FoundSet> sets;
    std::vector<std::uint32_t> cold; // units that were left out because their set was no kernel
};

struct Planned {
    const Problem& problem;
    roadmap::PlanInput& input;
    std::vector<roadmap::CandidateSet> sets {};
    std::shared_ptr<const FoundCut> cut {};
    std::vector<scoring::PlanView> views {}; // by module id
    std::vector<std::string> warnings {}; // what the person's plan breaks before waves are made
};

// Fills what depends on settings and scores into `input`, the one that was made with `problem`. `kept`: the cut to price
// anew; null: cut again. Stopping leaves half a plan, which nobody may use.
Planned planCandidates(const Judged& judged, const Problem& problem, const std::vector<scoring::Score>& scores, const PlanSettings& settings,
    roadmap::PlanInput& input, std::shared_ptr<const FoundCut> kept = nullptr, std::stop_token stop = {});

// What waves break that a person chose: a need that comes later, two waves for one candidate, a unit that does not move.
std::vector<std::string> waveWarnings(const Planned& planned, const roadmap::Plan& plan);

} // namespace ferroscope::analysis
