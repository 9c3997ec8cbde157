// SPDX-FileCopyrightText: The Ferroscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
// FlowSolver: functions outside the repository whose effect on functions and objects is known.
#include "core/graph/flow_solver.h"

#include <algorithm>

namespace ferroscope::graph {

using How = FlowCall::How;

namespace {

enum class Effect : std::uint8_t {
    SameAsFirst, // gives back its first argument
    FirstOfFirst, // calls what is passed later on it: wraps(f) -> decorator
    Map, Filter, Sorted, Least, Reduce, Partial, Super, TypeOf, Next, Enumerate, MakeDict, Method
};

struct Entry {
    std::string_view name;
    Effect effect;
    std::string_view method; // for Method: what it calls
};

// Sorted by name.
constexpr Entry kEntries[] = {
    { "abc.abstractmethod", Effect::SameAsFirst, "" },
    { "builtins.abs", Effect::Method, "__abs__" },
    { "builtins.bool", Effect::Method, "__bool__" },
    { "builtins.bytes", Effect::Method, "__bytes__" },
    { "builtins.classmethod", Effect::SameAsFirst, "" },
    { "builtins.dict", Effect::MakeDict, "" },
    { "builtins.enumerate", Effect::Enumerate, "" },
    { "builtins.filter", Effect::Filter, "" },
    { "builtins.float", Effect::Method, "__float__" },
    { "builtins.frozenset", Effect::SameAsFirst, "" },
    { "builtins.hash", Effect::Method, "__hash__" },
    { "builtins.int", Effect::Method, "__int__" },
    { "builtins.iter", Effect::SameAsFirst, "" },
    { "builtins.len", Effect::Method, "__len__" },
    { "builtins.list", Effect::SameAsFirst, "" },
    { "builtins.map", Effect::Map, "" },
    { "builtins.max", Effect::Least, "" },
    { "builtins.min", Effect::Least, "" },
    { "builtins.next", Effect::Next, "" },
    { "builtins.property", Effect::SameAsFirst, "" },
    { "builtins.repr", Effect::Method, "__repr__" },
    { "builtins.reversed", Effect::SameAsFirst, "" },
    { "builtins.set", Effect::SameAsFirst, "" },
    { "builtins.sorted", Effect::Sorted, "" },
    { "builtins.staticmethod", Effect::SameAsFirst, "" },
    { "builtins.str", Effect::Method, "__str__" },
    { "builtins.super", Effect::Super, "" },
    { "builtins.tuple", Effect::SameAsFirst, "" },
    { "builtins.type", Effect::TypeOf, "" },
    { "collections.OrderedDict", Effect::MakeDict, "" },
    { "collections.deque", Effect::SameAsFirst, "" },
    { "contextlib.asynccontextmanager", Effect::SameAsFirst, "" },
    { "contextlib.contextmanager", Effect::SameAsFirst, "" },
    { "copy.copy", Effect::SameAsFirst, "" },
    { "copy.deepcopy", Effect::SameAsFirst, "" },
    { "dataclasses.dataclass", Effect::SameAsFirst, "" },
    { "functools.cache", Effect::SameAsFirst, "" },
    { "functools.cached_property", Effect::SameAsFirst, "" },
    { "functools.lru_cache", Effect::SameAsFirst, "" },
    { "functools.lru_cache()", Effect::SameAsFirst, "" },
    { "functools.partial", Effect::Partial, "" },
    { "functools.partialmethod", Effect::Partial, "" },
    { "functools.reduce", Effect::Reduce, "" },
    { "functools.singledispatch", Effect::SameAsFirst, "" },
    { "functools.total_ordering", Effect::SameAsFirst, "" },
    { "functools.wraps", Effect::FirstOfFirst, "" },
    { "functools.wraps()", Effect::SameAsFirst, "" },
    { "itertools.filterfalse", Effect::Filter, "" },
    { "itertools.starmap", Effect::Map, "" },
    { "itertools.takewhile", Effect::Filter, "" },
};
static_assert(std::is_sorted(std::begin(kEntries), std::end(kEntries),
    [](const Entry& a, const Entry& b) { return a.name < b.name; }));

} // namespace

bool FlowSolver::isLibrary(std::string_view name)
{
    const auto at = std::lower_bound(std::begin(kEntries), std::end(kEntries), name,
        [](const Entry& entry, std::string_view wanted) { return entry.name < wanted; });
    if (at == std::end(kEntries) || at->name != name)
        return false;
    return at->effect == Effect::SameAsFirst || at->effect == Effect::FirstOfFirst || at->effect == Effect::Partial;
}

// The argument at a position; kDead if there is none or it cannot hold anything.
FlowSolver::Node FlowSolver::argument(std::uint32_t site, std::uint32_t position) const
{
    const Site& made = m_sites[site];
    for (std::uint32_t at = made.firstArgument; at < made.firstArgument + made.argumentCount; ++at) {
        if (m_arguments[at].key == (facts::kPosition | position))
            return m_arguments[at].node;
    }
    return kDead;
}

FlowSolver::Node FlowSolver::keyword(std::uint32_t site, std::string_view name)
{
    const Site& made = m_sites[site];
    const NameKey wanted = m_texts.refer(name);
    for (std::uint32_t at = made.firstArgument; at < made.firstArgument + made.argumentCount; ++at) {
        if (m_arguments[at].key == wanted)
            return m_arguments[at].node;
    }
    return kDead;
}

// One more than the last position that holds something.
std::uint32_t FlowSolver::positional(std::uint32_t site) const
{
    const Site& made = m_sites[site];
    std::uint32_t count = 1;
    for (std::uint32_t at = made.firstArgument; at < made.firstArgument + made.argumentCount; ++at) {
        const facts::Key key = m_arguments[at].key;
        if (key >= facts::kPosition && key < facts::kDoubleStarred)
            count = std::max(count, key - facts::kPosition + 1);
    }
    return count;
}

// Native code calls `function` with `argument`, or with the elements of it.
void FlowSolver::callback(std::uint32_t site, Node function, Node argument, bool isElement)
{
    Node given = argument;
    if (isElement && argument != kDead) {
        given = addNode();
        addUse(argument, Do::Element, given, m_sites[site].term);
    }
    addUse(function, Do::Callback, site, given);
}

void FlowSolver::runCallback(std::uint32_t site, Node argument, Object object)
{
    const Site made = m_sites[site];
    const std::uint32_t id = idOf(object);
    Callable to = id;
    std::uint32_t position = 0;
    switch (what(object)) {
    case What::Function:
        break;
    case What::Bound:
        position = 1;
        break;
    case What::Instance:
        to = method(id, m_names.call);
        position = 1;
        break;
    case What::Class:
        add(item(made.term, 0), FlowSolver::object(What::Instance, id));
        to = method(id, m_names.init);
        position = 1;
        if (to != kNone)
            receive(to, FlowSolver::object(What::Instance, id));
        break;
    default:
        return;
    }
    if (to == kNone)
        return;
    found(made.term, to, How::Callback);
    if (argument != kDead && position < m_callables[to].parameterCount)
        addEdge(argument, parameter(to, position));
    if (what(object) != What::Class)
        addEdge(returned(to), item(made.term, 0));
}

void FlowSolver::callExternal(std::uint32_t site, std::string_view name)
{
    const Site made = m_sites[site];
    const auto at = std::lower_bound(std::begin(kEntries), std::end(kEntries), name,
        [](const Entry& entry, std::string_view wanted) { return entry.name < wanted; });
    const Node first = argument(site, 0);
    if (at == std::end(kEntries) || at->name != name) {
        if (made.isDecoration) // it registers or wraps the function
            addEdge(first, made.result);
        else if (const Node key = keyword(site, "key"); key != kDead)
            callback(site, key, kDead, false);
        return;
    }
    const Object container = object(What::List, made.term);
    switch (at->effect) {
    case Effect::SameAsFirst:
        if (first == kDead) // lru_cache(maxsize=1)
            add(made.result, object(What::External, m_texts.copy(name)));
        return addEdge(first, made.result);
    case Effect::FirstOfFirst:
        return add(made.result, object(What::External, m_texts.copy(std::string(name) + "()")));
    case Effect::Map:
        callback(site, first, argument(site, 1), true);
        return add(made.result, container);
    case Effect::Filter:
        callback(site, first, argument(site, 1), true);
        return addEdge(argument(site, 1), made.result);
    case Effect::Sorted:
        callback(site, keyword(site, "key"), first, true);
        return addEdge(first, made.result);
    case Effect::Least: {
        const bool several = argument(site, 1) != kDead;
        callback(site, keyword(site, "key"), first, !several);
        if (!several)
            return addUse(first, Do::Element, made.result, made.term);
        for (std::uint32_t arg = made.firstArgument; arg < made.firstArgument + made.argumentCount; ++arg) {
            if (m_arguments[arg].key >= facts::kPosition)
                addEdge(m_arguments[arg].node, made.result);
        }
        return;
    }
    case Effect::Reduce:
        callback(site, first, argument(site, 1), true);
        return addEdge(item(made.term, 0), made.result);
    case Effect::Partial:
        add(made.result, object(What::Partial, site));
        return addUse(first, Do::Prepare, site);
    case Effect::Super: {
        const facts::Term& term = termAt(made.term);
        const facts::FileFacts& of = facts(made.module);
        facts::FunctionIndex inside = term.scopeIndex();
        if (term.scope() == facts::Term::Scope::Lambda)
            inside = of.lambdas[inside].function;
        else if (term.scope() == facts::Term::Scope::Class)
            return;
        inside = enclosingMethod(of, inside);
        if (inside == kNone)
            return;
        m_supers.emplace_back(m_program.classes.id(made.module, of.functions[inside].owner),
            m_program.modules[made.module].firstFunction + inside);
        return add(made.result, object(What::Super, static_cast<std::uint32_t>(m_supers.size() - 1)));
    }
    case Effect::TypeOf:
        return addUse(first, Do::TypeOf, made.result);
    case Effect::Next:
        return addUse(first, Do::Next, made.result, made.term);
    case Effect::Enumerate:
        addUse(first, Do::Element, item(made.term, 0), made.term);
        return add(made.result, object(What::Items, made.term));
    case Effect::MakeDict:
        add(made.result, object(What::Mapping, made.term));
        for (std::uint32_t arg = made.firstArgument; arg < made.firstArgument + made.argumentCount; ++arg) {
            if (m_arguments[arg].key < facts::kPosition)
                addEdge(m_arguments[arg].node, item(made.term, m_arguments[arg].key));
        }
        return addEdge(first, made.result);
    case Effect::Method:
        return addUse(first, Do::Protocol, made.term, m_texts.refer(at->method));
    }
}

// Methods of lists, dicts and sets that take or give elements.
void FlowSolver::callContainer(std::uint32_t site, std::uint32_t method)
{
    const auto [container, key] = m_containerMethods[method];
    const std::string_view name = m_texts[key];
    const std::uint32_t id = idOf(container);
    const Site made = m_sites[site];
    if (name == "append" || name == "add" || name == "appendleft")
        return addEdge(argument(site, 0), item(id, 0));
    if (name == "insert")
        return addEdge(argument(site, 1), item(id, 0));
    if (name == "extend")
        return addUse(argument(site, 0), Do::Element, item(id, 0), made.term);
    if (name == "update") {
        for (std::uint32_t arg = made.firstArgument; arg < made.firstArgument + made.argumentCount; ++arg) {
            if (m_arguments[arg].key < facts::kPosition)
                addEdge(m_arguments[arg].node, item(id, m_arguments[arg].key));
        }
        return addUse(argument(site, 0), what(container) == What::List ? Do::Element : Do::ItemTo, item(id, 0),
            what(container) == What::List ? made.term : 0);
    }
    if (name == "get" || name == "pop" || name == "popleft" || name == "setdefault") {
        addEdge(argument(site, 1), name == "setdefault" ? item(id, 0) : made.result);
        return addEdge(item(id, facts::kStarred), made.result);
    }
    if (name == "values")
        return add(made.result, object(What::ValuesView, id));
    if (name == "items")
        return add(made.result, object(What::Items, id));
    if (name == "popitem")
        return add(made.result, object(What::Pair, id));
    if (name == "copy")
        return add(made.result, container);
    if (name == "sort") {
        const Node given = addNode();
        addEdge(item(id, facts::kStarred), given);
        callback(site, keyword(site, "key"), given, false);
    }
}

} // namespace ferroscope::graph
