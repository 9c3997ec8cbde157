// SPDX-FileCopyrightText: The Ferroscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
// Weeks and dates of the waves, which come one after the other.
//
// weeks = person-days / (developers × focus × 5): the learning of the team is in the person-days already. 0 without
// developers. Dates need a start, too. A wave starts on the working day after the likely end of the one before; its
// earliest end is that of its own low effort, its latest end that of the high efforts of all waves up to it, because a
// wave that starts late ends late. Monday to Friday; holidays are not known.
#pragma once

#include "core/roadmap/plan_input.h"

namespace ferroscope::roadmap {

void scheduleWaves(std::vector<Wave>& waves, const Team& team);

} // namespace ferroscope::roadmap
