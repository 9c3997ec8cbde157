// SPDX-FileCopyrightText: The Ferroscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/evidence/call_flow.h"
#include "core/evidence/heat.h"
#include "core/graph/components.h"

#include <algorithm>

namespace ferroscope::evidence {

namespace {

constexpr int kRounds = 30; // 0.85^30 is less than a hundredth: later rounds move no rank
// One call site in nested loops says at most this: most real loops are short.
constexpr double kMostPerEdge = 100;
constexpr double kLeastPerEdge = 1e-4;
constexpr double kInLoop = 3; // calls per call of the caller from which on a loop must be around the site
constexpr float kSure = 0.3F; // less certain edges make no chains

struct Edge {
    std::uint32_t from = 0, to = 0;
    std::uint32_t index = 0; // in Codebase::calls
    double weight = 0; // expected calls per call of the caller
};

// Calls between judged functions, recursion of a function into itself left out.
std::vector<Edge> liveEdges(const graph::Codebase& codebase, const std::vector<char>& live)
{
    std::vector<Edge> edges;
    for (std::uint32_t at = 0; at < codebase.calls.size(); ++at) {
        const graph::CallEdge& call = codebase.calls[at];
        if (!live[call.from] || !live[call.to] || call.from == call.to)
            continue;
        const double weight = std::clamp(static_cast<double>(call.weight), kLeastPerEdge, kMostPerEdge);
        edges.push_back({ call.from, call.to, at, weight * static_cast<double>(call.certainty) });
    }
    return edges;
}

void walk(const std::vector<Edge>& edges, const std::vector<double>& starts, CallFlow& found, std::stop_token stop)
{
    std::vector<double> leaving(starts.size(), 0);
    for (const Edge& edge : edges)
        leaving[edge.from] += edge.weight;
    std::vector<double> next(starts.size());
    found.flow = starts;
    for (int round = 0; round < kRounds && !stop.stop_requested(); ++round) {
        for (std::size_t at = 0; at < starts.size(); ++at)
            next[at] = (1 - kGoesOn) * starts[at];
        for (const Edge& edge : edges) {
            if (leaving[edge.from] > 0)
                next[edge.to] += kGoesOn * found.flow[edge.from] * edge.weight / leaving[edge.from];
        }
        found.flow.swap(next);
    }
    for (const Edge& edge : edges) {
        if (leaving[edge.from] > 0 && found.flow[edge.to] > 0)
            found.edgeShare[edge.index] = std::min(1.0, kGoesOn * found.flow[edge.from] * edge.weight / leaving[edge.from] / found.flow[edge.to]);
    }
}

// Components of the call graph (functions that call each other in a circle together), callers before callees.
struct Order {
    std::vector<std::uint32_t> componentOf; // by FunctionId
    std::vector<std::uint32_t> functions; // callers first
    std::vector<char> recursive; // by component
};

Order callersFirst(std::uint32_t count, const std::vector<Edge>& edges)
{
    std::vector<graph::Arc> arcs;
    arcs.reserve(edges.size());
    for (const Edge& edge : edges)
        arcs.emplace_back(edge.from, edge.to);
    std::vector<std::vector<std::uint32_t>> members = graph::strongComponents(count, arcs);
    Order order { std::vector<std::uint32_t>(count, graph::kNone), {}, std::vector<char>(members.size(), 1) };
    for (std::uint32_t at = 0; at < members.size(); ++at) {
        for (const std::uint32_t member : members[at])
            order.componentOf[member] = at;
    }
    for (std::uint32_t id = 0; id < count; ++id) {
        if (order.componentOf[id] != graph::kNone)
            continue;
        order.componentOf[id] = static_cast<std::uint32_t>(members.size());
        members.push_back({ id });
    }
    order.recursive.resize(members.size(), 0);
    // Kahn's algorithm over the components.
    std::vector<std::uint32_t> callersLeft(members.size(), 0);
    std::vector<std::vector<std::uint32_t>> callees(members.size());
    for (const graph::Arc& arc : arcs) {
        const std::uint32_t from = order.componentOf[arc.first];
        const std::uint32_t to = order.componentOf[arc.second];
        if (from == to)
            continue;
        ++callersLeft[to];
        callees[from].push_back(to);
    }
    std::vector<std::uint32_t> ready;
    for (std::uint32_t at = 0; at < members.size(); ++at) {
        if (callersLeft[at] == 0)
            ready.push_back(at);
    }
    for (std::size_t next = 0; next < ready.size(); ++next) {
        order.functions.insert(order.functions.end(), members[ready[next]].begin(), members[ready[next]].end());
        for (const std::uint32_t to : callees[ready[next]]) {
            if (--callersLeft[to] == 0)
                ready.push_back(to);
        }
    }
    return order;
}

// Chains with most loops from callers to callees; all functions of a component share theirs.
void chains(const graph::Codebase& codebase, const std::vector<Edge>& edges, Order order, CallFlow& found)
{
    for (const graph::CallEdge& call : codebase.calls) {
        if (call.from == call.to)
            order.recursive[order.componentOf[call.from]] = 1;
    }
    std::vector<std::uint32_t> first(codebase.functionCount + 1, 0);
    for (const Edge& edge : edges) // sorted by caller, as Codebase::calls is
        ++first[edge.from + 1];
    for (std::size_t at = 1; at < first.size(); ++at)
        first[at] += first[at - 1];
    std::vector<int> loops(order.recursive.size(), 0);
    std::vector<char> reached(order.recursive.size(), 0);
    for (const std::uint32_t function : order.functions)
        reached[order.componentOf[function]] = static_cast<char>(reached[order.componentOf[function]] | found.reached[function]);
    for (const std::uint32_t function : order.functions) {
        const std::uint32_t here = order.componentOf[function];
        for (std::uint32_t at = first[function]; at < first[function + 1]; ++at) {
            const std::uint32_t to = order.componentOf[edges[at].to];
            if (to == here)
                continue;
            const graph::CallEdge& call = codebase.calls[edges[at].index];
            reached[to] = static_cast<char>(reached[to] | reached[here]);
            if (call.certainty < kSure)
                continue;
            const bool inLoop = static_cast<double>(call.weight) >= kInLoop;
            loops[to] = std::max(loops[to], loops[here] + order.recursive[here] + (inLoop ? 1 : 0));
        }
    }
    for (const std::uint32_t function : order.functions) {
        const std::uint32_t here = order.componentOf[function];
        found.loops[function] = static_cast<std::uint8_t>(std::min(kMostLoopsPassed, loops[here] + order.recursive[here]));
        found.reached[function] = reached[here];
    }
}

} // namespace

CallFlow callFlow(const graph::Codebase& codebase, const std::vector<EntryPoint>& sources, std::stop_token stop)
{
    const std::size_t count = codebase.functionCount;
    CallFlow found { std::vector<double>(count, 0), std::vector<std::uint8_t>(count, 0),
        std::vector<char>(count, 0), std::vector<double>(codebase.calls.size(), 0) };
    std::vector<char> live(count, 0);
    for (const graph::Module& module : codebase.modules) {
        if (isJudged(module.file.role))
            std::fill_n(live.begin() + module.firstFunction, module.functionCount, 1);
    }
    std::vector<double> starts(count, 0);
    for (const EntryPoint& source : sources) {
        if (!live[source.function])
            continue;
        starts[source.function] += source.calls;
        if (source.kind == EntryKind::Script || source.kind == EntryKind::Route || source.kind == EntryKind::Task
            || source.kind == EntryKind::Command)
            found.reached[source.function] = 1;
    }
    std::vector<Edge> edges = liveEdges(codebase, live);
    walk(edges, starts, found, stop);
    if (stop.stop_requested())
        return found;
    std::erase_if(edges, [](const Edge& edge) { return edge.index == graph::kNone; }); // nobody knows that it is called
    chains(codebase, edges, callersFirst(static_cast<std::uint32_t>(count), edges), found);
    return found;
}

} // namespace ferroscope::evidence
