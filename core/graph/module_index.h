// SPDX-FileCopyrightText: The Ferroscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
// ModuleIndex: which module a dotted name means.
//
// A name can belong to several files (two folders that are both on sys.path, each with its own
// `conftest`): then the one nearest to the importer wins. A directory with modules but no `__init__` is a
// namespace package: known, but no module. A `.pyi` beside its `.py` is reached through Module::stub only;
// a stub without a `.py` is a module of its own.
// Refers to the strings of `modules`, which must outlive it unmoved. Thread-safe once built.
#pragma once

#include "core/graph/codebase.h"
#include <string_view>
#include <unordered_map>
#include <unordered_set>

namespace ferroscope::graph {

// Sets Module::stub of every `.py` that has a `.pyi` beside it, or else one of its dotted name in a package
// `...-stubs`. `modules` is sorted by path.
void linkStubs(std::vector<Module>& modules);

class ModuleIndex {
public:
    explicit ModuleIndex(const std::vector<Module>& modules);

    // kNone if no module has that name. `importer` (may be kNone) decides between several.
    ModuleId find(std::string_view dotted, ModuleId importer) const;
    bool isNamespace(std::string_view dotted) const { return m_namespaces.contains(dotted); }
    // The module or package `name` in the directory of `importer`, as a script run from its own folder
    // would find it; kNone if that directory is a package or holds no such module.
    ModuleId sibling(ModuleId importer, std::string_view name) const;
    // A stub that stands for its `.py`: it has no imports or calls of its own.
    bool isShadowed(ModuleId module) const { return m_shadowed[module]; }

private:
    const std::vector<Module>& m_modules;
    std::unordered_map<std::string_view, std::vector<ModuleId>> m_byName;
    std::unordered_map<std::string_view, ModuleId> m_byPath;
    std::unordered_set<std::string_view> m_namespaces;
    std::vector<bool> m_shadowed;
};

} // namespace ferroscope::graph
