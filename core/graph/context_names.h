// SPDX-FileCopyrightText: The Ferroscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
// Names of contexts: the deepest package that more than half of the members share; if there is none or it is
// taken, the deepest that more than a third share, else the member with the most weight. Unique, and given to
// the larger context first.
#pragma once

#include "core/graph/codebase.h"

namespace ferroscope::graph {

struct Unnamed {
    std::vector<ModuleId> modules; // sorted
    ModuleId dominant = kNone; // the member with the most weight to other members, no `__init__` if possible
    std::size_t componentSize = 1; // members of the connected component it is part of
};

// Parallel to `contexts`.
std::vector<std::string> contextNames(const std::vector<Module>& modules, const std::vector<Unnamed>& contexts);

} // namespace ferroscope::graph
