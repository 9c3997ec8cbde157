// SPDX-FileCopyrightText: The Ferroscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
// FlowSolver: what names mean, as nodes. Scopes are Python's: a class body is seen only from within itself.
#include "core/graph/flow_solver.h"

#include "core/base/text.h"
#include "core/graph/builtins.h"
#include <algorithm>

namespace ferroscope::graph {

using facts::Term;

namespace {

constexpr int kLongestChain = 12; // star imports of star imports
constexpr std::uint32_t kBuiltinScope = 0x0FFFFFFFU; // no function has that number

} // namespace

FlowSolver::NameKey FlowSolver::key(ModuleId module, facts::NameId name)
{
    NameKey& known = m_keys[module][name];
    if (known == 0 && name != 0)
        known = m_texts.refer(facts(module).text(name));
    return known;
}

FlowSolver::NameKey FlowSolver::nameOf(std::uint32_t term)
{
    const ModuleId module = moduleOfTerm(term);
    return key(module, facts(module).terms[term - m_firstTerm[module]].key);
}

FlowSolver::NameKey FlowSolver::member(NameKey outer, NameKey name)
{
    return m_texts.copy(std::string(m_texts[outer]).append(1, '.').append(m_texts[name]));
}

bool FlowSolver::isBuiltinName(NameKey name)
{
    if (name >= m_isBuiltin.size())
        m_isBuiltin.resize(name + 1024);
    if (m_isBuiltin[name] == 0)
        m_isBuiltin[name] = isBuiltin(m_texts[name]) ? 2 : 1;
    return m_isBuiltin[name] == 2;
}

std::uint32_t FlowSolver::scopeOf(ModuleId module, Term::Scope scope, std::uint32_t index) const
{
    const facts::FileFacts& of = facts(module);
    std::size_t before = 0;
    if (scope != Term::Scope::Function)
        before += of.functions.size();
    if (scope == Term::Scope::Class)
        before += of.lambdas.size();
    return m_firstScope[module] + static_cast<std::uint32_t>(before) + index;
}

FlowSolver::Node FlowSolver::known(std::uint32_t scope, NameKey name) const
{
    return m_variables.find(at(Space::Variable, scope, name));
}

FlowSolver::Node FlowSolver::variable(std::uint32_t scope, NameKey name)
{
    const auto next = static_cast<Node>(m_nodes.size());
    const auto [node, isNew] = m_variables.insert(at(Space::Variable, scope, name), next);
    return isNew ? addNode() : node;
}

// A function sees itself, the functions around it, the module, stars and builtins.
FlowSolver::Node FlowSolver::resolveFrom(ModuleId module, facts::FunctionIndex function, NameKey name)
{
    const facts::FileFacts& of = facts(module);
    for (facts::FunctionIndex at = function; at < of.functions.size(); at = of.functions[at].parent) {
        const std::uint32_t scope = scopeOf(module, Term::Scope::Function, at);
        if (const Node node = known(scope, name);
            node != kNone && m_outer.find(FlowSolver::at(Space::Variable, scope, name)) == FlatMap::kMissing)
            return node;
    }
    if (const ModuleId origin = m_program.symbols.starOrigin(module, m_texts[name]); origin != kNone)
        return moduleAttribute(origin, name, 0);
    return isBuiltinName(name) ? builtin(name) : kDead;
}

FlowSolver::Node FlowSolver::resolve(ModuleId module, const Term& term)
{
    const facts::FileFacts& of = facts(module);
    const NameKey name = key(module, term.key);
    facts::FunctionIndex function = term.scopeIndex();
    if (term.scope() == Term::Scope::Class) {
        if (const Node node = known(scopeOf(module, Term::Scope::Class, function), name); node != kNone)
            return node;
        return resolveFrom(module, of.classes[function].parent, name);
    }
    if (term.scope() == Term::Scope::Lambda) {
        std::uint32_t lambda = function;
        for (; lambda != kNone; lambda = of.lambdas[lambda].outer) {
            if (const Node node = known(scopeOf(module, Term::Scope::Lambda, lambda), name); node != kNone)
                return node;
            function = of.lambdas[lambda].function;
        }
        return resolveFrom(module, function, name);
    }
    // Bound here by something that says nothing (`x = 1`): it hides outer names.
    if (function != 0) {
        const auto& reads = of.functions[function].reads;
        if (!std::binary_search(reads.begin(), reads.end(), term.key)) {
            const Node node = known(scopeOf(module, Term::Scope::Function, function), name);
            if (node == kNone)
                return kDead;
        }
    }
    return resolveFrom(module, function, name);
}

FlowSolver::Node FlowSolver::builtin(NameKey name)
{
    const auto next = static_cast<Node>(m_nodes.size());
    const auto [node, isNew] = m_variables.insert(at(Space::FunctionField, kBuiltinScope, name), next);
    if (isNew) {
        addNode();
        add(node, object(What::External, m_texts.copy(std::string("builtins.").append(m_texts[name]))));
    }
    return node;
}

FlowSolver::Node FlowSolver::moduleAttribute(ModuleId module, NameKey name, int depth)
{
    const std::uint32_t scope = scopeOf(module, Term::Scope::Function, 0);
    if (const Node node = known(scope, name); node != kNone)
        return node;
    const std::string_view text = m_texts[name];
    if (const ModuleId origin = m_program.symbols.starOrigin(module, text); origin != kNone && depth < kLongestChain)
        return moduleAttribute(origin, name, depth + 1);
    const source::SourceFile& file = m_program.modules[module].file;
    if (file.isPackage) {
        const std::string full = (file.module + ".").append(text);
        const ModuleId sub = m_program.index.find(full, module);
        if (sub != kNone || m_program.index.isNamespace(full)) {
            const Node node = variable(scope, name);
            add(node, sub != kNone ? object(What::Module, sub) : object(What::NameSpace, m_texts.copy(full)));
            return node;
        }
    }
    if (m_stored.find(name) != FlatMap::kMissing) // `module.name = value` elsewhere
        return variable(scope, name);
    const Callable hook = attributeHook(module);
    if (hook == kNone)
        return kDead;
    const Node node = variable(scope, name);
    add(node, object(What::Property, hook));
    return node;
}

// The `__getattr__` of a module.
FlowSolver::Callable FlowSolver::attributeHook(ModuleId module) const
{
    return m_variables.find(at(Space::Method, scopeOf(module, Term::Scope::Function, 0), m_names.getAttribute));
}

// What objects of the class, or of one below it, were given under the name.
FlowSolver::Node FlowSolver::field(ClassId id, NameKey name)
{
    m_stored.insert(name, 0);
    const auto [node, isNew] = m_variables.insert(at(Space::Field, id, name), static_cast<Node>(m_nodes.size()));
    return isNew ? addNode() : node;
}

// Where a flow into a name goes: its own scope, or the one that `global` or `nonlocal` says.
FlowSolver::Node FlowSolver::declareTarget(ModuleId module, const Term& term)
{
    const facts::FileFacts& of = facts(module);
    const NameKey name = key(module, term.key);
    std::uint32_t scope = scopeOf(module, term.scope(), term.scopeIndex());
    if (term.scope() == Term::Scope::Lambda && known(scope, name) == kNone) // (x := y) binds in the function around
        scope = scopeOf(module, Term::Scope::Function, of.lambdas[term.scopeIndex()].function);
    const std::uint32_t isNonlocal = m_outer.find(at(Space::Variable, scope, name));
    if (isNonlocal == FlatMap::kMissing)
        return variable(scope, name);
    const std::uint32_t top = scopeOf(module, Term::Scope::Function, 0);
    if (isNonlocal == 0 || term.scope() != Term::Scope::Function)
        return variable(top, name);
    const facts::FunctionIndex parent = of.functions[term.scopeIndex()].parent;
    for (facts::FunctionIndex each = parent; each < of.functions.size() && each != 0; each = of.functions[each].parent) {
        if (const Node node = known(scopeOf(module, Term::Scope::Function, each), name); node != kNone)
            return node;
    }
    return variable(parent < of.functions.size() ? scopeOf(module, Term::Scope::Function, parent) : top, name);
}

// Classes and objects of the repository among the values.
void FlowSolver::seed(Node node, const Values& values)
{
    for (const Value& value : values) {
        if (value.kind == Value::Kind::Class)
            add(node, object(What::Class, value.id));
        else if (value.kind == Value::Kind::Instance)
            add(node, object(What::Instance, value.id));
    }
}

// Decorators after which the function is still what its name denotes.
bool FlowSolver::isNeutral(ModuleId module, std::uint32_t term) const
{
    if (term == kNone)
        return true;
    const facts::FileFacts& of = facts(module);
    const Term& written = of.terms[term];
    if (written.kind() != Term::Kind::Name && written.kind() != Term::Kind::Attribute)
        return false;
    static constexpr std::string_view kNeutral[]
        = { "property", "staticmethod", "classmethod", "abstractmethod", "overload", "setter", "getter", "deleter",
              "cached_property", "abstractproperty" };
    const std::string_view name = of.text(written.key);
    return std::find(std::begin(kNeutral), std::end(kNeutral), name) != std::end(kNeutral);
}

} // namespace ferroscope::graph
