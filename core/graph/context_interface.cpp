// SPDX-FileCopyrightText: The Ferroscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/graph/context_interface.h"

#include "core/base/text.h"
#include <algorithm>
#include <map>
#include <set>
#include <unordered_map>

namespace ferroscope::graph {

namespace {

constexpr std::size_t kLongestType = 80;

// One line without quotes; cut where it is no longer a name of a type.
std::string typeText(std::string_view annotation)
{
    std::string text;
    for (const char c : trimmed(annotation)) {
        if (c != '"' && c != '\'')
            text += c;
    }
    return text.size() > kLongestType ? text.substr(0, text.find('[')).substr(0, kLongestType) : text;
}

class Collector {
public:
    explicit Collector(const Codebase& codebase)
        : m_codebase(codebase)
        , m_found(codebase.contexts.size())
        , m_users(codebase.contexts.size())
        , m_uses(codebase.contexts.size())
        , m_data(codebase.contexts.size())
    {
    }

    std::vector<ContextInterface> run()
    {
        for (const ImportEdge& edge : m_codebase.imports) {
            if ((edge.flags & facts::kTypeChecking) == 0)
                relate(edge.from, edge.to);
        }
        for (const ImportedName& each : m_codebase.importedNames)
            addImport(each);
        for (const CallEdge& call : m_codebase.calls)
            addCall(call);
        for (auto& [key, users] : m_entries)
            finish(key, users);
        for (std::uint32_t at = 0; at < m_codebase.sharedState.size(); ++at)
            addState(at);
        for (std::size_t at = 0; at < m_found.size(); ++at)
            finish(at);
        return std::move(m_found);
    }

private:
    struct Users {
        std::set<ModuleId> importers;
        std::set<FunctionId> callers;
    };
    struct Key { // a function or class by its index, a value by its name
        ModuleId module;
        InterfaceEntry::Kind kind;
        std::uint32_t index;
        std::string_view name;
        auto operator<=>(const Key&) const = default;
    };

    std::uint32_t contextOf(ModuleId module) const { return m_codebase.modules[module].context; }

    void relate(ModuleId from, ModuleId to)
    {
        const std::uint32_t a = contextOf(from), b = contextOf(to);
        if (a == kNone || b == kNone || a == b)
            return;
        m_uses[a].insert(b);
        m_users[b].insert(a);
    }

    void addImport(const ImportedName& import)
    {
        if (import.definedIn == kNone || import.name == "*" || (import.flags & facts::kTypeChecking) != 0)
            return;
        const std::uint32_t user = contextOf(import.from), owner = contextOf(import.definedIn);
        if (user == kNone || owner == kNone || user == owner)
            return;
        m_entries[keyOf(import.definedIn, import.name)].importers.insert(import.from);
    }

    // The first definition of a name at the level of its module.
    Key keyOf(ModuleId module, std::string_view name)
    {
        auto [table, isNew] = m_tables.try_emplace(module);
        if (isNew) {
            const facts::FileFacts& facts = *m_codebase.modules[module].facts;
            for (facts::FunctionIndex at = 1; at < facts.functions.size(); ++at) {
                if (facts.functions[at].parent == 0 && facts.functions[at].owner == kNone)
                    table->second.try_emplace(facts.text(facts.functions[at].name), InterfaceEntry::Kind::Function, at);
            }
            for (facts::ClassIndex at = 0; at < facts.classes.size(); ++at) {
                if (facts.classes[at].parent == 0 && facts.classes[at].owner == kNone)
                    table->second.try_emplace(facts.text(facts.classes[at].name), InterfaceEntry::Kind::Class, at);
            }
        }
        const auto found = table->second.find(name);
        if (found == table->second.end())
            return { module, InterfaceEntry::Kind::Value, 0, name };
        return { module, found->second.first, found->second.second, {} };
    }

