// SPDX-FileCopyrightText: The Ferroscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
// WhatIf: an analysed repository, ready to be judged and planned again under other settings without reading a file.
// Made by analyze() (Outcome::whatIf), callable from any thread, one question at a time: a second one waits.
//
// What a setting reaches: weights -> scores, verdicts, plan; overrides and sides -> verdicts, plan; costs, terms, money,
// groups, waves, owners -> plan. Excludes, roots and roles are of the reading: under other ones analyze() must run.
// Everything else of the assessment is shared with the one it started from, not copied.
//
// Edits are values: the settings are what a person changed, so undo is the settings before. analyze() itself asks
// here, so there is one way from facts to a plan.
#pragma once

#include "core/analysis/analyzer.h"
#include "core/roadmap/plan_input.h"

namespace ferroscope::analysis {

enum class Cut : std::uint8_t {
    // The best sets found for `last` are kept, what a person decided is applied to them, and all is priced anew: for
    // every step of a drag (<= 100 ms at 12,000 modules).
    Kept,
    New // the best sets are searched again (<= 2 s at 12,000 modules): afterwards, in the background
};

class WhatIf {
public:
    virtual ~WhatIf() = default;
    // The assessment under `settings`; equal to what analyze() gives under them when `cut` is New, and when it is Kept
    // and `last` was made under the same settings. `last`: an assessment that came from here and is still held by
    // somebody; null or any other: the first one. Weights and excludes that the request gave beside its settings stay.
    // Null when `stop` is requested.
    virtual AssessmentPtr assess(const settings::Settings& settings, Cut cut, const AssessmentPtr& last = nullptr, std::stop_token stop = {}) const = 0;
    // The planning problem under `settings`: units with their times, speed-ups and efforts, links with their prices.
    virtual roadmap::PlanInput problem(const settings::Settings& settings) const = 0;
};

} // namespace ferroscope::analysis
