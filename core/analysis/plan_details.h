// SPDX-FileCopyrightText: The Ferroscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
// What is said of a finished plan: hazards, alternatives and criticality of its candidates, the platforms, the risk
// register, the money.
#pragma once

#include "core/analysis/hazards.h"
#include "core/analysis/planning.h"

namespace ferroscope::analysis {

// Needs candidates with their crossings, waves and coverage of `made`; fills the rest of the plan.
void completePlan(const Judged& judged, const HazardFinder& hazards, const Planned& planned, Assessment& made);

} // namespace ferroscope::analysis
