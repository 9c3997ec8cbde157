// SPDX-FileCopyrightText: The Ferroscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
// Imports resolved: every facts::Import of a module -> what it names, and from those the import graph.
//
// Rules: `import a.b.c` names a.b.c; `from P import n` names the module P.n if there is one, else the
// attribute n of P; a relative import drops one package per level beyond the first, and one that goes above
// the top is unresolved, not an edge; type-checking, lazy, conditional and dynamic imports are edges with
// flags. Ancestors' `__init__` run too, but are no edges. A name below a first-party package that no file
// has is unresolved; below a namespace package it may live in another distribution, so it is external.
#pragma once

#include "core/graph/module_index.h"
#include <stop_token>

namespace ferroscope::graph {

struct ImportTarget {
    enum class Kind : std::uint8_t {
        Module, // a module itself
        Attribute, // a name (or, with *, all names) of `module`
        Namespace, // the namespace package `text`
        External, // `text`, dotted as far as the statement says
        Unresolved, // first-party prefix with a missing leaf, or above the top
        Computed, // dynamic import whose argument is no literal
    };
    Kind kind = Kind::Unresolved;
    ModuleId module = kNone;
    std::string text;
};

// Parallel to FileFacts::imports of each module. A shadowed stub has none.
using ImportTargets = std::vector<std::vector<ImportTarget>>;

ImportTarget resolveImport(
    const std::vector<Module>& modules, const ModuleIndex& index, ModuleId importer, const facts::Import& import);
ImportTargets resolveImports(
    const std::vector<Module>& modules, const ModuleIndex& index, unsigned jobs, std::stop_token stop);

// Fills imports, externalImports, unresolvedImports, nativeImports, dynamicImports and every module's fanIn and fanOut.
void buildImportGraph(Codebase& codebase, const ImportTargets& targets);

} // namespace ferroscope::graph
