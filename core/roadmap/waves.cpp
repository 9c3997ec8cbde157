// SPDX-FileCopyrightText: The Ferroscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/roadmap/waves.h"

#include "core/roadmap/amdahl.h"
#include "core/roadmap/candidate_details.h"
#include "core/roadmap/dates.h"
#include "core/roadmap/learning_curve.h"
#include "core/roadmap/strategy.h"
#include "core/roadmap/titles.h"
#include "core/roadmap/wave_order.h"
#include "core/roadmap/wave_text.h"
#include <algorithm>
#include <set>

namespace ferroscope::roadmap {
namespace {

const char* const kBaselineTitle = "Record a baseline: inputs, results, run time";
const char* const kProfileTitle = "Profile a typical run";

class PlanBuilder {
public:
    PlanBuilder(const PlanInput& planInput, const std::vector<CandidateSet>& planSets,
        const std::vector<Preparation>& planPreparations)
        : input(planInput)
        , sets(planSets)
        , preparations(planPreparations)
    {
    }

    Plan build()
    {
        if (sets.empty() && preparations.empty())
            return {};
        describeCandidates();
        const std::vector<std::vector<std::size_t>> order = orderWaves(input, sets, plan.candidates);
        waveOf.assign(sets.size(), 0);
        for (std::size_t i = 0; i < order.size(); ++i) {
            for (const std::size_t candidate : order[i])
                waveOf[candidate] = static_cast<int>(i) + 1;
        }
        for (const Candidate& candidate : plan.candidates)
            plan.plainEffort.push_back(candidate.effort);
        learn(order);
        predictRunTimes();
        addPrepareWave();
        for (std::size_t i = 0; i < order.size(); ++i) {
            if (!order[i].empty())
                addWave(static_cast<int>(i) + 1, order[i]);
        }
        boundGains();
        scheduleWaves(plan.waves, input.team);
        writeTexts(order);
        return std::move(plan);
    }

private:
    void describeCandidates()
    {
        std::vector<Verdict> strategies;
        for (const CandidateSet& set : sets)
            strategies.push_back(chooseStrategy(input, set).strategy);
        const std::vector<std::string> titles = candidateTitles(input, sets, strategies);
        const std::vector<Range> gains = boundedGains(input, sets);
        for (std::size_t i = 0; i < sets.size(); ++i) {
            Candidate candidate = describeCandidate(input, sets[i], i + 1, titles[i], strategies[i]);
            candidate.gain = gains[i];
            candidate.risks = candidateRisks(input, sets[i], gains[i]);
            plan.candidates.push_back(std::move(candidate));
        }
    }

    void learn(const std::vector<std::vector<std::size_t>>& order)
    {
        LearningCurve curve(input.team, input.costs);
        for (const std::vector<std::size_t>& wave : order) {
            if (wave.empty())
                continue;
            double days = 0;
            for (const std::size_t candidate : wave)
                days += plan.candidates[candidate].effort.likely;
            const Range factor = curve.next(days);
            for (const std::size_t candidate : wave) {
                Range& effort = plan.candidates[candidate].effort;
                effort = Range { effort.low * factor.low, effort.likely * factor.likely, effort.high * factor.high }.ordered();
            }
        }
    }

    void predictRunTimes()
    {
        if (!input.measured || !input.exact)
            return;
        for (std::size_t i = 0; i < sets.size(); ++i) {
            const bool known = std::all_of(sets[i].units.begin(), sets[i].units.end(),
                [&](std::uint32_t unit) { return input.modules[input.units[unit].module].profiled; });
            if (!known)
                continue; // its time is estimated: seconds would be a pretence
            std::vector<bool> together(sets.size(), false); // with all it needs, directly or not
            together[i] = true;
            Range gain;
            for (std::size_t j = i + 1; j-- > 0;) { // needs point to earlier sets
                if (!together[j])
                    continue;
                gain += plan.candidates[j].gain;
                for (const std::uint32_t need : sets[j].needs)
                    together[need] = true;
            }
            const double seconds = input.runTime / 1e9;
            plan.candidates[i].predictedSeconds = Range { seconds * std::max(1 - gain.high, 0.0),
                seconds * std::max(1 - gain.likely, 0.0), seconds * std::max(1 - gain.low, 0.0) };
        }
    }

    // The baseline days are shared by the baseline and the profile; with a profile at hand only the former is left.
    void addPrepareWave()
    {
        Wave wave;
        const UnitCosts& costs = input.costs;
        const Range share = (Range { costs.lowFactor, 1, costs.highFactor } * (costs.baselineDays / 2)).ordered();
        std::set<std::string> modules;
        for (const Candidate& candidate : plan.candidates)
            modules.insert(candidate.modules.begin(), candidate.modules.end());
        const std::vector<std::string> all(modules.begin(), modules.end());
        wave.work.push_back({ kBaselineTitle, Verdict::ProfileFirst, all, share, {} });
        if (!input.measured && !sets.empty())
            wave.work.push_back({ kProfileTitle, Verdict::ProfileFirst, all, share, {} });
        for (const Preparation& preparation : preparations)
            wave.work.push_back(preparation.item);
        for (const WorkItem& item : wave.work) {
            wave.effort += item.effort;
            wave.gain += item.gain;
        }
        plan.waves.push_back(std::move(wave));
    }

