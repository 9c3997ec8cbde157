// SPDX-FileCopyrightText: The Ferroscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
// What the looks for hazards share; private to hazards*.cpp.
#pragma once

#include "core/analysis/hazards.h"
#include <set>

namespace ferroscope::analysis {

class HazardList {
public:
    explicit HazardList(const graph::Codebase& base)
        : m_base(base)
    {
    }
    void add(const char* kind, std::string sentence, graph::ModuleId module, std::uint32_t line);
    std::vector<Hazard> take(); // bounded, sorted

private:
    const graph::Codebase& m_base;
    std::vector<Hazard> m_all;
    std::set<std::tuple<std::string, std::string, std::string>> m_seen; // kind, path, sentence
};

struct HazardScope {
    const Judged& judged;
    const Moved& moved;
    const std::vector<std::vector<graph::ModuleId>>& importers;
    const graph::Codebase& base() const { return judged.codebase; }
    // Qualified name for a sentence.
    std::string function(graph::ModuleId module, facts::FunctionIndex at) const;
    std::string moduleName(graph::ModuleId module) const;
};

// What other code does with the objects and names that move: pickling, subclassing, public-api, patched.
void findObjectHazards(const HazardScope& scope, HazardList& list);
// What the code that moves does with values: text-index, unbounded-int, exceptions, hash-order.
void findValueHazards(const HazardScope& scope, HazardList& list);

} // namespace ferroscope::analysis