    void addCall(const CallEdge& call)
    {
        const ModuleId from = m_codebase.moduleOf(call.from), to = m_codebase.moduleOf(call.to);
        const std::uint32_t user = contextOf(from), owner = contextOf(to);
        if (user == kNone || owner == kNone || user == owner)
            return;
        relate(from, to);
        const facts::FileFacts& facts = *m_codebase.modules[to].facts;
        const facts::FunctionIndex index = call.to - m_codebase.modules[to].firstFunction;
        const facts::Function& function = facts.functions[index];
        const bool constructs = function.owner != kNone && facts.text(function.name) == "__init__";
        const Key key = constructs ? Key { to, InterfaceEntry::Kind::Class, function.owner, {} }
                                   : Key { to, InterfaceEntry::Kind::Function, index, {} };
        m_entries[key].callers.insert(call.from);
        auto& data = m_data[owner];
        const bool bound = function.is(facts::kMethod) && !function.is(facts::kStatic);
        for (std::uint32_t at = bound ? 1 : 0; at < function.parameterCount; ++at) {
            const facts::Parameter& parameter = facts.parameters[function.firstParameter + at];
            if (parameter.annotation != 0 || !parameter.hasDefault) // an untyped option is mostly left alone
                ++data[{ typeText(facts.text(parameter.annotation)), false }];
        }
        if (!constructs && (function.returns == 0 || facts.text(function.returns) != "None"))
            ++data[{ typeText(facts.text(function.returns)), true }];
    }

    void finish(const Key& key, const Users& users)
    {
        const Module& module = m_codebase.modules[key.module];
        const facts::FileFacts& facts = *module.facts;
        ContextInterface& of = m_found[module.context];
        InterfaceEntry entry { key.module, key.name, key.kind, kNone, static_cast<std::uint32_t>(users.importers.size()),
            static_cast<std::uint32_t>(users.callers.size()), 0, 0 };
        facts::FunctionIndex function = kNone;
        if (key.kind == InterfaceEntry::Kind::Function) {
            function = key.index;
            entry.name = facts.text(facts.functions[function].qualifiedName);
        } else if (key.kind == InterfaceEntry::Kind::Class) {
            entry.name = facts.text(facts.classes[key.index].qualifiedName);
            for (facts::FunctionIndex at = 1; at < facts.functions.size() && function == kNone; ++at) {
                if (facts.functions[at].owner == key.index && facts.text(facts.functions[at].name) == "__init__")
                    function = at;
            }
        }
        if (function != kNone) {
            entry.function = module.firstFunction + function;
            entry.slotCount = facts.functions[function].hints.slotCount;
            entry.annotated = facts.functions[function].hints.annotated();
        }
        of.slotCount += entry.slotCount;
        of.annotated += entry.annotated;
        of.entries.push_back(entry);
    }

    void addState(std::uint32_t index)
    {
        const SharedState& state = m_codebase.sharedState[index];
        const std::uint32_t owner = contextOf(state.owner);
        const bool outside = std::any_of(state.writers.begin(), state.writers.end(),
            [&](ModuleId writer) { return contextOf(writer) != kNone && contextOf(writer) != owner; });
        if (owner != kNone && outside)
            m_found[owner].sharedState.push_back(index);
    }

    void finish(std::size_t context)
    {
        ContextInterface& made = m_found[context];
        std::stable_sort(made.entries.begin(), made.entries.end(), [](const InterfaceEntry& a, const InterfaceEntry& b) {
            const std::uint32_t x = a.importers + a.callers, y = b.importers + b.callers;
            return x != y ? x > y : std::tie(a.module, a.name) < std::tie(b.module, b.name);
        });
        for (const auto& [type, calls] : m_data[context])
            made.data.push_back({ type.first, type.second, calls });
        std::stable_sort(made.data.begin(), made.data.end(), [](const DataFlow& a, const DataFlow& b) { return a.calls > b.calls; });
        made.users.assign(m_users[context].begin(), m_users[context].end());
        made.uses.assign(m_uses[context].begin(), m_uses[context].end());
    }

    const Codebase& m_codebase;
    std::vector<ContextInterface> m_found;
    std::vector<std::set<std::uint32_t>> m_users, m_uses;
    std::vector<std::map<std::pair<std::string, bool>, std::uint32_t>> m_data;
    std::map<Key, Users> m_entries;
    std::unordered_map<ModuleId, std::unordered_map<std::string_view, std::pair<InterfaceEntry::Kind, std::uint32_t>>> m_tables;
};

} // namespace

std::vector<ContextInterface> contextInterfaces(const Codebase& codebase)
{
    return Collector(codebase).run();
}

} // namespace ferroscope::graph
