// SPDX-FileCopyrightText: The Ferroscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/roadmap/candidate_details.h"

#include "core/base/text.h"
#include "core/roadmap/phrases.h"
#include "core/roadmap/strategy.h"
#include <algorithm>
#include <cmath>
#include <set>

namespace ferroscope::roadmap {
namespace {

constexpr std::size_t kMostNamed = 3; // modules named in one sentence

std::vector<std::uint32_t> modulesOf(const PlanInput& input, const CandidateSet& set)
{
    std::set<std::uint32_t> modules;
    for (const std::uint32_t unit : set.units) {
        if (input.units[unit].module < input.modules.size())
            modules.insert(input.units[unit].module);
    }
    return { modules.begin(), modules.end() };
}

std::string named(const std::vector<std::string>& names)
{
    if (names.size() <= kMostNamed)
        return joined(names);
    std::vector<std::string> shown(names.begin(), names.begin() + kMostNamed - 1);
    shown.push_back(withThousands(static_cast<long long>(names.size() - shown.size())) + " more modules");
    return joined(shown);
}

template <typename Test>
std::vector<std::string> modulesWith(const PlanInput& input, const std::vector<std::uint32_t>& modules, Test test)
{
    std::vector<std::string> names;
    for (const std::uint32_t index : modules) {
        if (test(input.modules[index]))
            names.push_back(input.modules[index].name);
    }
    return names;
}

std::vector<Crossing> crossingTable(const PlanInput& input, const CandidateSet& set)
{
    std::vector<Crossing> table;
    for (const std::uint32_t index : set.crossings) {
        const Link& link = input.links[index];
        table.push_back({ link.fromFunction, link.toFunction, link.calls, link.elements, link.cost,
            input.measured ? "measured" : "virtual" });
    }
    std::stable_sort(table.begin(), table.end(), [](const Crossing& a, const Crossing& b) {
        if (a.cost != b.cost)
            return a.cost > b.cost;
        return a.from != b.from ? a.from < b.from : a.to < b.to;
    });
    if (table.size() > kMostCrossings)
        table.resize(kMostCrossings);
    return table;
}

// However many call it: what is exported, or called back, is made callable once.
std::size_t calledOver(const PlanInput& input, const CandidateSet& set)
{
    std::set<std::string_view> called;
    for (const std::uint32_t index : set.crossings)
        called.insert(input.links[index].toFunction);
    return called.size();
}

void addCallbackRisk(const PlanInput& input, const CandidateSet& set, std::vector<std::string>& risks)
{
    const Link* worst = nullptr;
    double calls = 0;
    for (const std::uint32_t index : set.crossings) {
        const Link& link = input.links[index];
        const bool leaves = std::binary_search(set.units.begin(), set.units.end(), link.from);
        if (!link.callback || !leaves)
            continue;
        calls += link.calls;
        if (!worst || link.cost > worst->cost)
            worst = &link;
    }
    if (worst) {
        risks.push_back("Rust would call back into Python about " + countText(calls) + " times per run, most of it "
            + worst->fromFunction + " to " + worst->toFunction + ".");
    }
}

} // namespace

Candidate describeCandidate(const PlanInput& input, const CandidateSet& set, std::size_t number,
    const std::string& title, Verdict strategy)
{
    Candidate candidate;
    candidate.id = "C" + std::to_string(number);
    candidate.title = title;
    candidate.strategy = strategy;
    for (const std::uint32_t unit : set.units)
        candidate.units.insert(
            candidate.units.end(), input.units[unit].functions.begin(), input.units[unit].functions.end());
    std::sort(candidate.units.begin(), candidate.units.end());
    for (const std::uint32_t module : modulesOf(input, set))
        candidate.modules.push_back(input.modules[module].path);
    std::sort(candidate.modules.begin(), candidate.modules.end());
    for (const auto& [module, share] : timeByModule(input, set))
        candidate.value += module < input.modules.size() ? share * input.modules[module].value : 0;

    const UnitCosts& costs = input.costs;
    const double binding = costs.perCandidateFixed
        + costs.perCrossingDays * static_cast<double>(calledOver(input, set));
    candidate.effort = (set.effort + Range { costs.lowFactor, 1, costs.highFactor } * binding).ordered();
    candidate.crossings = crossingTable(input, set);
    return candidate;
}

std::vector<std::string> candidateRisks(const PlanInput& input, const CandidateSet& set, const Range& gain)
{
    const std::vector<std::uint32_t> modules = modulesOf(input, set);
    std::vector<std::string> risks;
    if (gain.low <= 0)
        risks.push_back("At the low end of the estimate the crossings eat up the gain.");
    const std::vector<std::string> unprofiled
        = modulesWith(input, modules, [](const PlanModule& module) { return !module.profiled; });
    if (!input.measured)
        risks.push_back("The gain is estimated from the code only; no profile covers it.");
    else if (!unprofiled.empty())
        risks.push_back("The profile does not cover " + named(unprofiled) + ".");
    const std::vector<std::string> untested
        = modulesWith(input, modules, [](const PlanModule& module) { return !module.tested; });
    if (!untested.empty())
        risks.push_back("No test was found for " + named(untested) + ", so a difference may go unnoticed.");
    addCallbackRisk(input, set, risks);
    const std::vector<std::string> cyclic
        = modulesWith(input, modules, [](const PlanModule& module) { return module.inCycle; });
    if (!cyclic.empty())
        risks.push_back(named(cyclic) + (cyclic.size() == 1 ? " is" : " are") + " part of an import cycle.");
    const std::vector<std::string> churning
        = modulesWith(input, modules, [](const PlanModule& module) { return module.churn >= kHighChurn; });
    if (!churning.empty())
        risks.push_back(named(churning) + (churning.size() == 1 ? " changes" : " change")
            + " often (" + std::to_string(kHighChurn) + " commits or more), so both versions must be kept in step.");
    std::size_t missingHints = 0;
    for (const std::uint32_t module : modules)
        missingHints += input.modules[module].missingHints;
    if (missingHints > 0)
        risks.push_back(counted(missingHints, "interface slot") + " of its modules "
            + (missingHints == 1 ? "has" : "have") + " no type.");
    return risks;
}

} // namespace ferroscope::roadmap
