// SPDX-FileCopyrightText: The Ferroscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
// Gains as shares of the run, bounded by what Amdahl's law allows: no plan saves more than the time that moves.
//
// A set may save at most the time of its own units, plus what the sets it needs were allowed but did not save:
// their calls crossed to this set and paid for it, and moving this set gives that back. Nothing else: a set
// without links to others is bounded by its own time alone. So the gains of any sets of a plan that move
// together with all they need add up to at most their time share, and all of a plan to at most 1. Where a set
// on its own would lose (its gain is 0 then, not negative), the loss is taken off the gains of the sets that
// end its crossings, so that sums stay honest.
#pragma once

#include "core/roadmap/candidates.h"

namespace ferroscope::roadmap {

// Shares 0..1 by set, low <= likely <= high. A share of the high times is one of a run that is longer by as
// much, should the times then exceed runTime.
std::vector<Range> boundedGains(const PlanInput& input, const std::vector<CandidateSet>& sets);

} // namespace ferroscope::roadmap
