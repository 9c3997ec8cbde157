// SPDX-FileCopyrightText: The Ferroscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/graph/test_links.h"

#include <algorithm>

namespace ferroscope::graph {

namespace {

bool isTest(const Module& module)
{
    return module.file.role == source::Role::Test;
}

// Modules that a package's `__init__` imports the name from; all it imports if `name` is 0-length.
void behindFacade(const Codebase& codebase, const ImportTargets& targets, ModuleId facade, std::string_view name,
    std::vector<ModuleId>& found)
{
    const facts::FileFacts& facts = *codebase.modules[facade].facts;
    for (std::size_t i = 0; i < targets[facade].size(); ++i) {
        const ImportTarget& target = targets[facade][i];
        if (target.module == kNone || target.module == facade)
            continue;
        const facts::Import& import = facts.imports[i];
        if ((import.flags & facts::kTypeChecking) != 0)
            continue;
        const bool isStar = (import.flags & facts::kStar) != 0;
        const std::string_view bound = facts.text(import.alias != 0 ? import.alias : import.name);
        if (name.empty() || isStar || bound == name)
            found.push_back(target.module);
    }
}

} // namespace

void linkTests(Codebase& codebase, const ImportTargets& targets)
{
    std::vector<Module>& modules = codebase.modules;
    std::vector<ModuleId> found;
    const auto flush = [&](ModuleId test) {
        std::sort(found.begin(), found.end());
        found.erase(std::unique(found.begin(), found.end()), found.end());
        for (const ModuleId id : found) {
            if (!isTest(modules[id]) && (modules[id].tests.empty() || modules[id].tests.back() != test))
                modules[id].tests.push_back(test);
        }
        found.clear();
    };
    auto call = codebase.calls.begin();
    for (ModuleId test = 0; test < modules.size(); ++test) {
        const FunctionId end = modules[test].firstFunction + modules[test].functionCount;
        for (; call != codebase.calls.end() && call->from < end; ++call) {
            if (isTest(modules[test]))
                found.push_back(codebase.moduleOf(call->to));
        }
        if (!isTest(modules[test])) {
            found.clear();
            continue;
        }
        for (std::size_t i = 0; i < targets[test].size(); ++i) {
            const ImportTarget& target = targets[test][i];
            if (target.module == kNone)
                continue;
            found.push_back(target.module);
            if (!modules[target.module].file.isPackage)
                continue;
            const facts::Import& import = modules[test].facts->imports[i];
            const bool names = target.kind == ImportTarget::Kind::Attribute && (import.flags & facts::kStar) == 0;
            behindFacade(codebase, targets, target.module,
                names ? modules[test].facts->text(import.name) : std::string_view {}, found);
        }
        flush(test);
    }
}

} // namespace ferroscope::graph
