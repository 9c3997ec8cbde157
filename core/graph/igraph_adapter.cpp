// SPDX-FileCopyrightText: The Ferroscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/graph/igraph_adapter.h"

#include <algorithm>
#include <map>
#include <mutex>

#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wconversion"
#pragma GCC diagnostic ignored "-Wpedantic"
#pragma GCC diagnostic ignored "-Wshadow"
#include <igraph/igraph.h>
#pragma GCC diagnostic pop

namespace ferroscope::graph {

namespace {

std::mutex& igraphMutex()
{
    static std::mutex mutex;
    return mutex;
}

// Owners of igraph's structures; empty when the allocation failed.
class Graph {
public:
    ~Graph()
    {
        if (m_made)
            igraph_destroy(&m_graph);
    }
    Graph() = default;
    Graph(const Graph&) = delete;
    Graph& operator=(const Graph&) = delete;
    bool make(std::uint32_t nodes, const std::vector<WeightedEdge>& edges)
    {
        igraph_vector_int_t ends;
        if (igraph_vector_int_init(&ends, static_cast<igraph_integer_t>(2 * edges.size())) != IGRAPH_SUCCESS)
            return false;
        for (std::size_t i = 0; i < edges.size(); ++i) {
            VECTOR(ends)[2 * i] = static_cast<igraph_integer_t>(edges[i].a);
            VECTOR(ends)[2 * i + 1] = static_cast<igraph_integer_t>(edges[i].b);
        }
        m_made
            = igraph_create(&m_graph, &ends, static_cast<igraph_integer_t>(nodes), IGRAPH_UNDIRECTED) == IGRAPH_SUCCESS;
        igraph_vector_int_destroy(&ends);
        return m_made;
    }
    const igraph_t* get() const { return &m_graph; }

private:
    igraph_t m_graph {};
    bool m_made = false;
};

class Reals {
public:
    explicit Reals(std::size_t size)
    {
        m_made = igraph_vector_init(&m_values, static_cast<igraph_integer_t>(size)) == IGRAPH_SUCCESS;
    }
    ~Reals()
    {
        if (m_made)
            igraph_vector_destroy(&m_values);
    }
    Reals(const Reals&) = delete;
    Reals& operator=(const Reals&) = delete;
    bool isMade() const { return m_made; }
    double& operator[](std::size_t i) { return VECTOR(m_values)[i]; }
    const igraph_vector_t* get() const { return &m_values; }

private:
    igraph_vector_t m_values {};
    bool m_made = false;
};

} // namespace

Result<std::vector<std::uint32_t>> leidenCommunities(
    std::uint32_t nodes, const std::vector<WeightedEdge>& edges, double resolution)
{
    constexpr double kRandomness = 0.01; // beta of the paper, its default
    constexpr igraph_integer_t kIterations = 10;
    constexpr igraph_uint_t kSeed = 20190326;
    const std::lock_guard lock(igraphMutex());
    igraph_set_error_handler(igraph_error_handler_ignore);
    Graph graph;
    Reals weights(edges.size()), strengths(nodes);
    if (!graph.make(nodes, edges) || !weights.isMade() || !strengths.isMade())
        return failure(ErrorCode::Internal, {}, "igraph: out of memory");
    double total = 0;
    for (std::uint32_t node = 0; node < nodes; ++node)
        strengths[node] = 0;
    for (std::size_t i = 0; i < edges.size(); ++i) {
        weights[i] = edges[i].weight;
        strengths[edges[i].a] += edges[i].weight;
        strengths[edges[i].b] += edges[i].weight;
        total += edges[i].weight;
    }
    igraph_vector_int_t membership;
    if (igraph_vector_int_init(&membership, 0) != IGRAPH_SUCCESS)
        return failure(ErrorCode::Internal, {}, "igraph: out of memory");
    igraph_rng_seed(igraph_rng_default(), kSeed);
    const igraph_error_t code = igraph_community_leiden(graph.get(), weights.get(), strengths.get(),
        resolution / std::max(2 * total, 1e-12), kRandomness, false, kIterations, &membership, nullptr, nullptr);
    std::vector<std::uint32_t> communities;
    if (code == IGRAPH_SUCCESS) {
        std::map<igraph_integer_t, std::uint32_t> numbers;
        for (std::uint32_t node = 0; node < nodes; ++node) {
            const auto next = static_cast<std::uint32_t>(numbers.size());
            communities.push_back(numbers.emplace(VECTOR(membership)[node], next).first->second);
        }
    }
    igraph_vector_int_destroy(&membership);
    if (code != IGRAPH_SUCCESS)
        return failure(ErrorCode::Internal, {}, std::string("igraph: ") + igraph_strerror(code));
    return communities;
}

} // namespace ferroscope::graph
