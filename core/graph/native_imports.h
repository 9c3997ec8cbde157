// SPDX-FileCopyrightText: The Ferroscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
// Which imports name a native module that the repository builds itself (SourceSet::nativeModules).
#pragma once

#include "core/graph/import_graph.h"
#include <map>

namespace ferroscope::graph {

// By dotted name. A native module whose build file does not say in which package it lies (a crate, a CMake target)
// is known by its last component alone, and only where nothing else has the name.
class NativeNames {
public:
    explicit NativeNames(const source::SourceSet& sources);
    bool isEmpty() const { return m_byName.empty() && m_byLast.empty(); }
    // Index in nativeModules of what the import names; kNone if it is none. `target` as resolved.
    std::uint32_t find(const std::vector<Module>& modules, ModuleId importer, const facts::Import& import, const ImportTarget& target) const;

private:
    std::map<std::string, std::uint32_t, std::less<>> m_byName, m_byLast;
};

} // namespace ferroscope::graph
