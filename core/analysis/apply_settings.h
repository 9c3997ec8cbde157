// SPDX-FileCopyrightText: The Ferroscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
// What settings change in each stage. Overrides: the verdict becomes the person's, what the analysis said becomes the
// runner-up; keep-python and already-native pin the module's units in the plan. Sides, groups and waves are resolved
// to units. What names nothing that exists becomes a warning of the plan. Survey answers are carried, not used yet.
#pragma once

#include "core/analysis/analyzer.h"
#include "core/analysis/apply_settings_names.h"
#include "core/analysis/planning.h"

namespace ferroscope::analysis {

source::DiscoverOptions discoverOptions(const Request& request);
scoring::Weights weightsOf(const Request& request);
// Over everything that changes results; equal requests give equal hashes.
std::string settingsHash(const Request& request, const scoring::Weights& weights);

PlanSettings planSettings(const settings::Settings& settings, const graph::Codebase& codebase, const Names& names);

void applyOverride(VerdictResult& verdict, const Override& given);

} // namespace ferroscope::analysis
