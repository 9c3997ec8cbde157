// SPDX-FileCopyrightText: The Ferroscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis/planning_problem.h"
#include "core/base/parallel.h"
#include "core/base/text.h"
#include "core/graph/stub_hints.h"
#include "core/scoring/boundary_price.h"

#include <algorithm>
#include <map>
#include <set>

namespace ferroscope::analysis {

namespace {

using roadmap::kNoIndex;

// A unit that runs native code for this many times its interpreted work has nothing to gain in Rust; one that
// waits for even a part of it is I/O code, which the guide leaves in Python.
constexpr double kMostlyNative = 3.0;
constexpr double kWaits = 0.25;

class ProblemBuilder {
public:
    explicit ProblemBuilder(const Judged& judged)
        : m_judged(judged)
        , m_base(judged.codebase)
    {
        m_problem.unitOf.assign(judged.codebase.functionCount, kNoIndex);
    }

    std::pair<Problem, roadmap::PlanInput> build()
    {
        m_problem.planModuleOf.assign(m_base.modules.size(), kNoIndex);
        for (graph::ModuleId id = 0; id < m_base.modules.size(); ++id) {
            if (m_judged.isJudged(id))
                addModule(id);
        }
        m_problem.firstUnit.push_back(static_cast<std::uint32_t>(m_input.units.size()));
        addLinks();
        m_input.runTime = m_judged.heat.total();
        if (m_judged.heat.perSecond > 0)
            toMeasuredTime();
        for (std::size_t unit = 0; unit < m_sizes.size(); ++unit) {
            m_problem.sizes.push_back(m_sizes[unit].effort);
            m_input.units[unit].effort = m_problem.pins[unit] == Pin::ModuleCode ? Range {} : roadmap::portEffort(m_sizes[unit].effort, m_input.costs);
        }
        addCycleEdges();
        return { std::move(m_problem), std::move(m_input) };
    }

private:
    void addModule(graph::ModuleId id)
    {
        const graph::Module& module = m_base.modules[id];
        const facts::FileFacts& facts = *module.facts;
        m_problem.planModuleOf[id] = static_cast<std::uint32_t>(m_input.modules.size());
        m_problem.moduleOfPlan.push_back(id);
        m_problem.firstUnit.push_back(static_cast<std::uint32_t>(m_input.units.size()));
        m_input.modules.push_back(describe(id));

        const graph::StubHints hints(m_base, id);
        const std::set<graph::FunctionId> vetoed = vetoedFunctions(id);
        const bool wholeVetoed = vetoed.contains(module.firstFunction);
        std::vector<std::uint32_t> unitOfClass(facts.classes.size(), kNoIndex);
        for (std::uint32_t at = 0; at < module.functionCount; ++at) {
            const facts::Function& function = facts.functions[at];
            const graph::FunctionId functionId = module.firstFunction + at;
            std::uint32_t unit = kNoIndex;
            if (at != 0 && function.parent != 0 && function.parent != facts::kNone) {
                unit = m_problem.unitOf[module.firstFunction + function.parent]; // nested: with its parent
            } else if (at != 0 && function.owner != facts::kNone) {
                facts::ClassIndex owner = function.owner;
                while (facts.classes[owner].owner != facts::kNone)
                    owner = facts.classes[owner].owner; // a nested class moves with the outer one
                unit = unitOfClass[owner];
                if (unit == kNoIndex)
                    unit = unitOfClass[owner] = newUnit(id, facts.text(facts.classes[owner].name));
            } else {
                unit = newUnit(id, at == 0 ? "<module>" : facts.text(function.name));
                if (at == 0)
                    pin(unit, Pin::ModuleCode);
            }
            m_problem.unitOf[functionId] = unit;
            addFunction(unit, functionId, function, hints.of(at));
            if (wholeVetoed || vetoed.contains(functionId))
                pin(unit, Pin::Veto);
            if (function.is(facts::kAsync))
                pin(unit, Pin::Coroutine);
        }
        finishUnits();
    }

