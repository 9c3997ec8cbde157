// SPDX-FileCopyrightText: The Ferroscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
// What a profile adds to a finished plan: crossings in units of the measured run, and predicted seconds.
#pragma once

#include "core/analysis/planning.h"

namespace ferroscope::analysis {

// Nothing without a profile. With one, crossings are counted per measured run, and are "measured" only where an
// exact profile counted the call. With an exact profile a candidate whose time was measured gets
// predictedSeconds = seconds of the run less what its gain saves of them (Amdahl), low to high.
void applyMeasurements(const Judged& judged, const Planned& planned, std::vector<Candidate>& candidates, std::vector<Wave>& waves);

ProfileMatch matchOf(const evidence::JoinedProfile& profile);

} // namespace ferroscope::analysis
