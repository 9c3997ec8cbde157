// SPDX-FileCopyrightText: The Ferroscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/graph/cut_advice.h"

#include "core/base/text.h"
#include <algorithm>
#include <set>

namespace ferroscope::graph {

namespace {

constexpr std::uint32_t kMostUsers = 20; // more do not make a cut dearer

bool isNameCharacter(char c)
{
    return c == '_' || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || static_cast<unsigned char>(c) >= 0x80;
}

std::string_view boundName(const facts::FileFacts& facts, const facts::Import& import)
{
    if (import.alias != 0)
        return facts.text(import.alias);
    return import.isFrom ? facts.text(import.name) : firstComponent(facts.text(import.module));
}

std::string inFunctions(std::uint32_t functions)
{
    return "in " + counted(functions, "function");
}

// Per name; a facade and a move are felt by whoever imports the name.
std::uint32_t costOf(CutKind kind, std::uint32_t users)
{
    switch (kind) {
    case CutKind::Remove:
    case CutKind::TypeChecking:
        return 1;
    case CutKind::Lazy:
        return 2;
    case CutKind::Facade:
        return 2 + std::min(users, kMostUsers);
    case CutKind::Protocol:
        return 5 + std::min(users, kMostUsers) / 4;
    case CutKind::Move:
        break;
    }
    return 5 + std::min(users, kMostUsers) / 2;
}

} // namespace

Importers::Importers(const Codebase& codebase)
{
    for (const ImportedName& each : codebase.importedNames)
        m_rows.push_back({ each.via, each.name, each.from });
    const auto key = [](const Row& row) { return std::tie(row.via, row.name, row.from); };
    std::sort(m_rows.begin(), m_rows.end(), [&](const Row& a, const Row& b) { return key(a) < key(b); });
    m_rows.erase(std::unique(m_rows.begin(), m_rows.end(), [&](const Row& a, const Row& b) { return key(a) == key(b); }), m_rows.end());
}

std::uint32_t Importers::count(ModuleId via, std::string_view name, ModuleId except) const
{
    const auto first = std::lower_bound(m_rows.begin(), m_rows.end(), std::pair(via, name),
        [](const Row& row, const auto& wanted) { return std::tie(row.via, row.name) < std::tie(wanted.first, wanted.second); });
    std::uint32_t modules = 0;
    for (auto at = first; at != m_rows.end() && at->via == via && at->name == name; ++at)
        modules += at->from != except ? 1 : 0;
    return modules;
}

CutAdvisor::CutAdvisor(const Codebase& codebase, const ImportTargets& targets, const Importers& importers, ModuleId from)
    : m_codebase(codebase)
    , m_targets(targets[from])
    , m_importers(importers)
    , m_from(from)
    , m_facts(*codebase.modules[from].facts)
{
    readUses();
}

void CutAdvisor::readUses()
{
    for (const facts::Import& import : m_facts.imports)
        m_uses.try_emplace(boundName(m_facts, import));
    const auto usesOf = [&](std::string_view name) -> Uses* {
        const auto found = m_uses.find(name);
        return found == m_uses.end() ? nullptr : &found->second;
    };
    for (facts::FunctionIndex at = 0; at < m_facts.functions.size(); ++at) {
        const facts::Function& function = m_facts.functions[at];
        for (const facts::NameId id : function.reads) {
            Uses* uses = usesOf(m_facts.text(id));
            if (uses == nullptr)
                continue;
            if (at == 0) {
                uses->load = true;
                continue;
            }
            ++uses->functions;
            uses->checks += checksOf(at, m_facts.text(id));
        }
        for (const facts::NameId id : function.decorators) {
            if (Uses* uses = usesOf(firstComponent(m_facts.text(id))); uses != nullptr && function.parent == 0)
                uses->load = uses->decorator = true;
        }
        readAnnotation(m_facts.text(function.returns));
    }
    for (const facts::Parameter& parameter : m_facts.parameters)
        readAnnotation(m_facts.text(parameter.annotation));
    for (const facts::Binding& binding : m_facts.bindings) {
        if (binding.kind == facts::Binding::Kind::Annotation)
            readAnnotation(m_facts.text(binding.value));
    }
    for (const facts::Class& klass : m_facts.classes) {
        if (klass.parent != 0)
            continue;
        for (const facts::NameId id : klass.bases) {
            if (Uses* uses = usesOf(firstComponent(m_facts.text(id))))
                uses->load = uses->base = true;
        }
        for (const facts::NameId id : klass.decorators) {
            if (Uses* uses = usesOf(firstComponent(m_facts.text(id))))
                uses->load = uses->decorator = true;
        }
    }
}

// Names an annotation begins with: "Engine" and "np" of "dict[str, Engine] | np.ndarray".
void CutAdvisor::readAnnotation(std::string_view annotation)
{
    for (std::size_t at = 0; at < annotation.size();) {
        if (!isNameCharacter(annotation[at])) {
            ++at;
            continue;
        }
        std::size_t end = at;
        while (end < annotation.size() && isNameCharacter(annotation[end]))
            ++end;
        if (at == 0 || annotation[at - 1] != '.') {
            if (const auto found = m_uses.find(annotation.substr(at, end - at)); found != m_uses.end())
                found->second.annotation = true;
        }
        at = end;
    }
}

// 1 if the function only asks whether something is an instance of `name`, else 0.
std::uint32_t CutAdvisor::checksOf(facts::FunctionIndex function, std::string_view name) const
{
    std::set<std::uint32_t> lines;
    for (const facts::CallSite& site : m_facts.calls) {
        const std::string_view method = m_facts.text(site.method);
        if (site.function == function && (method == "isinstance" || method == "issubclass"))
            lines.insert(site.line);
    }
    bool checked = false;
    for (const facts::CallSite& site : m_facts.calls) {
        if (lines.empty() || site.function != function || firstComponent(m_facts.text(site.callee)) != name)
            continue;
        if (!site.is(facts::kAsArgument) || !lines.contains(site.line))
            return 0;
        checked = true;
    }
    return checked ? 1 : 0;
}

// Is the name of the importer's own interface?
bool CutAdvisor::handsOn(std::string_view name) const
{
    const auto isName = [&](facts::NameId id) { return m_facts.text(id) == name; };
    return std::any_of(m_facts.exports.begin(), m_facts.exports.end(), isName) || m_codebase.modules[m_from].file.isPackage;
}

CutAdvisor::NameAdvice CutAdvisor::adviseName(const ImportEdge& edge, std::string_view bound, std::string_view name) const
{
    const auto found = m_uses.find(bound);
    const Uses uses = found == m_uses.end() ? Uses {} : found->second;
    const std::uint32_t through = m_importers.count(m_from, bound, edge.to);
    const std::uint32_t importers = m_importers.count(edge.to, name.empty() ? bound : name, kNone);
    if (uses.load)
        return uses.base ? NameAdvice { CutKind::Protocol, "as a base class", importers }
                         : NameAdvice { CutKind::Move, uses.decorator ? "as a decorator" : "while the module loads", importers };
    const bool used = uses.functions > 0 || uses.annotation;
    if (through > 0 || (!used && handsOn(bound)))
        return { CutKind::Facade, {}, through };
    if (uses.functions > 0 && uses.checks == uses.functions)
        return { CutKind::Protocol, "in isinstance checks", importers };
    if (uses.functions > 0)
        return { CutKind::Lazy, inFunctions(uses.functions), uses.functions };
    return uses.annotation ? NameAdvice { CutKind::TypeChecking, "in annotations", 0 } : NameAdvice { CutKind::Remove, {}, 0 };
}

CutAdvice CutAdvisor::advise(const ImportEdge& edge) const
{
    CutAdvice advice;
    advice.kind = CutKind::Remove;
    advice.cost = 0;
    std::set<std::string> names;
    for (std::size_t at = 0; at < m_targets.size(); ++at) {
        const facts::Import& import = m_facts.imports[at];
        if (m_targets[at].module != edge.to || (import.flags & (facts::kTypeChecking | facts::kLazy)) != 0)
            continue;
        const bool isStar = (import.flags & facts::kStar) != 0;
        const std::string_view name = isStar ? std::string_view("*") : import.isFrom ? m_facts.text(import.name) : std::string_view {};
        NameAdvice made { CutKind::Remove, {}, 0 };
        if (isStar)
            made = handsOn("*") ? NameAdvice { CutKind::Facade, {}, m_importers.count(m_from, "*", edge.to) }
                                : NameAdvice { CutKind::Move, "unseen, by a star import", m_importers.count(edge.to, "*", kNone) };
        else if ((import.flags & facts::kDynamic) == 0)
            made = adviseName(edge, boundName(m_facts, import), name);
        advice.cost += costOf(made.kind, made.users) * (isStar ? std::max(1U, edge.names) : 1U);
        if (made.kind < advice.kind)
            continue;
        if (made.kind > advice.kind || names.empty()) {
            names.clear();
            advice.kind = made.kind;
            advice.use.clear();
            advice.users = 0;
        }
        names.insert(name.empty() ? std::string(m_facts.text(import.module)) : std::string(name));
        advice.users = std::max(advice.users, made.users);
        // The plainer of two uses says less: keep the one that asks for more.
        if (advice.use.empty() || made.use == "while the module loads")
            advice.use = made.use;
    }
    advice.names.assign(names.begin(), names.end());
    // Code that can do without the import already is half way there.
    advice.cost = std::max(1U, (edge.flags & facts::kConditional) != 0 ? advice.cost : 2 * advice.cost);
    return advice;
}

} // namespace ferroscope::graph
