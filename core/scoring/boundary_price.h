// SPDX-FileCopyrightText: The Ferroscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
// Boundary price: what it costs, in nanoseconds per run, that some functions are Rust and the others stay Python.
//
// Every call edge over the boundary costs its calls × (a call in its direction + the conversion of each argument
// and of the result). Conversions go by annotation: a container costs per element, a buffer nearly nothing, a
// class of the repository is handed over by reference, an untyped value gets a wide range. Attributes of objects
// whose class lives on the other side cost a small call each; a class without methods lives where functions of
// its module do: in Rust if any of them moved. Figures: resources/knowledge/boundary.toml, measured, with its source and date.
// Calls are the heat's: exact where a deterministic profile covers the edge, else estimated; lengths of
// containers are always assumed.
#pragma once

#include "core/evidence/heat.h"
#include <span>

namespace ferroscope::scoring {

struct EdgePrice {
    enum class Kind : std::uint8_t { Call, Callback, Attributes };
    graph::FunctionId from = 0, to = 0; // Attributes: `to` stands for the class (graph::AttributeEdge::home)
    Kind kind = Kind::Call; // Callback: Rust calls Python
    Range calls; // per run; Attributes: reads and stores
    Range elements; // converted per run
    Range cost; // ns per run
};

struct BoundaryPrice {
    std::vector<EdgePrice> edges; // dearest first (likely cost), then by from, to, kind; none is free of calls
    Range cost; // sum, ns per run
    double calls = 0, elements = 0; // sums, likely
};

// Prices of single edges, as if their ends lay on different sides. Cheap to make, refers to its arguments,
// thread-safe.
class BoundaryPrices {
public:
    BoundaryPrices(const graph::Codebase& codebase, const evidence::HeatMap& heat, const knowledge::Knowledge& knowledge);

    // `edge`: index in codebase.calls. intoRust: the callee is the side that is Rust.
    EdgePrice call(std::uint32_t edge, bool intoRust) const;
    // `edge`: index in codebase.attributes. intoRust: the class is the side that is Rust.
    EdgePrice attributes(std::uint32_t edge, bool intoRust) const;
    // Before it is known which side is Rust: the mean of both directions.
    EdgePrice call(std::uint32_t edge) const;
    EdgePrice attributes(std::uint32_t edge) const;

private:
    struct Conversion {
        Range elements, cost; // per value
    };
    Conversion conversionOf(std::string_view annotation, int depth = 0) const;
    Conversion conversionsOf(graph::FunctionId callee) const;

    const graph::Codebase& m_codebase;
    const evidence::HeatMap& m_heat;
    const knowledge::BoundaryCosts& m_costs;
};

// By module: indices of the call and attribute edges with an end in it, so that only those near what moves are seen.
struct EdgesAround {
    const std::vector<std::vector<std::uint32_t>>& calls;
    const std::vector<std::vector<std::uint32_t>>& attributes;
};

// `moved`: the functions that are Rust, in any order; the rest is Python. Callers in tests and other modules that
// do not run in production cross for free. The same with and without `around`.
BoundaryPrice priceOf(const graph::Codebase& codebase, const evidence::HeatMap& heat, const knowledge::Knowledge& knowledge,
    std::span<const graph::FunctionId> moved);
BoundaryPrice priceOf(const graph::Codebase& codebase, const evidence::HeatMap& heat, const knowledge::Knowledge& knowledge,
    std::span<const graph::FunctionId> moved, const EdgesAround& around);

} // namespace ferroscope::scoring
