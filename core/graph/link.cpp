// SPDX-FileCopyrightText: The Ferroscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/graph/link.h"

#include "core/base/parallel.h"
#include "core/graph/attribute_edges.h"
#include "core/graph/call_graph.h"
#include "core/graph/contexts.h"
#include "core/graph/cycles.h"
#include "core/graph/exports.h"
#include "core/graph/shared_state.h"
#include "core/graph/test_links.h"
#include <algorithm>
#include <chrono>
#include <numeric>

namespace ferroscope::graph {

namespace {

// Modules in order of paths; files without facts are left out.
std::vector<Module> makeModules(
    const source::SourceSet& sources, std::vector<std::shared_ptr<const facts::FileFacts>> facts)
{
    std::vector<std::size_t> order;
    for (std::size_t i = 0; i < std::min(sources.files.size(), facts.size()); ++i) {
        if (facts[i] != nullptr)
            order.push_back(i);
    }
    std::stable_sort(order.begin(), order.end(),
        [&](std::size_t a, std::size_t b) { return sources.files[a].path < sources.files[b].path; });
    std::vector<Module> modules;
    modules.reserve(order.size());
    FunctionId next = 0;
    std::uint32_t nextLambda = 0;
    for (const std::size_t i : order) {
        Module module;
        module.file = sources.files[i];
        module.facts = std::move(facts[i]);
        module.firstFunction = next;
        module.functionCount = static_cast<std::uint32_t>(module.facts->functions.size());
        next += module.functionCount;
        module.firstLambda = nextLambda;
        nextLambda += static_cast<std::uint32_t>(module.facts->lambdas.size());
        modules.push_back(std::move(module));
    }
    return modules;
}

// Of facts that only the modules hold.
void dropFlow(const std::vector<Module>& modules)
{
    for (const Module& module : modules) {
        if (module.facts.use_count() != 1)
            continue;
        facts::FileFacts& own = const_cast<facts::FileFacts&>(*module.facts);
        std::vector<facts::Term>().swap(own.terms);
        std::vector<facts::Operand>().swap(own.operands);
        std::vector<facts::Flow>().swap(own.flows);
        std::vector<facts::Decoration>().swap(own.decorations);
    }
}

// At most 20 reports a second; `fraction` is that of this stage.
class Reporter {
public:
    Reporter(const ProgressSink& sink, std::size_t total)
        : m_sink(sink)
        , m_total(total)
    {
    }
    void report(std::size_t done)
    {
        const auto now = std::chrono::steady_clock::now();
        if (!m_sink || (done < m_total && now - m_last < std::chrono::milliseconds(50)))
            return;
        m_last = now;
        Progress progress;
        progress.stage = Stage::Link;
        progress.done = done;
        progress.total = m_total;
        progress.fraction = m_total == 0 ? 1.0 : static_cast<double>(done) / static_cast<double>(m_total);
        m_sink(progress);
    }

private:
    const ProgressSink& m_sink;
    std::size_t m_total;
    std::chrono::steady_clock::time_point m_last {};
};

} // namespace

Result<Codebase> link(source::SourceSet sources, std::vector<std::shared_ptr<const facts::FileFacts>> facts,
    std::stop_token stop, const ProgressSink& sink, unsigned jobs, FlowFacts flow)
{
    Codebase codebase;
    codebase.modules = makeModules(sources, std::move(facts));
    codebase.sources = std::move(sources);
    linkStubs(codebase.modules);
    for (const Module& module : codebase.modules)
        codebase.functionCount += module.functionCount;

    // Calls take most of the time: a module counts as done when its calls are resolved.
    Reporter reporter(sink, codebase.modules.size());
    const ModuleIndex index(codebase.modules);
    const ImportTargets targets = resolveImports(codebase.modules, index, jobs, stop);
    if (stop.stop_requested())
        return failure(ErrorCode::Cancelled);
    buildImportGraph(codebase, targets);
    const Symbols symbols(codebase.modules, targets, jobs, stop);
    Program program { codebase.modules, index, targets, symbols, Classes(codebase.modules) };
    resolveBases(program, jobs, stop);
    if (stop.stop_requested())
        return failure(ErrorCode::Cancelled);
    const auto findBeside = [&](unsigned threads) { // all that needs no calls
        findAttributeEdges(codebase, program, threads, stop);
        const Exports exports(codebase.modules, index, targets, symbols);
        findImportedNames(codebase, targets, exports, threads, stop);
        findSharedState(codebase, targets, symbols, exports);
        findCycles(codebase, targets, threads, stop);
    };
    buildCallGraph(codebase, program, jobs, stop, findBeside, [&](std::size_t done) { reporter.report(done); });
    if (stop.stop_requested())
        return failure(ErrorCode::Cancelled);
    if (flow == FlowFacts::Dropped)
        dropFlow(codebase.modules);
    linkTests(codebase, targets);
    if (stop.stop_requested())
        return failure(ErrorCode::Cancelled);
    if (const Result<void> contexts = findContexts(codebase, stop); !contexts)
        return tl::unexpected(contexts.error());
    reporter.report(codebase.modules.size());
    return codebase;
}

} // namespace ferroscope::graph
