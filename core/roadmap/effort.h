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
// Person-days, monotone in every field and never 0. With r = personDaysPerKloc / 1000 and L logical lines:
//   body     r × min(0.7 L + 1.5 complexity, 3 L): ordinary code has about one decision in five lines and
//            comes out at r × L; the same lines with twice the decisions cost 1.3 times as much, at most 3 times
//   hazards  0.15 each: find another design for what Rust has no counterpart for, and test it
//   untyped  a quarter of the body for an interface without any type: types must be found out first
// times (lowFactor, 1, highFactor). The weights are stated assumptions, not measurements.
Range portEffort(const UnitSize& size, const UnitCosts& costs);

// Shares of a unit's interpreted time by what it does; they add up to 1 (or all 0: unknown).
struct OperationShares {
    double arithmetic = 0; // numbers, comparisons, bits, loop turns
    double containers = 0; // subscripts, slices, displays
    double text = 0; // string building
    double objects = 0; // attributes, calls, exceptions, generators
};
// Factor range; the guide's 2-10x is the guide's, these come from the operation mix. Stated assumptions per
// class (low, likely, high), to be calibrated against real twins:
//   arithmetic 10, 30, 80   boxed numbers and bytecode against machine arithmetic
//   containers  4, 10, 25   both index memory; CPython pays for boxing and reference counts
//   text        2,  4, 10   CPython's own string code is C already
//   objects     3,  8, 20   dispatch and allocation go, ownership stays
// Combined by the harmonic mean weighted with the shares, because times add: share / factor is what is left of a class.
// Unknown shares: 2, 5, 10.
Range expectedSpeedup(const OperationShares& shares);

} // namespace ferroscope::roadmap
