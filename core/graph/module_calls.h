// SPDX-FileCopyrightText: The Ferroscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
// ModuleCalls: the calls that one module makes. Used by buildCallGraph(), one per module and thread.
#pragma once

#include "core/graph/evaluator.h"
#include "core/graph/flow.h"
#include "core/graph/method_names.h"
#include <array>
#include <unordered_map>
#include <unordered_set>

namespace ferroscope::graph {

struct FoundCalls {
    std::vector<CallEdge> edges, lambdaEdges; // sorted by (from, to), each pair once
    std::vector<ExternalCall> externals; // sorted by (from, site)
    std::unordered_set<std::string> targets; // of externals
    std::array<std::size_t, static_cast<std::size_t>(Unresolved::Size_)> unresolved {};
    std::size_t total = 0, resolved = 0;
};

class ModuleCalls {
public:
    ModuleCalls(const Program& program, const MethodNames& names, const FlowCalls& flow, ModuleId module);
    FoundCalls run();

private:
    void addSite(std::uint32_t index);
    void addDecorators();
    void addDecorators(const std::vector<facts::NameId>& decorators, facts::FunctionIndex scope, std::uint32_t first,
        std::uint32_t line);
    void addLoop(const facts::Loop& loop);
    void addWith(const facts::CallSite& site, const Values& callees);
    const Values& callees(const facts::CallSite& site);
    void addExternal(const facts::CallSite& site, std::uint32_t index, const std::string& target);
    bool link(const facts::CallSite& site, const Value& value);
    bool fallBack(std::uint32_t index);
    void addEdge(const facts::CallSite& site, FunctionId to, float certainty);
    void addEdge(std::uint32_t term, const CallEdge& edge);
    bool addFlow(const facts::CallSite& site);
    void addImplied();
    void addMethods(facts::FunctionIndex from, std::uint32_t line, float weight, const Value& object,
        std::initializer_list<const char*> names);
    static void mergeSite(std::vector<CallEdge>& edges, std::size_t first);
    static void mergeEdges(std::vector<CallEdge>& edges);
    void indexSites();
    bool hasSite(facts::NameId callee, std::uint32_t firstLine, std::uint32_t lastLine) const;
    FunctionId function(facts::FunctionIndex index) const { return m_program.modules[m_module].firstFunction + index; }

    const Program& m_program;
    const MethodNames& m_names;
    const FlowCalls& m_flow;
    const ModuleId m_module;
    const facts::FileFacts& m_facts;
    Evaluator m_evaluator;
    std::vector<std::pair<facts::NameId, std::uint32_t>> m_sites; // (callee, line) of every call, sorted
    std::vector<bool> m_isSite; // by term
    std::unordered_map<std::uint64_t, Values> m_callees; // by function and callee: most are called more than once
    Values m_once; // of a callee that is not kept
    std::vector<FunctionId> m_reached; // by the flow, of the site at hand
    FoundCalls m_found;
};

} // namespace ferroscope::graph
