// SPDX-FileCopyrightText: The Ferroscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
// Call graph: every facts::CallSite -> the functions it may reach, or the external name it calls.
//
// A call of a class is an edge to its `__init__` (own or inherited; none needed to count as resolved). The
// certainty of an edge says how it was found (certainty.h). A method of an unknown receiver is matched by
// name only where one family of classes among the modules connected by imports defines it; a name that
// containers and strings have becomes "?.name". The rest is counted as unresolved, by reason.
// Decorators, `for` over an object and `with` call methods too: edges, but no sites of callsTotal.
#pragma once

#include "core/graph/evaluator.h"
#include <functional>

namespace ferroscope::graph {

// Fills calls, externalCalls, unresolvedCalls, callsTotal and callsResolved; needs imports.
// While one thread finds the flow of values, `beside` runs on another with the threads that are left; of the codebase
// it must not touch what this fills.
// `done` is called on the calling thread now and then with the number of modules resolved.
void buildCallGraph(Codebase& codebase, const Program& program, unsigned jobs, std::stop_token stop,
    const std::function<void(unsigned)>& beside, const std::function<void(std::size_t)>& done);

} // namespace ferroscope::graph
