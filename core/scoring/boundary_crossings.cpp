// SPDX-FileCopyrightText: The Ferroscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
// boundary-crossings: if the module moved as a whole, what would the crossings cost beside what they save?
// Calls in and out and attributes of objects on the other side are priced as in
// boundary_price.h; per-element conversion dominates. Beside the price stands which way the imports point. 100 = nearly free. Measured prices, estimated counts.
#include "core/scoring/criterion.h"
#include "core/scoring/boundary_price.h"

#include <algorithm>
#include <cmath>
#include <fmt/format.h>

namespace ferroscope::scoring {

namespace {

constexpr double kFixedPrice = 3000; // ns per run: about what half of the reference modules compute

} // namespace

Answer boundaryCrossings(const Evidence& evidence)
{
    const graph::Module& module = evidence.self();
    const graph::FunctionId first = module.firstFunction;
    const graph::FunctionId last = first + module.functionCount;
    const auto inside = [&](graph::FunctionId id) { return id >= first && id < last; };
    double cost = 0;
    double crossings = 0;
    double attributes = 0;
    const BoundaryPrices prices(evidence.codebase, evidence.heat, evidence.knowledge);
    const auto crosses = [&](graph::FunctionId from, graph::FunctionId to) {
        // Tests may cross as they like.
        return inside(from) != inside(to) && evidence::isJudged(evidence.codebase.modules[evidence.codebase.moduleOf(from)].file.role);
    };
    for (const std::uint32_t at : evidence.calls) {
        const graph::CallEdge& call = evidence.codebase.calls[at];
        if (!crosses(call.from, call.to))
            continue;
        cost += prices.call(at, inside(call.to)).cost.likely;
        ++crossings;
    }
    for (const std::uint32_t at : evidence.attributes) {
        const graph::AttributeEdge& use = evidence.codebase.attributes[at];
        if (!crosses(use.from, use.home))
            continue;
        cost += prices.attributes(at, inside(use.home)).cost.low; // whoever moves it hands over values instead
        ++attributes;
    }
    const double work = evidence.signals[Signal::Heat];
    // Half of the answer is gone when the crossings cost as much as the work that could be saved. Even a module
    // that nobody is seen to call is entered somehow: a fixed price, so that one without work gains nothing.
    const double ratio = (cost + kFixedPrice) / std::max(1.0, work);
    const double priced = 100 / (1 + ratio);
    // Counts of estimated calls are coarse. A module that others use and that itself uses few is entered and
    // nothing else: it can be crossed at one clean edge, and calls nothing back.
    const double stands = (priced + 2 * 100 * evidence.percentile(Signal::Independence)) / 3;
    const double likely = std::clamp(stands + evidence.pointsOf(rules::Criterion::BoundaryCrossings), 0.0, 100.0);
    std::string why = crossings + attributes == 0
        ? std::string("No call from or to other modules was resolved; entering it has a fixed price.")
        : fmt::format("{:.0f} calls{} would cross, at an estimated {:.0f} % of the interpreted work inside.", crossings,
              attributes > 0 ? fmt::format(" and {:.0f} functions' attribute accesses", attributes) : std::string(),
              std::min(999.0, 100 * ratio));
    const double doubt = 6 + 14 * (1 - std::abs(likely - 50) / 50);
    return answer(likely, likely - doubt, likely + doubt, std::move(why));
}

} // namespace ferroscope::scoring
