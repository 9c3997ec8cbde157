// SPDX-FileCopyrightText: The Ferroscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
// Regroup: what the cut found becomes what is planned, by these rules in this order. A set's place among the others
// decides what its gain assumes: all that stands before it has moved.
//
//   1. Pinned units leave. Forced ones that no set holds come first of all, by module.
//   2. Sets that take parts of the same module become one (module_merge.h).
//   3. A set that is more than a wave can hold is cut into steps (wave_steps.h).
//   4. Every group of PlanInput::groups becomes a set of exactly its units and what is tied to them, without the
//      pinned ones. It stands where the first of its units stood, before what is left of that set. Merging two
//      candidates and splitting one are both this.
#pragma once

#include "core/roadmap/found_set.h"

namespace ferroscope::roadmap {

std::vector<FoundSet> regroup(const PlanInput& input, std::vector<FoundSet> found);

} // namespace ferroscope::roadmap
