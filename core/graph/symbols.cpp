// SPDX-FileCopyrightText: The Ferroscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/graph/symbols.h"

#include "core/base/parallel.h"
#include "core/base/text.h"
#include <algorithm>
#include <set>

namespace ferroscope::graph {

namespace {

using Kind = Symbol::Kind;

bool before(const Symbol& a, const Symbol& b)
{
    return std::tie(a.scope, a.name, a.kind, a.index) < std::tie(b.scope, b.name, b.kind, b.index);
}

std::span<const Symbol> rangeOf(const std::vector<Symbol>& symbols, std::uint32_t scope, std::string_view name)
{
    const auto key = [](const Symbol& symbol) { return std::pair(symbol.scope, symbol.name); };
    const std::pair wanted(scope, name);
    const auto first = std::lower_bound(
        symbols.begin(), symbols.end(), wanted, [&](const Symbol& s, const auto& w) { return key(s) < w; });
    auto last = first;
    while (last != symbols.end() && key(*last) == wanted)
        ++last;
    return { first, last };
}

// The name an import binds; "" for a star or dynamic import.
std::string_view boundName(const facts::FileFacts& facts, const facts::Import& import)
{
    if ((import.flags & (facts::kStar | facts::kDynamic)) != 0)
        return {};
    if (import.alias != 0)
        return facts.text(import.alias);
    return import.isFrom ? facts.text(import.name) : firstComponent(facts.text(import.module));
}

} // namespace

facts::FunctionIndex enclosingMethod(const facts::FileFacts& facts, facts::FunctionIndex function)
{
    while (function != kNone && function < facts.functions.size()) {
        if (facts.functions[function].owner != kNone)
            return function;
        function = facts.functions[function].parent;
    }
    return kNone;
}

void Symbols::fill(Table& table, const std::vector<Module>& modules, const Module& module,
    const std::vector<ImportTarget>& imports) const
{
    const facts::FileFacts& facts = *module.facts;
    for (std::uint32_t i = 1; i < facts.functions.size(); ++i) {
        const facts::Function& function = facts.functions[i];
        if (function.owner != kNone)
            table.classes.push_back({ facts.text(function.name), function.owner, Kind::Function, i });
        else
            table.functions.push_back({ facts.text(function.name), function.parent, Kind::Function, i });
    }
    for (std::uint32_t i = 0; i < facts.classes.size(); ++i) {
        const facts::Class& klass = facts.classes[i];
        if (klass.owner != kNone)
            table.classes.push_back({ facts.text(klass.name), klass.owner, Kind::Class, i });
        else
            table.functions.push_back({ facts.text(klass.name), klass.parent, Kind::Class, i });
    }
    std::set<std::string_view> externalStars;
    for (std::uint32_t i = 0; i < imports.size(); ++i) {
        const facts::Import& import = facts.imports[i];
        if (const std::string_view name = boundName(facts, import); !name.empty())
            table.functions.push_back({ name, import.function, Kind::Import, i });
        // `from .weighted import x` in an `__init__` makes the submodule an attribute of the package too.
        if (const ModuleId source = imports[i].module; source != kNone && module.file.isPackage) {
            const std::string_view full = modules[source].file.module;
            const std::string_view last = lastComponent(full);
            if (full.size() == module.file.module.size() + 1 + last.size() && startsWith(full, module.file.module)
                && !startsWith(last, "_"))
                table.submodules.push_back(last);
        }
        if ((import.flags & facts::kStar) == 0)
            continue;
        if (imports[i].kind == ImportTarget::Kind::Attribute)
            table.starTargets.push_back(imports[i].module);
        else if (imports[i].kind == ImportTarget::Kind::External)
            externalStars.insert(imports[i].text);
    }
    if (externalStars.size() == 1)
        table.externalStar = *externalStars.begin();

    std::set<std::pair<facts::FunctionIndex, std::string_view>> globals; // assigned in a function, declared global
    for (const facts::Store& store : facts.stores) {
        if (store.kind == facts::Store::Kind::Global)
            globals.emplace(store.function, facts.text(store.target));
    }
    for (std::uint32_t i = 0; i < facts.bindings.size(); ++i) {
        const facts::Binding& binding = facts.bindings[i];
        const std::string_view target = facts.text(binding.target);
        const auto dot = target.find('.');
        if (dot == std::string_view::npos) {
            if (binding.owner != kNone)
                table.classes.push_back({ target, binding.owner, Kind::Binding, i });
            else
                table.functions.push_back({ target,
                    globals.contains({ binding.function, target }) ? 0 : binding.function, Kind::Binding, i });
            continue;
        }
        const facts::FunctionIndex method = enclosingMethod(facts, binding.function);
        if (method == kNone || facts.functions[method].parameterCount == 0
            || target.find('.', dot + 1) != std::string_view::npos)
            continue;
        const std::string_view self = facts.text(facts.parameters[facts.functions[method].firstParameter].name);
        if (target.substr(0, dot) == self)
            table.classes.push_back({ target.substr(dot + 1), facts.functions[method].owner, Kind::Binding, i });
    }
    for (std::uint32_t i = 0; i < facts.loops.size(); ++i) {
        if (facts.loops[i].target != 0)
            table.functions.push_back({ facts.text(facts.loops[i].target), facts.loops[i].function, Kind::Loop, i });
    }
    table.functions.shrink_to_fit(); // of all modules they are in memory together
    table.classes.shrink_to_fit();
    std::sort(table.functions.begin(), table.functions.end(), before);
    std::sort(table.classes.begin(), table.classes.end(), before);
}

std::vector<std::string_view> Symbols::exported(const Module& module, ModuleId id) const
{
    const facts::FileFacts& facts = *module.facts;
    std::vector<std::string_view> names;
    if (facts.hasExports) {
        for (const facts::NameId name : facts.exports)
            names.push_back(facts.text(name));
        return names;
    }
    for (const Symbol& symbol : m_tables[id].functions) {
        if (symbol.scope != 0)
            break; // sorted: only inner scopes follow
        if (!startsWith(symbol.name, "_") && symbol.kind != Kind::Loop)
            names.push_back(symbol.name);
    }
    for (const StarName& star : m_tables[id].stars) {
        if (!startsWith(star.name, "_"))
            names.push_back(star.name);
    }
    names.insert(names.end(), m_tables[id].submodules.begin(), m_tables[id].submodules.end());
    return names;
}

// Star imports of star imports: repeated until nothing is added. A name is added at most once per module, so
// this ends; chains longer than the bound are cut.
void Symbols::spreadStars(const std::vector<Module>& modules)
{
    constexpr int kLongestChain = 12;
    std::vector<ModuleId> importers;
    for (ModuleId id = 0; id < modules.size(); ++id) {
        if (!m_tables[id].starTargets.empty())
            importers.push_back(id);
    }
    for (int round = 0; round < kLongestChain; ++round) {
        bool grew = false;
        for (const ModuleId id : importers) {
            Table& table = m_tables[id];
            std::vector<StarName> names;
            for (const ModuleId target : table.starTargets) {
                if (target == id)
                    continue;
                for (const std::string_view name : exported(modules[target], target))
                    names.push_back({ name, target });
            }
            // The last import of a name wins.
            std::stable_sort(
                names.begin(), names.end(), [](const StarName& a, const StarName& b) { return a.name < b.name; });
            std::vector<StarName> merged;
            for (const StarName& star : names) {
                if (!merged.empty() && merged.back().name == star.name)
                    merged.back() = star;
                else
                    merged.push_back(star);
            }
            grew = grew || merged.size() != table.stars.size();
            table.stars = std::move(merged);
        }
        if (!grew)
            return;
    }
}

Symbols::Symbols(const std::vector<Module>& modules, const ImportTargets& imports, unsigned jobs, std::stop_token stop)
    : m_tables(modules.size())
{
    parallelFor(modules.size(), jobs, stop,
        [&](std::size_t i, unsigned) { fill(m_tables[i], modules, modules[i], imports[i]); });
    spreadStars(modules);
}

std::span<const Symbol> Symbols::inFunction(ModuleId module, facts::FunctionIndex scope, std::string_view name) const
{
    return rangeOf(m_tables[module].functions, scope, name);
}

std::span<const Symbol> Symbols::inClass(ModuleId module, facts::ClassIndex scope, std::string_view name) const
{
    return rangeOf(m_tables[module].classes, scope, name);
}

ModuleId Symbols::starOrigin(ModuleId module, std::string_view name) const
{
    const std::vector<StarName>& stars = m_tables[module].stars;
    const auto at = std::lower_bound(
        stars.begin(), stars.end(), name, [](const StarName& star, std::string_view n) { return star.name < n; });
    return at != stars.end() && at->name == name ? at->origin : kNone;
}

} // namespace ferroscope::graph
