// SPDX-FileCopyrightText: The Ferroscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/graph/method_names.h"

#include "core/base/text.h"
#include "core/graph/builtins.h"
#include "core/graph/components.h"

namespace ferroscope::graph {

MethodNames::MethodNames(const Codebase& codebase)
{
    std::vector<Arc> arcs;
    arcs.reserve(codebase.imports.size());
    for (const ImportEdge& edge : codebase.imports)
        arcs.emplace_back(edge.from, edge.to);
    m_component = weakComponents(static_cast<std::uint32_t>(codebase.modules.size()), arcs);
    for (ModuleId id = 0; id < codebase.modules.size(); ++id) {
        const Module& module = codebase.modules[id];
        if (module.file.role == source::Role::Test)
            continue;
        for (std::uint32_t i = 1; i < module.functionCount; ++i) {
            const facts::Function& function = module.facts->functions[i];
            const std::string_view name = module.facts->text(function.name);
            if (function.owner == kNone || startsWith(name, "__") || endsWith(name, "__") || isContainerMethod(name))
                continue;
            const Owner owner { id, function.owner, module.firstFunction + i };
            const auto [at, isNew] = m_owners.emplace(Key { m_component[id], name }, owner);
            if (!isNew && (at->second.module != id || at->second.klass != function.owner))
                at->second.function = kNone;
        }
    }
}

FunctionId MethodNames::unique(ModuleId caller, std::string_view name) const
{
    const auto at = m_owners.find({ m_component[caller], name });
    return at == m_owners.end() ? kNone : at->second.function;
}

} // namespace ferroscope::graph
