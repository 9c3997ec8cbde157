// SPDX-FileCopyrightText: The Ferroscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/graph/import_graph.h"
#include "core/graph/native_imports.h"

#include "core/base/parallel.h"
#include "core/base/text.h"
#include <algorithm>

namespace ferroscope::graph {

namespace {

using Kind = ImportTarget::Kind;

// Package that level 1 means for a module: itself if it is an `__init__`, else its parent.
// False if `level` goes above the top.
bool relativeBase(const source::SourceFile& file, unsigned level, std::string& base)
{
    std::vector<std::string_view> parts;
    if (!file.module.empty())
        parts = split(file.module, '.');
    if (!file.isPackage && !parts.empty())
        parts.pop_back();
    if (level > parts.size())
        return false;
    parts.resize(parts.size() - (level - 1));
    for (const std::string_view part : parts) {
        if (!base.empty())
            base += '.';
        base += part;
    }
    return true;
}

void append(std::string& dotted, std::string_view part)
{
    if (!dotted.empty() && !part.empty())
        dotted += '.';
    dotted += part;
}

// Is some proper prefix of `dotted` a module of the repository (and not merely a namespace package)?
bool hasModulePrefix(const ModuleIndex& index, std::string_view dotted, ModuleId importer)
{
    for (auto dot = dotted.find('.'); dot != std::string_view::npos; dot = dotted.find('.', dot + 1)) {
        if (index.find(dotted.substr(0, dot), importer) != kNone)
            return true;
    }
    return false;
}

// What `base` (and `name` in it, if a from-import) names, looked up as an absolute name.
ImportTarget resolveAbsolute(
    const ModuleIndex& index, ModuleId importer, const std::string& base, std::string_view name)
{
    const bool named = !name.empty() && name != "*";
    std::string full = base;
    if (named)
        append(full, name);
    if (named) {
        if (const ModuleId module = index.find(full, importer); module != kNone)
            return { Kind::Module, module, {} };
        if (index.isNamespace(full))
            return { Kind::Namespace, kNone, full };
    }
    if (const ModuleId module = index.find(base, importer); module != kNone)
        return { name.empty() ? Kind::Module : Kind::Attribute, module, {} };
    if (!named && index.isNamespace(base))
        return { Kind::Namespace, kNone, base };
    if (hasModulePrefix(index, base, importer))
        return { Kind::Unresolved, kNone, full };
    return { Kind::External, kNone, full };
}

std::uint32_t namesOver(const facts::Import& import, const Module& target)
{
    if ((import.flags & facts::kStar) == 0)
        return 1;
    if (target.facts->hasExports)
        return std::max<std::uint32_t>(1, static_cast<std::uint32_t>(target.facts->exports.size()));
    std::uint32_t names = 0;
    const auto isPublic = [&](facts::NameId id) { return !startsWith(target.facts->text(id), "_"); };
    for (const facts::Function& function : target.facts->functions)
        names += function.parent == 0 && function.owner == kNone && isPublic(function.name) ? 1 : 0;
    for (const facts::Class& klass : target.facts->classes)
        names += klass.parent == 0 && klass.owner == kNone && isPublic(klass.name) ? 1 : 0;
    return std::max(1U, names);
}

} // namespace

ImportTarget resolveImport(
    const std::vector<Module>& modules, const ModuleIndex& index, ModuleId importer, const facts::Import& import)
{
    const Module& module = modules[importer];
    std::string_view written = module.facts->text(import.module);
    const std::string_view name = module.facts->text(import.name);
    unsigned level = import.level;
    if ((import.flags & facts::kDynamic) != 0) {
        if (import.module == 0)
            return { Kind::Computed, kNone, {} };
        while (startsWith(written, ".")) { // import_module(".x", __package__)
            ++level;
            written.remove_prefix(1);
        }
    }
    if (level > 0) {
        std::string base;
        if (!relativeBase(module.file, level, base))
            return { Kind::Unresolved, kNone, std::string(written) };
        append(base, written);
        ImportTarget target = resolveAbsolute(index, importer, base, name);
        if (target.kind == Kind::External) // a relative name is first-party by definition
            target.kind = Kind::Unresolved;
        return target;
    }
    ImportTarget target = resolveAbsolute(index, importer, std::string(written), name);
    if (target.kind == Kind::External) {
        const std::string_view first = firstComponent(written);
        if (const ModuleId sibling = index.sibling(importer, first); sibling != kNone && sibling != importer) {
            std::string base = modules[sibling].file.module;
            base += written.substr(first.size());
            const ImportTarget beside = resolveAbsolute(index, importer, base, name);
            if (beside.kind != Kind::External && beside.kind != Kind::Unresolved)
                return beside;
        }
    }
    return target;
}

ImportTargets resolveImports(
    const std::vector<Module>& modules, const ModuleIndex& index, unsigned jobs, std::stop_token stop)
{
    ImportTargets targets(modules.size());
    parallelFor(modules.size(), jobs, stop, [&](std::size_t i, unsigned) {
        const auto id = static_cast<ModuleId>(i);
        if (index.isShadowed(id))
            return;
        targets[i].reserve(modules[i].facts->imports.size());
        for (const facts::Import& import : modules[i].facts->imports)
            targets[i].push_back(resolveImport(modules, index, id, import));
    });
    return targets;
}

void buildImportGraph(Codebase& codebase, const ImportTargets& targets)
{
    std::vector<Module>& modules = codebase.modules;
    const NativeNames natives(codebase.sources);
    for (ModuleId from = 0; from < modules.size(); ++from) {
        std::vector<ImportEdge> edges;
        const std::size_t firstExternal = codebase.externalImports.size();
        for (std::size_t i = 0; i < targets[from].size(); ++i) {
            const ImportTarget& target = targets[from][i];
            const facts::Import& import = modules[from].facts->imports[i];
            if (const std::uint32_t native = natives.isEmpty() ? kNone : natives.find(modules, from, import, target); native != kNone)
                codebase.nativeImports.push_back({ from, native, import.line, import.flags, static_cast<std::uint32_t>(i) });
            switch (target.kind) {
            case Kind::Module:
            case Kind::Attribute:
                if (target.module != from)
                    edges.push_back(
                        { from, target.module, import.line, import.flags, namesOver(import, modules[target.module]) });
                break;
            case Kind::External:
                codebase.externalImports.push_back({ from, target.text, import.line, import.flags });
                break;
            case Kind::Unresolved:
                codebase.unresolvedImports.emplace_back(from, import.line);
                break;
            case Kind::Computed:
                ++codebase.dynamicImports;
                break;
            case Kind::Namespace:
                break;
            }
        }
        std::sort(codebase.externalImports.begin() + static_cast<std::ptrdiff_t>(firstExternal),
            codebase.externalImports.end(), [](const ExternalImport& a, const ExternalImport& b) {
                return std::tie(a.line, a.target, a.flags) < std::tie(b.line, b.target, b.flags);
            });
        std::stable_sort(edges.begin(), edges.end(),
            [](const ImportEdge& a, const ImportEdge& b) { return std::tie(a.to, a.line) < std::tie(b.to, b.line); });
        for (const ImportEdge& edge : edges) {
            if (codebase.imports.empty() || codebase.imports.back().from != from
                || codebase.imports.back().to != edge.to) {
                codebase.imports.push_back(edge);
                continue;
            }
            codebase.imports.back().flags &= edge.flags;
            codebase.imports.back().names += edge.names;
        }
    }
    std::stable_sort(codebase.nativeImports.begin(), codebase.nativeImports.end(), [](const NativeImport& a, const NativeImport& b) {
        return std::tie(a.module, a.line, a.native) < std::tie(b.module, b.line, b.native);
    });
    std::sort(codebase.unresolvedImports.begin(), codebase.unresolvedImports.end());
    for (const ImportEdge& edge : codebase.imports) {
        if ((edge.flags & facts::kTypeChecking) != 0)
            continue;
        ++modules[edge.from].fanOut;
        ++modules[edge.to].fanIn;
    }
}

} // namespace ferroscope::graph
