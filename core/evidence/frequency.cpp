// SPDX-FileCopyrightText: The Ferroscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/evidence/frequency.h"
#include "core/evidence/heat.h"

#include <algorithm>
#include <cmath>
#include <map>

namespace ferroscope::evidence {

namespace {

// Exponents of heat = calls × cost. Their ratios were fitted to the development half of tests/heat (shares of the time by
// maximum likelihood, an eighth left out at a time) and rounded. Their common factor orders nothing: it lies between
// the one of the likelihood (0.8 times these) and the one at which as much stands in the top tenth as in the
// profiles (1.5 times these).
constexpr double kFlow = 0.6;
constexpr double kClassFlow = 0.6;
constexpr double kLoops = 0.25;
constexpr double kArithmetic = 0.5;
constexpr double kCost = 0.5;
constexpr double kText = 0.25;
constexpr double kScale = 16; // sets the unit: 77 of 100 reference modules have less than 20 thousand virtual ns
constexpr double kLeastFlow = 1e-6;
constexpr double kMostCalls = 1e12;

// Mean logarithm of the flow over the methods of the same class, else over the functions of the module that are no
// methods; module-level code stands alone.
std::vector<double> classFlow(const graph::Module& module, const std::vector<double>& flow)
{
    struct Mean {
        double sum = 0;
        double count = 0;
    };
    std::map<facts::ClassIndex, Mean> classes;
    const std::vector<facts::Function>& functions = module.facts->functions;
    const auto logFlow = [&](std::uint32_t at) { return std::log(std::max(kLeastFlow, flow[module.firstFunction + at])); };
    for (std::uint32_t at = 0; at < module.functionCount; ++at) {
        if (at == 0)
            continue;
        Mean& mean = classes[functions[at].owner];
        mean.sum += logFlow(at);
        mean.count += 1;
    }
    std::vector<double> means(module.functionCount);
    means[0] = logFlow(0);
    for (std::uint32_t at = 1; at < module.functionCount; ++at) {
        const Mean& mean = classes[functions[at].owner];
        means[at] = mean.sum / mean.count;
    }
    return means;
}

} // namespace

Frequencies expectedCalls(const graph::Codebase& codebase, CallFlow flow, const CallCosts& costs)
{
    Frequencies result { std::vector<double>(codebase.functionCount, 0), std::vector<double>(codebase.calls.size(), 0), std::move(flow.reached) };
    for (const graph::Module& module : codebase.modules) {
        if (!isJudged(module.file.role))
            continue;
        const std::vector<double> ofClass = classFlow(module, flow.flow);
        for (std::uint32_t at = 0; at < module.functionCount; ++at) {
            const graph::FunctionId id = module.firstFunction + at;
            const facts::OpMix& ops = module.facts->functions[at].ops;
            const double calculations = ops.places(facts::Op::Arithmetic) + ops.places(facts::Op::FloatArithmetic) + ops.places(facts::Op::Bit);
            const double heat = kFlow * std::log(std::max(kLeastFlow, flow.flow[id])) + kClassFlow * ofClass[at] + kLoops * flow.loops[id]
                + kArithmetic * std::log1p(calculations) + kText * std::log(costs.text[id]) + kCost * std::log(costs.expected[id]);
            result.calls[id] = std::min(kMostCalls, kScale * std::exp(heat) / costs.expected[id]);
        }
    }
    for (std::size_t at = 0; at < codebase.calls.size(); ++at)
        result.edgeCalls[at] = result.calls[codebase.calls[at].to] * flow.edgeShare[at];
    return result;
}

} // namespace ferroscope::evidence
