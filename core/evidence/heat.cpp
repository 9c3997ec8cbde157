// SPDX-FileCopyrightText: The Ferroscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/evidence/heat.h"
#include "core/base/text.h"
#include "core/evidence/entry_points.h"
#include "core/evidence/frequency.h"

#include <algorithm>
#include <cmath>

namespace ferroscope::evidence {

namespace {

constexpr double kFrameCost = 15; // ns to enter and leave a Python function (reference/metrics 5.2: py call 15-20)
// How far an estimate can be off, as a factor: less when entry points lead to the function.
constexpr double kReachedFactor = 2.5;
constexpr double kAssumedFactor = 5;

Range spread(double likely, double factor) { return { likely / factor, likely, likely * factor }; }

Range sumOver(const std::vector<FunctionHeat>& heat, const graph::Module& module, Range FunctionHeat::* part)
{
    Range sum;
    for (std::uint32_t at = 0; at < module.functionCount; ++at)
        sum += heat[module.firstFunction + at].*part;
    return sum;
}

CallCosts callCosts(const graph::Codebase& codebase, const std::array<float, 32>& costs)
{
    CallCosts all { std::vector<double>(codebase.functionCount, kFrameCost), std::vector<double>(codebase.functionCount, kFrameCost) };
    for (const graph::Module& module : codebase.modules) {
        for (std::uint32_t at = 0; at < module.functionCount; ++at) {
            const facts::OpMix& ops = module.facts->functions[at].ops;
            double &expectedCost = all.expected[module.firstFunction + at], &textCost = all.text[module.firstFunction + at];
            ops.forEach([&](facts::Op op, float expected, std::uint32_t count, std::uint32_t) {
                const double cost = static_cast<double>(costs[static_cast<std::size_t>(op)]);
                expectedCost += static_cast<double>(expected) * cost;
                textCost += static_cast<double>(count) * cost;
            });
        }
    }
    return all;
}

} // namespace

bool isJudged(source::Role role)
{
    return role == source::Role::Source || role == source::Role::Script || role == source::Role::Notebook;
}

Range HeatMap::moduleInterpreted(const graph::Codebase& codebase, graph::ModuleId module) const
{
    return sumOver(functions, codebase.modules[module], &FunctionHeat::interpreted);
}

Range HeatMap::moduleNative(const graph::Codebase& codebase, graph::ModuleId module) const
{
    return sumOver(functions, codebase.modules[module], &FunctionHeat::native);
}

Range HeatMap::moduleWaiting(const graph::Codebase& codebase, graph::ModuleId module) const
{
    return sumOver(functions, codebase.modules[module], &FunctionHeat::waiting);
}

HeatMap estimateHeat(const graph::Codebase& codebase, const knowledge::Knowledge& knowledge, std::stop_token stop)
{
    HeatMap heat;
    heat.functions.resize(codebase.functionCount);
    const std::vector<EntryPoint> sources = entryPoints(codebase, knowledge);
    const CallCosts costs = callCosts(codebase, knowledge.operationCosts());
    Frequencies frequencies = expectedCalls(codebase, callFlow(codebase, sources, stop), costs);
    heat.edgeCalls = std::move(frequencies.edgeCalls);
    for (const graph::Module& module : codebase.modules) {
        if (!isJudged(module.file.role))
            continue;
        for (std::uint32_t at = 0; at < module.functionCount; ++at) {
            FunctionHeat& here = heat.functions[module.firstFunction + at];
            here.calls = frequencies.calls[module.firstFunction + at];
            here.reached = frequencies.reached[module.firstFunction + at];
            here.callCost = costs.expected[module.firstFunction + at];
            here.interpreted = spread(here.callCost * here.calls, here.reached ? kReachedFactor : kAssumedFactor);
        }
    }
    graph::ModuleId of = 0; // of the call at hand: they are sorted by function
    for (const graph::ExternalCall& call : codebase.externalCalls) {
        while (call.from >= codebase.modules[of].firstFunction + codebase.modules[of].functionCount)
            ++of;
        const graph::Module& module = codebase.modules[of];
        if (!isJudged(module.file.role))
            continue;
        const std::optional<knowledge::ApiFact> fact = knowledge.api(call.target);
        if (!fact || fact->kind == knowledge::ApiKind::Interpreted)
            continue; // somebody else's Python: neither this module's time nor native
        const facts::CallSite& site = module.facts->calls[call.site];
        if (site.is(facts::kAsArgument) || site.is(facts::kDecorator))
            continue;
        FunctionHeat& here = heat.functions[call.from];
        const double each = std::min(kLongestWait, static_cast<double>(fact->nanoseconds));
        const double time = here.calls * static_cast<double>(site.frequency) * each;
        const Range range = spread(time, here.reached ? kReachedFactor : kAssumedFactor);
        if (fact->kind == knowledge::ApiKind::Waiting)
            here.waiting += range;
        else if (each <= kShortNativeCall && fact->trait.empty())
            here.interpreted += range;
        else
            here.native += range;
    }
    for (const FunctionHeat& here : heat.functions) {
        heat.interpreted += here.interpreted;
        heat.native += here.native;
        heat.waiting += here.waiting;
    }
    return heat;
}

} // namespace ferroscope::evidence
