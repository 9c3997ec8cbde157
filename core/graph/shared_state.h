// SPDX-FileCopyrightText: The Ferroscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
// Shared state: names at the level of a module that other modules change, by storing through the module
// ("settings.DEBUG = x"), into the object ("CACHE[key] = x" after `from m import CACHE`) or by a method that
// changes a container ("REGISTRY.append(x)"). Such modules cannot be taken apart cheaply.
#pragma once

#include "core/graph/exports.h"

namespace ferroscope::graph {

// Fills codebase.sharedState. Tests and other modules without a context are no writers.
void findSharedState(Codebase& codebase, const ImportTargets& targets, const Symbols& symbols, const Exports& exports);

} // namespace ferroscope::graph
