// SPDX-FileCopyrightText: The Ferroscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
// Step merge: the exact sweep yields many small steps (a helper, then its caller, then the loop around both);
// a person plans a few moves. Which steps become one candidate, in the order of falling price:
//
//   1. A step that saves at least `leastGain`, or that is forced, is a candidate. It takes in the small steps before it that touch
//      it and belong to no candidate yet: its gain assumes that they have moved.
//   2. A smaller step that touches candidates joins one of them: the one over the dearest link among those with
//      which (and with all candidates before it) moving still pays at the cut-off. There it costs no fixed work.
//   3. Small steps that touch only each other gather; when together they save `leastGain` they are a candidate.
//   4. What is left saves too little, touches no candidate, and is dropped: no other gain depends on it.
//
// So the candidates' gains add up to those of the best set at the cut-off, less what rule 4 drops. Touching
// means a link with a cost. Steps never merge across components.
#pragma once

#include "core/roadmap/best_sets.h"

namespace ferroscope::roadmap {

struct MergedSet {
    std::vector<std::uint32_t> steps; // indices, in order: as its parts join while the price falls
    double lambda = 0; // of the step with which it became a candidate: ns per person-day, never rising
};

// `least`: the cut-off the steps were made with, ns per person-day; leastGain in ns per run.
std::vector<MergedSet> mergeSteps(
    const PlanGraph& graph, const std::vector<BestSetStep>& steps, double least, double leastGain);

} // namespace ferroscope::roadmap
