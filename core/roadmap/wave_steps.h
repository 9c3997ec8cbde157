// SPDX-FileCopyrightText: The Ferroscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
// Wave steps: a set that takes more than a wave can hold is offered as steps. The parametric cut says which: what
// joins at a higher price of effort comes first, because it saves more for the work. A step takes what joins next as
// long as it stays within kMostDaysPerStep; what joins at one price only pays together and is never cut apart, so a
// step may still be larger.
//
// The steps follow each other, so the gain of each is what it adds once those before have moved, and together they
// save what the set saves. One that would save less than a candidate must is no step of its own: it goes with the one
// before it. A file is opened once per step that takes part of it.
#pragma once

#include "core/roadmap/found_set.h"

namespace ferroscope::roadmap {

inline constexpr double kMostDaysPerStep = 50; // likely person-days of its units: with its fixed work it fits a wave

std::vector<FoundSet> cutIntoSteps(const PlanInput& input, std::vector<FoundSet> sets);

} // namespace ferroscope::roadmap
