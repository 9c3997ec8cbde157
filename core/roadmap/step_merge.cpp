// SPDX-FileCopyrightText: The Ferroscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/roadmap/step_merge.h"

#include <algorithm>
#include <map>
#include <numeric>
#include <set>

namespace ferroscope::roadmap {
namespace {

class StepMerge {
public:
    StepMerge(const PlanGraph& planGraph, const std::vector<BestSetStep>& allSteps, double leastPrice, double leastNs)
        : graph(planGraph)
        , steps(allSteps)
        , least(leastPrice)
        , leastGain(leastNs)
        , stepOf(planGraph.groups.size(), kNoIndex)
        , root(allSteps.size())
        , rank(allSteps.size(), kNoIndex)
        , gain(allSteps.size())
    {
        std::iota(root.begin(), root.end(), 0U);
    }

    std::vector<MergedSet> run()
    {
        std::vector<double> lambdas; // by rank
        for (std::uint32_t step = 0; step < steps.size(); ++step) {
            gain[step] = steps[step].gain;
            for (const std::uint32_t group : steps[step].groups)
                stepOf[group] = step;
            const Surroundings around = surroundingsOf(step);
            std::uint32_t joined = kNoIndex; // rank
            if (gain[step] < leastGain && !steps[step].forced && !around.candidates.empty())
                joined = chooseCandidate(step, around);
            std::uint32_t cluster = step;
            for (const std::uint32_t loose : around.loose)
                cluster = unite(cluster, loose);
            if (joined != kNoIndex) {
                unite(clusterOfRank[joined], cluster);
            } else if (gain[cluster] >= leastGain || steps[step].forced) {
                rank[cluster] = static_cast<std::uint32_t>(lambdas.size());
                clusterOfRank.push_back(cluster);
                lambdas.push_back(steps[step].lambda);
            }
        }
        std::vector<MergedSet> sets(lambdas.size());
        for (std::size_t i = 0; i < sets.size(); ++i)
            sets[i].lambda = lambdas[i];
        for (std::uint32_t step = 0; step < steps.size(); ++step) {
            const std::uint32_t target = rank[find(step)];
            if (target != kNoIndex)
                sets[target].steps.push_back(step);
        }
        return sets;
    }

private:
    struct Surroundings {
        std::map<std::uint32_t, double> candidates; // rank -> cost of the links to it
        std::set<std::uint32_t> loose; // clusters that are no candidates
    };

    std::uint32_t find(std::uint32_t step)
    {
        while (root[step] != step) {
            root[step] = root[root[step]];
            step = root[step];
        }
        return step;
    }

    // The earlier step is the root and keeps its rank: only it can be a candidate already.
    std::uint32_t unite(std::uint32_t a, std::uint32_t b)
    {
        a = find(a);
        b = find(b);
        if (a == b)
            return a;
        const std::uint32_t into = rank[a] != kNoIndex || (rank[b] == kNoIndex && a < b) ? a : b;
        const std::uint32_t from = into == a ? b : a;
        root[from] = into;
        gain[into] += gain[from];
        return into;
    }

    Surroundings surroundingsOf(std::uint32_t step)
    {
        Surroundings around;
        for (const std::uint32_t group : steps[step].groups) {
            for (const Neighbour& neighbour : graph.neighbours(group)) {
                if (stepOf[neighbour.group] == kNoIndex || stepOf[neighbour.group] == step)
                    continue;
                const std::uint32_t cluster = find(stepOf[neighbour.group]);
                if (rank[cluster] == kNoIndex)
                    around.loose.insert(cluster);
                else
                    around.candidates[rank[cluster]] += neighbour.cost;
            }
        }
        return around;
    }

    // Rule 2. With the last candidate moving always pays (all that the step's price assumes has moved by then).
    std::uint32_t chooseCandidate(std::uint32_t step, const Surroundings& around)
    {
        double effort = 0;
        for (const std::uint32_t group : steps[step].groups)
            effort += graph.groups[group].effort;
        double net = steps[step].gain; // once the candidate at hand and all before it have moved
        std::uint32_t best = around.candidates.rbegin()->first;
        double dearest = around.candidates.rbegin()->second;
        for (auto it = around.candidates.rbegin(); std::next(it) != around.candidates.rend(); ++it) {
            net -= 2 * it->second; // that link would cross instead of being saved
            if (net < least * effort)
                break;
            if (std::next(it)->second >= dearest) {
                best = std::next(it)->first;
                dearest = std::next(it)->second;
            }
        }
        return best;
    }

    const PlanGraph& graph;
    const std::vector<BestSetStep>& steps;
    double least, leastGain;
    std::vector<std::uint32_t> stepOf; // of a group, steps seen so far
    std::vector<std::uint32_t> root, rank; // clusters of steps; the candidate number of a cluster's root
    std::vector<double> gain; // of a cluster's root
    std::vector<std::uint32_t> clusterOfRank;
};

} // namespace

std::vector<MergedSet> mergeSteps(
    const PlanGraph& graph, const std::vector<BestSetStep>& steps, double least, double leastGain)
{
    return StepMerge(graph, steps, least, leastGain).run();
}

} // namespace ferroscope::roadmap
