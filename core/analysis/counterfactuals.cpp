// SPDX-FileCopyrightText: The Ferroscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis/counterfactuals.h"
#include "core/base/text.h"
#include "core/graph/stub_hints.h"
#include "core/roadmap/phrases.h"
#include "core/roadmap/wave_order.h"

#include <algorithm>

namespace ferroscope::analysis {

namespace {

constexpr double kWorthSaying = 0.5; // points of readiness
constexpr double kTested = 53; // safety-net answer of a module with one test module
constexpr std::size_t kMostNamed = 3; // functions named in a sentence

} // namespace

Counterfactuals::Counterfactuals(const Judged& judged, const Planned& planned, const roadmap::Plan& plan, const scoring::Weights& weights)
    : m_judged(judged)
    , m_planned(planned)
    , m_plan(plan)
    , m_weights(weights)
{
}

std::optional<int> Counterfactuals::waveOf(graph::ModuleId module) const
{
    const auto found = m_plan.waveOfModule.find(m_planned.problem.planModuleOf[module]);
    return found == m_plan.waveOfModule.end() ? std::nullopt : std::optional(found->second);
}

std::optional<int> Counterfactuals::waveIfTyped(graph::ModuleId module) const
{
    const std::uint32_t at = m_planned.problem.planModuleOf[module];
    std::vector<Candidate> candidates(m_planned.sets.size()); // what the order asks of them
    std::vector<bool> takesIt(m_planned.sets.size(), false);
    for (std::size_t i = 0; i < candidates.size(); ++i) {
        candidates[i].gain = m_plan.candidates[i].gain;
        candidates[i].effort = m_plan.plainEffort[i];
        for (const std::uint32_t unit : m_planned.sets[i].units) {
            if (m_planned.input.units[unit].module != at)
                continue;
            takesIt[i] = true;
            roadmap::UnitSize typed = m_planned.problem.sizes[unit];
            typed.untypedShare = 0;
            const Range less = roadmap::portEffort(typed, m_planned.input.costs);
            candidates[i].effort += less + m_planned.input.units[unit].effort * -1;
        }
    }
    const auto waves = roadmap::orderWaves(m_planned.input, m_planned.sets, candidates);
    for (std::size_t wave = 0; wave < waves.size(); ++wave) {
        if (std::any_of(waves[wave].begin(), waves[wave].end(), [&](std::size_t i) { return takesIt[i]; }))
            return static_cast<int>(wave) + 1;
    }
    return std::nullopt;
}

std::string Counterfactuals::howToType(graph::ModuleId id) const
{
    const graph::Module& module = m_judged.codebase.modules[id];
    const graph::StubHints together(m_judged.codebase, id);
    std::uint32_t missing = 0;
    std::vector<std::string> functions;
    for (const facts::FunctionIndex at : scoring::interfaceOf(*module.facts)) {
        const facts::HintCounts& hints = together.of(at);
        if (hints.slotCount == hints.annotated())
            continue;
        missing += hints.slotCount - hints.annotated();
        functions.push_back(printablePath(module.facts->text(module.facts->functions[at].qualifiedName)));
    }
    if (missing == 0)
        return {};
    const std::string of = functions.size() <= kMostNamed ? roadmap::joined(functions) : counted(functions.size(), "function");
    return "Type the " + counted(missing, "open slot") + " of " + of + " in " + printablePath(module.file.module);
}

// The import to cut where the cheapest cuts of the cycle are known, one of the module itself if there is one.
std::string Counterfactuals::howToCut(graph::ModuleId id) const
{
    const graph::Codebase& base = m_judged.codebase;
    const graph::Cut* best = nullptr;
    std::size_t cuts = 0;
    for (const graph::Cut& cut : base.cuts) {
        if (cut.cycle != base.modules[id].cycle)
            continue;
        ++cuts;
        const bool isOwn = cut.from == id || cut.to == id;
        const bool hasOwn = best && (best->from == id || best->to == id);
        if (!best || (isOwn && !hasOwn))
            best = &cut;
    }
    const auto name = [&](graph::ModuleId module) { return printablePath(base.modules[module].file.module); };
    if (!best)
        return "Cut the import cycle of " + name(id);
    const std::string import = "the import of " + name(best->to) + " in " + name(best->from);
    if (cuts == 1)
        return "Cut " + import + ", which opens the cycle of " + name(id);
    return "Cut " + counted(cuts, "import") + " of the cycle of " + name(id) + ", first " + import;
}

std::vector<Counterfactual> Counterfactuals::of(graph::ModuleId id) const
{
    const graph::Module& module = m_judged.codebase.modules[id];
    const scoring::Answers& answers = m_judged.answers[id];
    const double now = scoring::levelsOf(answers, m_weights).readiness;
    const std::string name = printablePath(module.file.module);
    std::vector<Counterfactual> found;
    const auto suppose = [&](CriterionId criterion, double value, std::string change, std::optional<int> wave) {
        scoring::Answers changed = answers;
        changed[static_cast<std::size_t>(criterion)] = scoring::answer(value, value, value, {});
        const double then = scoring::levelsOf(changed, m_weights).readiness;
        if (then >= now + kWorthSaying)
            found.push_back({ std::move(change), then, wave });
    };
    if (std::string change = howToType(id); !change.empty())
        suppose(CriterionId::TypeClarity, 100, std::move(change), waveIfTyped(id));
    if (module.tests.empty() && m_judged.evidenceOf(id).covered.value_or(0) == 0)
        suppose(CriterionId::SafetyNet, kTested, "Write a test module for " + name, waveOf(id));
    if (module.cycle != graph::kNone) {
        // The penalty of bounded_context.cpp taken back.
        const bool small = m_judged.codebase.cycles[module.cycle].modules.size() <= 3;
        const double value = answers[static_cast<std::size_t>(CriterionId::BoundedContext)].value.value_or(0);
        suppose(CriterionId::BoundedContext, std::min(100.0, value / (small ? 0.75 : 0.6)), howToCut(id), waveOf(id));
    }
    const scoring::PlanView& view = m_planned.views[id];
    if (view.isApplication && !view.reached && !evidence::measuredModule(m_judged.heat, module).measured) {
        suppose(CriterionId::CpuBound, answers[static_cast<std::size_t>(CriterionId::CpuBound)].high,
            "Profile a run that uses " + name + ": at most, if it is as hot as its code allows", std::nullopt);
    }
    std::stable_sort(found.begin(), found.end(), [](const auto& a, const auto& b) { return a.readiness > b.readiness; });
    return found;
}

} // namespace ferroscope::analysis
