// SPDX-FileCopyrightText: The Ferroscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
// FoundSet: units that should move together, as the cut found them, before they are priced and ordered.
#pragma once

#include "core/roadmap/plan_input.h"

namespace ferroscope::roadmap {

struct FoundSet {
    struct Step { // what joins at one price
        std::vector<std::uint32_t> units; // sorted
        double lambda = 0; // ns per person-day; endless for what a person forced
    };
    std::vector<Step> steps; // as they join while the price falls, unless modules were merged; none empty
    double lambda = 0; // of the step with which it became a candidate
    bool isByHand = false; // a group of PlanInput::groups
    std::string title {}; // of that group

    std::vector<std::uint32_t> units() const; // sorted
};

} // namespace ferroscope::roadmap
