// SPDX-FileCopyrightText: The Ferroscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
// What a person says about team, money, criticality and owners, for the planning problem. Text that is shown later
// becomes printable here.
#pragma once

#include "core/analysis/planning.h"
#include "core/settings/settings.h"

namespace ferroscope::analysis {

void takeTerms(const settings::Settings& settings, const graph::Codebase& codebase, PlanSettings& made);

} // namespace ferroscope::analysis