    void addWave(int number, const std::vector<std::size_t>& members)
    {
        Wave wave;
        wave.number = number;
        std::set<std::uint32_t> earlier; // candidates
        std::set<std::size_t> enabling; // preparations
        for (const std::size_t index : members) {
            const Candidate& candidate = plan.candidates[index];
            wave.candidates.push_back(candidate.id);
            wave.effort += candidate.effort;
            wave.gain += candidate.gain;
            wave.crossings += crossingsAfter(index, number);
            for (const std::uint32_t need : sets[index].needs) {
                if (waveOf[need] < number)
                    earlier.insert(need);
            }
            for (std::size_t i = 0; i < preparations.size(); ++i) {
                const std::vector<std::size_t>& enables = preparations[i].enables;
                if (std::find(enables.begin(), enables.end(), index) != enables.end())
                    enabling.insert(i);
            }
            for (const std::uint32_t unit : sets[index].units)
                plan.waveOfModule.try_emplace(input.units[unit].module, number);
        }
        for (const std::uint32_t need : earlier)
            wave.prerequisites.push_back(plan.candidates[need].id);
        if (plan.waves.size() == 1) { // the first that moves anything
            for (std::size_t i = 0; i + preparations.size() < plan.waves[0].work.size(); ++i)
                wave.prerequisites.push_back(plan.waves[0].work[i].title); // baseline and profile
        }
        for (const std::size_t i : enabling)
            wave.prerequisites.push_back(preparations[i].item.title);
        plan.waves.push_back(std::move(wave));
    }

    // ns per run of the links of a candidate that still cross when its wave is done.
    double crossingsAfter(std::size_t candidate, int number)
    {
        if (setOf.empty()) {
            setOf.assign(input.units.size(), kNoIndex);
            for (std::uint32_t i = 0; i < sets.size(); ++i) {
                for (const std::uint32_t unit : sets[i].units)
                    setOf[unit] = i;
            }
        }
        double cost = 0;
        for (const std::uint32_t index : sets[candidate].crossings) {
            const Link& link = input.links[index];
            const std::uint32_t other = setOf[link.from] == candidate ? setOf[link.to] : setOf[link.from];
            if (other == kNoIndex || waveOf[other] > number)
                cost += link.cost;
        }
        return cost;
    }

    // A fix in Python may save the same time as a move, and high values all at once may exceed the run: what is
    // left of the run bounds the likely values, what those leave bounds the high ones.
    void boundGains()
    {
        double left = 1;
        for (Wave& wave : plan.waves) {
            const double likely = std::clamp(wave.gain.likely, 0.0, left);
            wave.gain = { std::clamp(wave.gain.low, 0.0, likely), likely, std::max(wave.gain.high, likely) };
            left = std::max(left - likely, 0.0);
        }
        for (Wave& wave : plan.waves) {
            const double more = std::min(wave.gain.high - wave.gain.likely, left);
            wave.gain.high = wave.gain.likely + more;
            left -= more;
        }
    }

    void writeTexts(const std::vector<std::vector<std::size_t>>& order)
    {
        for (std::size_t i = 0; i < plan.waves.size(); ++i) {
            Wave& wave = plan.waves[i];
            WaveFacts facts;
            facts.input = &input;
            facts.wave = &wave;
            facts.next = i + 1 < plan.waves.size() ? &plan.waves[i + 1] : nullptr;
            if (i > 0) {
                for (const std::size_t index : order[static_cast<std::size_t>(wave.number) - 1])
                    facts.candidates.push_back(&plan.candidates[index]);
            } else if (plan.waves.size() > 1) {
                const auto first = std::find_if(order.begin(), order.end(), [](const auto& members) { return !members.empty(); });
                facts.first = &plan.candidates[first->front()];
                for (const std::uint32_t unit : sets[first->front()].units)
                    facts.firstShare += input.units[unit].time.likely / std::max(input.runTime, 1.0);
            }
            wave.title = waveTitle(facts.candidates, wave.number);
            wave.exitCriteria = exitCriteriaOf(facts);
            wave.measure = measurementsOf(facts);
            wave.stopRule = wave.exitCriteria.back();
            wave.rollback = rollbackOf(facts);
        }
    }

    const PlanInput& input;
    const std::vector<CandidateSet>& sets;
    const std::vector<Preparation>& preparations;
    Plan plan;
    std::vector<int> waveOf; // by set
    std::vector<std::uint32_t> setOf; // by unit
};

} // namespace

Plan buildPlan(
    const PlanInput& input, const std::vector<CandidateSet>& sets, const std::vector<Preparation>& preparations)
{
    return PlanBuilder(input, sets, preparations).build();
}

} // namespace ferroscope::roadmap
