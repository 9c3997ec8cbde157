// SPDX-FileCopyrightText: The Ferroscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
// Exports: the module that really defines what `from module import name` gives.
//
// Follows re-exports through any chain of facades, star imports (whatever `__all__` says: the name was
// imported, so it is there), tables of lazy packages (PEP 562 `__getattr__`, lazy_loader.attach and
// attach_stub, transformers' _import_structure) and submodules. Bounded in depth and steps.
// Refers to what it is made from. Thread-safe.
#pragma once

#include "core/graph/symbols.h"

namespace ferroscope::graph {

class Exports {
public:
    Exports(const std::vector<Module>& modules, const ModuleIndex& index, const ImportTargets& targets, const Symbols& symbols)
        : m_modules(modules)
        , m_index(index)
        , m_targets(targets)
        , m_symbols(symbols)
    {
    }
    // kNone if the name comes from outside the repository or nothing tells.
    ModuleId definedIn(ModuleId module, std::string_view name) const;

private:
    struct Search;
    ModuleId find(Search& search, ModuleId module, std::string_view name) const;
    ModuleId imported(Search& search, const ImportTarget& target, std::string_view name) const;
    ModuleId lazy(Search& search, ModuleId module, std::string_view name) const;
    ModuleId named(Search& search, ModuleId module, std::string_view text, std::string_view name) const;

    const std::vector<Module>& m_modules;
    const ModuleIndex& m_index;
    const ImportTargets& m_targets;
    const Symbols& m_symbols;
};

// Fills codebase.importedNames.
void findImportedNames(Codebase& codebase, const ImportTargets& targets, const Exports& exports, unsigned jobs, std::stop_token stop);

} // namespace ferroscope::graph
