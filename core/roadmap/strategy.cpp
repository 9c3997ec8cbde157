// SPDX-FileCopyrightText: The Ferroscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/roadmap/strategy.h"

#include "core/base/text.h"
#include "core/roadmap/phrases.h"
#include <algorithm>
#include <map>

namespace ferroscope::roadmap {
namespace {

constexpr std::size_t kManyFunctions = 5;

struct Facts {
    double pipeline = 0, worker = 0, service = 0; // shares of the time
    bool allCli = true;
    bool calledByWorkersOnly = true;
    std::size_t functions = 0;
    std::string mostOfModule; // name of a module of whose code it takes at least half
    double shareOfModule = 0;
};

const PlanModule& moduleOf(const PlanInput& input, std::uint32_t module)
{
    static const PlanModule none;
    return module < input.modules.size() ? input.modules[module] : none;
}

void countCode(const PlanInput& input, const CandidateSet& set, Facts& facts)
{
    struct Code {
        double lines = 0;
        bool known = true;
    };
    std::map<std::uint32_t, Code> taken;
    for (const std::uint32_t index : set.units) {
        const Unit& unit = input.units[index];
        facts.functions += unit.functions.size();
        Code& code = taken[unit.module];
        code.lines += unit.codeLines;
        code.known &= unit.codeLines > 0;
    }
    for (const auto& [module, code] : taken) {
        const PlanModule& facing = moduleOf(input, module);
        if (!code.known || facing.codeLines == 0)
            continue;
        const double share = code.lines / facing.codeLines;
        if (share >= 0.5 && share > facts.shareOfModule) {
            facts.shareOfModule = share;
            facts.mostOfModule = facing.name;
        }
    }
}

Facts factsOf(const PlanInput& input, const CandidateSet& set)
{
    Facts facts;
    facts.allCli = !set.units.empty();
    for (const auto& [index, share] : timeByModule(input, set)) {
        const PlanModule& module = moduleOf(input, index);
        facts.pipeline += module.isRowPipeline ? share : 0;
        facts.worker += module.isWorker ? share : 0;
        facts.service += module.isService ? share : 0;
        facts.allCli &= module.isCli;
    }
    for (const std::uint32_t index : set.crossings) {
        const Link& link = input.links[index];
        const bool callsIn = std::binary_search(set.units.begin(), set.units.end(), link.to);
        if (callsIn && !moduleOf(input, input.units[link.from].module).isWorker)
            facts.calledByWorkersOnly = false;
    }
    countCode(input, set, facts);
    return facts;
}

// The rules that hold, in order, each with its reason; the last one always holds.
std::vector<std::pair<Verdict, std::string>> rulesThatHold(const Facts& facts)
{
    std::vector<std::pair<Verdict, std::string>> rules;
    if (facts.pipeline > 0.5)
        rules.emplace_back(Verdict::DataPipeline,
            percentText(facts.pipeline)
                + " of its time is row-wise work over tables, which Polars or Arrow do by column.");
    if (facts.allCli)
        rules.emplace_back(Verdict::Cli,
            "All of it lies in command-line modules that nothing imports, so one binary can replace them.");
    if (facts.worker > 0.5 && facts.calledByWorkersOnly)
        rules.emplace_back(Verdict::Worker,
            percentText(facts.worker) + " of its time lies in queue consumers and nothing else calls it.");
    if (facts.service > 0.5)
        rules.emplace_back(Verdict::Service,
            percentText(facts.service) + " of its time lies in modules whose web endpoints do the work themselves.");
    if (!facts.mostOfModule.empty())
        rules.emplace_back(Verdict::ExtractModule,
            "It takes " + percentText(std::min(facts.shareOfModule, 1.0)) + " of the code of " + facts.mostOfModule
                + ", so the module moves as one crate.");
    else if (facts.functions >= kManyFunctions)
        rules.emplace_back(Verdict::ExtractModule,
            "It holds " + counted(facts.functions, "function") + ", too many to bind one by one.");
    rules.emplace_back(Verdict::ExtractPyo3,
        "It is " + (facts.functions <= 1 ? std::string("one function") : counted(facts.functions, "function"))
            + " that Python can go on calling.");
    return rules;
}

} // namespace

std::vector<std::pair<std::uint32_t, double>> timeByModule(const PlanInput& input, const CandidateSet& set)
{
    double total = 0;
    for (const std::uint32_t index : set.units)
        total += std::max(input.units[index].time.likely, 0.0);
    std::map<std::uint32_t, double> shares;
    for (const std::uint32_t index : set.units) {
        const Unit& unit = input.units[index];
        shares[unit.module]
            += total > 0 ? std::max(unit.time.likely, 0.0) / total : 1 / static_cast<double>(set.units.size());
    }
    return { shares.begin(), shares.end() };
}

StrategyChoice chooseStrategy(const PlanInput& input, const CandidateSet& set)
{
    const std::vector<std::pair<Verdict, std::string>> rules = rulesThatHold(factsOf(input, set));
    StrategyChoice choice;
    choice.strategy = rules[0].first;
    choice.reason = rules[0].second;
    choice.runnerUp = rules.size() > 1 ? rules[1].first : Verdict::ExtractModule;
    return choice;
}

} // namespace ferroscope::roadmap
