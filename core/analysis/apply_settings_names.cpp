// SPDX-FileCopyrightText: The Ferroscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis/apply_settings_names.h"
#include "core/base/text.h"

#include <algorithm>

namespace ferroscope::analysis {

Names::Names(const graph::Codebase& codebase, const Problem& problem)
    : m_codebase(codebase)
    , m_problem(problem)
{
    for (const graph::ModuleId id : problem.moduleOfPlan) {
        const source::SourceFile& file = codebase.modules[id].file;
        m_byPath.emplace(printablePath(file.path), id);
        m_byName.emplace(printablePath(file.module), id);
    }
}

std::vector<graph::ModuleId> Names::modules(const std::string& name) const
{
    if (const auto found = m_byPath.find(name); found != m_byPath.end())
        return { found->second };
    std::vector<graph::ModuleId> found;
    const auto [first, last] = m_byName.equal_range(name);
    for (auto at = first; at != last; ++at)
        found.push_back(at->second);
    std::sort(found.begin(), found.end());
    return found;
}

std::optional<std::uint32_t> Names::unit(const std::string& name) const
{
    for (std::size_t colon = name.find(':'); colon != std::string::npos; colon = name.find(':', colon + 1)) {
        const auto found = m_byPath.find(name.substr(0, colon));
        if (found == m_byPath.end())
            continue;
        const graph::Module& module = m_codebase.modules[found->second];
        for (graph::FunctionId at = module.firstFunction; at < module.firstFunction + module.functionCount; ++at) {
            if (m_codebase.functionName(at) == name)
                return m_problem.unitOf[at] == roadmap::kNoIndex ? std::nullopt : std::optional(m_problem.unitOf[at]);
        }
    }
    return std::nullopt;
}

} // namespace ferroscope::analysis
