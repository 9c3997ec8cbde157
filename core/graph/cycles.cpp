// SPDX-FileCopyrightText: The Ferroscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/graph/cycles.h"

#include "core/base/parallel.h"
#include "core/graph/components.h"
#include "core/graph/feedback_arcs.h"
#include <algorithm>

namespace ferroscope::graph {

namespace {

bool isRunTime(const ImportEdge& edge)
{
    return (edge.flags & (facts::kTypeChecking | facts::kLazy)) == 0;
}

std::uint32_t cutCost(const ImportEdge& edge)
{
    const std::uint32_t names = std::max(1U, edge.names);
    return (edge.flags & facts::kConditional) != 0 ? names : 2 * names;
}

} // namespace

void findCycles(Codebase& codebase, unsigned jobs, std::stop_token stop)
{
    std::vector<Arc> arcs;
    for (const ImportEdge& edge : codebase.imports) {
        if (isRunTime(edge))
            arcs.emplace_back(edge.from, edge.to);
    }
    for (auto& members : strongComponents(static_cast<std::uint32_t>(codebase.modules.size()), arcs)) {
        for (const ModuleId id : members)
            codebase.modules[id].cycle = static_cast<std::uint32_t>(codebase.cycles.size());
        codebase.cycles.push_back({ std::move(members) });
    }

    std::vector<std::vector<CostedArc>> inside(codebase.cycles.size());
    for (const ImportEdge& edge : codebase.imports) {
        const std::uint32_t cycle = codebase.modules[edge.from].cycle;
        if (!isRunTime(edge) || cycle == kNone || codebase.modules[edge.to].cycle != cycle)
            continue;
        const std::vector<ModuleId>& members = codebase.cycles[cycle].modules;
        const auto local = [&](ModuleId id) {
            return static_cast<std::uint32_t>(std::lower_bound(members.begin(), members.end(), id) - members.begin());
        };
        inside[cycle].push_back({ local(edge.from), local(edge.to), cutCost(edge) });
    }
    std::vector<std::vector<Cut>> cuts(codebase.cycles.size());
    parallelFor(codebase.cycles.size(), jobs, stop, [&](std::size_t i, unsigned) {
        const std::vector<ModuleId>& members = codebase.cycles[i].modules;
        for (const std::uint32_t arc : feedbackArcs(static_cast<std::uint32_t>(members.size()), inside[i]))
            cuts[i].push_back(
                { members[inside[i][arc].from], members[inside[i][arc].to], static_cast<std::uint32_t>(i) });
    });
    for (const std::vector<Cut>& each : cuts)
        codebase.cuts.insert(codebase.cuts.end(), each.begin(), each.end());
}

} // namespace ferroscope::graph
