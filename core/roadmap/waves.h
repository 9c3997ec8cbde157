// SPDX-FileCopyrightText: The Ferroscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
// Waves: candidates and preparatory work in an order that respects what depends on what (method, section 6).
//
// Wave 0 holds the baseline, the profile (unless one is measured already) and the given preparations; the order
// of the moves is that of wave_order.h. The learning curve (learning_curve.h) multiplies the effort of the
// candidates wave by wave until the team has learned Rust, in the candidate and in the wave; with a team and a start
// every wave has weeks and dates (dates.h). Gains are bounded by amdahl.h; a wave's gain is the sum of its
// candidates and fixes, cut off so that all waves together never save more than the run.
#pragma once

#include "core/roadmap/candidates.h"
#include <map>

namespace ferroscope::roadmap {

struct Preparation { // a work item before or beside the moves, with what it enables
    WorkItem item;
    std::vector<std::size_t> enables; // candidate indices that must wait for it; empty: independent (a fix in Python)
};

struct Plan {
    // Same indices as the sets. Finished: id (C1.. in this order), title, strategy, effort with fixed costs, gain,
    // crossings, risks; with a measured profile also predictedSeconds: the run once it and all it needs moved.
    std::vector<Candidate> candidates;
    std::vector<Range> plainEffort; // of each candidate, person-days without the learning curve
    std::vector<Wave> waves; // wave 0 always present when there is anything to do
    std::map<std::uint32_t, int> waveOfModule; // PlanModule index -> earliest wave that moves part of it
};

// Strategy of one set by stated rules: see strategy.h. Titles are made from the units, unique: see titles.h.
Plan buildPlan(
    const PlanInput& input, const std::vector<CandidateSet>& sets, const std::vector<Preparation>& preparations);

} // namespace ferroscope::roadmap
