// SPDX-FileCopyrightText: The Ferroscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
// Assembly of what settings change: scores, verdicts, waves, the plan, totals, the recommendation.
#pragma once

#include "core/analysis/hazards.h"
#include "core/analysis/planning.h"

namespace ferroscope::analysis {

// Everything of one judgement.
struct Judgement {
    scoring::Weights weights {};
    std::vector<scoring::Score> scores; // by module id
    std::vector<VerdictResult> verdicts; // by module id
    roadmap::Plan plan;
    std::vector<std::string> warnings;
};

// Completes `facts` (assembly.h). Scores and verdicts are moved out of `judgement`.
void assemblePlan(const Judged& judged, const HazardFinder& hazards, const Planned& planned, Judgement& judgement, Assessment& facts);

} // namespace ferroscope::analysis
