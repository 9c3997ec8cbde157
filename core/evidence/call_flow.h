// SPDX-FileCopyrightText: The Ferroscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
// Call flow: where a walker over the call graph is found, and how many loops he has passed.
//
// Assumed loop counts multiplied along chains of calls explode: a wrong guess at the top drowns everything below
// it. A walker does not: at each function he goes on with probability kGoesOn, to one of the callees, each as likely
// as it is expected to be called, and otherwise starts anew at a source. A function handed to another by name is a
// callee of the one that gets it. Where he is found often, calls flow
// together (Page and others, "The PageRank citation ranking", 1998, over calls instead of links). Nothing is
// divided by the size of the repository: a module without any edge to the others changes nothing of theirs.
#pragma once

#include "core/evidence/entry_points.h"
#include <stop_token>
#include <vector>

namespace ferroscope::evidence {

inline constexpr double kGoesOn = 0.85;
inline constexpr int kMostLoopsPassed = 4; // deeper says no more

struct CallFlow {
    // By FunctionId; 0 for functions of modules that are not judged.
    std::vector<double> flow; // visits of the walker, in units of one start
    std::vector<std::uint8_t> loops; // loops and recursions on the chain of callers that has most of them, the function's own recursion included
    std::vector<char> reached; // a Script, Route, Task or Command leads here over resolved calls
    std::vector<double> edgeShare; // of the flow into the callee, by index in Codebase::calls
};

// Deterministic: a fixed number of rounds in a fixed order. Stopped, it returns what it has.
CallFlow callFlow(const graph::Codebase& codebase, const std::vector<EntryPoint>& sources, std::stop_token stop);

} // namespace ferroscope::evidence
