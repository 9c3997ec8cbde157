// SPDX-FileCopyrightText: The Ferroscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
// Strongly and weakly connected components of a graph given as arcs between 0..nodes-1.
#pragma once

#include <cstdint>
#include <utility>
#include <vector>

namespace ferroscope::graph {

using Arc = std::pair<std::uint32_t, std::uint32_t>;

// Strongly connected components of more than one node (Tarjan, SIAM J. Comput. 1 (1972) 146; iterative, so
// depth is no limit). Nodes sorted within a component, components sorted by their first node.
std::vector<std::vector<std::uint32_t>> strongComponents(std::uint32_t nodes, const std::vector<Arc>& arcs);

// For every node the smallest node it is connected with, whatever the direction of the arcs.
std::vector<std::uint32_t> weakComponents(std::uint32_t nodes, const std::vector<Arc>& arcs);

} // namespace ferroscope::graph
