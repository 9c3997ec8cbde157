// SPDX-FileCopyrightText: The Ferroscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/roadmap/dates.h"

#include "core/base/date.h"

namespace ferroscope::roadmap {

void scheduleWaves(std::vector<Wave>& waves, const Team& team)
{
    constexpr double kDaysPerWeek = 5;
    for (Wave& wave : waves) {
        wave.weeks = {};
        wave.dates = {};
    }
    if (!team.developers || *team.developers * team.focus <= 0)
        return;
    for (Wave& wave : waves)
        wave.weeks = wave.effort * (1 / (*team.developers * team.focus * kDaysPerWeek));
    const std::optional<Day> first = parseIsoDate(team.start);
    if (!first)
        return;
    Day start = firstWorkingDay(*first);
    double highSoFar = 0;
    for (Wave& wave : waves) {
        const Day likely = lastWorkingDay(start, wave.weeks.likely * kDaysPerWeek);
        highSoFar += wave.weeks.high * kDaysPerWeek;
        wave.dates.start = isoDate(start);
        wave.dates.endLow = isoDate(lastWorkingDay(start, wave.weeks.low * kDaysPerWeek));
        wave.dates.endLikely = isoDate(likely);
        // Whole days per wave may add up to more than all waves at once.
        wave.dates.endHigh = isoDate(std::max(likely, lastWorkingDay(*first, highSoFar)));
        start = firstWorkingDay(likely + std::chrono::days(1));
    }
}

} // namespace ferroscope::roadmap
