// SPDX-FileCopyrightText: The Ferroscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/graph/hand_overs.h"

#include <algorithm>
#include <map>
#include <unordered_map>

namespace ferroscope::graph {

namespace {

constexpr std::uint32_t kLongestCall = 12; // lines between a callee and an argument of its call

using Sites = std::unordered_map<facts::FunctionIndex, std::vector<const facts::CallSite*>>;

// Name a function is called by: that of its class for a constructor.
std::string_view calledName(const Codebase& codebase, FunctionId id)
{
    const Module& module = codebase.modules[codebase.moduleOf(id)];
    const facts::Function& function = module.facts->functions[id - module.firstFunction];
    const std::string_view name = module.facts->text(function.name);
    return name == "__init__" && function.owner != kNone ? module.facts->text(module.facts->classes[function.owner].name) : name;
}

// Functions of `edges` (one caller) that the call nearest before `line` may mean.
std::vector<FunctionId> hosts(const facts::FileFacts& facts, const std::vector<const facts::CallSite*>& sites,
    const std::multimap<std::string_view, FunctionId>& called, std::uint32_t line)
{
    std::uint32_t nearest = 0;
    for (const facts::CallSite* site : sites) {
        if (!site->is(facts::kAsArgument) && site->line <= line && line - site->line <= kLongestCall)
            nearest = std::max(nearest, site->line);
    }
    std::vector<FunctionId> found;
    for (const facts::CallSite* site : sites) {
        if (site->is(facts::kAsArgument) || site->line != nearest)
            continue;
        const auto [first, last] = called.equal_range(facts.text(site->method));
        for (auto at = first; at != last; ++at)
            found.push_back(at->second);
    }
    return found;
}

} // namespace

void findHandOvers(Codebase& codebase)
{
    std::size_t edge = 0;
    for (const Module& module : codebase.modules) {
        const facts::FileFacts& facts = *module.facts;
        Sites sites;
        std::vector<facts::FunctionIndex> handing; // functions with an argument that is a name
        for (const facts::CallSite& site : facts.calls) {
            if (site.is(facts::kAsArgument))
                handing.push_back(site.function);
        }
        std::sort(handing.begin(), handing.end());
        handing.erase(std::unique(handing.begin(), handing.end()), handing.end());
        if (handing.empty())
            continue;
        for (const facts::CallSite& site : facts.calls) {
            if (std::binary_search(handing.begin(), handing.end(), site.function))
                sites[site.function].push_back(&site);
        }
        for (const facts::FunctionIndex caller : handing) {
            const FunctionId from = module.firstFunction + caller;
            while (edge < codebase.calls.size() && codebase.calls[edge].from < from)
                ++edge;
            std::multimap<std::string_view, FunctionId> called;
            for (std::size_t at = edge; at < codebase.calls.size() && codebase.calls[at].from == from; ++at)
                called.emplace(calledName(codebase, codebase.calls[at].to), codebase.calls[at].to);
            if (called.size() < 2)
                continue;
            std::map<std::pair<FunctionId, FunctionId>, float> found;
            for (const facts::CallSite* argument : sites[caller]) {
                if (!argument->is(facts::kAsArgument))
                    continue;
                const auto [first, last] = called.equal_range(facts.text(argument->method));
                if (first == last)
                    continue;
                for (const FunctionId host : hosts(facts, sites[caller], called, argument->line)) {
                    for (auto at = first; at != last; ++at) {
                        if (at->second != host)
                            found[{ host, at->second }] += argument->frequency;
                    }
                }
            }
            for (const auto& [ends, frequency] : found)
                codebase.handOvers.push_back({ from, ends.first, ends.second, frequency });
        }
    }
}

} // namespace ferroscope::graph
