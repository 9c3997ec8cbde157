// SPDX-FileCopyrightText: The Ferroscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
// Wave order: which candidates move in which wave.
//
// Wave 1 is one small, non-critical candidate that builds confidence. Eligible: needs no other. Preferred are
// those without a module that the business calls highly critical, then those whose gain is above 0 even at the low
// end. Of these only the small ones count, at most twice the effort of the smallest; among them the one in the least
// depended-on modules (largest fan-in of its modules), then the best return (gain / effort), then the first.
// After it, always the next ready candidate with the best return, gathered into waves of at most three and
// about a quarter of one person; a need may be met in the same wave. Candidates that touch keep their
// order (needs), so the order of waves changes no candidate's gain.
//
// A wave that a person chose for a candidate (CandidateSet::wave) holds, whatever it needs and however full the wave
// is; wave 1 then takes no other. The rest is placed around: what is needed in a chosen wave comes first, what needs
// something of a chosen wave waits for it. A wave may be left empty. What a choice breaks is for the caller to say.
#pragma once

#include "core/roadmap/candidates.h"

namespace ferroscope::roadmap {

inline constexpr std::size_t kMostPerWave = 3; // candidates
inline constexpr double kMostDaysPerWave = 60; // likely person-days, unless one candidate alone takes more

// Candidate indices per wave, in the order of being placed; the first entry is wave 1, an entry may be empty. `candidates` without the first-project factor.
std::vector<std::vector<std::size_t>> orderWaves(
    const PlanInput& input, const std::vector<CandidateSet>& sets, const std::vector<Candidate>& candidates);

} // namespace ferroscope::roadmap
