// SPDX-FileCopyrightText: The Ferroscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/roadmap/phrases.h"

#include "core/base/text.h"
#include <array>
#include <cmath>
#include <fmt/format.h>

namespace ferroscope::roadmap {
namespace {

std::string number(double value) // one decimal below 10, none where it would be 0
{
    std::string text = fmt::format("{:.{}f}", value, std::abs(value) < 9.95 ? 1 : 0);
    if (endsWith(text, ".0"))
        text.resize(text.size() - 2);
    return text;
}

} // namespace

std::string percentText(double share)
{
    const double percent = share * 100;
    if (percent > 0 && percent < 0.1)
        return "less than 0.1 %";
    return number(percent) + " %";
}

std::string daysText(double days)
{
    const std::string text = number(days);
    return text + (text == "1" ? " person-day" : " person-days");
}

std::string daysText(const Range& days)
{
    return number(days.low) + " to " + daysText(days.high);
}

std::string countText(double count)
{
    if (!(count < 1e15))
        return fmt::format("{:.1e}", count);
    if (count >= 999.5e6)
        return number(count / 1e9) + " billion";
    if (count >= 999.5e3)
        return number(count / 1e6) + " million";
    return withThousands(std::llround(count));
}

std::string timeText(double nanoseconds)
{
    struct Step {
        double size;
        const char* unit;
    };
    constexpr std::array<Step, 3> kSteps { { { 1e9, " s" }, { 1e6, " ms" }, { 1e3, " µs" } } };
    for (const Step& step : kSteps) {
        if (nanoseconds >= 0.9995 * step.size)
            return number(nanoseconds / step.size) + step.unit;
    }
    return number(nanoseconds) + " ns";
}

std::string joined(const std::vector<std::string>& words)
{
    std::string text;
    for (std::size_t i = 0; i < words.size(); ++i) {
        if (i > 0)
            text += i + 1 == words.size() ? " and " : ", ";
        text += words[i];
    }
    return text;
}

} // namespace ferroscope::roadmap
