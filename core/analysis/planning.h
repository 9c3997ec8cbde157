// SPDX-FileCopyrightText: The Ferroscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
// Planning: the judged codebase as a roadmap::PlanInput, and what the resulting plan says of each module.
#pragma once

#include "core/analysis/judged.h"

namespace ferroscope::analysis {

struct Planned {
    roadmap::PlanInput input;
    std::vector<roadmap::CandidateSet> sets;
    std::vector<scoring::PlanView> views; // by module id
    std::vector<std::uint32_t> planModuleOf; // ModuleId -> index in input.modules, kNoIndex if not judged
    std::vector<graph::ModuleId> moduleOfPlan;
};

struct PlanSettings {
    roadmap::UnitCosts costs;
    double cutOff = roadmap::PlanInput {}.cutOff, leastGain = roadmap::PlanInput {}.leastGain;
    std::size_t maxCandidates = roadmap::PlanInput {}.maxCandidates;
    std::map<graph::ModuleId, Override> overrides; // a person's verdicts
    roadmap::Team team {};
    roadmap::MoneyTerms money {};
    std::map<std::string, std::string, std::less<>> riskOwners {};
    std::map<graph::ModuleId, std::string> criticality {}; // "low", "normal", "high"; of modules that a pattern matches
};

Planned planCandidates(const Judged& judged, const PlanSettings& settings = {});
// Work that comes before or beside the moves, from the verdicts: fixes, types, cycles to cut, tests.
std::vector<roadmap::Preparation> preparations(const Judged& judged, const Planned& planned, const std::vector<VerdictResult>& verdicts);

} // namespace ferroscope::analysis
