// SPDX-FileCopyrightText: The Ferroscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
// findFlow(): which functions, classes and objects reach which expression of the whole program, and so what its
// calls do.
//
// An inclusion-based analysis (after Andersen, "Program analysis and specialization for the C programming
// language", 1994, and PyCG: Salis et al., "PyCG: Practical call graph generation in Python", ICSE 2021): no order
// of statements, no contexts, attributes one per class and name, containers one per display and literal key. Objects
// spread over a graph of nodes (terms of the facts, variables, parameters, returned values, fields) until nothing
// changes; what a call finds in its callee adds edges from arguments to parameters and from results to the call.
// Bounded by counts: objects per node, and steps in proportion to the nodes; what is beyond is left out. The
// result depends on nothing but the program.
#pragma once

#include "core/graph/evaluator.h"

namespace ferroscope::graph {

struct FlowCall {
    enum class How : std::uint8_t {
        Called, // by the call itself
        Protocol, // by an operator, attribute, loop, `with` or `raise`
        Callback, // by native code that is known to call what it is given
        Passed, // handed to something unknown, which may call it
    };
    std::uint32_t term = 0; // of the module
    FunctionId to = 0; // or a lambda
    How how = How::Called;
};

struct FlowCalls {
    std::vector<FlowCall> calls; // sorted by (term, to, how), each once
    std::vector<bool> isKnown; // by term: something is known of what a call calls, so it needs no guess
};

// By module; empty where the program is too large for it or `stop` was requested.
std::vector<FlowCalls> findFlow(const Program& program, std::stop_token stop);

} // namespace ferroscope::graph
