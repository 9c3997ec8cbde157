// SPDX-FileCopyrightText: The Ferroscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/rules/names.h"

#include "core/base/text.h"
#include <algorithm>

namespace ferroscope::rules {

namespace {

constexpr int kDeepest = 8; // re-exports, assignments and bases followed one after the other

std::string_view boundName(const facts::FileFacts& facts, const facts::Import& import)
{
    if (import.alias != 0)
        return facts.text(import.alias);
    return import.isFrom ? facts.text(import.name) : firstComponent(facts.text(import.module));
}

bool isVisible(const facts::FileFacts& facts, facts::FunctionIndex scope, facts::FunctionIndex where)
{
    for (; scope < facts.functions.size(); scope = facts.functions[scope].parent) {
        if (scope == where)
            return true;
    }
    return false;
}

// The dotted name an import statement names, relative levels resolved: what stands for boundName().
std::string absoluteName(const graph::Module& module, const facts::Import& import)
{
    const facts::FileFacts& facts = *module.facts;
    std::string base;
    if (import.level > 0) {
        base = module.file.module;
        for (int up = module.file.isPackage ? 1 : 0; up < import.level; ++up) {
            const std::size_t dot = base.rfind('.');
            base.resize(dot == std::string::npos ? 0 : dot);
        }
    }
    const auto append = [&](std::string_view part) {
        if (!part.empty())
            base += (base.empty() ? "" : ".") + std::string(part);
    };
    append(import.isFrom || import.alias != 0 ? facts.text(import.module) : firstComponent(facts.text(import.module)));
    if (import.isFrom)
        append(facts.text(import.name));
    return base;
}

class Names {
public:
    explicit Names(const graph::Codebase& codebase)
        : m_codebase(codebase)
    {
    }

    Denoted find(graph::ModuleId module, facts::FunctionIndex scope, std::string_view dotted)
    {
        if (++m_steps > kDeepest || dotted.empty())
            return {};
        const facts::FileFacts& facts = *m_codebase.modules[module].facts;
        const std::string_view first = firstComponent(dotted);
        const std::string_view rest
            = first.size() < dotted.size() ? dotted.substr(first.size() + 1) : std::string_view {};
        if (const facts::Import* import = importOf(facts, scope, first))
            return imported(module, *import, rest);
        return member(module, first, rest);
    }

private:
    // The repository's module with the longest dotted prefix among those `module` imports, else an outside name.
    Denoted imported(graph::ModuleId module, const facts::Import& import, std::string_view rest)
    {
        std::string name = absoluteName(m_codebase.modules[module], import);
        if (!rest.empty())
            name += "." + std::string(rest);
        graph::ModuleId best = graph::kNone;
        std::size_t length = 0;
        const auto edge = std::lower_bound(m_codebase.imports.begin(), m_codebase.imports.end(), module,
            [](const graph::ImportEdge& each, graph::ModuleId from) { return each.from < from; });
        for (auto at = edge; at != m_codebase.imports.end() && at->from == module; ++at) {
            const std::string& target = m_codebase.modules[at->to].file.module;
            const bool fits = startsWith(name, target) && (name.size() == target.size() || name[target.size()] == '.');
            if (fits && target.size() > length) {
                best = at->to;
                length = target.size();
            }
        }
        if (best == graph::kNone) {
            if (import.level > 0)
                return {};
            return { Denoted::Kind::External, std::move(name), graph::kNone, facts::kNone };
        }
        if (name.size() == length)
            return { Denoted::Kind::Module, {}, best, facts::kNone };
        const std::string path = name.substr(length + 1);
        const std::string_view first = firstComponent(path);
        if (++m_steps > kDeepest || !m_codebase.modules[best].facts)
            return {};
        const std::string_view below
            = first.size() < path.size() ? std::string_view(path).substr(first.size() + 1) : std::string_view {};
        if (const facts::Import* passed = importOf(*m_codebase.modules[best].facts, 0, first))
            return imported(best, *passed, below);
        return member(best, first, below);
    }

