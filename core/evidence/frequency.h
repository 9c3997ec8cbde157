// SPDX-FileCopyrightText: The Ferroscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
// Call frequencies propagated over the call graph from the entry points (Wu and Larus 1994, section on the
// inter-procedural case), strongly connected components (recursion) damped, long chains compressed.
#pragma once

#include "core/evidence/entry_points.h"
#include <stop_token>
#include <vector>

namespace ferroscope::evidence {

struct Frequencies {
    std::vector<double> calls; // expected per run, by FunctionId
    std::vector<double> edgeCalls; // expected per run over each edge, by index in Codebase::calls
    std::vector<char> reached; // a Script, Route, Task or Command leads here over resolved calls
};

Frequencies propagate(const graph::Codebase& codebase, const std::vector<EntryPoint>& sources, std::stop_token stop);

} // namespace ferroscope::evidence
