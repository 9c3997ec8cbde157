// SPDX-FileCopyrightText: The Ferroscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
// Import cycles and the cheapest imports to cut.
// Only imports that run when a module is loaded count: edges made of TYPE_CHECKING or lazy imports alone
// close no cycle. Cutting an edge costs one per name imported over it, half that if it is conditional (the
// code already copes without it).
#pragma once

#include "core/graph/codebase.h"
#include <stop_token>

namespace ferroscope::graph {

// Fills cycles, cuts and Module::cycle.
void findCycles(Codebase& codebase, unsigned jobs, std::stop_token stop);

} // namespace ferroscope::graph
