// SPDX-FileCopyrightText: The Ferroscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
// FlowSolver: nodes, edges and uses that the facts alone give.
#include "core/graph/flow_solver.h"

#include "core/base/text.h"
#include <algorithm>

namespace ferroscope::graph {

using facts::Term;

// Numbers for everything; false if the program is too large for them.
bool FlowSolver::number()
{
    std::size_t terms = 0, scopes = 0, lambdas = 0, parameters = 0;
    for (const Module& module : m_program.modules) {
        m_firstTerm.push_back(static_cast<std::uint32_t>(terms));
        m_firstScope.push_back(static_cast<std::uint32_t>(scopes));
        m_firstLambda.push_back(static_cast<std::uint32_t>(lambdas));
        const facts::FileFacts& of = *module.facts;
        terms += of.terms.size();
        scopes += of.functions.size() + of.lambdas.size() + of.classes.size();
        lambdas += of.lambdas.size();
        parameters += of.parameters.size();
        m_functionCount += module.functionCount;
    }
    if (terms + parameters + 3 * scopes > kMostIds / 4)
        return false;
    m_termCount = static_cast<std::uint32_t>(terms);
    m_nodeOf.assign(terms, kDead);
    m_variables.reserve(terms / 4 * 3); // measured: there are about two for three terms
    m_firstFound.assign(terms, kNone);
    for (ClassId id = 0; id < m_program.classes.size(); ++id)
        m_classScope.push_back(
            scopeOf(m_program.classes.moduleOf(id), Term::Scope::Class, m_program.classes.indexOf(id)));
    m_metaclass.assign(m_program.classes.size(), kNone - 1);
    for (std::uint32_t term = 0, module = 0; term < terms; term += kBlock) {
        while (module + 1 < m_firstTerm.size() && m_firstTerm[module + 1] <= term)
            ++module;
        m_moduleOfBlock.push_back(module);
    }
    addNode(); // kDead
    m_keys.resize(m_program.modules.size());
    for (ModuleId module = 0; module < m_program.modules.size(); ++module) {
        const facts::FileFacts& of = facts(module);
        m_keys[module].assign(of.names.size(), 0);
        m_result[module].isKnown.assign(of.terms.size(), false);
        for (std::uint32_t at = 0; at < of.terms.size(); ++at) {
            // Those are nodes of variables and functions: see connectTerm().
            const Term::Kind kind = of.terms[at].kind();
            if (kind == Term::Kind::Name || kind == Term::Kind::Returned || kind == Term::Kind::Yielded)
                ++m_termsWithoutNode;
            else
                m_nodeOf[m_firstTerm[module] + at] = addNode();
        }
        for (const facts::Function& each : of.functions)
            addCallable(module, each.firstParameter, each.parameterCount);
    }
    for (ModuleId module = 0; module < m_program.modules.size(); ++module) {
        for (const facts::Lambda& each : facts(module).lambdas)
            addCallable(module, each.firstParameter, each.parameterCount);
    }
    return true;
}

void FlowSolver::addCallable(ModuleId module, std::uint32_t firstParameter, std::uint32_t count)
{
    const auto first = static_cast<Node>(m_nodes.size());
    for (std::uint32_t at = 0; at < count + 2; ++at)
        addNode();
    m_callables.push_back({ module, firstParameter, count, first, first + count });
}

// Functions, classes, parameters and imported names.
void FlowSolver::declareDefinitions(ModuleId module)
{
    const facts::FileFacts& of = facts(module);
    const FunctionId first = m_program.modules[module].firstFunction;
    std::vector<bool> decorated(of.functions.size(), false), decoratedClass(of.classes.size(), false);
    for (const facts::Decoration& each : of.decorations) {
        if (!isNeutral(module, each.term))
            (each.isClass ? decoratedClass : decorated)[each.definition] = true;
    }
    for (std::uint32_t at = 1; at < of.functions.size(); ++at) {
        const facts::Function& each = of.functions[at];
        const bool isMethod = each.owner != kNone;
        const std::uint32_t scope = isMethod ? scopeOf(module, Term::Scope::Class, each.owner)
                                             : scopeOf(module, Term::Scope::Function, each.parent);
        const NameKey name = key(module, each.name);
        const bool isSetter = std::any_of(each.decorators.begin(), each.decorators.end(), [&](facts::NameId id) {
            const std::string_view text = of.text(id);
            return endsWith(text, ".setter") || endsWith(text, ".deleter");
        });
        if (isSetter) {
            m_variables.insert(FlowSolver::at(Space::Setter, scope, name), first + at);
            continue;
        }
        const Node node = variable(scope, name);
        if (each.is(facts::kOverload))
            continue;
        if (!decorated[at])
            add(node, object(What::Function, first + at));
        m_variables.set(FlowSolver::at(Space::Method, scope, name), first + at);
    }
    for (std::uint32_t at = 0; at < of.classes.size(); ++at) {
        const facts::Class& each = of.classes[at];
        const std::uint32_t scope = each.owner != kNone ? scopeOf(module, Term::Scope::Class, each.owner)
                                                        : scopeOf(module, Term::Scope::Function, each.parent);
        const Node node = variable(scope, key(module, each.name));
        if (!decoratedClass[at])
            add(node, object(What::Class, m_program.classes.id(module, at)));
    }
    const auto declare = [&](Callable callable, std::uint32_t scope) {
        for (std::uint32_t at = 0; at < m_callables[callable].parameterCount; ++at)
            m_variables.set(FlowSolver::at(Space::Variable, scope, key(module, parameterOf(callable, at).name)),
                parameter(callable, at));
    };
    for (std::uint32_t at = 1; at < of.functions.size(); ++at)
        declare(first + at, scopeOf(module, Term::Scope::Function, at));
    for (std::uint32_t at = 0; at < of.lambdas.size(); ++at)
        declare(m_functionCount + m_firstLambda[module] + at, scopeOf(module, Term::Scope::Lambda, at));
    for (const facts::Import& each : of.imports) {
        if ((each.flags & (facts::kStar | facts::kDynamic)) != 0)
            continue;
        const facts::NameId bound = each.alias != 0 ? each.alias : each.isFrom ? each.name : 0;
        const NameKey name = bound != 0 ? key(module, bound) : m_texts.refer(firstComponent(of.text(each.module)));
        if (name != 0)
            variable(scopeOf(module, Term::Scope::Function, each.function), name);
    }
}

// Names that something flows into, and attributes that are stored anywhere.
void FlowSolver::declareTargets(ModuleId module)
{
    const facts::FileFacts& of = facts(module);
    for (const facts::Store& each : of.stores) {
        if (each.kind == facts::Store::Kind::Global || each.kind == facts::Store::Kind::Nonlocal)
            m_outer.insert(
                at(Space::Variable, scopeOf(module, Term::Scope::Function, each.function), key(module, each.target)),
                each.kind == facts::Store::Kind::Nonlocal ? 1 : 0);
    }
    for (const facts::Flow& flow : of.flows) {
        const Term& target = of.terms[flow.target];
        if (target.kind() == Term::Kind::Name)
            declareTarget(module, target);
        else if (target.kind() == Term::Kind::Attribute)
            m_stored.insert(key(module, target.key), 0);
    }
}

void FlowSolver::seedParameters(ModuleId module)
{
    const facts::FileFacts& of = facts(module);
    const FunctionId first = m_program.modules[module].firstFunction;
    const auto containers = [&](Callable callable) {
        for (std::uint32_t at = 0; at < m_callables[callable].parameterCount; ++at) {
            const facts::ParameterKind kind = parameterOf(callable, at).kind;
            const Node node = parameter(callable, at);
            if (kind == facts::ParameterKind::VarArgs)
                add(node, object(What::List, m_termCount + node));
            else if (kind == facts::ParameterKind::VarKeywords)
                add(node, object(What::Mapping, m_termCount + node));
        }
    };
    for (std::uint32_t at = 1; at < of.functions.size(); ++at) {
        const facts::Function& each = of.functions[at];
        containers(first + at);
        if (each.owner == kNone || each.parameterCount == 0 || each.is(facts::kStatic))
            continue;
        const std::string_view name = of.text(each.name);
        const bool isClass = each.is(facts::kClassMethod) || name == "__new__" || name == "__init_subclass__"
            || name == "__class_getitem__";
        add(parameter(first + at, 0),
            object(isClass ? What::Class : What::Instance, m_program.classes.id(module, each.owner)));
    }
    for (std::uint32_t at = 0; at < of.lambdas.size(); ++at)
        containers(m_functionCount + m_firstLambda[module] + at);
}

void FlowSolver::seedAnnotations(ModuleId module)
{
    const facts::FileFacts& of = facts(module);
    const FunctionId first = m_program.modules[module].firstFunction;
    const auto seedOf = [&](Node node, facts::FunctionIndex function, facts::FunctionIndex scope, facts::NameId text) {
        const facts::FunctionIndex inside = enclosingMethod(of, function);
        const ClassId self = inside == kNone ? kNone : m_program.classes.id(module, of.functions[inside].owner);
        seed(node, m_evaluator.annotation(module, scope, of.text(text), self));
    };
    for (std::uint32_t at = 1; at < of.functions.size(); ++at) {
        const facts::Function& each = of.functions[at];
        for (std::uint32_t position = 0; position < each.parameterCount; ++position) {
            const facts::Parameter& parameter = of.parameters[each.firstParameter + position];
            const bool isPlain = parameter.kind != facts::ParameterKind::VarArgs
                && parameter.kind != facts::ParameterKind::VarKeywords;
            if (parameter.annotation != 0 && isPlain)
                seedOf(this->parameter(first + at, position), at, each.parent, parameter.annotation);
        }
        if (each.returns != 0 && !each.is(facts::kGenerator))
            seedOf(returned(first + at), at, each.parent, each.returns);
    }
    for (const facts::Binding& each : of.bindings) {
        if (each.kind != facts::Binding::Kind::Annotation)
            continue;
        const std::string_view target = of.text(each.target);
        const auto dot = target.find('.');
        if (dot == std::string_view::npos) {
            const std::uint32_t scope = each.owner != kNone ? scopeOf(module, Term::Scope::Class, each.owner)
                                                            : scopeOf(module, Term::Scope::Function, each.function);
            // What a class body declares is what its instances have.
            const NameKey name = key(module, each.target);
            const bool inClass = each.owner != kNone;
            seedOf(inClass ? field(m_program.classes.id(module, each.owner), name) : variable(scope, name),
                each.function, each.function, each.value);
            continue;
        }
        const facts::FunctionIndex inside = enclosingMethod(of, each.function);
        if (inside == kNone || target.substr(0, dot) != "self" || target.find('.', dot + 1) != std::string_view::npos)
            continue;
        const ClassId owner = m_program.classes.id(module, of.functions[inside].owner);
        seedOf(field(owner, m_texts.refer(target.substr(dot + 1))), each.function, each.function, each.value);
    }
}

// `x.a = f` is no look-up of x.a.
void FlowSolver::findStored(ModuleId module)
{
    const facts::FileFacts& of = facts(module);
    m_onlyStored.assign(of.terms.size(), false);
    for (const facts::Flow& flow : of.flows)
        m_onlyStored[flow.target] = true;
    for (const facts::Flow& flow : of.flows)
        m_onlyStored[flow.value] = false;
    for (const Term& term : of.terms) {
        if (term.operand != kNone && term.kind() != Term::Kind::Lambda)
            m_onlyStored[term.operand] = false;
    }
    for (const facts::Operand& each : of.operands)
        m_onlyStored[each.term] = false;
}

void FlowSolver::connect(ModuleId module)
{
    const facts::FileFacts& of = facts(module);
    findStored(module);
    for (std::uint32_t at = 0; at < of.imports.size(); ++at)
        connectImport(module, at);
    for (std::uint32_t at = 0; at < of.terms.size(); ++at)
        connectTerm(module, at);
    for (const facts::Flow& flow : of.flows)
        connectFlow(module, flow);
    connectDecorations(module);
}

void FlowSolver::connectTerm(ModuleId module, std::uint32_t index)
{
    const facts::FileFacts& of = facts(module);
    const Term& term = of.terms[index];
    const std::uint32_t id = m_firstTerm[module] + index;
    const auto callable = [&] {
        return term.scope() == Term::Scope::Lambda ? m_functionCount + m_firstLambda[module] + term.scopeIndex()
                                                   : m_program.modules[module].firstFunction + term.scopeIndex();
    };
    const Node operand = term.kind() != Term::Kind::Lambda && term.operand != kNone
        ? nodeOf(m_firstTerm[module] + term.operand)
        : kDead;
    switch (term.kind()) {
    case Term::Kind::Name:
        m_nodeOf[id] = resolve(module, term);
        return;
    case Term::Kind::Returned:
    case Term::Kind::Yielded:
        if (term.scope() != Term::Scope::Class)
            m_nodeOf[id] = term.kind() == Term::Kind::Returned ? returned(callable()) : yielded(callable());
        return;
    case Term::Kind::Attribute:
        return m_onlyStored[index] ? void() : addUse(operand, Do::Load, id, key(module, term.key));
    case Term::Kind::Call:
        return addCall(module, index);
    case Term::Kind::Lambda:
        return add(nodeOf(id), object(What::Function, m_functionCount + m_firstLambda[module] + term.operand));
    case Term::Kind::Item:
        return m_onlyStored[index] ? void() : addUse(operand, Do::LoadItem, id, term.key >= facts::kPosition ? term.key : key(module, term.key));
    case Term::Kind::Slice:
        return addUse(operand, Do::Slice, id, term.key);
    case Term::Kind::Display:
    case Term::Kind::Mapping:
    case Term::Kind::Either:
        return connectDisplay(module, index);
    case Term::Kind::Element:
        return addUse(operand, Do::Element, nodeOf(id), id);
    case Term::Kind::Entered:
        return addUse(operand, Do::Enter, id);
    case Term::Kind::Raised:
        return addUse(operand, Do::Raise, id);
    case Term::Kind::Caught:
        return addUse(operand, Do::Catch, id);
    case Term::Kind::Operation:
        return addUse(operand, Do::Operate, id, key(module, term.key));
    }
}

void FlowSolver::connectDisplay(ModuleId module, std::uint32_t index)
{
    const facts::FileFacts& of = facts(module);
    const Term& term = of.terms[index];
    const std::uint32_t id = m_firstTerm[module] + index;
    const bool isEither = term.kind() == Term::Kind::Either;
    if (!isEither)
        add(nodeOf(id), object(term.kind() == Term::Kind::Mapping ? What::Mapping : What::List, id));
    for (std::uint32_t at = term.detail; at < term.detail + term.key; ++at) {
        const facts::Operand& each = of.operands[at];
        const Node value = nodeOf(m_firstTerm[module] + each.term);
        if (isEither)
            addEdge(value, nodeOf(id));
        else if (each.key == facts::kStarred)
            addUse(value, Do::Element, item(id, 0), id);
        else if (each.key == facts::kDoubleStarred)
            addUse(value, Do::ItemTo, item(id, 0), 0);
        else
            addEdge(value, item(id, each.key >= facts::kPosition ? each.key : key(module, each.key)));
    }
}

void FlowSolver::addCall(ModuleId module, std::uint32_t index)
{
    const facts::FileFacts& of = facts(module);
    const Term& term = of.terms[index];
    const std::uint32_t id = m_firstTerm[module] + index;
    const Node callee = term.operand == kNone ? kDead : nodeOf(m_firstTerm[module] + term.operand);
    const auto site = static_cast<std::uint32_t>(m_sites.size());
    const auto first = static_cast<std::uint32_t>(m_arguments.size());
    for (std::uint32_t at = term.detail; at < term.detail + term.key; ++at) {
        const facts::Operand& each = of.operands[at];
        m_arguments.push_back({ nodeOf(m_firstTerm[module] + each.term),
            each.key >= facts::kPosition ? each.key : key(module, each.key) });
    }
    m_sites.push_back({ module, id, callee, nodeOf(id), first, term.key, false });
    addUse(callee, Do::Call, site);
}

void FlowSolver::connectFlow(ModuleId module, const facts::Flow& flow)
{
    const facts::FileFacts& of = facts(module);
    const Term& target = of.terms[flow.target];
    const Node value = nodeOf(m_firstTerm[module] + flow.value);
    const std::uint32_t id = m_firstTerm[module] + flow.target;
    switch (target.kind()) {
    case Term::Kind::Name:
        return addEdge(value, declareTarget(module, target));
    case Term::Kind::Attribute:
        return addUse(nodeOf(m_firstTerm[module] + target.operand), Do::Store, id, value);
    case Term::Kind::Item:
        return addUse(nodeOf(m_firstTerm[module] + target.operand), Do::StoreItem, id, value);
    default:
        return addEdge(value, nodeOf(id));
    }
}

void FlowSolver::connectImport(ModuleId module, std::uint32_t index)
{
    const facts::FileFacts& of = facts(module);
    const facts::Import& import = of.imports[index];
    const ImportTarget& target = m_program.imports[module][index];
    if ((import.flags & (facts::kStar | facts::kDynamic)) != 0)
        return;
    const std::uint32_t scope = scopeOf(module, Term::Scope::Function, import.function);
    const std::string_view written = of.text(import.module);
    if (!import.isFrom && import.alias == 0) { // `import a.b.c` binds `a`
        const std::string_view first = firstComponent(written);
        const Node node = variable(scope, m_texts.refer(first));
        ModuleId top = first == written && target.kind == ImportTarget::Kind::Module ? target.module
                                                                                      : m_program.index.find(first, module);
        if (top == kNone && target.kind == ImportTarget::Kind::Module)
            top = m_program.index.sibling(module, first);
        if (top != kNone)
            return add(node, object(What::Module, top));
        const bool isNamespace = m_program.index.isNamespace(first);
        return add(node, object(isNamespace ? What::NameSpace : What::External, m_texts.refer(first)));
    }
    const Node node = variable(scope, key(module, import.alias != 0 ? import.alias : import.name));
    switch (target.kind) {
    case ImportTarget::Kind::Module: {
        // A package may bind the name of its submodule to something else: `from .order import order`.
        const std::string& full = m_program.modules[target.module].file.module;
        if (const auto dot = full.rfind('.'); import.isFrom && dot != std::string::npos) {
            const ModuleId package = m_program.index.find(std::string_view(full).substr(0, dot), target.module);
            const Node other = package == kNone || package == module
                ? kNone
                : known(scopeOf(package, Term::Scope::Function, 0), key(module, import.name));
            if (other != kNone)
                return addEdge(other, node);
        }
        return add(node, object(What::Module, target.module));
    }
    case ImportTarget::Kind::Attribute: {
        const Node other = moduleAttribute(target.module, key(module, import.name), 0);
        if (const Callable hook = attributeHook(target.module); other != kDead && hook != kNone)
            addEdge(returned(hook), node);
        return addEdge(other, node);
    }
    case ImportTarget::Kind::Namespace:
        return add(node, object(What::NameSpace, m_texts.copy(target.text)));
    case ImportTarget::Kind::External:
        return add(node, object(What::External, m_texts.copy(target.text)));
    default:
        return;
    }
}

// `@d` above f: the name f denotes what d makes of the function.
void FlowSolver::connectDecorations(ModuleId module)
{
    const facts::FileFacts& of = facts(module);
    for (std::size_t end = of.decorations.size(); end > 0;) {
        const facts::Decoration& last = of.decorations[end - 1];
        std::size_t begin = end;
        bool plain = true;
        while (begin > 0 && of.decorations[begin - 1].definition == last.definition
            && of.decorations[begin - 1].isClass == last.isClass) {
            --begin;
            plain = plain && isNeutral(module, of.decorations[begin].term);
        }
        const facts::ClassIndex owner
            = last.isClass ? of.classes[last.definition].owner : of.functions[last.definition].owner;
        const facts::FunctionIndex parent
            = last.isClass ? of.classes[last.definition].parent : of.functions[last.definition].parent;
        const std::uint32_t scope = owner != kNone ? scopeOf(module, Term::Scope::Class, owner)
                                                   : scopeOf(module, Term::Scope::Function, parent);
        const bool isOverload = !last.isClass && of.functions[last.definition].is(facts::kOverload);
        Node value = plain || isOverload ? kDead : addNode();
        if (value != kDead) {
            add(value,
                last.isClass ? object(What::Class, m_program.classes.id(module, last.definition))
                             : object(What::Function, m_program.modules[module].firstFunction + last.definition));
            for (std::size_t at = end; at-- > begin;) { // the lowest is applied first
                const std::uint32_t term = of.decorations[at].term;
                if (isNeutral(module, term))
                    continue;
                const Node result = addNode();
                const auto site = static_cast<std::uint32_t>(m_sites.size());
                const Node callee = nodeOf(m_firstTerm[module] + term);
                m_sites.push_back({ module, m_firstTerm[module] + term, callee, result,
                    static_cast<std::uint32_t>(m_arguments.size()), 1, true });
                m_arguments.push_back({ value, facts::kPosition });
                m_decorationSites.push_back(site);
                addUse(callee, Do::Call, site);
                value = result;
            }
            const facts::NameId name
                = last.isClass ? of.classes[last.definition].name : of.functions[last.definition].name;
            addEdge(value, variable(scope, key(module, name)));
        }
        end = begin;
    }
}

// A decorator nothing is known of is taken to give back what it got.
void FlowSolver::settleDecorations()
{
    for (const std::uint32_t site : m_decorationSites) {
        if (m_nodes[m_sites[site].result].count == 0)
            addEdge(m_arguments[m_sites[site].firstArgument].node, m_sites[site].result);
    }
}

} // namespace ferroscope::graph
