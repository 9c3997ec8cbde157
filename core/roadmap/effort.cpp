// SPDX-FileCopyrightText: The Ferroscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/roadmap/effort.h"

#include <algorithm>
#include <array>

namespace ferroscope::roadmap {

Range portEffort(const UnitSize& size, const UnitCosts& costs)
{
    constexpr double kPerLine = 0.7;
    constexpr double kPerDecision = 1.5;
    constexpr double kMostPerLine = 3;
    constexpr double kPerHazard = 0.15;
    constexpr double kUntyped = 0.25;
    constexpr double kLeastLikely = 0.02; // about ten minutes: even an empty function is looked at and tested

    const double lines = std::max(size.logicalLines, 1U);
    const double body = costs.personDaysPerKloc / 1000
        * std::min(kPerLine * lines + kPerDecision * size.complexity, kMostPerLine * lines);
    const double likely = body * (1 + kUntyped * std::clamp(size.untypedShare, 0.0, 1.0)) + kPerHazard * size.hazards;
    return (Range { costs.lowFactor, 1, costs.highFactor } * std::max(likely, kLeastLikely)).ordered();
}

Range expectedSpeedup(const OperationShares& shares)
{
    struct ClassFactor {
        double share;
        Range factor;
    };
    const std::array<ClassFactor, 4> classes { {
        { shares.arithmetic, { 10, 30, 80 } },
        { shares.containers, { 4, 10, 25 } },
        { shares.text, { 2, 4, 10 } },
        { shares.objects, { 3, 8, 20 } },
    } };
    double total = 0;
    Range left; // time that remains, per unit of time before
    for (const ClassFactor& entry : classes) {
        const double share = std::max(entry.share, 0.0);
        total += share;
        left += Range { share / entry.factor.low, share / entry.factor.likely, share / entry.factor.high };
    }
    if (total <= 0)
        return { 2, 5, 10 };
    return { total / left.low, total / left.likely, total / left.high };
}

} // namespace ferroscope::roadmap
