// SPDX-FileCopyrightText: The Ferroscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
// What the settings of a request change in each stage. Overrides: the verdict becomes the person's, what the
// analysis said becomes the runner-up; keep-python and already-native pin the module's units in the plan.
// Survey answers are carried, not used yet.
#pragma once

#include "core/analysis/analyzer.h"
#include "core/analysis/planning.h"

namespace ferroscope::analysis {

source::DiscoverOptions discoverOptions(const Request& request);
scoring::Weights weightsOf(const Request& request);
// Over everything that changes results; equal requests give equal hashes.
std::string settingsHash(const Request& request, const scoring::Weights& weights);

// Costs and thresholds; `overrides` filled for the modules that exist and are judged. One that names no such
// module becomes an entry of `skipped`.
PlanSettings planSettings(const Request& request, const graph::Codebase& codebase, std::vector<source::Skipped>& skipped);

void applyOverride(VerdictResult& verdict, const Override& given);

} // namespace ferroscope::analysis
