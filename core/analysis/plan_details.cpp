// SPDX-FileCopyrightText: The Ferroscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis/plan_details.h"
#include "core/analysis/dependencies.h"
#include "core/analysis/hazards.h"
#include "core/analysis/platforms.h"
#include "core/base/text.h"
#include "core/roadmap/alternatives.h"
#include "core/roadmap/candidate_details.h"
#include "core/roadmap/money.h"
#include "core/roadmap/risk_register.h"
#include "core/rules/rule.h"

#include <algorithm>
#include <array>

namespace ferroscope::analysis {

namespace {

bool isAny(std::string_view rule, std::initializer_list<std::string_view> rules)
{
    return std::find(rules.begin(), rules.end(), rule) != rules.end();
}

class PlanDetails {
public:
    PlanDetails(const Judged& judged, const Planned& planned, Assessment& made)
        : m_judged(judged)
        , m_base(judged.codebase)
        , m_planned(planned)
        , m_made(made)
    {
    }

    void complete(const HazardFinder& finder)
    {
        m_made.platforms = platforms(m_base.sources);
        std::vector<roadmap::CandidateRiskFacts> facts;
        for (Candidate& candidate : m_made.candidates) {
            const Moved moved = movedBy(m_base, candidate);
            candidate.hazards = finder.hazards(moved);
            candidate.criticality = criticalityOf(moved);
            facts.push_back(riskFacts(moved));
            candidate.alternatives = roadmap::alternativesTo(alternativeFacts(moved, facts.back()));
        }
        const roadmap::PlanInput& input = m_planned.input;
        const Coverage& coverage = m_made.coverage;
        const double resolved = coverage.callsTotal > 0 ? static_cast<double>(coverage.callsResolved) / static_cast<double>(coverage.callsTotal) : 1;
        m_made.risks = roadmap::riskRegister({ m_made.candidates, m_made.waves, std::move(facts), input.measured, resolved,
            !m_base.sources.nativeModules.empty(), m_made.platforms, input.runTime, input.team, input.riskOwners });
        m_made.money = roadmap::moneyPlan(m_made.waves, input.money, input.measured);
    }

private:
    const roadmap::PlanModule* planModule(graph::ModuleId id) const
    {
        const std::uint32_t at = m_planned.problem.planModuleOf[id];
        return at == roadmap::kNoIndex ? nullptr : &m_planned.input.modules[at];
    }

    // The highest of its modules.
    std::string criticalityOf(const Moved& moved) const
    {
        constexpr std::array<std::string_view, 4> kLevels { "", "low", "normal", "high" };
        std::size_t highest = 0;
        for (const Moved::Part& part : moved.parts) {
            const roadmap::PlanModule* module = planModule(part.module);
            const auto at = module ? std::find(kLevels.begin(), kLevels.end(), module->criticality) - kLevels.begin() : 0;
            highest = std::max(highest, static_cast<std::size_t>(at) % kLevels.size());
        }
        return std::string(kLevels[highest]);
    }

    std::string place(graph::ModuleId module, std::uint32_t line) const
    {
        return printablePath(m_base.modules[module].file.path) + ":" + std::to_string(line);
    }

    void count(roadmap::CandidateRiskFacts::Places& places, graph::ModuleId module, std::uint32_t line) const
    {
        if (places.count++ == 0)
            places.example = place(module, line);
    }

    roadmap::CandidateRiskFacts riskFacts(const Moved& moved) const
    {
        roadmap::CandidateRiskFacts facts;
        for (const Moved::Part& part : moved.parts) {
            const graph::Module& module = m_base.modules[part.module];
            if (const roadmap::PlanModule* plan = planModule(part.module)) {
                const auto note = [&](bool isSo, std::vector<std::string>& list) {
                    if (isSo)
                        list.push_back(plan->name);
                };
                note(!plan->tested, facts.untested);
                note(!plan->profiled, facts.unprofiled);
                note(plan->inCycle, facts.cyclic);
                note(plan->churn >= roadmap::kHighChurn, facts.changing);
                facts.mostCommits = std::max(facts.mostCommits, plan->churn);
                facts.missingHints += plan->missingHints;
                facts.interfaceSlots += plan->interfaceSlots;
            }
            for (const rules::Finding& finding : m_judged.findingsOf(part.module)) {
                const rules::RuleInfo* info = rules::ruleInfo(finding.rule);
                if (!info || !std::binary_search(part.functions.begin(), part.functions.end(), finding.function - module.firstFunction))
                    continue;
                if (info->family == "dynamic")
                    count(facts.dynamic, part.module, finding.line);
                if (isAny(finding.rule, { "OWN001", "OWN004", "OWN005", "OWN009" }))
                    count(facts.shared, part.module, finding.line);
                if (isAny(finding.rule, { "ASY004", "ASY005", "ASY007" }))
                    count(facts.threads, part.module, finding.line);
            }
        }
        addCallersThreads(moved, facts);
        return facts;
    }