    roadmap::PlanModule describe(graph::ModuleId id)
    {
        const graph::Module& module = m_base.modules[id];
        const facts::FileFacts& facts = *module.facts;
        roadmap::PlanModule plan;
        plan.path = printablePath(module.file.path);
        plan.name = printablePath(module.file.module);
        plan.package = printablePath(module.file.package);
        plan.context = module.context == graph::kNone ? std::string() : m_base.contexts[module.context].name;
        plan.codeLines = facts.lines.code;
        plan.inCycle = module.cycle != graph::kNone;
        plan.tested = !module.tests.empty() || m_judged.evidenceOf(id).covered.value_or(0) > 0;
        plan.fanIn = module.fanIn;
        if (const auto churn = m_judged.evidenceOf(id).churn)
            plan.churn = static_cast<std::uint32_t>(*churn);
        std::uint32_t total = 0;
        std::uint32_t annotated = 0;
        const graph::StubHints hints(m_base, id);
        for (const facts::FunctionIndex at : scoring::interfaceOf(facts)) {
            total += hints.of(at).slotCount;
            annotated += hints.of(at).annotated();
        }
        plan.interfaceSlots = total;
        plan.missingHints = total - annotated;
        plan.hintCoverage = total > 0 ? static_cast<double>(annotated) / total : 1;
        const auto first = std::lower_bound(m_judged.entryPoints.begin(), m_judged.entryPoints.end(), module.firstFunction,
            [](const evidence::EntryPoint& entry, graph::FunctionId wanted) { return entry.function < wanted; });
        for (auto at = first; at != m_judged.entryPoints.end() && at->function < module.firstFunction + module.functionCount; ++at) {
            plan.isService = plan.isService || at->kind == evidence::EntryKind::Route;
            plan.isWorker = plan.isWorker || at->kind == evidence::EntryKind::Task;
            plan.isCli = plan.isCli
                || (module.fanIn == 0 && (at->kind == evidence::EntryKind::Command || at->kind == evidence::EntryKind::Script));
        }
        double rows = 0;
        for (const graph::ExternalCall& call : scoring::externalCallsOf(m_base, id)) {
            const auto fact = knowledge::knowledge().api(call.target);
            rows += fact && fact->trait == "table-rows" ? 1 : 0;
        }
        plan.isRowPipeline = rows >= 1;
        plan.profiled = evidence::measuredModule(m_judged.heat, module).measured;
        return plan;
    }

    std::set<graph::FunctionId> vetoedFunctions(graph::ModuleId id) const
    {
        std::set<graph::FunctionId> vetoed;
        for (const rules::Finding& finding : m_judged.findingsOf(id)) {
            const rules::RuleInfo* info = rules::ruleInfo(finding.rule);
            if (info && info->veto != rules::Veto::None)
                vetoed.insert(finding.function);
        }
        return vetoed;
    }

    std::uint32_t newUnit(graph::ModuleId id, std::string_view name)
    {
        roadmap::Unit unit;
        unit.name = printablePath(name);
        unit.module = m_problem.planModuleOf[id];
        unit.effort = {};
        m_input.units.push_back(std::move(unit));
        m_sizes.emplace_back();
        m_problem.pins.push_back(Pin::None);
        return static_cast<std::uint32_t>(m_input.units.size() - 1);
    }

    void pin(std::uint32_t unit, Pin why)
    {
        if (isHard(why) || m_problem.pins[unit] == Pin::None)
            m_problem.pins[unit] = isHard(m_problem.pins[unit]) ? m_problem.pins[unit] : why;
    }

    void addFunction(std::uint32_t unit, graph::FunctionId id, const facts::Function& function, const facts::HintCounts& hints)
    {
        roadmap::Unit& to = m_input.units[unit];
        to.functions.push_back(m_base.functionName(id));
        const evidence::FunctionHeat& heat = m_judged.heat.functions[id];
        to.time += heat.interpreted;
        m_sizes[unit].waiting += heat.waiting.likely;
        m_sizes[unit].native += heat.native.likely;
        m_sizes[unit].measured = m_sizes[unit].measured || heat.measured;
        Size& size = m_sizes[unit];
        size.effort.logicalLines += function.logicalLines;
        size.effort.complexity += function.ccRadon;
        if (function.parent == 0) // what is nested lies inside; module-level code is no part of any unit's lines
            to.codeLines += function.endLine - function.line + 1;
        size.slotCount += hints.slotCount;
        size.annotated += hints.annotated();
        using facts::Op;
        const double calls = m_judged.heat.functions[id].calls;
        const auto& costs = knowledge::knowledge().operationCosts();
        const auto spent = [&](std::initializer_list<Op> ops) {
            double sum = 0;
            for (const Op op : ops)
                sum += static_cast<double>(function.ops.at(op)) * static_cast<double>(costs[static_cast<std::size_t>(op)]);
            return sum * calls;
        };
        size.work.arithmetic += spent({ Op::Arithmetic, Op::FloatArithmetic, Op::Bit, Op::Compare, Op::Boolean, Op::LoopTurn, Op::Assign });
        size.work.containers += spent({ Op::Subscript, Op::SubscriptStore, Op::Slice, Op::Container });
        size.work.text += spent({ Op::StringBuild });
        size.work.objects += spent({ Op::Attribute, Op::AttributeStore, Op::Call, Op::Yield, Op::Await, Op::Raise, Op::Try, Op::With, Op::Import });
    }

