// SPDX-FileCopyrightText: The Ferroscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/roadmap/wave_steps.h"

#include "core/roadmap/contraction.h"
#include <algorithm>
#include <cmath>

namespace ferroscope::roadmap {
namespace {

struct Part {
    FoundSet set;
    std::size_t origin = 0; // set that it is a step of
    double gain = 0; // ns per run, once all before it have moved
};

double effortOf(const PlanInput& input, const FoundSet::Step& step)
{
    double days = 0;
    for (const std::uint32_t unit : step.units)
        days += input.units[unit].effort.likely;
    return days;
}

// As many steps as it needs, of about the same size.
void cut(const PlanInput& input, FoundSet set, std::size_t origin, std::vector<Part>& parts)
{
    double total = 0;
    for (const FoundSet::Step& step : set.steps)
        total += effortOf(input, step);
    const double count = std::isfinite(total) ? std::ceil(total / kMostDaysPerStep) : 1;
    if (count <= 1 || set.steps.size() == 1) {
        parts.push_back({ std::move(set), origin, 0 });
        return;
    }
    std::stable_sort(set.steps.begin(), set.steps.end(), [](const FoundSet::Step& a, const FoundSet::Step& b) { return a.lambda > b.lambda; });
    double days = kMostDaysPerStep; // of the open part; full at first, so that one is opened
    for (FoundSet::Step& step : set.steps) {
        const double more = effortOf(input, step);
        if (days >= total / count || days + more > kMostDaysPerStep) {
            Part& part = parts.emplace_back();
            part.origin = origin;
            part.set.lambda = step.lambda;
            days = 0;
        }
        parts.back().set.steps.push_back(std::move(step));
        days += more;
    }
}

void countGains(const PlanInput& input, std::vector<Part>& parts)
{
    std::vector<std::uint32_t> rank(input.units.size(), kNoIndex);
    for (std::uint32_t at = 0; at < parts.size(); ++at) {
        for (const FoundSet::Step& step : parts[at].set.steps) {
            for (const std::uint32_t unit : step.units) {
                rank[unit] = at;
                parts[at].gain += savedBy(input.units[unit]).likely;
            }
        }
    }
    for (const Link& link : input.links) {
        if (link.from >= rank.size() || link.to >= rank.size() || rank[link.from] == rank[link.to] || !(link.cost > 0)
            || !std::isfinite(link.cost))
            continue;
        const std::uint32_t first = std::min(rank[link.from], rank[link.to]); // kNoIndex is the largest
        const std::uint32_t last = std::max(rank[link.from], rank[link.to]);
        parts[first].gain -= link.cost;
        if (last != kNoIndex)
            parts[last].gain += link.cost;
    }
}

} // namespace

std::vector<FoundSet> cutIntoSteps(const PlanInput& input, std::vector<FoundSet> sets)
{
    std::vector<Part> parts;
    const std::size_t before = sets.size();
    for (std::size_t at = 0; at < before; ++at)
        cut(input, std::move(sets[at]), at, parts);
    if (parts.size() > before)
        countGains(input, parts);
    const double least = std::max(input.leastGain * input.runTime, 1.0);
    std::vector<Part> kept;
    for (Part& part : parts) {
        // Gains of parts that follow each other add up.
        if (!kept.empty() && kept.back().origin == part.origin && (part.gain < least || kept.back().gain < least)) {
            kept.back().gain += part.gain;
            std::move(part.set.steps.begin(), part.set.steps.end(), std::back_inserter(kept.back().set.steps));
        } else {
            kept.push_back(std::move(part));
        }
    }
    std::vector<FoundSet> steps;
    for (Part& part : kept)
        steps.push_back(std::move(part.set));
    return steps;
}

} // namespace ferroscope::roadmap
