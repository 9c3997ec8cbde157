// SPDX-FileCopyrightText: The Ferroscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
// Risks that lie in the evidence, the team and the release.
#include "core/roadmap/risk_rows.h"

#include "core/base/text.h"
#include "core/roadmap/phrases.h"
#include <algorithm>
#include <fmt/format.h>

namespace ferroscope::roadmap {
namespace {

constexpr double kFewResolved = 0.5; // share of calls below which an estimate is likely to be wrong

// Without a profile every figure of time hangs on the estimate; with one, what it does not cover.
std::optional<RiskDraft> estimateOnly(const RiskInput& input)
{
    RiskDraft draft;
    if (!input.measured) {
        draft.likelihood = input.callsResolved < kFewResolved ? Level::High : Level::Medium;
        draft.impact = Level::High;
        draft.risk = fmt::format("No profile was given: where the time goes is estimated from the code, with {:.0f} % of the calls resolved.", 100 * input.callsResolved);
    } else {
        draft.candidates = candidatesWith(input, [&](std::size_t at) { return !input.facts[at].unprofiled.empty(); });
        if (draft.candidates.empty())
            return std::nullopt;
        std::vector<std::string> modules;
        for (const std::size_t at : draft.candidates)
            modules.insert(modules.end(), input.facts[at].unprofiled.begin(), input.facts[at].unprofiled.end());
        std::sort(modules.begin(), modules.end());
        modules.erase(std::unique(modules.begin(), modules.end()), modules.end());
        draft.likelihood = Level::Medium;
        draft.risk = "The profile does not cover " + namedSome(modules, "modules") + ": its share of the run is a guess.";
    }
    draft.sign = "A profile gives a candidate less than half of its estimated share of the run";
    draft.answer = "Profile a representative run in wave 0 and plan again before anything moves";
    return draft;
}

std::optional<RiskDraft> criticality(const RiskInput& input)
{
    RiskDraft draft;
    draft.candidates = candidatesWith(input, [&](std::size_t at) { return input.candidates[at].criticality == "high"; });
    if (draft.candidates.empty())
        return std::nullopt;
    const std::size_t first = draft.candidates.front();
    const bool early = std::any_of(input.waves.begin(), input.waves.end(), [&](const Wave& wave) {
        return wave.number == 1 && std::any_of(draft.candidates.begin(), draft.candidates.end(), [&](std::size_t at) {
            return std::find(wave.candidates.begin(), wave.candidates.end(), input.candidates[at].id) != wave.candidates.end();
        });
    });
    draft.likelihood = early ? Level::Medium : Level::Low;
    draft.impact = Level::High;
    draft.risk = idsOf(input, draft.candidates) + " (" + input.candidates[first].title
        + (draft.candidates.size() > 1 ? " first of all" : "") + ") was marked as critical for the business"
        + (early ? ", and wave 1 cannot do without it." : ": a defect there costs more than the wave can save.");
    draft.sign = "A wave that touches it is released without a run of both versions side by side";
    draft.answer = "Run both versions side by side on real inputs, release to a part of the traffic first, and rehearse the way back";
    return draft;
}

// A project that builds native code knows the trouble; one that does not has a new tool chain in every release.
std::optional<RiskDraft> packaging(const RiskInput& input)
{
    RiskDraft draft;
    draft.candidates = candidatesWith(input, [&](std::size_t at) {
        return input.candidates[at].strategy == Verdict::ExtractPyo3 || input.candidates[at].strategy == Verdict::ExtractModule;
    });
    if (draft.candidates.empty())
        return std::nullopt;
    draft.likelihood = input.buildsNative ? Level::Low : Level::Medium;
    draft.impact = input.platforms.size() > 3 ? Level::High : Level::Medium;
    draft.risk = std::string(input.buildsNative ? "The project builds native code already; Rust joins its tool chain"
                                                : "The project builds no native code today; from now on every release needs wheels")
        + (input.platforms.empty() ? ", and no manifest says for which platforms." : " for " + joined(input.platforms) + ".");
    draft.sign = "A release is late because a wheel is missing, or pip starts to build from source on a user's machine";
    draft.answer = "Build wheels in continuous integration from wave 1 on (maturin, abi3), and keep the Python version as the fallback";
    return draft;
}

std::optional<RiskDraft> rampUp(const RiskInput& input)
{
    const std::string& experience = input.team.experience;
    if (experience == "fluent")
        return std::nullopt;
    RiskDraft draft;
    draft.likelihood = experience == "none" ? Level::High : Level::Medium;
    draft.impact = Level::Medium;
    draft.risk = (experience == "none" ? std::string("Nobody in the team has worked with Rust")
                         : experience == "some" ? std::string("The team has only some experience with Rust")
                                                : std::string("How much Rust the team knows was not said"))
        + fmt::format(": the guide counts 3 to 4 months of learning and a first project that takes 2 to 3 times as long; this plan counts {:.0f} weeks.",
            input.team.rampUpWeeks);
    draft.sign = "Wave 1 takes more than its high estimate";
    draft.answer = "Begin with the smallest candidate, pair with someone who knows Rust, and let wave 1 set the unit costs of the rest";
    return draft;
}

std::optional<RiskDraft> busFactor(const RiskInput& input)
{
    if (!input.team.developers || *input.team.developers >= 2)
        return std::nullopt;
    RiskDraft draft;
    draft.likelihood = Level::Medium;
    draft.impact = Level::High;
    draft.risk = "One person does the port: when that person leaves, nobody can change the Rust code.";
    draft.sign = "A change of the Rust code waits for one person";
    draft.answer = "Let a second person review every change, and write down how to build, test and switch back";
    return draft;
}

} // namespace

std::vector<RiskRow> riskRowsOfPlan()
{
    return { { "estimate-only", estimateOnly }, { "criticality", criticality }, { "packaging", packaging }, { "ramp-up", rampUp },
        { "bus-factor", busFactor } };
}

} // namespace ferroscope::roadmap
