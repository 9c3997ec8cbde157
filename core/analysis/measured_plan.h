// SPDX-FileCopyrightText: The Ferroscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
// What a profile adds to a finished assessment.
#pragma once

#include "core/analysis/planning.h"

namespace ferroscope::analysis {

// A crossing is "measured" only where an exact profile counted its calls; the plan itself cannot tell.
void markCountedCrossings(const Judged& judged, std::vector<Candidate>& candidates);

ProfileMatch matchOf(const evidence::JoinedProfile& profile);

} // namespace ferroscope::analysis
