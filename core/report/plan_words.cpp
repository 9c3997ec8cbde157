// SPDX-FileCopyrightText: The Ferroscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/plan_words.h"

#include "core/base/text.h"
#include "core/report/wording.h"
#include <algorithm>
#include <array>
#include <fmt/format.h>

namespace ferroscope::report {

namespace {

std::string orUnknown(const std::optional<Range>& range, const std::string& unit)
{
    return range ? rangeText(*range) + " " + unit : std::string("not known");
}

constexpr double kNever = 999; // years; 1000 stands for never

std::string paybackText(const std::optional<Range>& years)
{
    if (!years)
        return "not known";
    if (years->low >= kNever)
        return "never";
    if (years->likely >= kNever)
        return fmt::format("{:.1f} years at best, likely never", years->low);
    if (years->high >= kNever)
        return fmt::format("{:.1f}\u2013{:.1f} years, never at the low end of the saving", years->low, years->likely);
    return rangeText(*years) + " years";
}

// By what the verdict says first. The sentences are those of core/scoring/verdict.cpp.
std::string reasonOf(const LeftInPython& left)
{
    if (isBlocker(left.verdict))
        return std::string(verdictLabel(left.verdict)) + " before anything else";
    const auto says = [&](std::string_view part) { return left.why.find(part) != std::string::npos; };
    if (startsWith(left.why, "Set by hand"))
        return "A person decided so";
    if (left.verdict == Verdict::AlreadyNative)
        return "Its time is spent in native code already";
    if (says("too cold to pay"))
        return "Too cold to pay for a move";
    if (says("waits for I/O"))
        return "It mostly waits; Rust would wait as long";
    if (says("Glue and definitions"))
        return "Glue and definitions, hardly any work";
    if (says("no cut around it"))
        return "No cut around it saves more than it costs";
    return "What it is for belongs in Python";
}

} // namespace

std::string calendarText(const Wave& wave)
{
    if (wave.weeks == Range {})
        return {};
    std::string text = rangeText(wave.weeks) + " weeks";
    if (wave.dates.known()) {
        text += ", " + wave.dates.start + " to " + wave.dates.endLikely + " (" + wave.dates.endLow + " at the earliest, " + wave.dates.endHigh + " at the latest)";
    }
    return text;
}

std::string calendarMissing(const Assessment& assessment)
{
    const auto any = [&](auto&& test) { return std::any_of(assessment.waves.begin(), assessment.waves.end(), test); };
    if (!any([](const Wave& wave) { return wave.weeks != Range {}; }))
        return "Not given: how many developers do it and when they start (plan in the settings), so the waves have no weeks and no dates.";
    if (!any([](const Wave& wave) { return wave.dates.known(); }))
        return "Not given: the day the plan starts (plan in the settings), so the waves have no dates.";
    return {};
}

std::vector<std::string> doneWhen(const Wave& wave)
{
    std::vector<std::string> criteria = wave.exitCriteria;
    if (!criteria.empty() && criteria.back() == wave.stopRule)
        criteria.pop_back();
    return criteria;
}

std::vector<std::pair<std::string, std::string>> moneyRows(const MoneyPlan& money)
{
    return {
        { "Cost of the plan", orUnknown(money.cost, money.currency) },
        { "Saving per year", orUnknown(money.savingPerYear, money.currency) },
        { "Payback", paybackText(money.paybackYears) },
        { fmt::format("Cost of doing nothing for {:g} {}", money.horizonYears, money.horizonYears == 1 ? "year" : "years"),
            orUnknown(money.costOfDoingNothing, money.currency) },
    };
}

std::string moneyMissing()
{
    return "Not given: a day rate and what the machines cost a year (money in the settings), so cost, saving and payback are not known.";
}

std::vector<LeftReason> leftByReason(const Assessment& assessment)
{
    std::vector<LeftReason> reasons;
    for (const LeftInPython& left : assessment.leftInPython) {
        std::string reason = reasonOf(left);
        const auto known = std::find_if(reasons.begin(), reasons.end(), [&](const LeftReason& each) { return each.reason == reason; });
        if (known != reasons.end())
            ++known->modules;
        else
            reasons.push_back({ std::move(reason), 1 });
    }
    std::sort(reasons.begin(), reasons.end(), [](const LeftReason& a, const LeftReason& b) { return a.modules != b.modules ? a.modules > b.modules : a.reason < b.reason; });
    return reasons;
}

std::string_view hazardLabel(std::string_view kind)
{
    constexpr std::array<std::pair<std::string_view, std::string_view>, 8> kLabels { { { "pickling", "Pickling" }, { "subclassing", "Subclasses" },
        { "public-api", "Public interface" }, { "patched", "Patched at run time" }, { "text-index", "Text by position" },
        { "unbounded-int", "Integers without bound" }, { "exceptions", "Exceptions" }, { "hash-order", "Order" } } };
    const auto* found = std::find_if(kLabels.begin(), kLabels.end(), [&](const auto& each) { return each.first == kind; });
    return found == kLabels.end() ? kind : found->second;
}

} // namespace ferroscope::report
