// SPDX-FileCopyrightText: The Ferroscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/graph/call_graph.h"

#include "core/base/parallel.h"
#include "core/base/text.h"
#include "core/graph/builtins.h"
#include "core/graph/certainty.h"
#include "core/graph/method_names.h"
#include <algorithm>
#include <atomic>

namespace ferroscope::graph {

namespace {

struct Found {
    std::vector<CallEdge> edges;
    std::vector<ExternalCall> externals;
    std::array<std::size_t, static_cast<std::size_t>(Unresolved::Size_)> unresolved {};
    std::size_t total = 0, resolved = 0;
};

class ModuleCalls {
public:
    ModuleCalls(const Program& program, const MethodNames& names, ModuleId module)
        : m_program(program)
        , m_names(names)
        , m_module(module)
        , m_facts(*program.modules[module].facts)
        , m_evaluator(program)
    {
    }
    Found run();

private:
    Values callees(const facts::CallSite& site);
    bool link(const facts::CallSite& site, const Value& value, float most);
    void addEdge(const facts::CallSite& site, FunctionId to, float certainty);
    bool fallBack(std::uint32_t index);
    FunctionId caller(const facts::CallSite& site) const { return m_program.modules[m_module].firstFunction + site.function; }

    const Program& m_program;
    const MethodNames& m_names;
    const ModuleId m_module;
    const facts::FileFacts& m_facts;
    Evaluator m_evaluator;
    Found m_found;
};

Values ModuleCalls::callees(const facts::CallSite& site)
{
    const std::string_view method = m_facts.text(site.method);
    const auto ofType = [&](const char* type) {
        Value value;
        value.text = std::string(type) + "." + std::string(method);
        return Values { value };
    };
    switch (site.receiver) {
    case facts::Receiver::String:
        return ofType("str");
    case facts::Receiver::Bytes:
        return ofType("bytes");
    case facts::Receiver::Super:
        return m_evaluator.evaluateSuper(m_module, site.function, method);
    default:
        break;
    }
    if (site.callee == 0)
        return {};
    return m_evaluator.evaluate(m_module, site.function, m_facts.text(site.callee));
}

void ModuleCalls::addEdge(const facts::CallSite& site, FunctionId to, float certainty)
{
    m_found.edges.push_back({ caller(site), to, site.line, site.frequency, certainty, site.arguments });
}

// Edges for one thing the callee may be; false if it is nothing that can be called.
bool ModuleCalls::link(const facts::CallSite& site, const Value& value, float most)
{
    const float certainty = std::min(value.certainty, most);
    switch (value.kind) {
    case Value::Kind::Function:
        addEdge(site, value.id, certainty);
        return true;
    case Value::Kind::Class: {
        const FunctionId init = m_evaluator.method(value.id, "__init__");
        const FunctionId make = m_evaluator.method(value.id, "__new__");
        for (const FunctionId to : { make, init, init == kNone ? m_evaluator.method(value.id, "__post_init__") : kNone }) {
            if (to != kNone)
                addEdge(site, to, certainty);
        }
        return true;
    }
    case Value::Kind::Instance: {
        const FunctionId call = m_evaluator.method(value.id, "__call__");
        if (call != kNone)
            addEdge(site, call, certainty);
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
        m_found.externals.push_back({ caller(site), index, "?." + std::string(method) });
        return true;
    }
    const FunctionId only = m_names.unique(m_module, method);
    if (only == kNone)
        return false;
    addEdge(site, only, certainty::kUniqueName);
    return true;
}

Found ModuleCalls::run()
{
    for (std::uint32_t i = 0; i < m_facts.calls.size(); ++i) {
        const facts::CallSite& site = m_facts.calls[i];
        const Values values = callees(site);
        if (site.is(facts::kAsArgument)) { // no call here: whoever gets it may call it
            for (const Value& value : values) {
                if (!value.isOverride && value.kind != Value::Kind::Instance)
                    link(site, value, certainty::kAsArgument);
            }
            continue;
        }
        ++m_found.total;
        bool resolved = false;
        const Value* outside = nullptr;
        for (const Value& value : values) {
            if (value.kind != Value::Kind::External)
                resolved = link(site, value, certainty::kDirect) || resolved;
            else if (outside == nullptr)
                outside = &value;
        }
        if (outside != nullptr) {
            m_found.externals.push_back({ caller(site), i, outside->text });
            resolved = true;
        }
        if (resolved || (values.empty() && fallBack(i))) {
            ++m_found.resolved;
            continue;
        }
        const Unresolved reason = site.method == 0 ? Unresolved::ComputedCallee
            : site.receiver == facts::Receiver::None ? Unresolved::UnknownName
                                                     : Unresolved::UnknownReceiver;
        ++m_found.unresolved[static_cast<std::size_t>(reason)];
    }
    // One edge per pair: weights add up, the surest site gives the certainty.
    std::stable_sort(m_found.edges.begin(), m_found.edges.end(),
        [](const CallEdge& a, const CallEdge& b) { return std::tie(a.from, a.to) < std::tie(b.from, b.to); });
    std::vector<CallEdge> merged;
    for (const CallEdge& edge : m_found.edges) {
        if (merged.empty() || merged.back().from != edge.from || merged.back().to != edge.to) {
            merged.push_back(edge);
            continue;
        }
        CallEdge& sum = merged.back();
        sum.line = std::min(sum.line, edge.line);
        sum.weight += edge.weight;
        sum.certainty = std::max(sum.certainty, edge.certainty);
        sum.arguments = std::max(sum.arguments, edge.arguments);
    }
    m_found.edges = std::move(merged);
    std::stable_sort(m_found.externals.begin(), m_found.externals.end(),
        [](const ExternalCall& a, const ExternalCall& b) { return std::tie(a.from, a.site) < std::tie(b.from, b.site); });
    return std::move(m_found);
}

} // namespace

void buildCallGraph(Codebase& codebase, const Program& program, unsigned jobs, std::stop_token stop,
    const std::function<void(std::size_t)>& done)
{
    const MethodNames names(codebase);
    std::vector<Found> found(codebase.modules.size());
    std::atomic<std::size_t> count { 0 };
    parallelFor(codebase.modules.size(), jobs, stop, [&](std::size_t i, unsigned worker) {
        const auto module = static_cast<ModuleId>(i);
        if (!program.index.isShadowed(module))
            found[i] = ModuleCalls(program, names, module).run();
        const std::size_t finished = ++count;
        if (worker == 0)
            done(finished);
    });
    for (Found& each : found) {
        codebase.calls.insert(codebase.calls.end(), each.edges.begin(), each.edges.end());
        std::move(each.externals.begin(), each.externals.end(), std::back_inserter(codebase.externalCalls));
        for (std::size_t reason = 0; reason < each.unresolved.size(); ++reason)
            codebase.unresolvedCalls[reason] += each.unresolved[reason];
        codebase.callsTotal += each.total;
        codebase.callsResolved += each.resolved;
    }
}

} // namespace ferroscope::graph
