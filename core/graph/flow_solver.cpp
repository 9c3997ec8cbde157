// SPDX-FileCopyrightText: The Ferroscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/graph/flow_solver.h"

#include "core/graph/lambdas.h"
#include <algorithm>

namespace ferroscope::graph {

namespace {

constexpr std::size_t kAhead = 4; // nodes of the queue that are fetched before their turn
constexpr std::size_t kTrimmed = 1U << 16U; // nodes done before the queue forgets them

} // namespace

FlowSolver::FlowSolver(const Program& program)
    : m_program(program)
    , m_evaluator(program)
{
    const auto intern = [this](std::string_view text) { return m_texts.refer(text); };
    m_names = { intern("__init__"), intern("__new__"), intern("__post_init__"), intern("__call__"),
        intern("__getitem__"), intern("__setitem__"), intern("__iter__"), intern("__next__"), intern("__enter__"),
        intern("__exit__"), intern("__aenter__"), intern("__aexit__"), intern("__aiter__"), intern("__anext__"),
        intern("__get__"), intern("__getattr__"), intern("__contains__"), intern("__class_getitem__") };
}

FlowSolver::Node FlowSolver::addNode()
{
    m_nodes.push_back({});
    return static_cast<Node>(m_nodes.size() - 1);
}

FlowSolver::Object FlowSolver::objectAt(Node node, std::uint8_t position) const
{
    return m_sets.at(m_nodes[node].objects, m_nodes[node].count, position);
}

void FlowSolver::add(Node node, Object object)
{
    Slots& slots = m_nodes[node];
    if (node == kDead || slots.count >= kMostObjects || m_sets.contains(slots.objects, slots.count, object))
        return;
    slots.objects = m_sets.with(slots.objects, slots.count, object);
    ++slots.count;
    if (!slots.queued) {
        slots.queued = true;
        m_queue.push_back(node);
    }
}

void FlowSolver::addEdge(Node from, Node to)
{
    if (from == kDead || to == kDead || from == to)
        return;
    m_edges.push_back({ to, m_nodes[from].firstEdge });
    m_nodes[from].firstEdge = static_cast<std::uint32_t>(m_edges.size() - 1);
    const Slots& source = m_nodes[from];
    Slots& target = m_nodes[to];
    if (source.done == 0)
        return;
    if (target.count != 0) {
        for (std::uint8_t at = 0; at < source.done; ++at)
            add(to, objectAt(from, at));
        return;
    }
    target.objects = m_sets.prefix(source.objects, source.count, source.done);
    target.count = source.done;
    if (!target.queued) {
        target.queued = true;
        m_queue.push_back(to);
    }
}

void FlowSolver::addUse(Node node, Do what, std::uint32_t a, std::uint32_t b)
{
    if (node == kDead)
        return;
    m_uses.push_back({ what, a, b, m_nodes[node].firstUse });
    m_nodes[node].firstUse = static_cast<std::uint32_t>(m_uses.size() - 1);
    const Use use = m_uses[m_uses.size() - 1];
    for (std::uint8_t at = 0; at < m_nodes[node].done; ++at)
        apply(use, objectAt(node, at));
}

// Nodes lie far apart, and waiting for them is most of the time: all are fetched before the first is looked at.
void FlowSolver::gather(std::uint32_t edge)
{
    m_targets.clear();
    while (edge != kNone) {
        const Edge here = m_edges[edge];
        edge = here.next;
        __builtin_prefetch(&m_nodes[here.to]);
        m_targets.push_back(here.to);
    }
}

// What arrives is handed on until nothing new arrives anywhere. Edges and uses added meanwhile take what is done.
void FlowSolver::drain(std::stop_token stop)
{
    const std::size_t most = kSteps * std::max<std::size_t>(1000, m_nodes.size() + m_termsWithoutNode);
    std::size_t taken = 0;
    for (std::size_t at = 0; at < m_queue.size() && m_steps < most; ++at) {
        if (at >= kTrimmed && at * 2 >= m_queue.size()) {
            m_queue.erase(m_queue.begin(), m_queue.begin() + static_cast<std::ptrdiff_t>(at));
            at = 0;
        }
        const Node node = m_queue[at];
        m_nodes[node].queued = false;
        if (at + kAhead < m_queue.size())
            __builtin_prefetch(&m_nodes[m_queue[at + kAhead]]);
        if ((++taken & 0xFFFFU) == 0 && stop.stop_requested())
            return;
        std::uint32_t gathered = kNone;
        m_targets.clear();
        while (m_nodes[node].done < m_nodes[node].count) {
            const Object object = objectAt(node, m_nodes[node].done);
            const std::uint32_t edges = m_nodes[node].firstEdge, uses = m_nodes[node].firstUse;
            ++m_nodes[node].done;
            ++m_steps;
            if (edges != gathered) {
                gathered = edges;
                gather(edges);
            }
            for (std::size_t target = 0; target < m_targets.size(); ++target)
                add(m_targets[target], object);
            for (std::uint32_t next = uses; next != kNone;) {
                const Use use = m_uses[next];
                next = use.next;
                if (next != kNone)
                    __builtin_prefetch(&m_uses[next]);
                apply(use, object);
            }
        }
    }
    m_queue.clear();
}

void FlowSolver::apply(const Use& use, Object object)
{
    switch (use.what) {
    case Do::Load:
        return load(use.a, use.b, object);
    case Do::Store:
        return store(use.a, use.b, object);
    case Do::Call:
        return call(use.a, object, use.b);
    case Do::LoadItem:
        return loadItem(use.a, use.b, object);
    case Do::Slice:
        return slice(use.a, use.b, object);
    case Do::ItemTo:
        return itemTo(use.a, use.b, object);
    case Do::StoreItem:
        return storeItem(use.a, use.b, object);
    case Do::Element:
        return element(use.a, use.b, object);
    case Do::Next:
        return next(use.a, use.b, object);
    case Do::Enter:
        return enter(use.a, object);
    case Do::Raise:
        if (what(object) == What::Class) {
            if (const Callable init = method(idOf(object), m_names.init); init != kNone)
                found(use.a, init, FlowCall::How::Protocol);
        }
        return;
    case Do::Catch:
        if (what(object) == What::Class)
            add(nodeOf(use.a), FlowSolver::object(What::Instance, idOf(object)));
        else if (what(object) == What::List && use.b == 0) // except (A, B)
            addUse(item(idOf(object), facts::kStarred), Do::Catch, use.a, 1);
        return;
    case Do::Operate:
        return operate(use.a, use.b, object);
    case Do::LoadSuper:
        return loadSuper(use.a, use.b, object);
    case Do::Bind:
        return bind(use.b, use.a, object);
    case Do::Access:
        return access(use.a, use.b, object);
    case Do::Callback:
        return runCallback(use.a, use.b, object);
    case Do::Prepare:
        return prepare(use.a, object);
    case Do::TypeOf:
        if (what(object) == What::Instance)
            add(use.a, FlowSolver::object(What::Class, idOf(object)));
        return;
    case Do::Protocol:
        if (!protocol(use.a, object, use.b, kDead) && m_texts[use.b] == "__str__")
            protocol(use.a, object, m_texts.refer("__repr__"), kDead);
        return;
    }
}

bool FlowSolver::isFound(std::uint32_t term, Callable to, FlowCall::How how) const
{
    const std::uint32_t call = to << 2U | static_cast<std::uint32_t>(how);
    for (std::uint32_t at = m_firstFound[term]; at != kNone; at = m_founds[at].next) {
        if (m_founds[at].call == call)
            return true;
    }
    return false;
}

// A term calls few functions, so each has a list.
bool FlowSolver::found(std::uint32_t term, Callable to, FlowCall::How how)
{
    if (isFound(term, to, how))
        return false;
    m_founds.push_back({ to << 2U | static_cast<std::uint32_t>(how), m_firstFound[term] });
    m_firstFound[term] = static_cast<std::uint32_t>(m_founds.size() - 1);
    return true;
}

ModuleId FlowSolver::moduleOfTerm(std::uint32_t term) const
{
    ModuleId module = m_moduleOfBlock[term / kBlock];
    while (module + 1 < m_firstTerm.size() && m_firstTerm[module + 1] <= term)
        ++module;
    return module;
}

const facts::Term& FlowSolver::termAt(std::uint32_t term) const
{
    const ModuleId module = moduleOfTerm(term);
    return facts(module).terms[term - m_firstTerm[module]];
}

const facts::Function* FlowSolver::function(Callable callable) const
{
    if (callable >= m_functionCount)
        return nullptr;
    const ModuleId module = m_callables[callable].module;
    return &facts(module).functions[callable - m_program.modules[module].firstFunction];
}

const facts::Parameter& FlowSolver::parameterOf(Callable callable, std::uint32_t position) const
{
    const CallableInfo& info = m_callables[callable];
    return facts(info.module).parameters[info.parameters + position];
}

bool FlowSolver::isGenerator(Callable callable) const
{
    const facts::Function* of = function(callable);
    return of != nullptr && of->is(facts::kGenerator);
}

// All but what was found.
void FlowSolver::release()
{
    m_nodes.clear();
    m_sets = {};
    m_edges.clear();
    m_uses.clear();
    m_arguments.clear();
    m_sites.clear();
    m_variables = {};
    m_queue = std::vector<Node>();
    m_nodeOf = std::vector<Node>();
}

void FlowSolver::collect(ModuleId module)
{
    const auto count = static_cast<std::uint32_t>(facts(module).terms.size());
    std::vector<FlowCall>& calls = m_result[module].calls;
    std::size_t size = 0;
    for (std::uint32_t term = 0; term < count; ++term) {
        for (std::uint32_t at = m_firstFound[m_firstTerm[module] + term]; at != kNone; at = m_founds[at].next)
            ++size;
    }
    calls.reserve(size);
    for (std::uint32_t term = 0; term < count; ++term) {
        const auto first = static_cast<std::ptrdiff_t>(calls.size());
        for (std::uint32_t at = m_firstFound[m_firstTerm[module] + term]; at != kNone; at = m_founds[at].next) {
            const Callable to = m_founds[at].call >> 2U;
            calls.push_back({ term, to < m_functionCount ? to : kLambdaBit | (to - m_functionCount),
                static_cast<FlowCall::How>(m_founds[at].call & 3U) });
        }
        std::sort(calls.begin() + first, calls.end(), [](const FlowCall& a, const FlowCall& b) {
            return std::tie(a.to, a.how) < std::tie(b.to, b.how);
        });
    }
}

// Functions handed to a call of which nothing inside is known may be called there.
std::vector<FlowCalls> FlowSolver::finish()
{
    for (std::uint32_t at = 0; at < m_sites.size(); ++at) {
        const Site& site = m_sites[at];
        const std::uint8_t callees = m_nodes[site.callee].count;
        bool outside = true;
        for (std::uint8_t each = 0; each < callees && outside; ++each) {
            const Object callee = objectAt(site.callee, each);
            outside = what(callee) == What::External && !isLibrary(m_texts[idOf(callee)]);
        }
        if (callees > 0 && !site.isDecoration)
            m_result[site.module].isKnown[site.term - m_firstTerm[site.module]] = true;
        if (!outside || site.isDecoration)
            continue;
        for (std::uint32_t arg = site.firstArgument; arg < site.firstArgument + site.argumentCount; ++arg) {
            const Node given = m_arguments[arg].node;
            for (std::uint8_t each = 0; each < m_nodes[given].count; ++each) {
                const Object object = objectAt(given, each);
                if ((what(object) == What::Function || what(object) == What::Bound)
                    && !isFound(site.term, idOf(object), FlowCall::How::Callback))
                    found(site.term, idOf(object), FlowCall::How::Passed);
            }
        }
    }
    release();
    for (ModuleId module = 0; module < m_result.size(); ++module)
        collect(module);
    return std::move(m_result);
}

std::vector<FlowCalls> FlowSolver::run(std::stop_token stop)
{
    m_result.resize(m_program.modules.size());
    if (!number())
        return std::move(m_result);
    const auto count = static_cast<ModuleId>(m_program.modules.size());
    const auto each = [&](void (FlowSolver::*step)(ModuleId)) {
        for (ModuleId module = 0; module < count && !stop.stop_requested(); ++module) {
            if (!m_program.index.isShadowed(module))
                (this->*step)(module);
        }
    };
    each(&FlowSolver::declareDefinitions);
    each(&FlowSolver::declareTargets);
    each(&FlowSolver::seedParameters);
    each(&FlowSolver::seedAnnotations);
    each(&FlowSolver::connect);
    drain(stop);
    settleDecorations();
    drain(stop);
    return finish();
}

std::vector<FlowCalls> findFlow(const Program& program, std::stop_token stop)
{
    return FlowSolver(program).run(stop);
}

} // namespace ferroscope::graph