    // Effort and speed-up, once a module's units are complete.
    void finishUnits()
    {
        for (; m_finished < m_input.units.size(); ++m_finished) {
            roadmap::Unit& unit = m_input.units[m_finished];
            Size& size = m_sizes[m_finished];
            // Row by row over a table: a data pipeline takes the native calls in between along.
            if (!m_input.modules[unit.module].isRowPipeline) {
                if (size.native > kMostlyNative * unit.time.likely)
                    pin(static_cast<std::uint32_t>(m_finished), Pin::MostlyNative);
                if (size.waiting > kWaits * unit.time.likely)
                    pin(static_cast<std::uint32_t>(m_finished), Pin::Waits);
            }
            std::sort(unit.functions.begin(), unit.functions.end());
            if (size.slotCount > 0)
                size.effort.untypedShare = 1 - static_cast<double>(size.annotated) / size.slotCount;
            const double sum = size.work.arithmetic + size.work.containers + size.work.text + size.work.objects;
            if (sum > 0) {
                size.work.arithmetic /= sum;
                size.work.containers /= sum;
                size.work.text /= sum;
                size.work.objects /= sum;
            }
            unit.speedup = roadmap::expectedSpeedup(size.work);
        }
    }

    void addLinks()
    {
        const scoring::BoundaryPrices prices(m_base, m_judged.heat, knowledge::knowledge());
        for (std::uint32_t at = 0; at < m_base.calls.size(); ++at) {
            if (const Ends ends = endsOf(m_base.calls[at].from, m_base.calls[at].to); ends.first != ends.second)
                addLink(ends, prices.call(at));
        }
        // Attributes tie nothing here: whoever draws the boundary hands over values instead of objects. What
        // would stay chatty is listed with the crossings of the candidate.
        for (auto& [ends, link] : m_links)
            m_input.links.push_back(std::move(link));
    }

    // With a profile a plan speaks of the measured run, in its nanoseconds. What did not run can take no more of it
    // than what measured functions left, however much the estimate would give it.
    void toMeasuredTime()
    {
        const double nanoseconds = 1e9 / m_judged.heat.perSecond; // per virtual ns
        double measured = 0;
        double rest = 0;
        for (std::size_t at = 0; at < m_sizes.size(); ++at)
            (m_sizes[at].measured ? measured : rest) += m_input.units[at].time.likely;
        const double left = std::max(0.0, m_input.runTime - measured);
        const double fits = rest > left ? left / rest : 1;
        for (std::size_t at = 0; at < m_sizes.size(); ++at)
            m_input.units[at].time = m_input.units[at].time * (nanoseconds * (m_sizes[at].measured ? 1 : fits));
        for (roadmap::Link& link : m_input.links) {
            link.calls *= nanoseconds;
            link.elements *= nanoseconds;
            link.cost *= nanoseconds;
        }
        m_input.runTime *= nanoseconds;
        m_input.measured = true;
        m_input.exact = m_judged.profile && m_judged.profile->exact;
    }

    using Ends = std::pair<std::uint32_t, std::uint32_t>; // units

    // Equal ends: nothing to link.
    Ends endsOf(graph::FunctionId from, graph::FunctionId to) const
    {
        const Ends ends(m_problem.unitOf[from], m_problem.unitOf[to]);
        return ends.first == kNoIndex || ends.second == kNoIndex ? Ends {} : ends;
    }

    void addLink(Ends ends, const scoring::EdgePrice& price)
    {
        roadmap::Link& link = m_links[ends];
        link.from = ends.first;
        link.to = ends.second;
        link.calls += price.calls.likely;
        link.elements += price.elements.likely;
        link.cost += price.cost.likely;
        double& most = m_dearest[ends];
        if (link.fromFunction.empty() || price.cost.likely > most) {
            most = price.cost.likely;
            link.fromFunction = m_base.functionName(price.from);
            link.toFunction = m_base.functionName(price.to);
        }
    }

