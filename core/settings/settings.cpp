// SPDX-FileCopyrightText: The Ferroscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/settings/settings.h"

namespace ferroscope::settings {

// The bounds keep a plan meaningful: a factor below is never above likely, a cost is never negative.
const std::vector<NumberName>& unitCostNames()
{
    static const std::vector<NumberName> names {
        { "person_days_per_kloc", 0, 10'000 },
        { "low_factor", 0, 1 },
        { "high_factor", 1, 100 },
        { "first_project_factor", 1, 100 },
        { "per_candidate_days", 0, 10'000 },
        { "per_crossing_days", 0, 1'000 },
        { "baseline_days", 0, 10'000 },
        { "type_slot_days", 0, 100 },
        { "cycle_cut_days", 0, 1'000 },
        { "test_unit_days", 0, 1'000 },
    };
    return names;
}

const std::vector<NumberName>& thresholdNames()
{
    static const std::vector<NumberName> names {
        { "least_gain", 0, 1 }, // share of the run a candidate must save
        { "least_gain_per_day", 0, 1 }, // and per person-day
        { "most_candidates", 1, 1'000 },
    };
    return names;
}

} // namespace ferroscope::settings
