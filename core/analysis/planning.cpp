// SPDX-FileCopyrightText: The Ferroscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis/planning.h"
#include "core/base/text.h"
#include "core/graph/stub_hints.h"
#include "core/roadmap/effort.h"
#include "core/roadmap/strategy.h"
#include "core/scoring/boundary_price.h"

#include <algorithm>
#include <map>
#include <set>
#include <unordered_map>

namespace ferroscope::analysis {

namespace {

using roadmap::kNoIndex;

constexpr double kGlueValue = 37; // value of a module below which none of its units is proposed to move

// A unit that runs native code for this many times its interpreted work has nothing to gain in Rust; one that
// waits for even a part of it is I/O code, which the guide leaves in Python.
constexpr double kMostlyNative = 3.0;
constexpr double kWaits = 0.25;

// Builds units and links. A unit is a top-level function with what is nested in it, or a class with all its
// methods; module-level code is a pinned unit without time, so that its calls are priced as crossings.
class InputBuilder {
public:
    InputBuilder(const Judged& judged, const PlanSettings& settings)
        : m_judged(judged)
        , m_settings(settings)
        , m_base(judged.codebase)
        , m_unitOf(judged.codebase.functionCount, kNoIndex)
    {
    }

    Planned build()
    {
        m_planned.planModuleOf.assign(m_base.modules.size(), kNoIndex);
        m_planned.views.resize(m_base.modules.size());
        input().costs = m_settings.costs;
        input().cutOff = m_settings.cutOff;
        input().leastGain = m_settings.leastGain;
        input().maxCandidates = m_settings.maxCandidates;
        for (graph::ModuleId id = 0; id < m_base.modules.size(); ++id) {
            if (m_judged.isJudged(id))
                addModule(id);
        }
        addLinks();
        m_planned.input.runTime = m_judged.heat.total();
        if (m_judged.heat.perSecond > 0)
            toMeasuredTime();
        return std::move(m_planned);
    }

private:
    roadmap::PlanInput& input() { return m_planned.input; }

    void addModule(graph::ModuleId id)
    {
        const graph::Module& module = m_base.modules[id];
        const facts::FileFacts& facts = *module.facts;
        m_planned.planModuleOf[id] = static_cast<std::uint32_t>(input().modules.size());
        m_planned.moduleOfPlan.push_back(id);
        input().modules.push_back(describe(id));

        const auto given = m_settings.overrides.find(id);
        const bool isKept = given != m_settings.overrides.end()
            && (given->second.verdict == Verdict::KeepPython || given->second.verdict == Verdict::AlreadyNative);
        const graph::StubHints hints(m_base, id);
        const std::set<graph::FunctionId> vetoed = vetoedFunctions(id);
        const bool wholeVetoed = vetoed.contains(module.firstFunction);
        // Glue has a value near nothing: what it does may be called from a kernel, it is not to be ported with it.
        const bool isGlue = m_judged.scores[id].value.likely < kGlueValue;
        std::vector<std::uint32_t> unitOfClass(facts.classes.size(), kNoIndex);
        for (std::uint32_t at = 0; at < module.functionCount; ++at) {
            const facts::Function& function = facts.functions[at];
            const graph::FunctionId functionId = module.firstFunction + at;
            std::uint32_t unit = kNoIndex;
            if (at != 0 && function.parent != 0 && function.parent != facts::kNone) {
                unit = m_unitOf[module.firstFunction + function.parent]; // nested: with its parent
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
                    pin(unit, "module-level code stays with its module");
            }
            m_unitOf[functionId] = unit;
            addFunction(unit, functionId, function, hints.of(at));
            if (isKept)
                pin(unit, "a person's override keeps it in Python");
            if (wholeVetoed || vetoed.contains(functionId))
                pin(unit, "a veto of the rules keeps it in Python");
            if (isGlue)
                pin(unit, "its module hardly computes");
            if (function.is(facts::kAsync))
                pin(unit, "a coroutine belongs to its event loop");
        }
        finishUnits();
    }

