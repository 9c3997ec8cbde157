// SPDX-FileCopyrightText: The Ferroscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
// Phrases: figures as text in the sentences of the plan. English, for documents.
#pragma once

#include "core/base/range.h"
#include <string>
#include <vector>

namespace ferroscope::roadmap {

std::string percentText(double share); // "34 %", "3.4 %", "less than 0.1 %", "0 %"
std::string daysText(double days); // "1 person-day", "2.5 person-days", "40 person-days"
std::string daysText(const Range& days); // "2.5 to 8 person-days"
std::string countText(double count); // "12", "4,500", "1.2 million"
std::string timeText(double nanoseconds); // "350 ns", "1.2 ms", "48 s"
std::string joined(const std::vector<std::string>& words); // "a", "a and b", "a, b and c"

} // namespace ferroscope::roadmap
