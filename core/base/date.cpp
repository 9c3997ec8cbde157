// SPDX-FileCopyrightText: The Ferroscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/date.h"

#include <algorithm>
#include <cmath>

namespace ferroscope {

namespace {

constexpr int kFirstYear = 1900;
constexpr int kLastYear = 2999;
constexpr double kMostWorkingDays = 50'000;
constexpr double kRounding = 1e-9; // 5.000000001 working days are five

// Digits only; -1 else.
int numberOf(std::string_view digits)
{
    int number = 0;
    for (const char digit : digits) {
        if (digit < '0' || digit > '9')
            return -1;
        number = number * 10 + (digit - '0');
    }
    return number;
}

std::string padded(unsigned number, std::size_t width)
{
    std::string text = std::to_string(number);
    return std::string(width - std::min(width, text.size()), '0') + text;
}

unsigned isoWeekday(Day day) { return std::chrono::weekday(day).iso_encoding(); } // 1 = Monday

} // namespace

std::optional<Day> parseIsoDate(std::string_view text)
{
    if (text.size() != 10 || text[4] != '-' || text[7] != '-')
        return std::nullopt;
    const int year = numberOf(text.substr(0, 4));
    const int month = numberOf(text.substr(5, 2));
    const int day = numberOf(text.substr(8, 2));
    if (year < kFirstYear || year > kLastYear || month < 0 || day < 0)
        return std::nullopt;
    const std::chrono::year_month_day date(
        std::chrono::year(year), std::chrono::month(static_cast<unsigned>(month)), std::chrono::day(static_cast<unsigned>(day)));
    return date.ok() ? std::optional<Day>(Day(date)) : std::nullopt;
}

std::string isoDate(Day day)
{
    const std::chrono::year_month_day date(day);
    return padded(static_cast<unsigned>(static_cast<int>(date.year())), 4) + "-" + padded(static_cast<unsigned>(date.month()), 2) + "-"
        + padded(static_cast<unsigned>(date.day()), 2);
}

bool isWorkingDay(Day day) { return isoWeekday(day) <= 5; }

Day firstWorkingDay(Day from)
{
    while (!isWorkingDay(from))
        from += std::chrono::days(1);
    return from;
}

Day lastWorkingDay(Day from, double workingDays)
{
    const Day start = firstWorkingDay(from);
    const double bounded = std::clamp(std::ceil(workingDays - kRounding), 1.0, kMostWorkingDays);
    const int more = static_cast<int>(bounded) - 1; // after the first
    Day day = start + std::chrono::days(more / 5 * 7);
    for (int left = more % 5; left > 0; --left)
        day = firstWorkingDay(day + std::chrono::days(1));
    return day;
}

} // namespace ferroscope
