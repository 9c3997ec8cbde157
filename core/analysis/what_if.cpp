// SPDX-FileCopyrightText: The Ferroscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis/apply_settings.h"
#include "core/analysis/assembly.h"
#include "core/analysis/assembly_plan.h"
#include "core/analysis/planning_work.h"
#include "core/analysis/what_if_maker.h"
#include "core/base/parallel.h"

#include <algorithm>
#include <mutex>

namespace ferroscope::analysis {

namespace {

class Judge final : public WhatIf {
public:
    Judge(Judged judged, const Judgeable& given)
        : m_judged(std::move(judged))
        , m_given(given)
        , m_made(makeProblem(m_judged, given.jobs))
        , m_names(m_judged.codebase, m_made.first)
        , m_hazards(m_judged)
        , m_facts(assembleFacts(m_judged, given.jobs))
    {
        m_given.request.kept = nullptr;
        m_facts.repoConfig = given.repoConfig;
    }

    AssessmentPtr assess(const settings::Settings& settings, Cut cut, const AssessmentPtr& last, std::stop_token stop) const override
    {
        const std::lock_guard lock(m_mutex);
        std::shared_ptr<const FoundCut> kept = cut == Cut::Kept ? cutOf(last) : nullptr;
        auto made = std::make_shared<Assessment>(m_facts);
        const auto found = judge(settings, std::move(kept), *made, stop);
        if (!found)
            return nullptr;
        std::erase_if(m_cuts, [](const auto& entry) { return entry.first.expired(); });
        m_cuts.emplace_back(made, found);
        if (!m_first)
            m_first = found;
        return made;
    }

    AssessmentPtr assessOnce(std::stop_token stop) &&
    {
        auto made = std::make_shared<Assessment>(std::move(m_facts));
        return judge(m_given.request.settings, nullptr, *made, stop) ? made : nullptr;
    }

    roadmap::PlanInput problem(const settings::Settings& settings) const override
    {
        const std::lock_guard lock(m_mutex);
        const Request request = requestOf(settings);
        const std::vector<scoring::Score> scores = score(weightsOf(request), {});
        const PlanSettings plan = planSettings(settings, m_judged.codebase, m_names);
        // No unit is left out for being cold: whoever looks at the problem asks what a move would cost.
        planCandidates(m_judged, m_made.first, scores, plan, m_made.second, std::make_shared<FoundCut>());
        return m_made.second;
    }

private:
    Request requestOf(const settings::Settings& settings) const
    {
        Request request = m_given.request;
        request.settings = settings;
        return request;
    }

    // Threads cost more than they bring where there is little to do.
    unsigned jobs() const
    {
        constexpr std::size_t kModulesPerThread = 2000;
        return std::min(m_given.jobs, static_cast<unsigned>(1 + m_made.first.moduleOfPlan.size() / kModulesPerThread));
    }

    std::vector<scoring::Score> score(const scoring::Weights& weights, const std::stop_token& stop) const
    {
        std::vector<scoring::Score> scores(m_judged.answers.size());
        const std::vector<graph::ModuleId>& modules = m_made.first.moduleOfPlan;
        parallelFor(modules.size(), jobs(), stop,
            [&](std::size_t at, unsigned) { scores[modules[at]] = scoring::combine(m_judged.answers[modules[at]], weights); });
        return scores;
    }

    std::shared_ptr<const FoundCut> cutOf(const AssessmentPtr& last) const
    {
        const auto of = [&](const auto& entry) { return entry.first.lock() == last; };
        const auto known = last ? std::find_if(m_cuts.begin(), m_cuts.end(), of) : m_cuts.end();
        return known == m_cuts.end() ? m_first : known->second;
    }

    // Completes `facts`; the cut it was made with, null if stopped.
    std::shared_ptr<const FoundCut> judge(const settings::Settings& settings, std::shared_ptr<const FoundCut> kept, Assessment& facts,
        const std::stop_token& stop) const
    {
        const Problem& problem = m_made.first;
        const Request request = requestOf(settings);
        Judgement judgement;
        judgement.weights = weightsOf(request);
        judgement.scores = score(judgement.weights, stop);
        const PlanSettings plan = planSettings(settings, m_judged.codebase, m_names);
        if (stop.stop_requested())
            return nullptr;
        const Planned planned = planCandidates(m_judged, problem, judgement.scores, plan, m_made.second, std::move(kept), stop);
        if (stop.stop_requested())
            return nullptr;
        judgement.verdicts.resize(judgement.scores.size());
        parallelFor(problem.moduleOfPlan.size(), jobs(), stop, [&](std::size_t at, unsigned) {
            const graph::ModuleId id = problem.moduleOfPlan[at];
            judgement.verdicts[id] = scoring::judge(problem.verdicts[id], judgement.scores[id], planned.views[id]);
        });
        for (const auto& [id, override_] : plan.overrides)
            applyOverride(judgement.verdicts[id], override_);
        judgement.plan = roadmap::buildPlan(planned.input, planned.sets, preparations(m_judged, planned, judgement.verdicts));
        if (stop.stop_requested())
            return nullptr;
        judgement.warnings = plan.warnings;
        for (const std::vector<std::string>& more : { planned.warnings, waveWarnings(planned, judgement.plan) })
            judgement.warnings.insert(judgement.warnings.end(), more.begin(), more.end());
        facts.settingsHash = settingsHash(request, judgement.weights);
        assemblePlan(m_judged, m_hazards, planned, judgement, facts);
        return stop.stop_requested() ? nullptr : planned.cut;
    }

    const Judged m_judged;
    Judgeable m_given;
    mutable std::mutex m_mutex; // guards what is mutable
    // The input is made once and filled anew for every question: it is as large as the code.
    mutable std::pair<Problem, roadmap::PlanInput> m_made;
    const Names m_names;
    const HazardFinder m_hazards;
    Assessment m_facts; // what no setting changes
    mutable std::vector<std::pair<std::weak_ptr<const Assessment>, std::shared_ptr<const FoundCut>>> m_cuts; // of what is still held
    mutable std::shared_ptr<const FoundCut> m_first;
};

} // namespace

AssessmentPtr assessOnce(Judged judged, const Judgeable& given, std::stop_token stop)
{
    return Judge(std::move(judged), given).assessOnce(std::move(stop));
}

std::shared_ptr<const WhatIf> makeWhatIf(Judged judged, const Judgeable& given)
{
    return std::make_shared<const Judge>(std::move(judged), given);
}

} // namespace ferroscope::analysis