    struct Size {
        roadmap::UnitSize effort;
        roadmap::OperationShares work;
        std::uint32_t slotCount = 0, annotated = 0;
        double native = 0, waiting = 0; // ns per run
        bool measured = false; // a function of it ran in the profiled run
    };

    // Imports of a cycle that run while modules load.
    void addCycleEdges()
    {
        m_problem.cycleEdges.resize(m_base.cycles.size());
        for (const graph::ImportEdge& edge : m_base.imports) {
            const std::uint32_t cycle = m_base.modules[edge.from].cycle;
            if (cycle != graph::kNone && m_base.modules[edge.to].cycle == cycle && (edge.flags & (facts::kTypeChecking | facts::kLazy)) == 0)
                m_problem.cycleEdges[cycle].emplace_back(edge.from, edge.to);
        }
    }

    const Judged& m_judged;
    const graph::Codebase& m_base;
    std::vector<Size> m_sizes; // by unit
    std::size_t m_finished = 0;
    std::map<std::pair<std::uint32_t, std::uint32_t>, roadmap::Link> m_links;
    std::map<std::pair<std::uint32_t, std::uint32_t>, double> m_dearest;
    Problem m_problem;
    roadmap::PlanInput m_input;
};

// Shares and entry points: what a verdict asks of the plan and no plan decides.
std::vector<scoring::PlanView> viewsOf(const Judged& judged, const Problem& problem, const roadmap::PlanInput& input)
{
    const graph::Codebase& base = judged.codebase;
    const bool application = std::any_of(judged.entryPoints.begin(), judged.entryPoints.end(), [](const evidence::EntryPoint& entry) {
        return entry.kind == evidence::EntryKind::Route || entry.kind == evidence::EntryKind::Task || entry.kind == evidence::EntryKind::Command;
    });
    const double interpreted = judged.heat.interpreted.likely;
    std::vector<scoring::PlanView> views(base.modules.size());
    for (const graph::ModuleId id : problem.moduleOfPlan) {
        scoring::PlanView& view = views[id];
        const Range heat = judged.heat.moduleInterpreted(base, id);
        view.share = interpreted > 0 ? heat.likely / interpreted : 0;
        view.shareHigh = interpreted > 0 ? std::min(1.0, heat.high / interpreted) : 0;
        view.isApplication = application;
        view.rowPipeline = input.modules[problem.planModuleOf[id]].isRowPipeline;
        const graph::Module& module = base.modules[id];
        for (std::uint32_t at = 0; at < module.functionCount; ++at)
            view.reached = view.reached || judged.heat.functions[module.firstFunction + at].reached;
    }
    return views;
}

} // namespace

std::string_view pinReason(Pin pin)
{
    switch (pin) {
    case Pin::None: return {};
    case Pin::MostlyNative: return "it mostly runs native code already";
    case Pin::Waits: return "it waits for I/O";
    case Pin::Glue: return "its module hardly computes";
    case Pin::Cold: return "too cold to be worth a move";
    case Pin::ModuleCode: return "module-level code stays with its module";
    case Pin::Veto: return "a veto of the rules keeps it in Python";
    case Pin::Coroutine: return "a coroutine belongs to its event loop";
    case Pin::KeptByOverride: return "a person's override keeps it in Python";
    case Pin::KeptByHand: return "a person keeps it in Python";
    }
    return {};
}

bool isHard(Pin pin)
{
    return pin >= Pin::ModuleCode;
}

std::pair<Problem, roadmap::PlanInput> makeProblem(const Judged& judged, unsigned jobs)
{
    auto made = ProblemBuilder(judged).build();
    Problem& problem = made.first;
    problem.views = viewsOf(judged, problem, made.second);
    problem.verdicts.resize(judged.codebase.modules.size());
    parallelFor(problem.moduleOfPlan.size(), jobs, {}, [&](std::size_t at, unsigned) {
        const graph::ModuleId id = problem.moduleOfPlan[at];
        problem.verdicts[id] = scoring::verdictFacts(judged.evidenceOf(id), judged.answers[id], problem.views[id]);
    });
    return made;
}

} // namespace ferroscope::analysis