    roadmap::PlanModule describe(graph::ModuleId id)
    {
        const graph::Module& module = m_base.modules[id];
        const facts::FileFacts& facts = *module.facts;
        const scoring::Score& score = m_judged.scores[id];
        roadmap::PlanModule plan;
        plan.path = printablePath(module.file.path);
        plan.name = printablePath(module.file.module);
        plan.package = printablePath(module.file.package);
        plan.context = module.context == graph::kNone ? std::string() : m_base.contexts[module.context].name;
        plan.codeLines = facts.lines.code;
        plan.readiness = score.readiness.likely;
        plan.value = score.value.likely;
        plan.ease = score.ease.likely;
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
        unit.module = m_planned.planModuleOf[id];
        unit.effort = {};
        input().units.push_back(std::move(unit));
        m_sizes.emplace_back();
        return static_cast<std::uint32_t>(input().units.size() - 1);
    }

    void pin(std::uint32_t unit, const char* why)
    {
        roadmap::Unit& pinned = input().units[unit];
        if (!pinned.pinned)
            pinned.pinnedWhy = why;
        pinned.pinned = true;
    }

    void addFunction(std::uint32_t unit, graph::FunctionId id, const facts::Function& function, const facts::HintCounts& hints)
    {
        roadmap::Unit& to = input().units[unit];
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
        for (; m_finished < input().units.size(); ++m_finished) {
            roadmap::Unit& unit = input().units[m_finished];
            Size& size = m_sizes[m_finished];
            // Row by row over a table: a data pipeline takes the native calls in between along.
            if (!input().modules[unit.module].isRowPipeline) {
                if (size.native > kMostlyNative * unit.time.likely)
                    pin(static_cast<std::uint32_t>(m_finished), "it mostly runs native code already");
                if (size.waiting > kWaits * unit.time.likely)
                    pin(static_cast<std::uint32_t>(m_finished), "it waits for I/O");
            }
            std::sort(unit.functions.begin(), unit.functions.end());
            if (size.slotCount > 0)
                size.effort.untypedShare = 1 - static_cast<double>(size.annotated) / size.slotCount;
            unit.effort = unit.name == "<module>" ? Range {} : roadmap::portEffort(size.effort, input().costs);
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
            input().links.push_back(std::move(link));
    }

    // With a profile a plan speaks of the measured run, in its nanoseconds. What did not run can take no more of it
    // than what measured functions left, however much the estimate would give it.
    void toMeasuredTime()
    {
        const double nanoseconds = 1e9 / m_judged.heat.perSecond; // per virtual ns
        double measured = 0;
        double rest = 0;
        for (std::size_t at = 0; at < m_sizes.size(); ++at)
            (m_sizes[at].measured ? measured : rest) += input().units[at].time.likely;
        const double left = std::max(0.0, input().runTime - measured);
        const double fits = rest > left ? left / rest : 1;
        for (std::size_t at = 0; at < m_sizes.size(); ++at)
            input().units[at].time = input().units[at].time * (nanoseconds * (m_sizes[at].measured ? 1 : fits));
        for (roadmap::Link& link : input().links) {
            link.calls *= nanoseconds;
            link.elements *= nanoseconds;
            link.cost *= nanoseconds;
        }
        input().runTime *= nanoseconds;
        input().measured = true;
        input().exact = m_judged.profile && m_judged.profile->exact;
    }

    using Ends = std::pair<std::uint32_t, std::uint32_t>; // units

    // Equal ends: nothing to link.
    Ends endsOf(graph::FunctionId from, graph::FunctionId to) const
    {
        const Ends ends(m_unitOf[from], m_unitOf[to]);
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

    const Judged& m_judged;
    const PlanSettings& m_settings;
    const graph::Codebase& m_base;
    std::vector<std::uint32_t> m_unitOf; // FunctionId -> unit
    std::vector<Size> m_sizes; // by unit
    std::size_t m_finished = 0;
    std::map<std::pair<std::uint32_t, std::uint32_t>, roadmap::Link> m_links;
    std::map<std::pair<std::uint32_t, std::uint32_t>, double> m_dearest;
    Planned m_planned;
};

// Whether the module's cycle runs over the boundary of the set of modules that move with it: an import edge
// of the cycle between a module that moves and one that stays.
bool cycleCrosses(const graph::Codebase& base, graph::ModuleId module, const std::set<graph::ModuleId>& moving)
{
    const std::uint32_t cycle = base.modules[module].cycle;
    if (cycle == graph::kNone)
        return false;
    return std::any_of(base.imports.begin(), base.imports.end(), [&](const graph::ImportEdge& edge) {
        return (edge.from == module || edge.to == module) && base.modules[edge.from].cycle == cycle
            && base.modules[edge.to].cycle == cycle && moving.contains(edge.from) != moving.contains(edge.to)
            && (edge.flags & (facts::kTypeChecking | facts::kLazy)) == 0;
    });
}

} // namespace

namespace {

// Bars against the reference population, so that the warmest corner of a cold program is not proposed just for
// being the warmest. A candidate needs a module that is worth moving by its value, that is warmer than seven of
// ten reference modules and that computes in loops more than four of five do: glue with a long function is no
// kernel.
constexpr double kLeastHeat = 0.70;
constexpr double kLeastLoopWork = 0.80;

// Module (index in the plan) that holds most of the set's time.
std::uint32_t leadOf(const roadmap::PlanInput& input, const roadmap::CandidateSet& set)
{
    std::map<std::uint32_t, double> time;
    for (const std::uint32_t unit : set.units)
        time[input.units[unit].module] += input.units[unit].time.likely;
    return std::max_element(time.begin(), time.end(), [](const auto& a, const auto& b) { return a.second < b.second; })->first;
}

// The best sets whose lead module passes the bars. A set that fails is pinned and the cut found again, because
// what the others gain may have assumed it.
void findWorthwhile(const Judged& judged, Planned& planned)
{
    for (;;) {
        planned.sets = roadmap::findCandidates(planned.input);
        bool changed = false;
        for (const roadmap::CandidateSet& set : planned.sets) {
            const std::uint32_t lead = leadOf(planned.input, set);
            const scoring::Evidence evidence = judged.evidenceOf(planned.moduleOfPlan[lead]);
            if (planned.input.modules[lead].value >= scoring::kWorthValue && evidence.percentile(scoring::Signal::Heat) >= kLeastHeat
                && evidence.percentile(scoring::Signal::LoopWork) >= kLeastLoopWork)
                continue;
            for (const std::uint32_t unit : set.units) {
                planned.input.units[unit].pinned = true;
                planned.input.units[unit].pinnedWhy = "too cold to be worth a move";
            }
            changed = true;
        }
        if (!changed)
            return;
    }
}

} // namespace

Planned planCandidates(const Judged& judged, const PlanSettings& settings)
{
    Planned planned = InputBuilder(judged, settings).build();
    findWorthwhile(judged, planned);
    const graph::Codebase& base = judged.codebase;

    const bool application = std::any_of(judged.entryPoints.begin(), judged.entryPoints.end(), [](const evidence::EntryPoint& entry) {
        return entry.kind == evidence::EntryKind::Route || entry.kind == evidence::EntryKind::Task || entry.kind == evidence::EntryKind::Command;
    });
    const double interpreted = judged.heat.interpreted.likely;
    for (graph::ModuleId id = 0; id < base.modules.size(); ++id) {
        if (!judged.isJudged(id))
            continue;
        scoring::PlanView& view = planned.views[id];
        const Range heat = judged.heat.moduleInterpreted(base, id);
        view.share = interpreted > 0 ? heat.likely / interpreted : 0;
        view.shareHigh = interpreted > 0 ? std::min(1.0, heat.high / interpreted) : 0;
        view.isApplication = application;
        view.rowPipeline = planned.input.modules[planned.planModuleOf[id]].isRowPipeline;
        const graph::Module& module = base.modules[id];
        for (std::uint32_t at = 0; at < module.functionCount; ++at)
            view.reached = view.reached || judged.heat.functions[module.firstFunction + at].reached;
    }
    for (const roadmap::CandidateSet& set : planned.sets) {
        std::set<graph::ModuleId> moving;
        std::map<graph::ModuleId, double> timeOf;
        for (const std::uint32_t unit : set.units) {
            const graph::ModuleId module = planned.moduleOfPlan[planned.input.units[unit].module];
            moving.insert(module);
            timeOf[module] += planned.input.units[unit].time.likely;
        }
        const Verdict strategy = roadmap::chooseStrategy(planned.input, set).strategy;
        for (const graph::ModuleId module : moving) {
            scoring::PlanView& view = planned.views[module];
            if (view.strategy)
                continue; // the better candidate came first
            view.strategy = strategy;
            view.cutByCycle = cycleCrosses(base, module, moving);
            for (const graph::ModuleId other : moving) {
                if (other != module)
                    view.alsoMoving.push_back(base.modules[other].file.module);
            }
        }
    }
    return planned;
}

std::vector<roadmap::Preparation> preparations(const Judged& judged, const Planned& planned, const std::vector<VerdictResult>& verdicts)
{
    const graph::Codebase& base = judged.codebase;
    const roadmap::UnitCosts& costs = planned.input.costs;
    std::vector<roadmap::Preparation> work;
    const auto around = [&](double days) { return Range { days * costs.lowFactor, days, days * costs.highFactor }; };
    // Candidates (by index) that touch a module.
    std::unordered_map<graph::ModuleId, std::vector<std::size_t>> candidatesOf;
    for (std::size_t at = 0; at < planned.sets.size(); ++at) {
        std::set<graph::ModuleId> modules;
        for (const std::uint32_t unit : planned.sets[at].units)
            modules.insert(planned.moduleOfPlan[planned.input.units[unit].module]);
        for (const graph::ModuleId module : modules)
            candidatesOf[module].push_back(at);
    }
    for (graph::ModuleId id = 0; id < base.modules.size(); ++id) {
        if (!judged.isJudged(id))
            continue;
        const graph::Module& module = base.modules[id];
        const std::string name = printablePath(module.file.module);
        roadmap::Preparation item;
        item.item.modules = { printablePath(module.file.path) };
        item.item.kind = verdicts[id].id;
        item.enables = candidatesOf[id];
        const std::uint32_t missing = planned.input.modules[planned.planModuleOf[id]].missingHints;
        if (verdicts[id].id == Verdict::FixInPython) {
            item.item.title = "Fix in Python: " + name;
            item.item.effort = around(1);
            item.enables.clear();
            double waste = 0;
            std::set<graph::FunctionId> seen;
            for (const rules::Finding& finding : judged.findingsOf(id)) {
                const rules::RuleInfo* info = rules::ruleInfo(finding.rule);
                if (info && info->veto == rules::Veto::FixInPython && seen.insert(finding.function).second)
                    waste += judged.heat.functions[finding.function].waiting.likely + judged.heat.functions[finding.function].interpreted.likely / 2;
            }
            const double share = judged.heat.total() > 0 ? waste / judged.heat.total() : 0;
            item.item.gain = { 0.3 * share, 0.6 * share, 0.9 * share };
        } else if (item.enables.empty()) {
            continue;
        } else if (verdicts[id].id == Verdict::RefactorFirst) {
            item.item.title = "Cut the import cycle of " + name;
            item.item.effort = around(costs.cycleCutDays);
        } else if (missing > 0 && (verdicts[id].id == Verdict::TypeFirst || planned.input.modules[planned.planModuleOf[id]].hintCoverage < 0.8)) {
            item.item.title = "Type the " + counted(missing, "open slot") + " of " + name;
            item.item.kind = Verdict::TypeFirst;
            item.item.effort = around(std::max(0.25, missing * costs.typeSlotDays));
        } else {
            continue;
        }
        work.push_back(std::move(item));
    }
    return work;
}

} // namespace ferroscope::analysis
