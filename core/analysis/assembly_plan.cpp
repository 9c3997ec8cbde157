// SPDX-FileCopyrightText: The Ferroscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis/assembly_plan.h"
#include "core/analysis/counterfactuals.h"
#include "core/analysis/measured_plan.h"
#include "core/analysis/plan_details.h"
#include "core/analysis/recommendation.h"
#include "core/analysis/sensitivity.h"
#include "core/base/text.h"
#include "core/roadmap/candidate_details.h"
#include "core/roadmap/titles.h"
#include "core/scoring/boundary_price.h"

#include <algorithm>
#include <array>
#include <map>

namespace ferroscope::analysis {

namespace {

class PlanAssembler {
public:
    PlanAssembler(const Judged& judged, const Planned& planned, Judgement& judgement, Assessment& made)
        : m_judged(judged)
        , m_base(judged.codebase)
        , m_planned(planned)
        , m_judgement(judgement)
        , m_counterfactuals(judged, planned, judgement.plan, judgement.weights)
        , m_made(made)
    {
    }

    void assemble(const HazardFinder& hazards)
    {
        m_made.weights = m_judgement.weights;
        m_made.planWarnings = m_judgement.warnings;
        if (m_planned.input.runTime > 0)
            m_made.runNanoseconds = m_planned.input.runTime;
        m_made.candidates = m_judgement.plan.candidates;
        for (std::size_t at = 0; at < m_made.candidates.size(); ++at)
            complete(m_made.candidates[at], m_planned.sets[at]);
        markCountedCrossings(m_judged, m_made.candidates);
        m_made.waves = m_judgement.plan.waves;
        m_made.sensitivityTop = sensitivityOf(m_judged, m_planned, m_judgement.plan, m_judgement.weights);
        for (const graph::ModuleId id : m_planned.problem.moduleOfPlan)
            m_moduleAt.emplace_back(printablePath(m_base.modules[id].file.path), id);
        std::sort(m_moduleAt.begin(), m_moduleAt.end());
        auto next = m_moduleAt.begin();
        for (AssessedModule& module : m_made.modules) { // both by path
            if (next != m_moduleAt.end() && next->first == module.path)
                complete(module, (next++)->second);
        }
        completePlan(m_judged, hazards, m_planned, m_made);
        totals();
        m_made.recommendation = recommend(m_made);
    }

private:
    void complete(AssessedModule& module, graph::ModuleId id)
    {
        scoring::Score& score = m_judgement.scores[id];
        module.value = score.value;
        module.ease = score.ease;
        module.readiness = score.readiness;
        module.criteria = std::move(score.criteria);
        module.verdict = std::move(m_judgement.verdicts[id]);
        const auto wave = m_judgement.plan.waveOfModule.find(m_planned.problem.planModuleOf[id]);
        if (wave != m_judgement.plan.waveOfModule.end())
            module.wave = wave->second;
        if (const auto known = m_changes.find(id); known != m_changes.end())
            module.counterfactuals = std::move(known->second);
        else if (isBlocker(module.verdict.id))
            module.counterfactuals = m_counterfactuals.of(id);
        if (!movesToRust(module.verdict.id))
            m_made.leftInPython.push_back({ module.path, module.verdict.id, module.verdict.reasons.empty() ? std::string() : module.verdict.reasons.front() });
    }

    void complete(Candidate& candidate, const roadmap::CandidateSet& set)
    {
        if (const std::uint32_t unit = roadmap::mainUnit(m_planned.input, set); unit != roadmap::kNoIndex)
            candidate.anchor = m_planned.input.units[unit].functions.front();
        candidate.isByHand = set.isByHand || set.wave > 0;
        addCrossings(candidate, set);
        for (const graph::ModuleId id : modulesOf(set)) {
            std::vector<Counterfactual>& changes = m_changes[id];
            changes = m_counterfactuals.of(id);
            candidate.counterfactuals.insert(candidate.counterfactuals.end(), changes.begin(), changes.end());
        }
        // At most five: the largest effects.
        std::stable_sort(candidate.counterfactuals.begin(), candidate.counterfactuals.end(),
            [](const Counterfactual& a, const Counterfactual& b) { return a.readiness > b.readiness; });
        if (candidate.counterfactuals.size() > 5)
            candidate.counterfactuals.resize(5);
    }

    std::vector<graph::ModuleId> modulesOf(const roadmap::CandidateSet& set) const
    {
        std::vector<graph::ModuleId> modules;
        for (const std::uint32_t unit : set.units)
            modules.push_back(m_planned.problem.moduleOfPlan[m_planned.input.units[unit].module]);
        std::sort(modules.begin(), modules.end());
        modules.erase(std::unique(modules.begin(), modules.end()), modules.end());
        return modules;
    }

    // Function by function, as if the candidate moved alone.
    void addCrossings(Candidate& candidate, const roadmap::CandidateSet& set)
    {
        std::vector<graph::FunctionId> moved;
        for (const graph::ModuleId id : modulesOf(set)) {
            const graph::Module& module = m_base.modules[id];
            for (graph::FunctionId at = module.firstFunction; at < module.firstFunction + module.functionCount; ++at) {
                if (std::binary_search(set.units.begin(), set.units.end(), m_planned.problem.unitOf[at]))
                    moved.push_back(at);
            }
        }
        candidate.crossings.clear();
        const scoring::EdgesAround around { m_judged.callsOf, m_judged.attributesOf };
        for (const scoring::EdgePrice& price : scoring::priceOf(m_base, m_judged.heat, knowledge::knowledge(), moved, around).edges) {
            if (candidate.crossings.size() == roadmap::kMostCrossings)
                break;
            static constexpr std::array<const char*, 3> kKinds { "call", "callback", "attributes" };
            candidate.crossings.push_back({ m_base.functionName(price.from), m_base.functionName(price.to), price.calls.likely,
                price.elements.likely, price.cost.likely, m_planned.input.measured ? "measured" : "virtual",
                kKinds[static_cast<std::size_t>(price.kind)], price.calls, price.elements, price.cost });
        }
    }

    void totals()
    {
        Totals& t = m_made.totals;
        Range weighted;
        double weights = 0;
        for (const AssessedModule& module : m_made.modules) {
            if (!module.judged())
                continue;
            ++t.verdicts[static_cast<std::size_t>(module.verdict.id)];
            const double weight = module.heat.interpreted.likely;
            weighted += module.readiness * weight;
            weights += weight;
        }
        if (weights > 0)
            t.readiness = weighted * (1 / weights);
    }

    const Judged& m_judged;
    const graph::Codebase& m_base;
    const Planned& m_planned;
    Judgement& m_judgement;
    const Counterfactuals m_counterfactuals;
    Assessment& m_made;
    std::map<graph::ModuleId, std::vector<Counterfactual>> m_changes; // of modules that move
    std::vector<std::pair<std::string, graph::ModuleId>> m_moduleAt; // by path
};

} // namespace

void assemblePlan(const Judged& judged, const HazardFinder& hazards, const Planned& planned, Judgement& judgement, Assessment& facts)
{
    PlanAssembler(judged, planned, judgement, facts).assemble(hazards);
}

} // namespace ferroscope::analysis
