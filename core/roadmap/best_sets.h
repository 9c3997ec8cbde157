// SPDX-FileCopyrightText: The Ferroscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
// Best sets: the parametric cut over a whole plan graph. Brings times, costs and efforts to integers, one
// connected component at a time, so that a component's result depends on that component alone.
//
// Effort in thousandths of a person-day, at least 1 (no move is free), at most 10,000 person-days per group.
// Time in nanoseconds; where a component is so large that the bound of ParametricCut would be passed, in the
// smallest power of two of nanoseconds that keeps it (a run of 1000 s with 75,000 person-days of code: 128 ns).
//
// Forced groups have moved before anything is asked: they come first, connected ones together, at a price without
// end, and a link to one of them is saved by whoever joins it.
#pragma once

#include "core/roadmap/contraction.h"

namespace ferroscope::roadmap {

struct BestSetStep { // what joins the best set at one price, connected
    std::vector<std::uint32_t> groups; // sorted
    double lambda = 0; // ns per person-day
    double gain = 0; // ns per run, net of crossings, given all steps before; of a forced step perhaps negative
    bool forced = false;
};

// Steps above the price `least` (ns per person-day), dearest first, equal prices by first group of their component.
std::vector<BestSetStep> bestSetSteps(const PlanGraph& graph, double least);

} // namespace ferroscope::roadmap
