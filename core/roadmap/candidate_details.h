// SPDX-FileCopyrightText: The Ferroscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
// Candidate details: a set of units as the finished Candidate of the assessment.
#pragma once

#include "core/roadmap/candidates.h"

namespace ferroscope::roadmap {

inline constexpr std::size_t kMostCrossings = 20; // listed per candidate, the dearest
inline constexpr std::uint32_t kHighChurn = 20; // commits in the looked-at history that make a moving target

// Everything but `gain`, `predictedSeconds` and the first-project factor, which depend on the other candidates.
// effort = units + perCandidateFixed × (lowFactor, 1, highFactor) + perCrossingDays for each function
// that is called over the boundary, however many call it. value = mean value of its modules, weighted by its time in each.
Candidate describeCandidate(const PlanInput& input, const CandidateSet& set, std::size_t number,
    const std::string& title, Verdict strategy);

// Risks from stated facts only, the gravest first; `gain` decides whether a loss is possible.
std::vector<std::string> candidateRisks(const PlanInput& input, const CandidateSet& set, const Range& gain);

} // namespace ferroscope::roadmap
