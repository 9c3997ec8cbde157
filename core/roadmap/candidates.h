// SPDX-FileCopyrightText: The Ferroscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
// Candidates: which sets of units should move together. An optimisation, not a sort (method, section 5):
// for every price lambda of a person-day, the best set is a minimum cut of a graph whose node weights are
// time saved - lambda × effort and whose edge weights are the crossings; from high lambda to low the best
// sets are nested; the breakpoints are found exactly, and a candidate is a connected component of an
// increment. Integer capacities (ns), rational lambda, the smallest optimal set on ties.
//
// The set is chosen with likely values and evaluated with low and high ones: a low figure may be negative. Small
// increments join a candidate they touch (step_merge.h). Order: the best return first, saved / (effort + fixed
// work of a candidate), but never before a set it needs; sets that touch keep the order of their lambdas, so
// the order changes no figure. If there are more than maxCandidates, the one that saves least among those
// that no other needs is dropped, repeatedly; never one that a person forced.
#pragma once

#include "core/roadmap/found_set.h"
#include <vector>

namespace ferroscope::roadmap {

struct CandidateSet {
    std::vector<std::uint32_t> units; // sorted
    double lambda = 0; // ns saved per person-day at which it joins the best set
    Range saved; // ns per run, net of crossings (with everything that joined before it on the Rust side)
    double removed = 0; // ns per run, part of `saved`: crossings to earlier sets that go away
    Range effort; // person-days, units only
    std::vector<std::uint32_t> crossings; // links of this set that cross when all sets up to this one have moved
    std::vector<std::uint32_t> needs; // earlier sets (sorted) whose move this gain assumes: crossings to them end
    bool isForced = false; // it holds a forced unit: it is kept however little it saves
    bool isByHand = false; // its units are a group of the input
    std::string title {}; // of that group, may be ""
    int wave = 0; // of a choice of the input, the first by unit; 0: none
};

// The expensive half: the cut. In the order in which gains are counted: each set comes after all that it assumes.
std::vector<FoundSet> findSets(const PlanInput& input);
// The cheap half: what a person decided is applied (regroup.h), every set priced, the best return first. `found` may
// come from an input with other efforts, pins, groups: then the same sets are priced anew.
std::vector<CandidateSet> priceSets(const PlanInput& input, const std::vector<FoundSet>& found);
// Both. Bounded by input.maxCandidates, cutOff and leastGain.
std::vector<CandidateSet> findCandidates(const PlanInput& input);

} // namespace ferroscope::roadmap
