// SPDX-FileCopyrightText: The Ferroscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/rules/all_rules.h"
#include "core/rules/places.h"

#include <fmt/format.h>

namespace ferroscope::rules {

namespace {

constexpr std::uint32_t kFewestOperations = 3; // places in loops
constexpr float kPerCall = 1.5F; // operations per call, at least
constexpr float kNested = 16; // mean expected turns per place: most of them stand two loops deep

std::uint32_t depthOf(const facts::FileFacts& facts, std::uint32_t at)
{
    std::uint32_t depth = 0;
    for (; at < facts.loops.size(); at = facts.loops[at].parent)
        ++depth;
    return depth;
}

void look(const RuleContext& context, std::vector<Finding>& findings)
{
    const facts::FileFacts& facts = context.facts();
    // The outermost loop of the deepest nest, by function.
    std::vector<std::uint32_t> deepest(facts.functions.size(), facts::kNone), depth(facts.functions.size(), 0);
    for (std::uint32_t at = 0; at < facts.loops.size(); ++at) {
        const std::uint32_t here = depthOf(facts, at);
        const facts::FunctionIndex function = facts.loops[at].function;
        if (here <= depth[function])
            continue;
        depth[function] = here;
        deepest[function] = at;
    }
    std::vector<VectorUse> uses;
    countVectorCalls(context, uses);
    for (facts::FunctionIndex at = 1; at < facts.functions.size(); ++at) {
        const facts::Function& function = facts.functions[at];
        if (depth[at] < 2 || uses[at].calls > 0 || isCompiled(facts, function))
            continue;
        std::uint32_t places = 0;
        float expected = 0;
        for (const facts::Op op : { facts::Op::Arithmetic, facts::Op::FloatArithmetic, facts::Op::Bit }) {
            places += function.ops.placesInLoop(op);
            expected += function.ops.at(op);
        }
        const bool elements
            = function.ops.placesInLoop(facts::Op::Subscript) + function.ops.placesInLoop(facts::Op::SubscriptStore)
            > 1;
        if (places < kFewestOperations || !elements || expected < kNested * static_cast<float>(places)
            || expected < kPerCall * function.ops.at(facts::Op::Call) // mostly calls: its time is elsewhere
            || function.ops.placesInLoop(facts::Op::StringBuild) >= places) // + of text
            continue;
        std::uint32_t outermost = deepest[at];
        while (facts.loops[outermost].parent < facts.loops.size())
            outermost = facts.loops[outermost].parent;
        const facts::Loop& loop = facts.loops[outermost];
        report(context, findings, cpuNestedArithmetic, at, loop.line,
            fmt::format("{} computes element by element in loops {} deep", shownFunction(facts, at), depth[at]),
            loopWeight(expected / static_cast<float>(places)), loop.endLine);
    }
}

} // namespace

const Rule cpuNestedArithmetic {
    {
        .id = "CPU002",
        .family = "cpu",
        .title = "Arithmetic on elements in nested loops",
        .whatItSees = "A loop within a loop most of whose arithmetic runs in the inner one, on subscripted elements, "
                      "with more arithmetic than calls and no call of an array library.",
        .whyItMatters = "Each step costs the interpreter 5 to 15 nanoseconds for what is one machine instruction. This "
                        "is where Rust gains most, and the data can go over as one buffer.",
        .example = "for i in range(n):\n    for j in range(m):\n        total += a[i][j] * b[j]",
        .instead
        = "Where an array operation says the same, use it. Otherwise move the whole nest, never the inner loop alone.",
        .reference = "Own measurements, CPython 3.11: 5 to 15 ns per operation; guide text 002: pure computation",
        .criterion = Criterion::CpuBound,
        .sign = +1,
    },
    look,
};

} // namespace ferroscope::rules
