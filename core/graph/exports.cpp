// SPDX-FileCopyrightText: The Ferroscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/graph/exports.h"

#include "core/base/parallel.h"
#include "core/base/text.h"
#include <algorithm>

namespace ferroscope::graph {

namespace {

constexpr std::size_t kDeepest = 16; // facades behind one another
constexpr std::size_t kSteps = 200; // per query

} // namespace

struct Exports::Search {
    std::vector<std::pair<ModuleId, std::string_view>> open;
    std::size_t steps = 0;
};

ModuleId Exports::definedIn(ModuleId module, std::string_view name) const
{
    Search search;
    return find(search, module, name);
}

ModuleId Exports::find(Search& search, ModuleId module, std::string_view name) const
{
    const std::pair asked(module, name);
    if (search.open.size() >= kDeepest || ++search.steps > kSteps
        || std::find(search.open.begin(), search.open.end(), asked) != search.open.end())
        return kNone;
    search.open.push_back(asked);
    ModuleId found = kNone;
    bool assigned = false;
    const std::span<const Symbol> symbols = m_symbols.inFunction(module, 0, name);
    for (const Symbol& symbol : symbols) {
        if (symbol.kind == Symbol::Kind::Function || symbol.kind == Symbol::Kind::Class)
            found = module;
        assigned = assigned || symbol.kind == Symbol::Kind::Binding;
    }
    // An import goes before an assignment: `if TYPE_CHECKING: from m import T` with `else: T = Any`.
    for (const Symbol& symbol : symbols) {
        if (found == kNone && symbol.kind == Symbol::Kind::Import && symbol.index < m_targets[module].size())
            found = imported(search, m_targets[module][symbol.index], m_modules[module].facts->text(m_modules[module].facts->imports[symbol.index].name));
    }
    if (found == kNone && assigned)
        found = module;
    if (found == kNone && symbols.empty()) {
        const facts::FileFacts& facts = *m_modules[module].facts;
        for (std::size_t at = 0; found == kNone && at < m_targets[module].size(); ++at) {
            const ImportTarget& target = m_targets[module][at];
            if ((facts.imports[at].flags & facts::kStar) != 0 && target.kind == ImportTarget::Kind::Attribute)
                found = find(search, target.module, name);
        }
        if (found == kNone)
            found = lazy(search, module, name);
        if (found == kNone && m_modules[module].file.isPackage && !m_modules[module].file.module.empty())
            found = m_index.find(m_modules[module].file.module + "." + std::string(name), module);
    }
    search.open.pop_back();
    return found;
}

ModuleId Exports::imported(Search& search, const ImportTarget& target, std::string_view name) const
{
    if (target.kind == ImportTarget::Kind::Module)
        return target.module;
    return target.kind == ImportTarget::Kind::Attribute && !name.empty() ? find(search, target.module, name) : kNone;
}

// What the package's lazy table, or the stub that stands for one, says of the name.
ModuleId Exports::lazy(Search& search, ModuleId module, std::string_view name) const
{
    const facts::FileFacts& facts = *m_modules[module].facts;
    for (const facts::LazyName& pair : facts.lazyNames) {
        const std::string_view key = facts.text(pair.key), value = facts.text(pair.value);
        ModuleId found = kNone;
        if (key == name)
            found = named(search, module, value, name);
        else if (value == name)
            found = named(search, module, key, name);
        if (found != kNone)
            return found;
    }
    const ModuleId stub = m_modules[module].stub;
    if (stub == kNone)
        return kNone;
    const facts::FileFacts& stubFacts = *m_modules[stub].facts;
    for (const facts::Import& import : stubFacts.imports) {
        if (import.isFrom && stubFacts.text(import.alias != 0 ? import.alias : import.name) == name)
            return imported(search, resolveImport(m_modules, m_index, stub, import), stubFacts.text(import.name));
    }
    return kNone;
}

// `text` as a module ("._x", "x", "pkg.x") or a name in one ("pkg.x:Name", "pkg.x.Name"), seen from `module`.
ModuleId Exports::named(Search& search, ModuleId module, std::string_view text, std::string_view name) const
{
    const source::SourceFile& file = m_modules[module].file;
    std::string package = file.module;
    if (!file.isPackage)
        package.resize(package.rfind('.') == std::string::npos ? 0 : package.rfind('.'));
    const bool relative = startsWith(text, ".");
    while (startsWith(text, "."))
        text.remove_prefix(1);
    std::string dotted(text);
    std::replace(dotted.begin(), dotted.end(), ':', '.');
    if (dotted.empty() || dotted.back() == '.')
        return kNone;
    const auto in = [&](const std::string& full) {
        if (const ModuleId whole = m_index.find(full, module); whole != kNone && whole != module) {
            const ModuleId found = find(search, whole, name);
            return found != kNone ? found : whole;
        }
        const auto dot = full.rfind('.');
        if (dot == std::string::npos)
            return kNone;
        const ModuleId owner = m_index.find(full.substr(0, dot), module);
        return owner == kNone || owner == module ? kNone : find(search, owner, std::string_view(full).substr(dot + 1));
    };
    if (!package.empty()) {
        if (const ModuleId found = in(package + "." + dotted); found != kNone)
            return found;
    }
    return relative ? kNone : in(dotted);
}

void findImportedNames(Codebase& codebase, const ImportTargets& targets, const Exports& exports, unsigned jobs, std::stop_token stop)
{
    std::vector<std::vector<ImportedName>> found(codebase.modules.size());
    parallelFor(codebase.modules.size(), jobs, stop, [&](std::size_t i, unsigned) {
        const facts::FileFacts& facts = *codebase.modules[i].facts;
        for (std::size_t at = 0; at < targets[i].size(); ++at) {
            const ImportTarget& target = targets[i][at];
            const facts::Import& import = facts.imports[at];
            if (target.kind != ImportTarget::Kind::Attribute || target.module == i)
                continue;
            const std::string_view name = facts.text(import.name);
            const ModuleId definer = (import.flags & facts::kStar) != 0 ? target.module : exports.definedIn(target.module, name);
            found[i].push_back({ static_cast<ModuleId>(i), target.module, definer, name, import.line, import.flags });
        }
        std::sort(found[i].begin(), found[i].end(), [](const ImportedName& a, const ImportedName& b) {
            return std::tie(a.via, a.line, a.name, a.flags) < std::tie(b.via, b.line, b.name, b.flags);
        });
    });
    for (const std::vector<ImportedName>& each : found)
        codebase.importedNames.insert(codebase.importedNames.end(), each.begin(), each.end());
}

} // namespace ferroscope::graph
