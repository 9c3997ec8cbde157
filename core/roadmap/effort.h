// SPDX-FileCopyrightText: The Ferroscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
// Effort to port one unit and speed-up to expect, from counts that scoring provides.
#pragma once

#include "core/roadmap/plan_input.h"

namespace ferroscope::roadmap {

struct UnitSize {
    std::uint32_t logicalLines = 0;
    std::uint32_t complexity = 1; // sum of cc_radon
    std::uint32_t hazards = 0; // portability findings inside
    double untypedShare = 0; // interface slots without a type, 0..1
};
Range portEffort(const UnitSize& size, const UnitCosts& costs); // person-days

// Shares of a unit's interpreted time by what it does; they add up to 1 (or all 0: unknown).
struct OperationShares {
    double arithmetic = 0; // numbers, comparisons, bits, loop turns
    double containers = 0; // subscripts, slices, displays
    double text = 0; // string building
    double objects = 0; // attributes, calls, exceptions, generators
};
// Factor range; the guide's 2-10x is the guide's, these come from the operation mix and are stated per class.
Range expectedSpeedup(const OperationShares& shares);

} // namespace ferroscope::roadmap
