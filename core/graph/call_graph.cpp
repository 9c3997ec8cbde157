// SPDX-FileCopyrightText: The Ferroscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/graph/call_graph.h"

#include "core/base/parallel.h"
#include "core/graph/module_calls.h"
#include <algorithm>
#include <atomic>
#include <optional>
#include <thread>
#include <unordered_map>

namespace ferroscope::graph {

void buildCallGraph(Codebase& codebase, const Program& program, unsigned jobs, std::stop_token stop,
    const std::function<void(unsigned)>& beside, const std::function<void(std::size_t)>& done)
{
    // Nothing takes as long as the flow of values, and it keeps only one thread busy.
    std::optional<MethodNames> methodNames;
    const auto prepare = [&](unsigned threads) {
        methodNames.emplace(codebase, program.classes);
        beside(threads);
    };
    std::jthread helper;
    if (jobs > 1)
        helper = std::jthread([&] { prepare(jobs - 1); });
    std::vector<FlowCalls> flow = findFlow(program, stop);
    if (jobs > 1)
        helper.join();
    else
        prepare(1);
    const MethodNames& names = *methodNames;
    std::vector<FoundCalls> found(codebase.modules.size());
    std::atomic<std::size_t> count { 0 };
    parallelFor(codebase.modules.size(), jobs, stop, [&](std::size_t i, unsigned worker) {
        const auto module = static_cast<ModuleId>(i);
        if (!program.index.isShadowed(module))
            found[i] = ModuleCalls(program, names, flow[i], module).run();
        flow[i] = {};
        const std::size_t finished = ++count;
        if (worker == 0)
            done(finished);
    });
    std::size_t edges = 0, externals = 0;
    for (const FoundCalls& each : found) {
        edges += each.edges.size();
        externals += each.externals.size();
    }
    codebase.calls.reserve(edges);
    codebase.externalCalls.reserve(externals);
    std::unordered_map<const char*, std::string_view> shared; // text of a module's own -> the same in all
    for (FoundCalls& each : found) {
        codebase.calls.insert(codebase.calls.end(), each.edges.begin(), each.edges.end());
        codebase.lambdaCalls.insert(codebase.lambdaCalls.end(), each.lambdaEdges.begin(), each.lambdaEdges.end());
        shared.clear();
        for (const std::string& target : each.targets)
            shared.emplace(target.data(), *codebase.targets.insert(target).first);
        for (const ExternalCall& call : each.externals)
            codebase.externalCalls.push_back({ call.from, call.site, shared.at(call.target.data()) });
        for (std::size_t reason = 0; reason < each.unresolved.size(); ++reason)
            codebase.unresolvedCalls[reason] += each.unresolved[reason];
        codebase.callsTotal += each.total;
        codebase.callsResolved += each.resolved;
        each = {};
    }
    std::stable_sort(codebase.lambdaCalls.begin(), codebase.lambdaCalls.end(),
        [](const CallEdge& a, const CallEdge& b) { return std::tie(a.from, a.to) < std::tie(b.from, b.to); });
}

} // namespace ferroscope::graph
