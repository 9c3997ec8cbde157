// SPDX-FileCopyrightText: The Ferroscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
// Names: what settings name, found in the analysed code: modules by path or dotted name, planning units by any of
// their functions ("path:qualified.name"). Names are those of the assessment, printable. Refers to the codebase.
#pragma once

#include "core/analysis/planning_problem.h"
#include <unordered_map>

namespace ferroscope::analysis {

class Names {
public:
    Names(const graph::Codebase& codebase, const Problem& problem);

    // Judged modules: the one of that path, else all of that dotted name.
    std::vector<graph::ModuleId> modules(const std::string& name) const;
    std::optional<std::uint32_t> unit(const std::string& name) const; // nullopt too for one in a module that is not judged

private:
    const graph::Codebase& m_codebase;
    const Problem& m_problem;
    std::unordered_map<std::string, graph::ModuleId> m_byPath;
    std::unordered_multimap<std::string, graph::ModuleId> m_byName;
};

} // namespace ferroscope::analysis
