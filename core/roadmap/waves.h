// SPDX-FileCopyrightText: The Ferroscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
// Waves: candidates and preparatory work in an order that respects what depends on what (method, section 6).
#pragma once

#include "core/roadmap/candidates.h"
#include <map>

namespace ferroscope::roadmap {

struct Preparation { // a work item before or beside the moves, with what it enables
    WorkItem item;
    std::vector<std::size_t> enables; // candidate indices that must wait for it; empty: independent (a fix in Python)
};

struct Plan {
    std::vector<Candidate> candidates; // finished: id, title, strategy, effort with fixed costs, gain, crossings, risks
    std::vector<Wave> waves; // wave 0 always present when there is anything to do
    std::map<std::uint32_t, int> waveOfModule; // PlanModule index -> earliest wave that moves part of it
};

// Strategy of one set by stated rules: see strategy.h. Titles are made from the units, unique.
Plan buildPlan(const PlanInput& input, const std::vector<CandidateSet>& sets, const std::vector<Preparation>& preparations);

} // namespace ferroscope::roadmap
