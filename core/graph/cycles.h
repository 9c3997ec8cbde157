// SPDX-FileCopyrightText: The Ferroscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
// Import cycles and the cheapest imports to cut.
// Only imports that run when a module is loaded count: edges made of TYPE_CHECKING or lazy imports alone
// close no cycle. What cutting an edge costs follows from what it takes (cut_advice.h), half that if the import
// is conditional (the code already copes without it). The set is proven the cheapest for cycles of at most
// kExactNodes modules (feedback_arcs.h); above that no edge of it is needless, but a cheaper set may exist.
#pragma once

#include "core/graph/import_graph.h"
#include <stop_token>

namespace ferroscope::graph {

// Fills cycles, cuts and Module::cycle; needs imports and importedNames.
void findCycles(Codebase& codebase, const ImportTargets& targets, unsigned jobs, std::stop_token stop);

} // namespace ferroscope::graph
