// SPDX-FileCopyrightText: The Ferroscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
// Hand-overs: functions given by name to functions of the repository, from the call graph and the call sites.
// Which call an argument belongs to is told by lines: the nearest call that begins at or before it.
#pragma once

#include "core/graph/codebase.h"

namespace ferroscope::graph {

// Fills codebase.handOvers; needs calls.
void findHandOvers(Codebase& codebase);

} // namespace ferroscope::graph
