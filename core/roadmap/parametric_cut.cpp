// SPDX-FileCopyrightText: The Ferroscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/roadmap/parametric_cut.h"

#include <algorithm>
#include <numeric>

namespace ferroscope::roadmap {
namespace {

__extension__ typedef __int128 Wide;

std::uint32_t findRoot(std::vector<std::uint32_t>& root, std::uint32_t v)
{
    while (root[v] != v) {
        root[v] = root[root[v]];
        v = root[v];
    }
    return v;
}

std::int64_t saturated(Wide value, std::int64_t limit)
{
    return value < -Wide { limit } ? -limit : value > Wide { limit } ? limit : static_cast<std::int64_t>(value);
}

std::int64_t positiveSum(const std::vector<std::int64_t>& values)
{
    std::int64_t sum = 0;
    for (const std::int64_t value : values)
        sum += std::max<std::int64_t>(value, 0);
    return sum;
}

} // namespace

bool operator<(const Price& a, const Price& b)
{
    return Wide { a.gain } * b.effort < Wide { b.gain } * a.effort;
}

std::vector<Increment> ParametricCut::sweep(
    std::span<const CutNode> nodes, std::span<const FlowEdge> edges, const Price& least)
{
    found.clear();
    Part whole;
    place.assign(nodes.size(), 0);
    for (std::uint32_t v = 0; v < nodes.size(); ++v) {
        if (nodes[v].pinned)
            continue;
        place[v] = static_cast<std::uint32_t>(whole.nodes.size());
        whole.nodes.push_back(v);
        whole.saved.push_back(nodes[v].saved);
        whole.effort.push_back(nodes[v].effort);
    }
    for (const FlowEdge& edge : edges) {
        if (edge.a == edge.b || edge.capacity <= 0 || (nodes[edge.a].pinned && nodes[edge.b].pinned))
            continue;
        if (nodes[edge.a].pinned)
            whole.saved[place[edge.b]] -= edge.capacity;
        else if (nodes[edge.b].pinned)
            whole.saved[place[edge.a]] -= edge.capacity;
        else
            whole.edges.push_back({ place[edge.a], place[edge.b], edge.capacity });
    }

    // Components first: each is a problem of its own, and what never pays is dropped before the sweep.
    moves.assign(whole.nodes.size(), 1);
    split(whole, false);
    std::vector<Part> components = std::move(open);
    open.clear();
    for (Part& component : components) {
        clampEdges(component);
        if (!keepAbove(component, least))
            continue;
        split(component, false);
        while (!open.empty()) {
            Part part = std::move(open.back());
            open.pop_back();
            refine(std::move(part));
        }
    }
    std::sort(found.begin(), found.end(), [](const Increment& a, const Increment& b) {
        if (b.price < a.price || a.price < b.price)
            return b.price < a.price;
        return a.nodes.front() < b.nodes.front();
    });
    return std::move(found);
}

// No set that pays can leave an edge dearer than all that could be saved, so P + 1 stands for any such price.
void ParametricCut::clampEdges(Part& part) const
{
    const std::int64_t limit = positiveSum(part.saved) + 1;
    for (FlowEdge& edge : part.edges)
        edge.capacity = std::min(edge.capacity, limit);
}

// Marks in `moves` the smallest best set at the price `least`; false when it is empty.
bool ParametricCut::keepAbove(Part& part, const Price& least)
{
    const std::int64_t positive = positiveSum(part.saved);
    if (positive == 0)
        return false;
    // A node that loses more than everything else could save never moves: its weight may saturate there.
    const std::int64_t limit = (positive + 1) * least.effort;
    weights.resize(part.nodes.size());
    std::int64_t supply = 0;
    for (std::size_t v = 0; v < weights.size(); ++v) {
        weights[v] = saturated(Wide { part.saved[v] } * least.effort - Wide { part.effort[v] } * least.gain, limit);
        supply += std::max<std::int64_t>(weights[v], 0);
    }
    if (supply == 0 || flow.solve(weights, part.edges, least.effort) == supply)
        return false;
    moves.resize(weights.size());
    for (std::size_t v = 0; v < weights.size(); ++v)
        moves[v] = flow.onSourceSide(v);
    return true;
}

// One step of the scheme in the header: ends the part as an increment or splits it in two.
void ParametricCut::refine(Part part)
{
    const Price all { std::accumulate(part.saved.begin(), part.saved.end(), std::int64_t { 0 }),
        std::accumulate(part.effort.begin(), part.effort.end(), std::int64_t { 0 }) };
    bool whole = part.nodes.size() == 1;
    if (!whole) {
        const std::int64_t common = std::gcd(all.gain, all.effort);
        const std::int64_t p = all.gain / common;
        const std::int64_t q = all.effort / common;
        weights.resize(part.nodes.size());
        std::int64_t supply = 0;
        for (std::size_t v = 0; v < weights.size(); ++v) {
            weights[v] = q * part.saved[v] - p * part.effort[v];
            supply += std::max<std::int64_t>(weights[v], 0);
        }
        whole = flow.solve(weights, part.edges, q) == supply;
    }
    if (whole) {
        std::sort(part.nodes.begin(), part.nodes.end());
        found.push_back({ std::move(part.nodes), all });
        return;
    }
    moves.resize(part.nodes.size());
    for (std::size_t v = 0; v < part.nodes.size(); ++v)
        moves[v] = flow.onSourceSide(v);
    split(part, true);
}

// Pushes the connected pieces of the moving side and, withRest, of the other side. A crossing edge costs the
// moving side its price and gives it back to the other side, which moves later.
void ParametricCut::split(const Part& part, bool withRest)
{
    const std::size_t count = part.nodes.size();
    std::vector<std::int64_t> saved = part.saved;
    root.resize(count);
    std::iota(root.begin(), root.end(), 0U);
    for (const FlowEdge& edge : part.edges) {
        if (moves[edge.a] == moves[edge.b]) {
            const std::uint32_t a = findRoot(root, edge.a);
            const std::uint32_t b = findRoot(root, edge.b);
            root[std::max(a, b)] = std::min(a, b);
        } else {
            saved[moves[edge.a] ? edge.a : edge.b] -= edge.capacity;
            saved[moves[edge.a] ? edge.b : edge.a] += edge.capacity;
        }
    }
    place.resize(std::max(place.size(), count));
    std::vector<std::uint32_t> pieceOf(count); // of a root: its index in `open`
    for (std::uint32_t v = 0; v < count; ++v) {
        if (!moves[v] && !withRest)
            continue;
        const std::uint32_t r = findRoot(root, v);
        root[v] = r;
        if (r == v) { // a root is the first node of its piece
            pieceOf[v] = static_cast<std::uint32_t>(open.size());
            open.emplace_back();
        }
        Part& piece = open[pieceOf[r]];
        place[v] = static_cast<std::uint32_t>(piece.nodes.size());
        piece.nodes.push_back(part.nodes[v]);
        piece.saved.push_back(saved[v]);
        piece.effort.push_back(part.effort[v]);
    }
    for (const FlowEdge& edge : part.edges) {
        if (moves[edge.a] == moves[edge.b] && (moves[edge.a] || withRest))
            open[pieceOf[root[edge.a]]].edges.push_back({ place[edge.a], place[edge.b], edge.capacity });
    }
}

} // namespace ferroscope::roadmap
