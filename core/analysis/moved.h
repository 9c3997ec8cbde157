// SPDX-FileCopyrightText: The Ferroscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
// What a candidate moves, as functions and classes of the linked codebase.
#pragma once

#include "core/analysis/judged.h"

namespace ferroscope::analysis {

struct Moved {
    struct Part {
        graph::ModuleId module = 0;
        std::vector<facts::FunctionIndex> functions; // sorted
        std::vector<facts::ClassIndex> classes; // at the level of the module, with a method that moves; sorted
    };
    std::vector<Part> parts; // by module

    const Part* in(graph::ModuleId module) const; // null: nothing of it moves
    bool has(const graph::Codebase& base, graph::FunctionId function) const;
};

Moved movedBy(const graph::Codebase& base, const Candidate& candidate);

// Modules that import each module, over any import edge; sorted. One pass over the edges.
std::vector<std::vector<graph::ModuleId>> importersOf(const graph::Codebase& base);

} // namespace ferroscope::analysis
