// SPDX-FileCopyrightText: The Ferroscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
// Days of the calendar (Gregorian, no time zone), as ISO 8601 writes them: "2026-12-01".
#pragma once

#include <chrono>
#include <optional>
#include <string>
#include <string_view>

namespace ferroscope {

using Day = std::chrono::sys_days;

// Ten characters, a day that exists, of the years 1900 to 2999; nullopt else.
std::optional<Day> parseIsoDate(std::string_view text);
std::string isoDate(Day day);

bool isWorkingDay(Day day); // Monday to Friday; holidays are not known
Day firstWorkingDay(Day from); // `from` itself, or the Monday after
// The day on which `workingDays` days of work that start on firstWorkingDay(from) end: 0 and 1 end on the day they
// start, 5 from a Monday end on Friday. A part of a day takes the whole day; at most about 200 years.
Day lastWorkingDay(Day from, double workingDays);

} // namespace ferroscope