    // Something defined at the top of a module.
    Denoted member(graph::ModuleId module, std::string_view name, std::string_view rest)
    {
        if (!m_codebase.modules[module].facts)
            return {};
        const facts::FileFacts& facts = *m_codebase.modules[module].facts;
        for (std::uint32_t at = 0; at < facts.classes.size() && rest.empty(); ++at) {
            if (facts.classes[at].owner == facts::kNone && facts.classes[at].parent == 0
                && facts.text(facts.classes[at].name) == name)
                return { Denoted::Kind::Class, {}, module, at };
        }
        for (std::uint32_t at = 1; at < facts.functions.size() && rest.empty(); ++at) {
            const facts::Function& function = facts.functions[at];
            if (function.parent == 0 && function.owner == facts::kNone && facts.text(function.name) == name)
                return { Denoted::Kind::Function, {}, module, at };
        }
        for (std::uint32_t at = 0; at < facts.bindings.size(); ++at) {
            const facts::Binding& binding = facts.bindings[at];
            if (binding.function != 0 || binding.owner != facts::kNone || facts.text(binding.target) != name)
                continue;
            const bool isCall = binding.kind == facts::Binding::Kind::Call;
            if (isCall || binding.kind == facts::Binding::Kind::Name) {
                Denoted value = find(module, 0, facts.text(binding.value));
                if (value.kind == Denoted::Kind::External) {
                    value.external += isCall ? "()" : "";
                    value.external += (rest.empty() ? "" : ".") + std::string(rest);
                    return value;
                }
                if (!isCall && value.kind != Denoted::Kind::Unknown)
                    return rest.empty() ? value : Denoted {};
            }
            return rest.empty() ? Denoted { Denoted::Kind::Variable, {}, module, at } : Denoted {};
        }
        return {};
    }

    const graph::Codebase& m_codebase;
    int m_steps = 0;
};

} // namespace

const facts::Import* importOf(const facts::FileFacts& facts, facts::FunctionIndex scope, std::string_view name)
{
    for (const facts::Import& import : facts.imports) {
        if ((import.flags & (facts::kDynamic | facts::kStar)) == 0 && boundName(facts, import) == name
            && isVisible(facts, scope, import.function))
            return &import;
    }
    return nullptr;
}

Denoted denoted(
    const graph::Codebase& codebase, graph::ModuleId module, facts::FunctionIndex scope, std::string_view dotted)
{
    return Names(codebase).find(module, scope, dotted);
}

std::vector<std::string> externalBases(const graph::Codebase& codebase, graph::ModuleId module, facts::ClassIndex index)
{
    std::vector<std::string> found;
    std::vector<std::pair<graph::ModuleId, facts::ClassIndex>> seen { { module, index } };
    constexpr std::size_t kMostClasses = 40; // of one hierarchy
    for (std::size_t at = 0; at < seen.size() && seen.size() < kMostClasses; ++at) {
        const auto [home, each] = seen[at];
        const facts::FileFacts& facts = *codebase.modules[home].facts;
        for (const facts::NameId base : facts.classes[each].bases) {
            Denoted what = denoted(codebase, home, facts.classes[each].parent, facts.text(base));
            if (what.kind == Denoted::Kind::External)
                found.push_back(std::move(what.external));
            const std::pair next { what.module, what.index };
            if (what.kind == Denoted::Kind::Class && std::find(seen.begin(), seen.end(), next) == seen.end())
                seen.push_back(next);
        }
    }
    return found;
}

bool isModuleName(const facts::FileFacts& facts, facts::FunctionIndex function, std::string_view name)
{
    const auto isName = [&](facts::NameId id) { return facts.text(id) == name; };
    if (function != 0) {
        const std::vector<facts::NameId>& reads = facts.functions[function].reads;
        if (std::none_of(reads.begin(), reads.end(), isName))
            return false; // bound in the function itself
    }
    for (facts::FunctionIndex scope = function; scope != 0 && scope < facts.functions.size();
         scope = facts.functions[scope].parent) {
        const facts::Function& here = facts.functions[scope];
        for (std::uint32_t at = 0; at < here.parameterCount; ++at) {
            if (isName(facts.parameters[here.firstParameter + at].name))
                return false;
        }
        if (scope == function)
            continue;
        const bool assigned = std::any_of(facts.bindings.begin(), facts.bindings.end(),
            [&](const facts::Binding& binding) { return binding.function == scope && isName(binding.target); });
        if (assigned)
            return false;
    }
    return true;
}

} // namespace ferroscope::rules
