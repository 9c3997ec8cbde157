// SPDX-FileCopyrightText: The Ferroscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
// The only door to igraph. Its Debian build is not thread-safe and its default error handler aborts: here
// every call holds one mutex, errors come back as Result, and the random numbers start from a fixed seed at
// each call, so a result depends on the arguments alone.
#pragma once

#include "core/base/result.h"
#include <cstdint>
#include <vector>

namespace ferroscope::graph {

struct WeightedEdge {
    std::uint32_t a = 0, b = 0; // undirected, a != b, each pair at most once
    double weight = 0; // > 0
};

// Communities of maximal modularity by the Leiden algorithm (Traag, Waltman, van Eck, Scientific Reports 9
// (2019) 5233): for each node the number of its community, numbered by first node. `resolution` 1 is plain
// modularity, more gives smaller communities.
Result<std::vector<std::uint32_t>> leidenCommunities(
    std::uint32_t nodes, const std::vector<WeightedEdge>& edges, double resolution);

} // namespace ferroscope::graph
