// SPDX-FileCopyrightText: The Ferroscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/roadmap/amdahl.h"

#include <algorithm>
#include <cmath>

namespace ferroscope::roadmap {
namespace {

double sane(double value)
{
    return std::isfinite(value) && value > 0 ? value : 0;
}

double lossOf(double saved)
{
    return std::isfinite(saved) && saved < 0 ? -saved : 0;
}

// One of low, likely and high for all sets.
std::vector<double> gainsBy(
    const PlanInput& input, const std::vector<CandidateSet>& sets, double Range::* which)
{
    double run = 0;
    for (const Unit& unit : input.units)
        run += sane(unit.time.*which);
    run = std::max(run, sane(input.runTime));
    std::vector<double> gains(sets.size(), 0);
    std::vector<double> unused(sets.size(), 0); // of what a set was allowed
    std::vector<double> loss(sets.size(), 0); // not yet taken off another gain
    if (run <= 0)
        return gains;
    for (std::size_t i = 0; i < sets.size(); ++i) {
        double own = 0;
        for (const std::uint32_t unit : sets[i].units)
            own += sane(input.units[unit].time.*which) / run;
        double allowed = own;
        double saved = sane(sets[i].saved.*which) / run;
        loss[i] = lossOf(sets[i].saved.*which) / run;
        for (const std::uint32_t need : sets[i].needs) {
            allowed += unused[need];
            const double paid = std::min(saved, loss[need]);
            saved -= paid;
            loss[need] -= paid;
        }
        gains[i] = std::min(saved, allowed);
        unused[i] = std::max(own - gains[i], 0.0);
        double borrowed = std::max(gains[i] - own, 0.0);
        for (const std::uint32_t need : sets[i].needs) {
            const double taken = std::min(borrowed, unused[need]);
            unused[need] -= taken;
            borrowed -= taken;
        }
    }
    return gains;
}

} // namespace

std::vector<Range> boundedGains(const PlanInput& input, const std::vector<CandidateSet>& sets)
{
    const std::vector<double> low = gainsBy(input, sets, &Range::low);
    const std::vector<double> likely = gainsBy(input, sets, &Range::likely);
    const std::vector<double> high = gainsBy(input, sets, &Range::high);
    std::vector<Range> gains;
    for (std::size_t i = 0; i < sets.size(); ++i) // a bound that only bites in one of the three may cross another
        gains.push_back({ std::min(low[i], likely[i]), likely[i], std::max(high[i], likely[i]) });
    return gains;
}

} // namespace ferroscope::roadmap
