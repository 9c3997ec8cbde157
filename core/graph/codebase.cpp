// SPDX-FileCopyrightText: The Ferroscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/graph/codebase.h"

#include "core/base/text.h"
#include "core/graph/lambdas.h"
#include <algorithm>

namespace ferroscope::graph {

ModuleId Codebase::moduleOf(FunctionId function) const
{
    const auto after = std::upper_bound(modules.begin(), modules.end(), function,
        [](FunctionId id, const Module& module) { return id < module.firstFunction; });
    return static_cast<ModuleId>(after - modules.begin()) - 1;
}

const facts::Function& Codebase::function(FunctionId function) const
{
    const Module& module = modules[moduleOf(function)];
    return module.facts->functions[function - module.firstFunction];
}

std::optional<ModuleId> Codebase::find(std::string_view path) const
{
    const auto at = std::lower_bound(modules.begin(), modules.end(), path,
        [](const Module& module, std::string_view wanted) { return module.file.path < wanted; });
    if (at == modules.end() || at->file.path != path)
        return std::nullopt;
    return static_cast<ModuleId>(at - modules.begin());
}

std::string Codebase::functionName(FunctionId function) const
{
    if (isLambda(function)) {
        const std::uint32_t number = function - kLambdaBit;
        const auto after = std::upper_bound(modules.begin(), modules.end(), number,
            [](std::uint32_t wanted, const Module& module) { return wanted < module.firstLambda; });
        const Module& module = *(after - 1);
        return printablePath(module.file.path)
            + ":<lambda>:" + std::to_string(module.facts->lambdas[number - module.firstLambda].line);
    }
    const Module& module = modules[moduleOf(function)];
    const facts::FunctionIndex index = function - module.firstFunction;
    const std::string path = printablePath(module.file.path);
    const std::string_view inside
        = index == 0 ? "<module>" : module.facts->text(module.facts->functions[index].qualifiedName);
    std::string name;
    name.reserve(path.size() + 1 + inside.size()); // many are kept: no more than it takes
    return name.append(path).append(1, ':').append(inside);
}

} // namespace ferroscope::graph
