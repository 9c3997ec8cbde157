// SPDX-FileCopyrightText: The Ferroscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
// The cheapest set of arcs whose removal leaves a directed graph without cycles.
//
// Exact up to kExactNodes nodes: a feedback set is what points backwards in some order of the nodes, so the
// best order is found by dynamic programming over subsets (Lawler, Management Science 10 (1964) 280). Above
// that: the order of Eades, Lin and Smyth (Inf. Proc. Letters 47 (1993) 319) by cost, improved by moving
// single nodes, then every arc that closes no cycle is put back. Ties go to the smaller node: deterministic.
#pragma once

#include <cstdint>
#include <vector>

namespace ferroscope::graph {

inline constexpr std::uint32_t kExactNodes = 16;

struct CostedArc {
    std::uint32_t from = 0, to = 0;
    std::uint32_t cost = 1; // > 0
};

// Positions in `arcs`, sorted. Arcs from a node to itself are ignored.
std::vector<std::uint32_t> feedbackArcs(std::uint32_t nodes, const std::vector<CostedArc>& arcs);

} // namespace ferroscope::graph
