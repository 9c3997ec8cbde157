// SPDX-FileCopyrightText: The Ferroscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/graph/module_calls.h"

#include "core/facts/frequency.h"
#include "core/graph/builtins.h"
#include "core/graph/certainty.h"
#include "core/graph/lambdas.h"
#include <algorithm>

namespace ferroscope::graph {

namespace {

constexpr std::uint32_t kMostDecoratorLines = 20; // above a class, whose facts do not say where its decorators begin

} // namespace

ModuleCalls::ModuleCalls(
    const Program& program, const MethodNames& names, const FlowCalls& flow, ModuleId module)
    : m_program(program)
    , m_names(names)
    , m_flow(flow)
    , m_module(module)
    , m_facts(*program.modules[module].facts)
    , m_evaluator(program)
{
}

const Values& ModuleCalls::callees(const facts::CallSite& site)
{
    switch (site.receiver) {
    case facts::Receiver::String:
        return m_once = { Value::external("str." + std::string(m_facts.text(site.method))) };
    case facts::Receiver::Bytes:
        return m_once = { Value::external("bytes." + std::string(m_facts.text(site.method))) };
    case facts::Receiver::Super:
        return m_once = m_evaluator.evaluateSuper(m_module, site.function, std::string(m_facts.text(site.method)));
    default:
        break;
    }
    if (site.callee == 0)
        return m_once = {};
    const auto [known, isNew] = m_callees.try_emplace(static_cast<std::uint64_t>(site.function) << 32U | site.callee);
    if (isNew)
        known->second = m_evaluator.evaluate(m_module, site.function, m_facts.text(site.callee));
    return known->second;
}

void ModuleCalls::addExternal(const facts::CallSite& site, std::uint32_t index, const std::string& target)
{
    m_found.externals.push_back({ function(site.function), index, *m_found.targets.insert(target).first });
}

void ModuleCalls::addEdge(const facts::CallSite& site, FunctionId to, float certainty)
{
    addEdge(site.term, { function(site.function), to, site.line, site.frequency, certainty, site.arguments });
}

// `term` says whether a lambda makes the call, which then is an edge of the lambda and of the function around it.
void ModuleCalls::addEdge(std::uint32_t term, const CallEdge& edge)
{
    const bool byLambda = term != kNone && m_facts.terms[term].scope() == facts::Term::Scope::Lambda;
    if (!isLambda(edge.to)) {
        m_found.edges.push_back(edge);
        m_found.edges.back().inLambda = byLambda;
    }
    if (!byLambda && !isLambda(edge.to))
        return;
    m_found.lambdaEdges.push_back(edge);
    if (!byLambda)
        return;
    CallEdge& made = m_found.lambdaEdges.back();
    const std::uint32_t index = m_facts.terms[term].scopeIndex();
    made.from = kLambdaBit | (m_program.modules[m_module].firstLambda + index);
    if (m_facts.lambdas[index].frequency > 0)
        made.weight /= m_facts.lambdas[index].frequency;
}

// Edges to what the flow of values brings to the site; false if that tells nothing.
bool ModuleCalls::addFlow(const facts::CallSite& site)
{
    if (site.term >= m_flow.isKnown.size())
        return false;
    const auto first = std::lower_bound(m_flow.calls.begin(), m_flow.calls.end(), site.term,
        [](const FlowCall& call, std::uint32_t term) { return call.term < term; });
    auto last = first;
    float targets = 0;
    for (; last != m_flow.calls.end() && last->term == site.term; ++last)
        targets += last->how == FlowCall::How::Called ? 1.0F : 0.0F;
    for (auto call = first; call != last; ++call) {
        switch (call->how) {
        case FlowCall::How::Called:
            addEdge(site, call->to,
                targets <= 1 ? certainty::kFlow
                             : certainty::kAlternative * std::min(1.0F, certainty::kFewTargets / targets));
            break;
        case FlowCall::How::Protocol:
            addEdge(site, call->to, certainty::kFlow);
            break;
        case FlowCall::How::Callback:
            addEdge(site, call->to, certainty::kCallback);
            break;
        case FlowCall::How::Passed:
            addEdge(site, call->to, certainty::kAsArgument);
            break;
        }
    }
    return m_flow.isKnown[site.term] || targets > 0;
}

// Calls that nobody wrote as such: operators, properties, loops, `with`, decorators. Those that were found by the
// class of the object already have their weight.
void ModuleCalls::addImplied()
{
    std::unordered_set<std::uint64_t> known;
    const auto pair = [](FunctionId from, FunctionId to) { return static_cast<std::uint64_t>(from) << 32U | to; };
    for (const CallEdge& edge : m_found.edges)
        known.insert(pair(edge.from, edge.to));
    for (const FlowCall& call : m_flow.calls) {
        const facts::Term& term = m_facts.terms[call.term];
        if (m_isSite[call.term])
            continue;
        facts::FunctionIndex from = term.scopeIndex();
        if (term.scope() == facts::Term::Scope::Lambda)
            from = m_facts.lambdas[from].function;
        else if (term.scope() == facts::Term::Scope::Class)
            from = m_facts.classes[from].parent;
        if (known.contains(pair(function(from), call.to)))
            continue;
        std::uint32_t line = term.kind() == facts::Term::Kind::Name || term.hasOperands() ? 0 : term.detail;
        if (line == 0)
            line = std::max(1U, m_facts.functions[from].line);
        addEdge(call.term, { function(from), call.to, line, 1, certainty::kFlow, 1 });
    }
}

// Edges for one thing the callee may be; false if it is nothing that can be called.
bool ModuleCalls::link(const facts::CallSite& site, const Value& value)
{
    switch (value.kind) {
    case Value::Kind::Function:
        addEdge(site, value.id, value.certainty);
        return true;
    case Value::Kind::Class: {
        const FunctionId init = m_evaluator.method(value.id, "__init__");
        const FunctionId make = m_evaluator.method(value.id, "__new__");
        for (const FunctionId to :
            { make, init, init == kNone ? m_evaluator.method(value.id, "__post_init__") : kNone }) {
            if (to != kNone)
                addEdge(site, to, value.certainty);
        }
        return true;
    }
    case Value::Kind::Instance: {
        const FunctionId call = m_evaluator.method(value.id, "__call__");
        if (call != kNone)
            addEdge(site, call, value.certainty);
        return call != kNone;
    }
    default:
        return false;
    }
}

// The last resort for a method of an unknown receiver.
bool ModuleCalls::fallBack(std::uint32_t index)
{
    const facts::CallSite& site = m_facts.calls[index];
    const std::string_view method = m_facts.text(site.method);
    if (site.receiver == facts::Receiver::None || method.empty())
        return false;
    if (isContainerMethod(method)) {
        addExternal(site, index, "?." + std::string(method));
        return true;
    }
    const std::vector<FunctionId>& only = m_names.unique(m_module, method);
    for (const FunctionId to : only)
        addEdge(site, to, certainty::kUniqueName / static_cast<float>(only.size()));
    return !only.empty();
}

void ModuleCalls::addSite(std::uint32_t index)
{
    const facts::CallSite& site = m_facts.calls[index];
    if (site.is(facts::kAsArgument)) // no call here: see FlowCall::How::Passed
        return;
    const std::size_t firstEdge = m_found.edges.size(), firstLambdaEdge = m_found.lambdaEdges.size();
    const Values& values = callees(site);
    ++m_found.total;
    bool resolved = addFlow(site);
    std::vector<FunctionId>& reached = m_reached;
    reached.clear();
    for (std::size_t at = firstEdge; at < m_found.edges.size(); ++at) {
        if (m_found.edges[at].certainty > certainty::kAsArgument)
            reached.push_back(m_found.edges[at].to);
    }
    const Value* outside = nullptr;
    for (const Value& value : values) {
        // What flows there knows decorators; the name alone does not.
        if (value.kind == Value::Kind::Function && !value.isOverride && !reached.empty()
            && std::find(reached.begin(), reached.end(), value.id) == reached.end())
            continue;
        if (value.kind != Value::Kind::External)
            resolved = link(site, value) || resolved;
        else if (outside == nullptr)
            outside = &value;
    }
    if (outside != nullptr) {
        addExternal(site, index, outside->text);
        resolved = true;
    }
    mergeSite(m_found.edges, firstEdge);
    mergeSite(m_found.lambdaEdges, firstLambdaEdge);
    if (site.is(facts::kInWith))
        addWith(site, values);
    if (resolved || (values.empty() && fallBack(index))) {
        ++m_found.resolved;
        return;
    }
    const Unresolved reason = site.method == 0   ? Unresolved::ComputedCallee
        : site.receiver == facts::Receiver::None ? Unresolved::UnknownName
                                                 : Unresolved::UnknownReceiver;
    ++m_found.unresolved[static_cast<std::size_t>(reason)];
}

// Edges to those of the methods that the class of `object` has.
void ModuleCalls::addMethods(facts::FunctionIndex from, std::uint32_t line, float weight, const Value& object,
    std::initializer_list<const char*> names)
{
    if (object.kind != Value::Kind::Instance)
        return;
    for (const char* name : names) {
        const FunctionId to = m_evaluator.method(object.id, name);
        if (to != kNone)
            m_found.edges.push_back(
                { function(from), to, line, weight, std::min(object.certainty, certainty::kProtocol), 1 });
    }
}

void ModuleCalls::addWith(const facts::CallSite& site, const Values& callees)
{
    for (const Value& callee : callees) {
        for (const Value& object : m_evaluator.result(callee))
            addMethods(site.function, site.line, site.frequency, object,
                { "__enter__", "__exit__", "__aenter__", "__aexit__" });
    }
}

void ModuleCalls::addLoop(const facts::Loop& loop)
{
    if (loop.iterable == 0)
        return;
    // Loop::iterable does not say whether what it names is called; a site at its line does.
    const bool isCall
        = hasSite(loop.iterable, loop.line, loop.kind == facts::LoopKind::Comprehension ? loop.endLine : loop.line);
    const Values values = m_evaluator.evaluate(m_module, loop.function, m_facts.text(loop.iterable));
    Values objects;
    for (const Value& value : values)
        merge(objects, isCall ? m_evaluator.result(value) : Values { value });
    const float turns = loop.frequency * facts::kLoopTurns;
    for (const Value& object : objects) {
        addMethods(loop.function, loop.line, loop.frequency, object, { "__iter__", "__aiter__" });
        addMethods(loop.function, loop.line, turns, object, { "__next__", "__anext__" });
    }
}

// `@name` without a call; a decorator that is called first has a site of its own.
void ModuleCalls::addDecorators(
    const std::vector<facts::NameId>& decorators, facts::FunctionIndex scope, std::uint32_t first, std::uint32_t line)
{
    for (const facts::NameId decorator : decorators) {
        if (hasSite(decorator, first, line))
            continue;
        facts::CallSite site;
        site.function = scope;
        site.line = first;
        site.arguments = 1;
        for (const Value& value : m_evaluator.evaluate(m_module, scope, m_facts.text(decorator)))
            link(site, value);
    }
}

void ModuleCalls::addDecorators()
{
    for (std::size_t i = 1; i < m_facts.functions.size(); ++i) {
        const facts::Function& each = m_facts.functions[i];
        addDecorators(each.decorators, each.parent, each.firstLine, each.line);
    }
    for (const facts::Class& each : m_facts.classes)
        addDecorators(each.decorators, each.parent, each.line - std::min(each.line, kMostDecoratorLines), each.line);
}

// Of one site that was resolved in several ways the surest counts.
void ModuleCalls::mergeSite(std::vector<CallEdge>& edges, std::size_t first)
{
    const auto begin = edges.begin() + static_cast<std::ptrdiff_t>(first);
    std::stable_sort(begin, edges.end(), [](const CallEdge& a, const CallEdge& b) {
        return a.to != b.to ? a.to < b.to : a.certainty > b.certainty;
    });
    edges.erase(std::unique(begin, edges.end(), [](const CallEdge& a, const CallEdge& b) { return a.to == b.to; }),
        edges.end());
}

// One edge per pair: weights add up, the surest site gives the certainty.
void ModuleCalls::mergeEdges(std::vector<CallEdge>& edges)
{
    std::stable_sort(edges.begin(), edges.end(),
        [](const CallEdge& a, const CallEdge& b) { return std::tie(a.from, a.to) < std::tie(b.from, b.to); });
    std::vector<CallEdge> merged;
    for (const CallEdge& edge : edges) {
        if (merged.empty() || merged.back().from != edge.from || merged.back().to != edge.to) {
            merged.push_back(edge);
            continue;
        }
        CallEdge& sum = merged.back();
        sum.line = std::min(sum.line, edge.line);
        sum.weight += edge.weight;
        sum.certainty = std::max(sum.certainty, edge.certainty);
        sum.arguments = std::max(sum.arguments, edge.arguments);
        sum.inLambda = sum.inLambda && edge.inLambda;
    }
    merged.shrink_to_fit();
    edges = std::move(merged);
}

void ModuleCalls::indexSites()
{
    m_isSite.assign(m_facts.terms.size(), false);
    for (const facts::CallSite& site : m_facts.calls) {
        if (site.term != kNone)
            m_isSite[site.term] = true;
        if (site.callee != 0 && !site.is(facts::kAsArgument))
            m_sites.emplace_back(site.callee, site.line);
    }
    std::sort(m_sites.begin(), m_sites.end());
}

bool ModuleCalls::hasSite(facts::NameId callee, std::uint32_t firstLine, std::uint32_t lastLine) const
{
    const auto at = std::lower_bound(m_sites.begin(), m_sites.end(), std::pair(callee, firstLine));
    return at != m_sites.end() && at->first == callee && at->second <= lastLine;
}

FoundCalls ModuleCalls::run()
{
    indexSites();
    for (std::uint32_t i = 0; i < m_facts.calls.size(); ++i)
        addSite(i);
    for (const facts::Loop& loop : m_facts.loops)
        addLoop(loop);
    addDecorators();
    addImplied();
    mergeEdges(m_found.edges);
    mergeEdges(m_found.lambdaEdges);
    m_found.externals.shrink_to_fit();
    std::stable_sort(
        m_found.externals.begin(), m_found.externals.end(), [](const ExternalCall& a, const ExternalCall& b) {
            return std::tie(a.from, a.site) < std::tie(b.from, b.site);
        });
    return std::move(m_found);
}

} // namespace ferroscope::graph
