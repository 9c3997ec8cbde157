// SPDX-FileCopyrightText: The Ferroscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
// Risks that lie in the code that moves.
#include "core/roadmap/risk_rows.h"

#include "core/base/text.h"
#include "core/roadmap/candidate_details.h"
#include "core/roadmap/phrases.h"
#include <algorithm>

namespace ferroscope::roadmap {
namespace {

using Facts = CandidateRiskFacts;

std::vector<std::string> modulesOf(const RiskInput& input, const std::vector<std::size_t>& candidates, std::vector<std::string> Facts::*list)
{
    std::vector<std::string> all;
    for (const std::size_t at : candidates)
        all.insert(all.end(), (input.facts[at].*list).begin(), (input.facts[at].*list).end());
    std::sort(all.begin(), all.end());
    all.erase(std::unique(all.begin(), all.end()), all.end());
    return all;
}

// How often places of a kind occur in all candidates, and the first of them.
Facts::Places placesOf(const RiskInput& input, const std::vector<std::size_t>& candidates, Facts::Places Facts::*which)
{
    Facts::Places all;
    for (const std::size_t at : candidates) {
        const Facts::Places& own = input.facts[at].*which;
        all.count += own.count;
        if (all.example.empty())
            all.example = own.example;
    }
    return all;
}

Facts::Places hazardsOf(const RiskInput& input, const std::vector<std::size_t>& candidates, std::initializer_list<std::string_view> kinds)
{
    Facts::Places all;
    for (const std::size_t at : candidates) {
        for (const Hazard& hazard : input.candidates[at].hazards) {
            if (std::find(kinds.begin(), kinds.end(), hazard.kind) == kinds.end())
                continue;
            if (all.count++ == 0)
                all.example = hazard.path + ":" + std::to_string(hazard.line);
        }
    }
    return all;
}

std::vector<std::size_t> withHazards(const RiskInput& input, std::initializer_list<std::string_view> kinds)
{
    return candidatesWith(input, [&](std::size_t at) { return hazardsOf(input, { at }, kinds).count > 0; });
}

std::string countedPlaces(const Facts::Places& places)
{
    return counted(places.count, "place") + " (" + (places.count > 1 ? "the first is " : "") + places.example + ")";
}

// The candidates whose low end is no gain (below 0.1 % of the run). High where they promise less than 1 % each.
std::optional<RiskDraft> loss(const RiskInput& input)
{
    RiskDraft draft;
    draft.candidates = candidatesWith(input, [&](std::size_t at) { return input.candidates[at].gain.low < 0.001; });
    if (draft.candidates.empty())
        return std::nullopt;
    double likely = 0;
    for (const std::size_t at : draft.candidates)
        likely += input.candidates[at].gain.likely;
    draft.likelihood = likely < 0.01 * static_cast<double>(draft.candidates.size()) ? Level::High : Level::Medium;
    draft.risk = "At the low end of the estimate " + idsOf(input, draft.candidates) + (draft.candidates.size() == 1 ? " saves" : " save")
        + " nothing: converting values and crossing the boundary eat up what faster code gains.";
    draft.sign = "The first benchmark with real inputs stays below the low end of the gain";
    draft.answer = "Build the crossing first, with one function behind it, and measure it before porting the rest; widen or drop the candidate";
    return draft;
}

// High where a candidate has no test at all, medium where a part of its modules has none.
std::optional<RiskDraft> untested(const RiskInput& input)
{
    RiskDraft draft;
    draft.candidates = candidatesWith(input, [&](std::size_t at) { return !input.facts[at].untested.empty(); });
    if (draft.candidates.empty())
        return std::nullopt;
    const bool whole = std::any_of(draft.candidates.begin(), draft.candidates.end(),
        [&](std::size_t at) { return input.facts[at].untested.size() >= input.candidates[at].modules.size(); });
    draft.likelihood = whole ? Level::High : Level::Medium;
    const std::vector<std::string> modules = modulesOf(input, draft.candidates, &Facts::untested);
    draft.risk = "No test was found for " + namedSome(modules, "modules") + ": the port may answer differently and nobody notices.";
    draft.sign = "A defect is reported by users, or a recorded input gives another result";
    draft.answer = "Write characterisation tests on recorded inputs before the port, and run both versions side by side for a release";
    return draft;
}

// Medium from kHighChurn commits to one module on, high from three times as many.
std::optional<RiskDraft> movingTarget(const RiskInput& input)
{
    RiskDraft draft;
    draft.candidates = candidatesWith(input, [&](std::size_t at) { return !input.facts[at].changing.empty(); });
    if (draft.candidates.empty())
        return std::nullopt;
    std::uint32_t most = 0;
    for (const std::size_t at : draft.candidates)
        most = std::max(most, input.facts[at].mostCommits);
    draft.likelihood = most >= 3 * kHighChurn ? Level::High : Level::Medium;
    const std::vector<std::string> modules = modulesOf(input, draft.candidates, &Facts::changing);
    draft.risk = namedSome(modules, "modules") + (modules.size() == 1 ? " changes" : " change") + " often (up to "
        + counted(most, "commit") + " in the looked-at history): the port chases a moving target and both versions drift apart.";
    draft.sign = "A change of the Python version is merged that the Rust version does not have";
    draft.answer = "Freeze the interface for the wave, port in small steps, and let the parity tests fail on any change that only one side has";
    return draft;
}

// By places in what moves: medium from 2, high from 5.
std::optional<RiskDraft> dynamic(const RiskInput& input)
{
    RiskDraft draft;
    draft.candidates = candidatesWith(input, [&](std::size_t at) { return input.facts[at].dynamic.count > 0; });
    if (draft.candidates.empty())
        return std::nullopt;
    const Facts::Places places = placesOf(input, draft.candidates, &Facts::dynamic);
    draft.likelihood = levelOf(static_cast<double>(places.count), 2, 5);
    draft.risk = "What moves uses features of Python that Rust has no counterpart for, in " + countedPlaces(places) + ": each needs another design.";
    draft.sign = "A part of the port takes more than twice its days, or calls back into Python for attributes";
    draft.answer = "Replace them in Python first, or leave these functions on the Python side";
    return draft;
}

std::optional<RiskDraft> sharedState(const RiskInput& input)
{
    RiskDraft draft;
    draft.candidates = candidatesWith(input, [&](std::size_t at) { return input.facts[at].shared.count > 0; });
    if (draft.candidates.empty())
        return std::nullopt;
    const Facts::Places places = placesOf(input, draft.candidates, &Facts::shared);
    draft.likelihood = levelOf(static_cast<double>(places.count), 2, 5);
    draft.risk = "State that both sides change is touched in " + countedPlaces(places) + ": after the move there would be two copies of it.";
    draft.sign = "A result depends on the order of calls, or a reset in Python does not reach Rust";
    draft.answer = "Hand the state over as an argument, or let one side own it and the other ask";
    return draft;
}

std::optional<RiskDraft> cycle(const RiskInput& input)
{
    RiskDraft draft;
    draft.candidates = candidatesWith(input, [&](std::size_t at) { return !input.facts[at].cyclic.empty(); });
    if (draft.candidates.empty())
        return std::nullopt;
    const std::vector<std::string> modules = modulesOf(input, draft.candidates, &Facts::cyclic);
    draft.likelihood = Level::Medium;
    draft.impact = Level::Low;
    draft.risk = namedSome(modules, "modules") + (modules.size() == 1 ? " is" : " are")
        + " part of an import cycle: the interface of what moves has no clear direction.";
    draft.sign = "The extension module has to import the package that imports it";
    draft.answer = "Cut the cycle before the move; the graph section names the cheapest edge";
    return draft;
}

// By what the callbacks cost, as a share of what the candidate saves: below half a percent none, medium from 5 %,
// high from 20 %. The cost itself is in the gain already.
std::optional<RiskDraft> callbacks(const RiskInput& input)
{
    RiskDraft draft;
    double worst = 0;
    double calls = 0;
    std::string example;
    const auto cost = [&](std::size_t at) {
        double nanoseconds = 0;
        for (const Crossing& crossing : input.candidates[at].crossings)
            nanoseconds += crossing.kind == "callback" ? crossing.cost : 0;
        return nanoseconds;
    };
    const auto share = [&](std::size_t at) {
        const double saved = input.candidates[at].gain.likely * input.runTime;
        return cost(at) <= 0 ? 0 : saved > 0 ? cost(at) / saved : 1;
    };
    draft.candidates = candidatesWith(input, [&](std::size_t at) { return share(at) >= 0.005; });
    if (draft.candidates.empty())
        return std::nullopt;
    for (const std::size_t at : draft.candidates) {
        for (const Crossing& crossing : input.candidates[at].crossings) {
            if (crossing.kind != "callback")
                continue;
            calls += crossing.calls;
            if (example.empty())
                example = crossing.from + " to " + crossing.to;
        }
        worst = std::max(worst, share(at));
    }
    draft.likelihood = levelOf(worst, 0.05, 0.2);
    draft.risk = "Rust would call back into Python about " + countText(calls) + " times per run, " + example
        + " most of all: every such call takes the interpreter lock and may raise.";
    draft.sign = "The profile of the port shows time in the calls from Rust to Python";
    draft.answer = "Move what is called back too, pass data instead of a callback, or call back once per batch";
    return draft;
}

std::optional<RiskDraft> threads(const RiskInput& input)
{
    RiskDraft draft;
    draft.candidates = candidatesWith(input, [&](std::size_t at) { return input.facts[at].threads.count > 0; });
    if (draft.candidates.empty())
        return std::nullopt;
    const Facts::Places places = placesOf(input, draft.candidates, &Facts::threads);
    draft.likelihood = levelOf(static_cast<double>(places.count), 2, 5);
    draft.risk = "It is run from threads, in " + countedPlaces(places)
        + ": a Rust function that keeps the interpreter lock stops them all, one that lets go of it may deadlock with them.";
    draft.sign = "Throughput does not rise with the number of threads, or a run hangs";
    draft.answer = "Detach from the interpreter around long work, hold no Python object meanwhile, and test with as many threads as production has";
    return draft;
}

// By the share of the interface without a type: medium from a fifth, high from half.
std::optional<RiskDraft> untyped(const RiskInput& input)
{
    RiskDraft draft;
    draft.candidates = candidatesWith(input, [&](std::size_t at) { return input.facts[at].missingHints > 0; });
    if (draft.candidates.empty())
        return std::nullopt;
    std::size_t missing = 0;
    std::size_t slots = 0;
    for (const std::size_t at : draft.candidates) {
        missing += input.facts[at].missingHints;
        slots += input.facts[at].interfaceSlots;
    }
    draft.likelihood = levelOf(static_cast<double>(missing) / static_cast<double>(std::max<std::size_t>(slots, 1)), 0.2, 0.5);
    draft.risk = counted(missing, "place") + " of " + withThousands(static_cast<long long>(slots))
        + " on the interface of " + idsOf(input, draft.candidates) + (missing == 1 ? " has" : " have")
        + " no type: callers may pass what the Rust signature refuses.";
    draft.sign = "TypeError at the boundary with inputs that worked before";
    draft.answer = "Type the interface in Python first and let a type checker run over the callers";
    return draft;
}

std::optional<RiskDraft> unboundedInt(const RiskInput& input)
{
    RiskDraft draft;
    draft.candidates = withHazards(input, { "unbounded-int" });
    if (draft.candidates.empty())
        return std::nullopt;
    const Facts::Places places = hazardsOf(input, draft.candidates, { "unbounded-int" });
    draft.likelihood = levelOf(static_cast<double>(places.count), 2, 4);
    draft.risk = "Integers may grow beyond 64 bits in " + countedPlaces(places) + ": Python's never overflow, Rust's panic or wrap.";
    draft.sign = "A panic \"attempt to multiply with overflow\", or other results for large inputs";
    draft.answer = "Find the bound of every value; wrapping operations where Python masks, a big-integer crate where there is none";
    return draft;
}

std::optional<RiskDraft> objects(const RiskInput& input)
{
    RiskDraft draft;
    draft.candidates = withHazards(input, { "pickling", "subclassing", "patched" });
    if (draft.candidates.empty())
        return std::nullopt;
    const Facts::Places places = hazardsOf(input, draft.candidates, { "pickling", "subclassing", "patched" });
    draft.likelihood = levelOf(static_cast<double>(places.count), 2, 5);
    draft.risk = "Other code pickles, subclasses or patches what moves, in " + countedPlaces(places)
        + ": none of that reaches a Rust type by itself.";
    draft.sign = "A test that patches passes without testing anything, or pickled data can no longer be read";
    draft.answer = "Keep a thin Python class around the Rust one, or give these uses another way first";
    return draft;
}

} // namespace

std::vector<RiskRow> riskRowsOfCode()
{
    return { { "loss", loss }, { "untested", untested }, { "moving-target", movingTarget }, { "dynamic", dynamic }, { "shared-state", sharedState },
        { "cycle", cycle }, { "callbacks", callbacks }, { "threads", threads }, { "untyped", untyped }, { "unbounded-int", unboundedInt },
        { "objects", objects } };
}

} // namespace ferroscope::roadmap
