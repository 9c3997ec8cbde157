// SPDX-FileCopyrightText: The Ferroscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
// Expected calls of every function per run: a log-linear model with few terms, fitted to profiles of real packages.
//
//   heat  = scale × flow^0.6 × classFlow^0.6 × e^(0.25 × loops) × (1 + arithmetic)^0.5 × text^0.25 × cost^0.5
//   calls = heat / cost
//
// flow        visits of a walker over the call graph (call_flow.h): where calls flow together
// classFlow   its geometric mean over the methods of the class, of functions over those of the module: calls that
//             could not be resolved go to objects in use, and these are the ones that others are seen to use
// loops       loops and recursions passed on the way down; flow has the loops around each call, not those above
// arithmetic  places that calculate, bits included: numeric code is called per element
// text, cost  one call straight through the text, and with loops and branches weighed, in ns. What is dear is called
//             less often, and a loop in the text turns less often than assumed more than it turns more often: so the
//             time spent grows slower than both
//
// How the constants were found, and how good it is: tests/heat. They order functions; seconds are not in them.
#pragma once

#include "core/evidence/call_flow.h"

namespace ferroscope::evidence {

struct Frequencies {
    std::vector<double> calls; // expected per run, by FunctionId
    std::vector<double> edgeCalls; // expected per run over each edge, by index in Codebase::calls
    std::vector<char> reached; // a Script, Route, Task or Command leads here over resolved calls
};

// What one call does in the function itself, ns, by FunctionId.
struct CallCosts {
    std::vector<double> expected; // loops and branches weighed
    std::vector<double> text; // everything in the text once
};

Frequencies expectedCalls(const graph::Codebase& codebase, CallFlow flow, const CallCosts& costs);

} // namespace ferroscope::evidence
