// SPDX-FileCopyrightText: The Ferroscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/roadmap/money.h"

#include "core/base/text.h"
#include "core/roadmap/phrases.h"
#include <algorithm>
#include <cmath>
#include <fmt/format.h>

namespace ferroscope::roadmap {
namespace {

std::string amount(double value, const std::string& currency)
{
    return withThousands(std::llround(value)) + " " + currency;
}

// Years of today's saving that the horizon is worth when the load grows.
double yearsWorth(double horizon, double growth)
{
    double years = 0;
    double load = 1;
    for (double left = horizon; left > 0; left -= 1) {
        years += load * std::min(left, 1.0);
        load *= 1 + growth;
    }
    return years;
}

Range payback(const Range& cost, const Range& saving)
{
    const auto years = [](double spent, double saved) { return saved > 0 ? std::min(spent / saved, kNever) : kNever; };
    return Range { years(cost.low, saving.high), years(cost.likely, saving.likely), years(cost.high, saving.low) }.ordered();
}

void sayAssumptions(MoneyPlan& made, const MoneyTerms& terms, const Range& effort, const Range& gain, bool measured)
{
    std::vector<std::string>& say = made.assumptions;
    if (terms.dayRate)
        say.push_back("A person-day costs " + amount(*terms.dayRate, made.currency) + "; the plan takes " + daysText(effort) + ".");
    else
        say.emplace_back("No day rate is given, so the cost and the payback are not known.");
    if (!terms.machineCostPerYear) {
        say.emplace_back("What the machines cost a year is not given, so saving, payback and the cost of doing nothing are not known.");
        return;
    }
    say.push_back("The machines that run this code cost " + amount(*terms.machineCostPerYear, made.currency)
        + " a year; a share of the run saved (" + percentText(gain.low) + " to " + percentText(gain.high)
        + ") saves the same share of it, which holds only where processor time decides how many machines there are.");
    say.emplace_back(measured ? "The shares saved come from a measured profile." : "The shares saved are estimated from the code; no profile confirms them.");
    if (terms.growthPerYear)
        say.push_back("The load changes by " + fmt::format("{:+.0f}", 100 * *terms.growthPerYear) + " % a year.");
    else
        say.emplace_back("No growth is given: the load stays as it is.");
    if (!terms.horizonYears)
        say.push_back("No horizon is given: " + fmt::format("{:.0f}", kHorizonYears) + " years.");
    say.emplace_back("The payback counts from the end of the plan, at today's load; interest, licences and the upkeep of a second language are left out.");
}

} // namespace

std::optional<MoneyPlan> moneyPlan(const std::vector<Wave>& waves, const MoneyTerms& terms, bool measured)
{
    if (!terms.dayRate && !terms.machineCostPerYear)
        return std::nullopt;
    Range effort;
    Range gain;
    for (const Wave& wave : waves) {
        effort += wave.effort;
        gain += wave.gain;
    }
    gain = { std::clamp(gain.low, 0.0, 1.0), std::clamp(gain.likely, 0.0, 1.0), std::clamp(gain.high, 0.0, 1.0) };
    MoneyPlan made;
    made.currency = terms.currency;
    made.horizonYears = terms.horizonYears.value_or(kHorizonYears);
    if (terms.dayRate)
        made.cost = effort * *terms.dayRate;
    if (terms.machineCostPerYear) {
        made.savingPerYear = gain * *terms.machineCostPerYear;
        made.costOfDoingNothing = *made.savingPerYear * yearsWorth(made.horizonYears, terms.growthPerYear.value_or(0));
    }
    if (made.cost && made.savingPerYear)
        made.paybackYears = payback(*made.cost, *made.savingPerYear);
    sayAssumptions(made, terms, effort, gain, measured);
    return made;
}

} // namespace ferroscope::roadmap
