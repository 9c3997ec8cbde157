// SPDX-FileCopyrightText: The Ferroscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/graph/contexts.h"

#include "core/graph/components.h"
#include "core/graph/context_names.h"
#include "core/graph/igraph_adapter.h"
#include <algorithm>
#include <cmath>
#include <map>
#include <numeric>

namespace ferroscope::graph {

namespace {

constexpr double kImport = 1.0;
constexpr double kPerName = 0.25;
constexpr std::uint32_t kMostNames = 8;
constexpr double kTypeCheckingShare = 0.5;
constexpr double kSharedState = 1.0; // per name of another module that a module changes
constexpr int kMostStates = 4;
constexpr double kSamePackage = 0.5; // a module's pull towards the middle of its package
constexpr double kResolution = 1.0;

// Weights between pairs of modules that have a context, sorted by (a, b), a < b.
std::vector<WeightedEdge> couplings(const Codebase& codebase)
{
    struct Term {
        ModuleId a, b;
        double imports, calls;
        int states;
    };
    std::vector<Term> terms;
    const auto add = [&](ModuleId from, ModuleId to, double imports, double calls, int states) {
        if (from != to && hasContext(codebase.modules[from]) && hasContext(codebase.modules[to]))
            terms.push_back({ std::min(from, to), std::max(from, to), imports, calls, states });
    };
    for (const ImportEdge& edge : codebase.imports) {
        const double weight = kImport + kPerName * std::min(edge.names, kMostNames);
        add(edge.from, edge.to, (edge.flags & facts::kTypeChecking) != 0 ? weight * kTypeCheckingShare : weight, 0, 0);
    }
    for (const CallEdge& edge : codebase.calls)
        add(codebase.moduleOf(edge.from), codebase.moduleOf(edge.to), 0,
            static_cast<double>(edge.weight * edge.certainty), 0);
    for (const SharedState& state : codebase.sharedState) {
        for (const ModuleId writer : state.writers)
            add(writer, state.owner, 0, 0, 1);
    }
    std::stable_sort(terms.begin(), terms.end(),
        [](const Term& x, const Term& y) { return std::tie(x.a, x.b) < std::tie(y.a, y.b); });
    std::vector<WeightedEdge> edges;
    for (std::size_t i = 0; i < terms.size();) {
        Term sum { terms[i].a, terms[i].b, 0, 0, 0 };
        for (; i < terms.size() && terms[i].a == sum.a && terms[i].b == sum.b; ++i) {
            sum.imports += terms[i].imports;
            sum.calls += terms[i].calls;
            sum.states += terms[i].states;
        }
        const double states = kSharedState * std::min(sum.states, kMostStates);
        if (const double weight = sum.imports + std::log1p(std::max(0.0, sum.calls)) + states; weight > 0)
            edges.push_back({ sum.a, sum.b, weight });
    }
    return edges;
}

std::string_view directoryOf(const Module& module)
{
    const std::string_view path = module.file.path;
    const auto slash = path.rfind('/');
    return slash == std::string_view::npos ? std::string_view {} : path.substr(0, slash);
}

// Communities of one connected component; `members` sorted, `edges` between them. A package is an extra
// node tied to its modules, so that the pull costs one edge per module and not one per pair.
Result<std::vector<std::vector<ModuleId>>> divide(
    const std::vector<Module>& modules, const std::vector<ModuleId>& members, const std::vector<WeightedEdge>& edges)
{
    if (members.size() == 1)
        return std::vector<std::vector<ModuleId>> { members };
    std::vector<WeightedEdge> local;
    local.reserve(edges.size() + members.size());
    const auto at = [&](ModuleId id) {
        return static_cast<std::uint32_t>(std::lower_bound(members.begin(), members.end(), id) - members.begin());
    };
    for (const WeightedEdge& edge : edges)
        local.push_back({ at(edge.a), at(edge.b), edge.weight });
    std::map<std::string_view, std::vector<std::uint32_t>> packages;
    for (std::uint32_t i = 0; i < members.size(); ++i)
        packages[directoryOf(modules[members[i]])].push_back(i);
    auto nodes = static_cast<std::uint32_t>(members.size());
    if (packages.size() > 1) { // a single package says nothing about its parts
        for (const auto& [directory, inside] : packages) {
            if (inside.size() < 2)
                continue;
            for (const std::uint32_t i : inside)
                local.push_back({ i, nodes, kSamePackage });
            ++nodes;
        }
    }
    const auto numbers = leidenCommunities(nodes, local, kResolution);
    if (!numbers)
        return tl::unexpected(numbers.error());
    std::map<std::uint32_t, std::vector<ModuleId>> groups;
    for (std::uint32_t i = 0; i < members.size(); ++i)
        groups[(*numbers)[i]].push_back(members[i]);
    std::vector<std::vector<ModuleId>> communities;
    for (auto& [number, group] : groups)
        communities.push_back(std::move(group));
    return communities;
}

// The context most modules of the package `init` opens are in; kNone if it has none.
std::size_t hostOf(const std::vector<Module>& modules, const std::vector<std::size_t>& communityOf, ModuleId init)
{
    const std::string_view directory = directoryOf(modules[init]);
    std::map<std::size_t, std::size_t> counts;
    const auto below = [&](ModuleId id) {
        const std::string& path = modules[id].file.path;
        return directory.empty()
            || (path.size() > directory.size() && path[directory.size()] == '/'
                && std::string_view(path).substr(0, directory.size()) == directory);
    };
    // Sorted by path, so the package is one run of modules around its `__init__`.
    const auto count = [&](ModuleId id) {
        if (id != init && communityOf[id] != kNone && directoryOf(modules[id]) == directory)
            ++counts[communityOf[id]];
    };
    for (ModuleId id = init; id-- > 0 && below(id);)
        count(id);
    for (ModuleId id = init + 1; id < modules.size() && below(id); ++id)
        count(id);
    std::size_t host = kNone, most = 0;
    for (const auto& [community, members] : counts) {
        if (members > most) {
            host = community;
            most = members;
        }
    }
    return host;
}

void measure(Codebase& codebase, const std::vector<WeightedEdge>& edges)
{
    std::vector<double> inside(codebase.contexts.size(), 0), across(codebase.contexts.size(), 0);
    for (const WeightedEdge& edge : edges) {
        const std::uint32_t a = codebase.modules[edge.a].context, b = codebase.modules[edge.b].context;
        if (a == b) {
            inside[a] += edge.weight;
            continue;
        }
        across[a] += edge.weight;
        across[b] += edge.weight;
    }
    for (std::size_t i = 0; i < codebase.contexts.size(); ++i) {
        const double all = inside[i] + across[i];
        codebase.contexts[i].cohesion = all > 0 ? inside[i] / all : 1; // nothing leaves it
    }
    for (const ImportEdge& edge : codebase.imports) {
        const std::uint32_t from = codebase.modules[edge.from].context, to = codebase.modules[edge.to].context;
        if (from == kNone || to == kNone || from == to || (edge.flags & facts::kTypeChecking) != 0)
            continue;
        ++codebase.contexts[from].out;
        ++codebase.contexts[to].in;
    }
}

} // namespace

bool hasContext(const Module& module)
{
    switch (module.file.role) {
    case source::Role::Source:
    case source::Role::Script:
    case source::Role::Notebook:
        return !module.file.isStub;
    default:
        return false;
    }
}

Result<void> findContexts(Codebase& codebase, std::stop_token stop)
{
    const std::vector<WeightedEdge> edges = couplings(codebase);
    const auto moduleCount = static_cast<std::uint32_t>(codebase.modules.size());
    std::vector<Arc> arcs;
    arcs.reserve(edges.size());
    for (const WeightedEdge& edge : edges)
        arcs.emplace_back(edge.a, edge.b);
    const std::vector<std::uint32_t> component = weakComponents(moduleCount, arcs);
    std::map<std::uint32_t, std::pair<std::vector<ModuleId>, std::vector<WeightedEdge>>> components;
    for (ModuleId id = 0; id < moduleCount; ++id) {
        if (hasContext(codebase.modules[id]))
            components[component[id]].first.push_back(id);
    }
    for (const WeightedEdge& edge : edges)
        components[component[edge.a]].second.push_back(edge);

    std::vector<Unnamed> found;
    std::vector<std::size_t> communityOf(moduleCount, kNone);
    std::vector<ModuleId> lonely;
    for (const auto& [first, parts] : components) {
        if (stop.stop_requested())
            return failure(ErrorCode::Cancelled);
        const auto& [members, inside] = parts;
        if (members.size() == 1 && codebase.modules[first].file.isPackage) {
            lonely.push_back(first);
            continue;
        }
        auto communities = divide(codebase.modules, members, inside);
        if (!communities)
            return tl::unexpected(communities.error());
        for (std::vector<ModuleId>& community : *communities) {
            for (const ModuleId id : community)
                communityOf[id] = found.size();
            found.push_back({ std::move(community), kNone, members.size() });
        }
    }
    std::vector<double> strength(moduleCount, 0);
    for (const WeightedEdge& edge : edges) {
        if (communityOf[edge.a] != communityOf[edge.b])
            continue;
        strength[edge.a] += edge.weight;
        strength[edge.b] += edge.weight;
    }
    for (Unnamed& context : found)
        context.dominant
            = *std::max_element(context.modules.begin(), context.modules.end(), [&](ModuleId a, ModuleId b) {
                  const auto key
                      = [&](ModuleId id) { return std::pair(!codebase.modules[id].file.isPackage, strength[id]); };
                  return key(a) < key(b);
              });
    // Decided from the communities alone, so the order of the lonely packages does not matter.
    std::vector<std::pair<std::size_t, ModuleId>> guests;
    for (const ModuleId id : lonely)
        guests.emplace_back(hostOf(codebase.modules, communityOf, id), id);
    for (const auto& [host, id] : guests) {
        if (host == kNone)
            found.push_back({ { id }, id, 1 });
    }
    const std::vector<std::string> names = contextNames(codebase.modules, found);
    for (const auto& [host, id] : guests) {
        if (host != kNone)
            found[host].modules.push_back(id);
    }
    std::vector<std::size_t> order(found.size());
    std::iota(order.begin(), order.end(), 0U);
    std::sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) { return names[a] < names[b]; });
    for (const std::size_t i : order) {
        std::vector<ModuleId>& members = found[i].modules;
        std::sort(members.begin(), members.end());
        for (const ModuleId id : members)
            codebase.modules[id].context = static_cast<std::uint32_t>(codebase.contexts.size());
        codebase.contexts.push_back({ names[i], std::move(members), 0, 0, 0 });
    }
    measure(codebase, edges);
    return {};
}

} // namespace ferroscope::graph
