// SPDX-FileCopyrightText: The Ferroscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
// FlowSolver: attributes, items and what the interpreter calls for loops, `with` and operators.
#include "core/graph/flow_solver.h"

#include "core/base/text.h"
#include <algorithm>

namespace ferroscope::graph {

using How = FlowCall::How;

namespace {

constexpr facts::Key kMostPositions = 8; // of a slice that are told apart
constexpr std::size_t kLongestName = 60; // of something outside the repository

constexpr std::string_view kContainerMethods[] = { "add", "append", "appendleft", "copy", "extend", "get", "insert",
    "items", "keys", "pop", "popitem", "popleft", "setdefault", "sort", "update", "values" };
static_assert(std::is_sorted(std::begin(kContainerMethods), std::end(kContainerMethods)));

} // namespace

// kNone - 1 stands for "none" in the table.
FlowSolver::Callable FlowSolver::method(ClassId id, NameKey name)
{
    const std::uint64_t place = at(Space::Inherited, id, name);
    if (const Callable known = m_variables.find(place); known != kNone)
        return known == kNone - 1 ? kNone : known;
    Callable found = kNone - 1;
    for (const ClassId each : m_program.classes.order(id)) {
        const Callable own = m_variables.find(at(Space::Method, classScope(each), name));
        if (own == kNone)
            continue;
        found = own;
        break;
    }
    m_variables.insert(place, found);
    return found == kNone - 1 ? kNone : found;
}

// Elements of a container: by literal key, 0 for the others, kStarred for all together.
FlowSolver::Node FlowSolver::item(std::uint32_t container, facts::Key key)
{
    const auto [node, isNew]
        = m_variables.insert(at(Space::Item, container, key), static_cast<Node>(m_nodes.size()));
    if (!isNew)
        return node;
    const Node made = addNode();
    if (key != facts::kStarred)
        addEdge(made, item(container, facts::kStarred));
    return made;
}

// What `object.name` may be for an object of exactly this class: what was stored in it, else the first in the
// method resolution order that a class body defines.
FlowSolver::Node FlowSolver::instanceAttribute(ClassId id, NameKey name)
{
    const auto [known, isNew]
        = m_variables.insert(at(Space::InstanceLoad, id, name), static_cast<Node>(m_nodes.size()));
    if (!isNew)
        return known;
    const Node made = addNode();
    const bool isStored = m_stored.find(name) != FlatMap::kMissing;
    bool inBody = false;
    for (const ClassId each : m_program.classes.order(id)) {
        if (isStored)
            addEdge(field(each, name), made);
        if (inBody)
            continue;
        const Node body = this->known(classScope(each), name);
        inBody = body != kNone;
        if (inBody)
            addUse(body, Do::Bind, made, object(What::Instance, id));
    }
    if (!inBody && !isStored) {
        if (const Callable hook = method(id, m_names.getAttribute); hook != kNone) {
            receive(hook, object(What::Instance, id));
            add(made, object(What::Property, hook));
        }
    }
    return made;
}

FlowSolver::Node FlowSolver::classAttribute(ClassId id, NameKey name)
{
    const auto [known, isNew] = m_variables.insert(at(Space::ClassLoad, id, name), static_cast<Node>(m_nodes.size()));
    if (!isNew)
        return known;
    const Node made = addNode();
    for (const ClassId each : m_program.classes.order(id)) {
        const Node body = this->known(classScope(each), name);
        if (body == kNone)
            continue;
        addUse(body, Do::Bind, made, object(What::Class, id));
        return made;
    }
    if (m_stored.find(name) != FlatMap::kMissing)
        addEdge(variable(classScope(id), name), made);
    if (const ClassId meta = metaclass(id); meta != kNone)
        addEdge(instanceAttribute(meta, name), made);
    return made;
}

void FlowSolver::receive(Callable to, Object receiver)
{
    if (m_callables[to].parameterCount == 0)
        return;
    const facts::ParameterKind kind = parameterOf(to, 0).kind;
    if (kind == facts::ParameterKind::Positional || kind == facts::ParameterKind::PositionalOnly)
        add(parameter(to, 0), receiver);
    else if (kind == facts::ParameterKind::VarArgs)
        add(item(m_termCount + parameter(to, 0), facts::kPosition), receiver);
}

// Something a class body holds is looked up on `receiver`.
void FlowSolver::bind(Object receiver, Node to, Object object)
{
    const bool onInstance = what(receiver) == What::Instance;
    if (what(object) == What::Instance) { // a descriptor?
        const Callable getter = method(idOf(object), m_names.get);
        if (getter == kNone)
            return add(to, object);
        receive(getter, object);
        if (onInstance && m_callables[getter].parameterCount > 1)
            add(parameter(getter, 1), receiver);
        return add(to, FlowSolver::object(What::Property, getter));
    }
    if (what(object) != What::Function)
        return add(to, object);
    const facts::Function* of = function(idOf(object));
    const std::uint32_t flags = of == nullptr ? 0 : of->flags;
    if ((flags & facts::kClassMethod) != 0) {
        receive(idOf(object), FlowSolver::object(What::Class, idOf(receiver)));
        return add(to, FlowSolver::object(What::Bound, idOf(object)));
    }
    if ((flags & facts::kStatic) != 0 || !onInstance)
        return add(to, object);
    receive(idOf(object), receiver);
    const bool isProperty = (flags & facts::kProperty) != 0;
    add(to, FlowSolver::object(isProperty ? What::Property : What::Bound, idOf(object)));
}

void FlowSolver::access(std::uint32_t term, Node to, Object object)
{
    if (what(object) != What::Property)
        return add(to, object);
    if (found(term, idOf(object), How::Protocol))
        addEdge(returned(idOf(object)), to);
}

void FlowSolver::load(std::uint32_t term, NameKey name, Object object)
{
    const std::uint32_t id = idOf(object);
    switch (what(object)) {
    case What::Module:
        return addUse(moduleAttribute(id, name, 0), Do::Access, term, nodeOf(term));
    case What::NameSpace: {
        const NameKey made = member(id, name);
        const std::string_view full = m_texts[made];
        if (const ModuleId found = m_program.index.find(full, moduleOfTerm(term)); found != kNone)
            add(nodeOf(term), FlowSolver::object(What::Module, found));
        else if (m_program.index.isNamespace(full))
            add(nodeOf(term), FlowSolver::object(What::NameSpace, made));
        return;
    }
    case What::Class:
        return addUse(classAttribute(id, name), Do::Access, term, nodeOf(term));
    case What::Instance:
        return addUse(instanceAttribute(id, name), Do::Access, term, nodeOf(term));
    case What::External:
        if (m_texts[id].size() + m_texts[name].size() < kLongestName)
            add(nodeOf(term), FlowSolver::object(What::External, member(id, name)));
        return;
    case What::Super: {
        const auto [klass, inside] = m_supers[id];
        if (m_callables[inside].parameterCount > 0)
            addUse(parameter(inside, 0), Do::LoadSuper, term, klass);
        return;
    }
    case What::List:
    case What::Mapping: {
        if (!std::binary_search(std::begin(kContainerMethods), std::end(kContainerMethods), m_texts[name]))
            return;
        const auto next = static_cast<std::uint32_t>(m_containerMethods.size());
        const auto [made, isNew] = m_variables.insert(at(Space::ContainerMethod, id, name), next);
        if (isNew)
            m_containerMethods.emplace_back(object, name);
        return add(nodeOf(term), FlowSolver::object(What::ContainerMethod, made));
    }
    case What::Function:
    case What::Bound: {
        if (m_stored.find(name) == FlatMap::kMissing)
            return;
        const auto [node, isNew]
            = m_variables.insert(at(Space::FunctionField, id, name), static_cast<Node>(m_nodes.size()));
        return addEdge(isNew ? addNode() : node, nodeOf(term));
    }
    default:
        return;
    }
}

void FlowSolver::store(std::uint32_t term, Node value, Object object)
{
    const NameKey name = nameOf(term);
    const std::uint32_t id = idOf(object);
    switch (what(object)) {
    case What::Instance:
        for (const ClassId each : m_program.classes.order(id)) {
            const Callable setter = m_variables.find(at(Space::Setter, classScope(each), name));
            if (setter == kNone)
                continue;
            receive(setter, object);
            if (found(term, setter, How::Protocol) && m_callables[setter].parameterCount > 1)
                addEdge(value, parameter(setter, 1));
            return;
        }
        return addEdge(value, field(id, name));
    case What::Class:
        return addEdge(value, variable(classScope(id), name));
    case What::Module:
        return addEdge(value, variable(scopeOf(id, facts::Term::Scope::Function, 0), name));
    case What::Function:
    case What::Bound: {
        const auto [node, isNew]
            = m_variables.insert(at(Space::FunctionField, id, name), static_cast<Node>(m_nodes.size()));
        return addEdge(value, isNew ? addNode() : node);
    }
    default:
        return;
    }
}

// `method` of an object is called by the interpreter; false if its class has none.
bool FlowSolver::protocol(std::uint32_t term, Object object, NameKey method, Node result, Node argument)
{
    if (what(object) != What::Instance)
        return false;
    const Callable to = this->method(idOf(object), method);
    if (to == kNone)
        return false;
    receive(to, object);
    if (!found(term, to, How::Protocol))
        return true;
    if (argument != kDead && m_callables[to].parameterCount > 1)
        addEdge(argument, parameter(to, m_callables[to].parameterCount - 1));
    if (isGenerator(to))
        add(result, FlowSolver::object(What::Generator, to));
    else
        addEdge(returned(to), result);
    return true;
}

void FlowSolver::loadItem(std::uint32_t term, facts::Key key, Object object)
{
    const Node to = nodeOf(term);
    if (what(object) == What::Class) // Generic[int]
        return add(to, object);
    if (what(object) == What::Instance)
        return static_cast<void>(protocol(term, object, m_names.getItem, to));
    itemTo(to, key, object);
}

// A part of a list is a list of its own; with a literal beginning its positions are known.
void FlowSolver::slice(std::uint32_t term, facts::Key begin, Object object)
{
    if (what(object) == What::Instance) {
        protocol(term, object, m_names.getItem, nodeOf(term));
        return;
    }
    if (what(object) != What::List || idOf(object) == term)
        return;
    add(nodeOf(term), FlowSolver::object(What::List, term));
    if (begin < facts::kPosition || begin - facts::kPosition > kMostPositions)
        return addEdge(item(idOf(object), facts::kStarred), item(term, 0));
    for (facts::Key at = 0; at < kMostPositions; ++at)
        addEdge(item(idOf(object), begin + at), item(term, facts::kPosition | at));
    addEdge(item(idOf(object), 0), item(term, 0));
}

void FlowSolver::itemTo(Node to, facts::Key key, Object object)
{
    switch (what(object)) {
    case What::List:
    case What::Mapping:
        if (key == 0)
            return addEdge(item(idOf(object), facts::kStarred), to);
        addEdge(item(idOf(object), key), to);
        return addEdge(item(idOf(object), 0), to);
    case What::Pair:
        if (key != facts::kPosition) // the second of (key, value)
            addEdge(item(idOf(object), facts::kStarred), to);
        return;
    default:
        return;
    }
}

void FlowSolver::storeItem(std::uint32_t term, Node value, Object object)
{
    const ModuleId module = moduleOfTerm(term);
    const facts::Key written = facts(module).terms[term - m_firstTerm[module]].key;
    if (what(object) == What::Instance)
        return static_cast<void>(protocol(term, object, m_names.setItem, kDead, value));
    if (what(object) == What::List || what(object) == What::Mapping)
        addEdge(value, item(idOf(object), written >= facts::kPosition ? written : key(module, written)));
}

void FlowSolver::element(Node to, std::uint32_t term, Object object)
{
    switch (what(object)) {
    case What::List:
    case What::ValuesView:
    case What::Pair:
        return addEdge(item(idOf(object), facts::kStarred), to);
    case What::Items:
        return add(to, FlowSolver::object(What::Pair, idOf(object)));
    case What::Generator:
        found(term, idOf(object), How::Protocol);
        return addEdge(yielded(idOf(object)), to);
    case What::Instance:
        for (const NameKey name : { m_names.iter, m_names.asyncIter }) {
            const Callable iter = method(idOf(object), name);
            if (iter == kNone)
                continue;
            receive(iter, object);
            if (!found(term, iter, How::Protocol))
                return;
            if (isGenerator(iter))
                return addEdge(yielded(iter), to);
            return addUse(returned(iter), Do::Next, to, term);
        }
        protocol(term, object, m_names.getItem, to);
        return;
    default:
        return;
    }
}

// One step of an iterator.
void FlowSolver::next(Node to, std::uint32_t term, Object object)
{
    if (what(object) == What::Instance) {
        if (!protocol(term, object, m_names.next, to))
            protocol(term, object, m_names.asyncNext, to);
        return;
    }
    element(to, term, object);
}

void FlowSolver::enter(std::uint32_t term, Object object)
{
    if (what(object) == What::Generator) // contextlib.contextmanager
        return addEdge(yielded(idOf(object)), nodeOf(term));
    protocol(term, object, m_names.enter, nodeOf(term));
    protocol(term, object, m_names.asyncEnter, nodeOf(term));
    protocol(term, object, m_names.exit, kDead);
    protocol(term, object, m_names.asyncExit, kDead);
}

void FlowSolver::loadSuper(std::uint32_t term, ClassId klass, Object receiver)
{
    if (what(receiver) != What::Instance && what(receiver) != What::Class)
        return;
    const NameKey name = nameOf(term);
    const std::vector<ClassId>& order = m_program.classes.order(idOf(receiver));
    auto each = std::find(order.begin(), order.end(), klass);
    if (each == order.end())
        return;
    while (++each != order.end()) {
        const Node body = known(classScope(*each), name);
        if (body == kNone)
            continue;
        const Node made = addNode();
        addUse(body, Do::Bind, made, receiver);
        return addUse(made, Do::Access, term, nodeOf(term));
    }
}

void FlowSolver::operate(std::uint32_t term, NameKey name, Object object)
{
    if (what(object) != What::Instance)
        return;
    if (protocol(term, object, name, nodeOf(term)))
        return;
    const std::string_view text = m_texts[name];
    if (text == "__ne__")
        protocol(term, object, m_texts.refer("__eq__"), kDead);
    else if (text == "__contains__")
        protocol(term, object, m_names.iter, kDead);
    else if (startsWith(text, "__i") && text.size() > 6) // __iadd__ -> __add__
        protocol(term, object, m_texts.copy(std::string("__").append(text.substr(3))), nodeOf(term));
}

} // namespace ferroscope::graph
