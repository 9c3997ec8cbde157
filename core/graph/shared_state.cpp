// SPDX-FileCopyrightText: The Ferroscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/graph/shared_state.h"

#include "core/base/text.h"
#include "core/graph/contexts.h"
#include <algorithm>
#include <array>
#include <map>
#include <set>
#include <unordered_map>

namespace ferroscope::graph {

namespace {

constexpr std::array<std::string_view, 12> kChanging { "add", "append", "appendleft", "clear", "discard", "extend",
    "insert", "pop", "popitem", "remove", "setdefault", "update" };
constexpr std::array<std::string_view, 9> kContainers { "Counter", "OrderedDict", "WeakKeyDictionary", "WeakSet",
    "WeakValueDictionary", "defaultdict", "deque", "dict", "list" };

struct Named {
    ModuleId owner = kNone;
    std::string_view name;
};

class Writer {
public:
    Writer(const Codebase& codebase, const ImportTargets& targets, const Exports& exports, ModuleId module)
        : m_codebase(codebase)
        , m_targets(targets[module])
        , m_exports(exports)
        , m_facts(*codebase.modules[module].facts)
    {
        for (std::size_t at = 0; at < m_targets.size(); ++at) {
            const facts::Import& import = m_facts.imports[at];
            if ((import.flags & (facts::kStar | facts::kDynamic)) != 0 || m_targets[at].module == kNone || m_targets[at].module == module)
                continue;
            const std::string_view bound = import.alias != 0 ? m_facts.text(import.alias)
                : import.isFrom ? m_facts.text(import.name) : firstComponent(m_facts.text(import.module));
            m_imports.emplace(bound, at);
        }
    }
    bool importsAnything() const { return !m_imports.empty(); }

    // Whose name "settings.DEBUG" or "CACHE" is, written in `function`.
    Named resolve(facts::FunctionIndex function, std::string_view written) const
    {
        const std::string_view root = firstComponent(written);
        const auto found = m_imports.find(root);
        if (found == m_imports.end() || !isOutside(function, root))
            return {};
        const facts::Import& import = m_facts.imports[found->second];
        const ImportTarget& target = m_targets[found->second];
        if (target.kind == ImportTarget::Kind::Attribute)
            return { m_exports.definedIn(target.module, m_facts.text(import.name)), m_facts.text(import.name) };
        if (target.kind != ImportTarget::Kind::Module)
            return {};
        // `import a.b` binds a: the rest of its path is no name of the module.
        const std::string_view path = import.alias != 0 || import.isFrom ? root : m_facts.text(import.module);
        if (written.size() <= path.size() + 1 || !startsWith(written, path) || written[path.size()] != '.')
            return {};
        const std::string_view name = firstComponent(written.substr(path.size() + 1));
        const ModuleId owner = m_exports.definedIn(target.module, name);
        return { owner != kNone ? owner : target.module, name };
    }

private:
    bool isOutside(facts::FunctionIndex function, std::string_view name) const
    {
        const std::vector<facts::NameId>& reads = m_facts.functions[function].reads;
        return std::any_of(reads.begin(), reads.end(), [&](facts::NameId id) { return m_facts.text(id) == name; });
    }

    const Codebase& m_codebase;
    const std::vector<ImportTarget>& m_targets;
    const Exports& m_exports;
    const facts::FileFacts& m_facts;
    std::unordered_map<std::string_view, std::size_t> m_imports; // bound name -> row
};

bool isContainer(const Codebase& codebase, const Symbols& symbols, const Named& named)
{
    const facts::FileFacts& facts = *codebase.modules[named.owner].facts;
    for (const Symbol& symbol : symbols.inFunction(named.owner, 0, named.name)) {
        if (symbol.kind != Symbol::Kind::Binding)
            continue;
        const facts::Binding& binding = facts.bindings[symbol.index];
        if (binding.kind == facts::Binding::Kind::Container)
            return true;
        const std::string_view made = lastComponent(facts.text(binding.value));
        if (binding.kind == facts::Binding::Kind::Call && (made == "set" || std::binary_search(kContainers.begin(), kContainers.end(), made)))
            return true;
    }
    return false;
}

} // namespace

void findSharedState(Codebase& codebase, const ImportTargets& targets, const Symbols& symbols, const Exports& exports)
{
    std::map<std::pair<ModuleId, std::string_view>, std::set<ModuleId>> writers;
    for (ModuleId id = 0; id < codebase.modules.size(); ++id) {
        if (!hasContext(codebase.modules[id]))
            continue;
        const Writer writer(codebase, targets, exports, id);
        if (!writer.importsAnything())
            continue;
        const facts::FileFacts& facts = *codebase.modules[id].facts;
        const auto add = [&](const Named& named) {
            // A submodule bound in its package is no state.
            if (named.owner == kNone || named.owner == id || !hasContext(codebase.modules[named.owner]))
                return;
            writers[{ named.owner, named.name }].insert(id);
        };
        for (const facts::Store& store : facts.stores) {
            if (store.kind == facts::Store::Kind::Attribute || store.kind == facts::Store::Kind::Subscript)
                add(writer.resolve(store.function, facts.text(store.target)));
        }
        for (const facts::CallSite& site : facts.calls) {
            const std::string_view method = facts.text(site.method), callee = facts.text(site.callee);
            if (site.receiver != facts::Receiver::Name || site.is(facts::kAsArgument) || callee.size() <= method.size() + 1
                || !std::binary_search(kChanging.begin(), kChanging.end(), method))
                continue;
            const Named named = writer.resolve(site.function, callee.substr(0, callee.size() - method.size() - 1));
            if (named.owner != kNone && isContainer(codebase, symbols, named))
                add(named);
        }
    }
    for (const auto& [state, modules] : writers)
        codebase.sharedState.push_back({ state.first, state.second, { modules.begin(), modules.end() } });
}

} // namespace ferroscope::graph
