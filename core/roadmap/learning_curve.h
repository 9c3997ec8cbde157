// SPDX-FileCopyrightText: The Ferroscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
// The learning curve: how much longer work in Rust takes while a team learns it.
//
// The guide: a first project takes 2 to 3 times as long, "maybe 4x" for a team without any experience, and the
// learning takes 3 to 4 months. Here: a developer works by a factor that falls in a straight line from F on the
// first day to 1 when the ramp-up is over. The ramp-up is rampUpWeeks × 5 × focus days of their work with Rust.
//
//   experience   F low, likely, high, with f = firstProjectFactor (2.5)
//   none         1 + (f-1) × 2/3, f, 1 + (f-1) × 2        2, 2.5, 4
//   some         half of what that is above 1             1.5, 1.75, 2.5
//   fluent       1, 1, 1
//   not known    from fluent to none, likely as "some"    1, 1.75, 4
//
// The team's developers learn side by side, each on an equal part of the work (one where it is not known how many).
// With a = (F-1) / ramp-up the work w done between the days t0 and t1 is ln((F - a t0) / (F - a t1)) / a, so t1, and
// with it the factor (t1 - t0) / w, is exact. The clock runs with likely values for all three.
#pragma once

#include "core/roadmap/plan_input.h"

namespace ferroscope::roadmap {

class LearningCurve {
public:
    LearningCurve(const Team& team, const UnitCosts& costs);

    Range first() const { return m_first; } // F
    // Factor on the next `personDays` of the whole team (likely effort of people who know Rust); their time passes.
    Range next(double personDays);

private:
    double likelyFactor(double personDays);

    Range m_first;
    double m_learners = 1;
    double m_rampUp = 0; // days of work of one developer
    double m_worked = 0; // likewise, so far
};

} // namespace ferroscope::roadmap
