// SPDX-FileCopyrightText: The Ferroscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/graph/cycles.h"

#include "core/base/parallel.h"
#include "core/graph/components.h"
#include "core/graph/cut_advice.h"
#include "core/graph/feedback_arcs.h"
#include <algorithm>

namespace ferroscope::graph {

namespace {

// For every edge: does one of its statements run when the importer is loaded? The flags of an edge do not say
// that: one statement may be lazy and another for type checking.
std::vector<bool> runTimeEdges(const Codebase& codebase, const ImportTargets& targets)
{
    std::vector<bool> runs(codebase.imports.size(), false);
    for (ModuleId from = 0; from < codebase.modules.size(); ++from) {
        const auto first = std::lower_bound(codebase.imports.begin(), codebase.imports.end(), from,
            [](const ImportEdge& edge, ModuleId id) { return edge.from < id; });
        for (std::size_t at = 0; at < targets[from].size(); ++at) {
            const ModuleId to = targets[from][at].module;
            if (to == kNone || to == from || (codebase.modules[from].facts->imports[at].flags & (facts::kTypeChecking | facts::kLazy)) != 0)
                continue;
            const auto edge = std::lower_bound(first, codebase.imports.end(), std::pair(from, to),
                [](const ImportEdge& each, const auto& wanted) { return std::tie(each.from, each.to) < std::tie(wanted.first, wanted.second); });
            if (edge != codebase.imports.end() && edge->from == from && edge->to == to)
                runs[static_cast<std::size_t>(edge - codebase.imports.begin())] = true;
        }
    }
    return runs;
}

} // namespace

void findCycles(Codebase& codebase, const ImportTargets& targets, unsigned jobs, std::stop_token stop)
{
    const std::vector<bool> runs = runTimeEdges(codebase, targets);
    std::vector<Arc> arcs;
    for (std::size_t at = 0; at < runs.size(); ++at) {
        if (runs[at])
            arcs.emplace_back(codebase.imports[at].from, codebase.imports[at].to);
    }
    for (auto& members : strongComponents(static_cast<std::uint32_t>(codebase.modules.size()), arcs)) {
        for (const ModuleId id : members)
            codebase.modules[id].cycle = static_cast<std::uint32_t>(codebase.cycles.size());
        codebase.cycles.push_back({ std::move(members) });
    }

    // Edges inside cycles and what cutting each would take, importer by importer.
    std::vector<const ImportEdge*> edges;
    for (std::size_t at = 0; at < runs.size(); ++at) {
        const ImportEdge& edge = codebase.imports[at];
        const std::uint32_t cycle = codebase.modules[edge.from].cycle;
        if (runs[at] && cycle != kNone && codebase.modules[edge.to].cycle == cycle)
            edges.push_back(&edge);
    }
    std::vector<std::size_t> first; // of each importer; sorted by importer
    for (std::size_t i = 0; i < edges.size(); ++i) {
        if (i == 0 || edges[i]->from != edges[i - 1]->from)
            first.push_back(i);
    }
    const Importers importers(codebase);
    std::vector<CutAdvice> advice(edges.size());
    parallelFor(first.size(), jobs, stop, [&](std::size_t i, unsigned) {
        const CutAdvisor advisor(codebase, targets, importers, edges[first[i]]->from);
        const std::size_t end = i + 1 < first.size() ? first[i + 1] : edges.size();
        for (std::size_t at = first[i]; at < end; ++at)
            advice[at] = advisor.advise(*edges[at]);
    });

    std::vector<std::vector<CostedArc>> inside(codebase.cycles.size());
    std::vector<std::vector<std::size_t>> edgeOf(codebase.cycles.size());
    for (std::size_t i = 0; i < edges.size(); ++i) {
        const std::uint32_t cycle = codebase.modules[edges[i]->from].cycle;
        const std::vector<ModuleId>& members = codebase.cycles[cycle].modules;
        const auto local = [&](ModuleId id) {
            return static_cast<std::uint32_t>(std::lower_bound(members.begin(), members.end(), id) - members.begin());
        };
        inside[cycle].push_back({ local(edges[i]->from), local(edges[i]->to), advice[i].cost });
        edgeOf[cycle].push_back(i);
    }
    std::vector<std::vector<Cut>> cuts(codebase.cycles.size());
    parallelFor(codebase.cycles.size(), jobs, stop, [&](std::size_t i, unsigned) {
        const auto members = static_cast<std::uint32_t>(codebase.cycles[i].modules.size());
        for (const std::uint32_t arc : feedbackArcs(members, inside[i])) {
            const ImportEdge& edge = *edges[edgeOf[i][arc]];
            CutAdvice& made = advice[edgeOf[i][arc]];
            cuts[i].push_back({ edge.from, edge.to, static_cast<std::uint32_t>(i), edge.line, made.kind,
                std::move(made.names), std::move(made.use), made.users, members <= kExactNodes });
        }
    });
    for (std::vector<Cut>& each : cuts)
        std::move(each.begin(), each.end(), std::back_inserter(codebase.cuts));
}

} // namespace ferroscope::graph
