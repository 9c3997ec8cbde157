// SPDX-FileCopyrightText: The Ferroscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
// ParametricCut: every best set to move, for all prices of a person-day at once, exactly.
//
// For a price p/q of effort the profit of a set S is q·(saved(S) - cost of the edges leaving S) - p·effort(S).
// The largest profit as a function of the price is convex and piecewise linear (Eisner and Severance 1976);
// profit is supermodular, so the smallest best sets are nested as the price falls. Hence the problem splits:
// for a connected part, ask at the price at which moving all of it pays exactly (the point where the lines of
// "nothing" and "everything" meet). Either nothing is better: then the whole part moves at that price, in one
// step. Or a smaller set is: its nodes move at a higher price and the rest at this price or a lower one, and
// both halves are problems of the same form once the other half is fixed on its side (contracted into node
// weights).
// Each flow therefore ends an increment or splits a part, at most 2·increments - 1 flows in all, over ever
// smaller graphs. Prices are ratios of integers and compared in 128 bits: nothing is rounded.
//
// Bound: with P = sum of the positive `saved` of a connected component (after its pinned edges are charged)
// and E = sum of its `effort`, (P + 1)·E must not exceed 2^60; also (P + 1)·least.effort. Then every number in
// every flow stays below 2^62: along the way saved values stay within ±2P (a best set never pays more for
// crossings than it saves), edges are cut off at P + 1 (no best set can afford one), p <= P and q <= E.
#pragma once

#include "core/roadmap/max_flow.h"

namespace ferroscope::roadmap {

struct CutNode {
    std::int64_t saved = 0; // may be negative
    std::int64_t effort = 1; // > 0: no move is free
    bool pinned = false; // never moves
};

struct Price { // time per effort, gain / effort
    std::int64_t gain = 0; // >= 0
    std::int64_t effort = 1; // > 0
};
bool operator<(const Price& a, const Price& b);

struct Increment { // what joins the best set together when the price falls to gain / effort
    std::vector<std::uint32_t> nodes; // sorted; connected through edges of positive capacity
    Price price; // sums over the increment: net gain given all that joined before, effort
};

class ParametricCut {
public:
    static constexpr std::int64_t kBound = std::int64_t { 1 } << 60;

    // Increments above the price `least`, dearest first, equal prices by first node. Edges may repeat.
    std::vector<Increment> sweep(
        std::span<const CutNode> nodes, std::span<const FlowEdge> edges, const Price& least);

private:
    struct Part { // a connected sub-problem; everything outside is charged to `saved`
        std::vector<std::uint32_t> nodes;
        std::vector<std::int64_t> saved, effort;
        std::vector<FlowEdge> edges; // local indices
    };

    void clampEdges(Part& part) const;
    bool keepAbove(Part& part, const Price& least);
    void refine(Part part);
    void split(const Part& part, bool withRest);

    MaxFlow flow;
    std::vector<std::int64_t> weights;
    std::vector<std::uint32_t> root, place;
    std::vector<char> moves;
    std::vector<Part> open; // stack
    std::vector<Increment> found;
};

} // namespace ferroscope::roadmap
