// SPDX-FileCopyrightText: The Ferroscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/roadmap/wave_steps.h"

namespace ferroscope::roadmap {

std::vector<FoundSet> cutIntoSteps(const PlanInput&, std::vector<FoundSet> sets)
{
    return sets;
}

} // namespace ferroscope::roadmap
