// SPDX-FileCopyrightText: The Ferroscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
// Which test modules exercise a module: those that import it, those that import a name which packages
// re-export from it, those that import a package whose `__init__` imports it, and those that call into it.
#pragma once

#include "core/graph/import_graph.h"

namespace ferroscope::graph {

// Fills Module::tests; needs imports and calls.
void linkTests(Codebase& codebase, const ImportTargets& targets);

} // namespace ferroscope::graph
