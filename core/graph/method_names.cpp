// SPDX-FileCopyrightText: The Ferroscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/graph/method_names.h"

#include "core/base/text.h"
#include "core/graph/builtins.h"
#include "core/graph/components.h"
#include <algorithm>

namespace ferroscope::graph {

namespace {

constexpr std::size_t kMostDefinitions = 16; // a name more classes have says nothing

struct Definition {
    ClassId klass;
    FunctionId function;
};

// Is one of the classes an ancestor of all the others?
bool isFamily(const Classes& classes, const std::vector<Definition>& definitions)
{
    return std::any_of(definitions.begin(), definitions.end(), [&](const Definition& root) {
        return std::all_of(definitions.begin(), definitions.end(), [&](const Definition& each) {
            const std::vector<ClassId>& order = classes.order(each.klass);
            return std::find(order.begin(), order.end(), root.klass) != order.end();
        });
    });
}

} // namespace

MethodNames::MethodNames(const Codebase& codebase, const Classes& classes)
{
    std::vector<Arc> arcs;
    arcs.reserve(codebase.imports.size());
    for (const ImportEdge& edge : codebase.imports)
        arcs.emplace_back(edge.from, edge.to);
    m_component = weakComponents(static_cast<std::uint32_t>(codebase.modules.size()), arcs);

    std::unordered_map<Key, std::vector<Definition>, Hash> all;
    for (ModuleId id = 0; id < codebase.modules.size(); ++id) {
        const Module& module = codebase.modules[id];
        if (module.file.role == source::Role::Test)
            continue;
        for (std::uint32_t i = 1; i < module.functionCount; ++i) {
            const facts::Function& function = module.facts->functions[i];
            const std::string_view name = module.facts->text(function.name);
            if (function.owner == kNone || startsWith(name, "__") || endsWith(name, "__") || isContainerMethod(name))
                continue;
            const Definition definition { classes.id(id, function.owner), module.firstFunction + i };
            std::vector<Definition>& known = all[{ m_component[id], name }];
            if (!known.empty() && known.back().klass == definition.klass) // an overload or a setter
                known.back() = definition;
            else if (known.size() <= kMostDefinitions)
                known.push_back(definition);
        }
    }
    for (const auto& [key, definitions] : all) {
        if (definitions.size() > kMostDefinitions || !isFamily(classes, definitions))
            continue;
        std::vector<FunctionId>& functions = m_definitions[key];
        for (const Definition& definition : definitions)
            functions.push_back(definition.function);
    }
}

const std::vector<FunctionId>& MethodNames::unique(ModuleId caller, std::string_view name) const
{
    static const std::vector<FunctionId> none;
    const auto at = m_definitions.find({ m_component[caller], name });
    return at == m_definitions.end() ? none : at->second;
}

} // namespace ferroscope::graph
