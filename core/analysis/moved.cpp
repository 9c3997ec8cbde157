// SPDX-FileCopyrightText: The Ferroscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis/moved.h"
#include "core/base/text.h"

#include <algorithm>

namespace ferroscope::analysis {

namespace {

// By its bytes, else by its printable form.
std::optional<graph::ModuleId> moduleAt(const graph::Codebase& base, const std::string& path)
{
    if (const auto found = base.find(path))
        return found;
    for (graph::ModuleId id = 0; id < base.modules.size(); ++id) {
        if (printablePath(base.modules[id].file.path) == path)
            return id;
    }
    return std::nullopt;
}

Moved::Part partOf(const graph::Codebase& base, graph::ModuleId id, const Candidate& candidate)
{
    Moved::Part part;
    part.module = id;
    const graph::Module& module = base.modules[id];
    const facts::FileFacts& facts = *module.facts;
    for (facts::FunctionIndex at = 1; at < module.functionCount; ++at) {
        if (!std::binary_search(candidate.units.begin(), candidate.units.end(), base.functionName(module.firstFunction + at)))
            continue;
        part.functions.push_back(at);
        facts::ClassIndex owner = facts.functions[at].owner;
        while (owner != facts::kNone && facts.classes[owner].owner != facts::kNone)
            owner = facts.classes[owner].owner;
        if (owner != facts::kNone && facts.classes[owner].parent == 0)
            part.classes.push_back(owner);
    }
    std::sort(part.classes.begin(), part.classes.end());
    part.classes.erase(std::unique(part.classes.begin(), part.classes.end()), part.classes.end());
    return part;
}

} // namespace

const Moved::Part* Moved::in(graph::ModuleId module) const
{
    const auto at = std::lower_bound(parts.begin(), parts.end(), module, [](const Part& part, graph::ModuleId id) { return part.module < id; });
    return at != parts.end() && at->module == module ? &*at : nullptr;
}

bool Moved::has(const graph::Codebase& base, graph::FunctionId function) const
{
    const graph::ModuleId module = base.moduleOf(function);
    const Part* part = in(module);
    return part && std::binary_search(part->functions.begin(), part->functions.end(), function - base.modules[module].firstFunction);
}

Moved movedBy(const graph::Codebase& base, const Candidate& candidate)
{
    Moved moved;
    for (const std::string& path : candidate.modules) {
        if (const auto id = moduleAt(base, path))
            moved.parts.push_back(partOf(base, *id, candidate));
    }
    std::sort(moved.parts.begin(), moved.parts.end(), [](const Moved::Part& a, const Moved::Part& b) { return a.module < b.module; });
    return moved;
}

std::vector<std::vector<graph::ModuleId>> importersOf(const graph::Codebase& base)
{
    std::vector<std::vector<graph::ModuleId>> importers(base.modules.size());
    const auto add = [&](graph::ModuleId of, graph::ModuleId from) {
        if (of != from && (importers[of].empty() || importers[of].back() != from))
            importers[of].push_back(from);
    };
    for (const graph::ImportEdge& edge : base.imports) // by importer
        add(edge.to, edge.from);
    for (const graph::ImportedName& name : base.importedNames) { // through facades; by importer, too
        if (name.definedIn != graph::kNone)
            add(name.definedIn, name.from);
    }
    for (std::vector<graph::ModuleId>& each : importers) {
        std::sort(each.begin(), each.end());
        each.erase(std::unique(each.begin(), each.end()), each.end());
    }
    return importers;
}

} // namespace ferroscope::analysis
