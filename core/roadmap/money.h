// SPDX-FileCopyrightText: The Ferroscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
// What the plan costs and saves, from what a person entered. Nothing given: no plan of money.
//
//   cost                person-days of all waves × day rate
//   saving per year     share of the run that all waves save × what the machines cost a year
//   payback             cost / saving, years; kNever where the saving is 0
//   doing nothing       that saving over the horizon, the load growing every year: sum of saving × (1 + growth)^year;
//                       a part of a year counts as that part
// An input that is missing leaves what hangs on it unknown, and an assumption says so.
#pragma once

#include "core/roadmap/plan_input.h"

namespace ferroscope::roadmap {

inline constexpr double kNever = 1000; // years
inline constexpr double kHorizonYears = 3; // where none is given

std::optional<MoneyPlan> moneyPlan(const std::vector<Wave>& waves, const MoneyTerms& terms, bool measured);

} // namespace ferroscope::roadmap
