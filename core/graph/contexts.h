// SPDX-FileCopyrightText: The Ferroscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
// Contexts: communities of the source modules, from imports, calls and shared state.
//
// Weight between two modules = 1 + 0.25 * min(names, 8) per import edge (half if it serves type checking
// only) + log1p of the expected calls either way + 1 per name of the other that one of them changes, at most
// 4 (shared state ties). Modules of the same package are drawn together a little, but
// only within a connected component, and every component is divided by itself: a module without edges to the
// others changes no other context. An `__init__` that nothing imports joins the context that holds most
// modules of its package.
#pragma once

#include "core/graph/codebase.h"
#include <stop_token>

namespace ferroscope::graph {

// Tests, migrations, examples, vendored and generated modules and stubs belong to no context.
bool hasContext(const Module& module);

// Fills contexts and Module::context; needs imports, calls and shared state.
Result<void> findContexts(Codebase& codebase, std::stop_token stop);

} // namespace ferroscope::graph
