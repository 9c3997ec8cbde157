// SPDX-FileCopyrightText: The Ferroscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis/call_links.h"

#include <algorithm>
#include <tuple>

namespace ferroscope::analysis {

namespace {

// The functions and lambdas that edges speak of, ranked by name: edges are then sorted by numbers.
class Names {
public:
    Names(const graph::Codebase& codebase, const std::vector<const graph::CallEdge*>& edges)
    {
        m_ids.reserve(edges.size() * 2);
        for (const graph::CallEdge* edge : edges) {
            m_ids.push_back(edge->from);
            m_ids.push_back(edge->to);
        }
        std::sort(m_ids.begin(), m_ids.end());
        m_ids.erase(std::unique(m_ids.begin(), m_ids.end()), m_ids.end());
        m_texts.reserve(m_ids.size());
        for (const graph::FunctionId id : m_ids)
            m_texts.emplace_back(codebase.functionName(id));
        std::vector<std::uint32_t> order(m_ids.size());
        for (std::uint32_t at = 0; at < order.size(); ++at)
            order[at] = at;
        std::sort(order.begin(), order.end(), [&](std::uint32_t a, std::uint32_t b) { return m_texts[a].text() < m_texts[b].text(); });
        m_ranks.resize(m_ids.size());
        for (std::size_t at = 1; at < order.size(); ++at) // a name may stand for several
            m_ranks[order[at]] = m_ranks[order[at - 1]] + (m_texts[order[at]] == m_texts[order[at - 1]] ? 0 : 1);
    }
    std::uint32_t find(graph::FunctionId id) const
    {
        return static_cast<std::uint32_t>(std::lower_bound(m_ids.begin(), m_ids.end(), id) - m_ids.begin());
    }
    std::uint32_t rank(std::uint32_t at) const { return m_ranks[at]; }
    const SharedText& text(std::uint32_t at) const { return m_texts[at]; }

private:
    std::vector<graph::FunctionId> m_ids; // sorted
    std::vector<SharedText> m_texts; // of m_ids
    std::vector<std::uint32_t> m_ranks; // of m_ids
};

struct Link {
    std::uint32_t fromRank, toRank, line;
    std::uint32_t from, to; // in Names
    float weight, certainty;
};

} // namespace

std::vector<CallLink> callLinks(const graph::Codebase& codebase)
{
    std::vector<const graph::CallEdge*> edges;
    edges.reserve(codebase.calls.size() + codebase.lambdaCalls.size());
    for (const graph::CallEdge& call : codebase.calls) {
        if (!call.inLambda)
            edges.push_back(&call);
    }
    for (const graph::CallEdge& call : codebase.lambdaCalls)
        edges.push_back(&call);
    const Names names(codebase, edges);
    std::vector<Link> order;
    order.reserve(edges.size());
    for (const graph::CallEdge* edge : edges) {
        const std::uint32_t from = names.find(edge->from), to = names.find(edge->to);
        order.push_back({ names.rank(from), names.rank(to), edge->line, from, to, edge->weight, edge->certainty });
    }
    std::sort(order.begin(), order.end(), [](const Link& a, const Link& b) {
        return std::tie(a.fromRank, a.toRank, a.line) < std::tie(b.fromRank, b.toRank, b.line);
    });
    std::vector<CallLink> links;
    links.reserve(order.size());
    for (const Link& link : order)
        links.push_back({ names.text(link.from), names.text(link.to), link.line, static_cast<double>(link.weight),
            static_cast<double>(link.certainty) });
    return links;
}

} // namespace ferroscope::analysis
