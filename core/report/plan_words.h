// SPDX-FileCopyrightText: The Ferroscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
// The plan in words and rows, the same in every document: calendar, money, what stays and why. Plain text.
#pragma once

#include "core/assessment/assessment.h"
#include <string>
#include <utility>
#include <vector>

namespace ferroscope::report {

// "2–4–8 weeks, 2026-12-01 to 2026-12-28 (2026-12-14 at the earliest, 2027-01-25 at the latest)"; "" without a team.
std::string calendarText(const Wave& wave);
// Why there are no weeks or no dates: one sentence; "" where there are.
std::string calendarMissing(const Assessment& assessment);

// Exit criteria without the one that is the stop rule, which has a place of its own.
std::vector<std::string> doneWhen(const Wave& wave);

// "Cost of the plan" -> "10,000–20,000–50,000 EUR"; an unknown value says "not known".
std::vector<std::pair<std::string, std::string>> moneyRows(const MoneyPlan& money);
std::string moneyMissing(); // the sentence where no money was given

struct LeftReason {
    std::string reason; // "Too cold to pay for a move"
    std::size_t modules = 0;
};
// Modules that stay, by the kind of reason, most first.
std::vector<LeftReason> leftByReason(const Assessment& assessment);

std::string_view hazardLabel(std::string_view kind); // "Pickling", "Text by position", ...

} // namespace ferroscope::report
