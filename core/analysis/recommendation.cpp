// SPDX-FileCopyrightText: The Ferroscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis/recommendation.h"
#include "core/base/text.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <fmt/format.h>

namespace ferroscope::analysis {

namespace {

std::string inWords(std::size_t count)
{
    static constexpr std::array<std::string_view, 13> kWords { "No", "One", "Two", "Three", "Four", "Five", "Six", "Seven",
        "Eight", "Nine", "Ten", "Eleven", "Twelve" };
    return count < kWords.size() ? std::string(kWords[count]) : withThousands(static_cast<long long>(count));
}

std::size_t countOf(const Assessment& a, Verdict verdict) { return a.totals.verdicts[static_cast<std::size_t>(verdict)]; }

// A candidate is ready if one of its modules has no blocker before it.
bool isReady(const Assessment& a, const Candidate& candidate)
{
    return std::any_of(candidate.modules.begin(), candidate.modules.end(), [&](const std::string& path) {
        const AssessedModule* module = a.find(path);
        return module && movesToRust(module->verdict.id);
    });
}

std::string sentence(const Assessment& a)
{
    const std::size_t places = static_cast<std::size_t>(std::count_if(a.candidates.begin(), a.candidates.end(), [&](const Candidate& c) { return isReady(a, c); }));
    const std::size_t later = a.candidates.size() - places;
    const std::size_t stay = countOf(a, Verdict::KeepPython) + countOf(a, Verdict::AlreadyNative);
    const std::size_t fixes = countOf(a, Verdict::FixInPython);
    const std::string rest = fmt::format("{} of {} should stay in Python.", withThousands(static_cast<long long>(stay)), counted(a.totals.modules, "module"));
    if (places > 0 && later > 0) {
        return fmt::format("{} {} worth moving now, {} once prepared; {} of {} stay.", inWords(places), places == 1 ? "place is" : "places are",
            lowerAscii(inWords(later)), withThousands(static_cast<long long>(stay)), counted(a.totals.modules, "module"));
    }
    if (places > 0)
        return fmt::format("{} {} worth moving. {}", inWords(places), places == 1 ? "place is" : "places are", rest);
    if (later > 0)
        return fmt::format("{} could move once prepared. {}", later == 1 ? std::string("One place") : inWords(later) + " places", rest);
    if (fixes > 0)
        return fmt::format("Nothing is worth moving; {} something to fix in Python.", fixes == 1 ? std::string("one module has") : lowerAscii(inWords(fixes)) + " modules have");
    if (countOf(a, Verdict::ProfileFirst) > 0)
        return "Cannot say yet: what could be hot has not been measured.";
    return fmt::format("Leave it in Python: none of {} would repay a move.", counted(a.totals.modules, "module"));
}

bool isMeasured(const Assessment& a)
{
    return std::any_of(a.modules.begin(), a.modules.end(), [](const AssessedModule& module) { return module.heat.source == HeatSource::Measured; });
}

// With a profile: what was measured, and how much of it is known; the estimate of what did not run stays out of it.
std::string whereTimeGoes(const Assessment& a)
{
    const bool measured = isMeasured(a);
    double interpreted = 0;
    double native = 0;
    double waiting = 0;
    for (const AssessedModule& module : a.modules) {
        if (measured && module.heat.source != HeatSource::Measured)
            continue;
        interpreted += module.heat.interpreted.likely;
        native += module.heat.native.likely;
        waiting += module.heat.waiting.likely;
    }
    const std::string parts = fmt::format("{:.0f} % is interpreted Python{}, {:.0f} % native code {}, {:.0f} % waiting", 100 * interpreted,
        measured ? " of this repository" : "", 100 * native, measured ? "it calls" : "already", 100 * waiting);
    if (!measured)
        return "Of the estimated run, " + parts + ".";
    return fmt::format("Of the measured run, {}; measured with {}, {:.0f} % of the time matched.", parts, a.coverage.profile->kind,
        100 * a.coverage.profile->matchedShare);
}

// A profile that says little of this repository says so.
void addProfileDoubts(const Assessment& a, std::vector<std::string>& sentences)
{
    const ProfileMatch& profile = *a.coverage.profile;
    if (profile.matchedShare <= 0) {
        sentences.push_back("The profile (" + profile.kind + ") is of something else: none of its time is in this repository, so every figure of time is estimated.");
        return;
    }
    if (profile.matchedShare < 0.5) {
        sentences.push_back(fmt::format("Only {:.0f} % of the profile's time is in this repository; the most elsewhere is {}.", 100 * profile.matchedShare,
            profile.unmatched.empty() ? std::string("not known") : profile.unmatched.front()));
    }
    if (!profile.exact)
        sentences.push_back("Count the calls with cProfile: samples say where the time goes, not how often a boundary would be crossed.");
}

void addCalendarAndMoney(const Assessment& a, std::vector<std::string>& reasons)
{
    if (!a.waves.empty() && a.waves.front().dates.known()) {
        reasons.push_back(fmt::format("The plan runs from {} to {}, at the latest to {}.", a.waves.front().dates.start, a.waves.back().dates.endLikely,
            a.waves.back().dates.endHigh));
    }
    if (!a.money || !a.money->cost)
        return;
    std::string sentence = fmt::format("It costs about {} {}", withThousands(std::llround(a.money->cost->likely)), a.money->currency);
    if (a.money->paybackYears && a.money->paybackYears->likely <= a.money->horizonYears)
        sentence += fmt::format(" and would be paid back in about {:.1f} years, if machines follow the load", a.money->paybackYears->likely);
    else if (a.money->paybackYears)
        sentence += fmt::format(" and is not paid back by what it saves in machines within {:g} years", a.money->horizonYears);
    reasons.push_back(sentence + ".");
}

} // namespace

Recommendation recommend(const Assessment& a)
{
    Recommendation made;
    made.sentence = sentence(a);
    made.reasons.push_back(whereTimeGoes(a));
    double saved = 0;
    Range effort;
    for (const Candidate& candidate : a.candidates) {
        saved += candidate.gain.likely;
        effort += candidate.effort;
    }
    if (!a.candidates.empty()) {
        made.reasons.push_back(fmt::format("The {} together would save an estimated {:.0f} % of the run for {:.0f} person-days ({:.0f}\xE2\x80\x93{:.0f}).",
            counted(a.candidates.size(), "candidate"), 100 * saved, effort.likely, effort.low, effort.high));
        const Candidate& first = a.candidates.front();
        made.reasons.push_back(fmt::format("The best return has {}: {:.1f} % of the run for {:.0f} person-days.", first.title,
            100 * first.gain.likely, first.effort.likely));
    }
    addCalendarAndMoney(a, made.reasons);
    const std::size_t blocked = countOf(a, Verdict::RefactorFirst) + countOf(a, Verdict::TypeFirst);
    if (blocked > 0)
        made.reasons.push_back(fmt::format("{} {} preparing first: types on the boundary or a cycle to cut.",
            counted(blocked, "module"), blocked == 1 ? "needs" : "need"));
    if (countOf(a, Verdict::FixInPython) > 0)
        made.reasons.push_back(fmt::format("{} cheaper to fix in Python than to move.",
            countOf(a, Verdict::FixInPython) == 1 ? std::string("One module is") : withThousands(static_cast<long long>(countOf(a, Verdict::FixInPython))) + " modules are"));

    const double resolved = a.coverage.callsTotal > 0 ? static_cast<double>(a.coverage.callsResolved) / static_cast<double>(a.coverage.callsTotal) : 1;
    const bool measured = isMeasured(a);
    made.certainty = resolved < 0.3 || a.coverage.filesWithErrors * 5 > a.coverage.filesParsed ? "low"
        : measured && a.coverage.profile->matchedShare >= 0.5                                  ? "measured"
                                                                                               : "estimated";
    if (a.coverage.profile)
        addProfileDoubts(a, made.raisesCertainty);
    else
        made.raisesCertainty.push_back("Measure a representative run with cProfile or py-spy: every figure of time here is estimated from the source.");
    if (countOf(a, Verdict::ProfileFirst) > 0)
        made.raisesCertainty.push_back(fmt::format("Profile the {} that no entry point was seen to reach.", counted(countOf(a, Verdict::ProfileFirst), "module")));
    std::size_t untested = 0;
    for (const AssessedModule& module : a.modules)
        untested += module.judged() && module.tests.empty() ? 1 : 0;
    if (untested > 0 && !a.coverage.tests)
        made.raisesCertainty.push_back(fmt::format("Supply a coverage file: tests are unknown for {}.", counted(untested, "module")));
    if (resolved < 0.7)
        made.raisesCertainty.push_back(fmt::format("{:.0f} % of the calls could not be resolved; types on public functions would settle many.", 100 * (1 - resolved)));
    return made;
}

} // namespace ferroscope::analysis