    // Functions that stay, hand work to threads and call what moves.
    void addCallersThreads(const Moved& moved, roadmap::CandidateRiskFacts& facts) const
    {
        std::set<graph::FunctionId> callers;
        for (const Moved::Part& part : moved.parts) {
            for (const std::uint32_t at : m_judged.callsOf[part.module]) {
                const graph::CallEdge& call = m_base.calls[at];
                if (moved.has(m_base, call.to) && !moved.has(m_base, call.from))
                    callers.insert(call.from);
            }
        }
        std::set<graph::ModuleId> modules;
        for (const graph::FunctionId caller : callers)
            modules.insert(m_base.moduleOf(caller));
        for (const graph::ModuleId module : modules) {
            for (const rules::Finding& finding : m_judged.findingsOf(module)) {
                if (isAny(finding.rule, { "ASY005", "ASY007" }) && callers.contains(finding.function))
                    count(facts.threads, module, finding.line);
            }
        }
    }

    roadmap::AlternativeFacts alternativeFacts(const Moved& moved, const roadmap::CandidateRiskFacts& risks) const
    {
        roadmap::AlternativeFacts facts;
        for (const Moved::Part& part : moved.parts) {
            const graph::Module& module = m_base.modules[part.module];
            for (const facts::FunctionIndex at : part.functions) {
                const facts::Function& function = module.facts->functions[at];
                using facts::Op;
                facts.names.push_back(printablePath(module.facts->text(function.qualifiedName)));
                facts.arithmetic += function.ops.placesInLoop(Op::Arithmetic) + function.ops.placesInLoop(Op::FloatArithmetic);
                facts.objects += function.ops.placesInLoop(Op::Attribute) + function.ops.placesInLoop(Op::Call);
                facts.containers += function.ops.placesInLoop(Op::Subscript) + function.ops.placesInLoop(Op::SubscriptStore);
                addCalls(module.firstFunction + at, facts.calls);
            }
        }
        std::sort(facts.calls.begin(), facts.calls.end());
        facts.calls.erase(std::unique(facts.calls.begin(), facts.calls.end()), facts.calls.end());
        facts.dynamicPlaces = static_cast<std::uint32_t>(risks.dynamic.count);
        facts.spreadPlaces = static_cast<std::uint32_t>(risks.threads.count);
        facts.spreadExample = risks.threads.example;
        facts.typedShare = typedShare(moved);
        facts.extensionPackage = extensionPackage();
        facts.oldestPython = oldestPython(m_base.sources.requiresPython);
        return facts;
    }

    void addCalls(graph::FunctionId from, std::vector<std::string>& calls) const
    {
        const auto before = [](const graph::ExternalCall& call, graph::FunctionId id) { return call.from < id; };
        for (auto at = std::lower_bound(m_base.externalCalls.begin(), m_base.externalCalls.end(), from, before);
             at != m_base.externalCalls.end() && at->from == from; ++at) {
            if (!startsWith(at->target, "builtins.") && !startsWith(at->target, "?"))
                calls.push_back(printablePath(at->target));
        }
    }

    std::optional<double> typedShare(const Moved& moved) const
    {
        double slots = 0;
        double annotated = 0;
        for (const Moved::Part& part : moved.parts) {
            const facts::FileFacts& facts = *m_base.modules[part.module].facts;
            for (const facts::FunctionIndex at : part.functions) {
                slots += facts.functions[at].hints.slotCount;
                annotated += facts.functions[at].hints.annotated();
            }
        }
        return slots > 0 ? std::optional<double>(annotated / slots) : std::nullopt;
    }

    // One that judged modules import and that is compiled for CPython.
    std::string extensionPackage() const
    {
        if (!m_base.sources.nativeModules.empty())
            return "its own native modules";
        for (const PackageReadiness& package : m_made.dependencies) {
            if (!package.modules.empty() && (package.status == "native-inside" || package.status == "rust-inside"))
                return package.name;
        }
        return {};
    }

    const Judged& m_judged;
    const graph::Codebase& m_base;
    const Planned& m_planned;
    Assessment& m_made;
};

} // namespace

void completePlan(const Judged& judged, const HazardFinder& hazards, const Planned& planned, Assessment& made)
{
    PlanDetails(judged, planned, made).complete(hazards);
}

} // namespace ferroscope::analysis
