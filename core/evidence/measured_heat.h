// SPDX-FileCopyrightText: The Ferroscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
// Measured heat: a joined profile laid over the estimate (method, section 3).
//
// What the run executed takes its measured times, everything else keeps its estimate. Both stand in one unit, so
// that they can be compared: the measured run as a whole is made as long as the estimated one, i.e. a function's
// measured heat is (its seconds / seconds of the run) × total of the estimate. A share of the run is therefore the
// share measured, whatever the unit; the share of what did not run is the one the estimate gave it.
//
// Ranges. Exact: the profiler itself takes time at every call and return, most of it in the times it reports; the
// low end takes kProfilerCost per call made and received off. Sampled: ± 2 standard deviations of a count of
// samples. Where the profile does not tell native time apart, a function's time is split as the estimate splits it.
#pragma once

#include "core/evidence/heat.h"
#include "core/evidence/profile_join.h"

namespace ferroscope::evidence {

// cProfile adds 160 to 390 ns to the self times of caller and callee together for each call, measured on CPython
// 3.8 to 3.13 (a million calls of an empty function, or of len): half of the largest to each side, in seconds.
inline constexpr double kProfilerCost = 195e-9;

// With nothing matched, or without a profile, the estimate is returned as it is.
HeatMap overlay(HeatMap estimated, const graph::Codebase& codebase, const JoinedProfile& profile);

// Times of the functions of one module that ran, and whether any did besides its module-level code.
struct MeasuredModule {
    Range interpreted, native, waiting; // as in HeatMap
    bool measured = false;
};
MeasuredModule measuredModule(const HeatMap& heat, const graph::Module& module);

} // namespace ferroscope::evidence
