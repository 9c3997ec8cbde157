// SPDX-FileCopyrightText: The Ferroscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
// Sensitivity: how much the candidates hang on the weights.
//
// kTrials times every weight is multiplied by a factor of its own, log-uniform between 1/2 and 2 (as likely doubled
// as halved), from a generator that always starts the same. Candidates are ranked by their return, what they save for
// the effort, and no weight changes that; weights decide which modules are worth moving at all. So in a trial the
// ranking is that of the plan without the candidates whose leading module (most of its time) falls below
// scoring::kWorthValue under the trial's weights: they would not be proposed, and others move up. What a person forced
// stays. A candidate's share is that of the trials in which it is among the first kTop. The cut is not made again:
// which units belong together hangs on times, efforts and crossings.
#pragma once

#include "core/analysis/planning.h"

namespace ferroscope::analysis {

inline constexpr int kTrials = 200;
inline constexpr std::size_t kTop = 5;

// Candidate id and share 0..1, in the order of the plan.
std::vector<std::pair<std::string, double>> sensitivityOf(const Judged& judged, const Planned& planned, const roadmap::Plan& plan,
    const scoring::Weights& weights);

} // namespace ferroscope::analysis
