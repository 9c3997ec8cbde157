// SPDX-FileCopyrightText: The Ferroscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
// Classes of all modules with their bases resolved: method resolution order and subclasses.
// A ClassId is firstClass(module) + ClassIndex. The order is Python's (C3 linearisation); where that has no
// answer (broken or cyclic bases) it is depth-first, left to right, each class once.
// Thread-safe once built.
#pragma once

#include "core/graph/codebase.h"
#include <functional>

namespace ferroscope::graph {

using ClassId = std::uint32_t;

struct ClassBases {
    std::vector<ClassId> internal;
    std::vector<std::string> external; // resolved dotted names: "threading.Thread"
};

class Classes {
public:
    explicit Classes(const std::vector<Module>& modules);
    // Parallel to all classes; call once.
    void setBases(std::vector<ClassBases> bases);

    std::size_t size() const { return m_modules.size(); }
    ClassId id(ModuleId module, facts::ClassIndex index) const { return m_first[module] + index; }
    ModuleId moduleOf(ClassId id) const { return m_modules[id]; }
    facts::ClassIndex indexOf(ClassId id) const { return id - m_first[m_modules[id]]; }
    const ClassBases& bases(ClassId id) const { return m_bases[id]; }
    const std::vector<ClassId>& order(ClassId id) const { return m_orders[id]; } // the class itself first
    const std::vector<ClassId>& subclasses(ClassId id) const { return m_subclasses[id]; } // direct, sorted

private:
    std::vector<ClassId> m_first;
    std::vector<ModuleId> m_modules;
    std::vector<ClassBases> m_bases;
    std::vector<std::vector<ClassId>> m_orders, m_subclasses;
};

} // namespace ferroscope::graph
