// SPDX-FileCopyrightText: The Ferroscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/text.h"
#include "core/rules/all_rules.h"
#include "core/rules/places.h"

#include <fmt/format.h>

namespace ferroscope::rules {

namespace {

constexpr std::uint32_t kFewestCalls = 3;
constexpr std::uint32_t kMostStatements = 6; // per vectorised call: more, and something else is going on

void look(const RuleContext& context, std::vector<Finding>& findings)
{
    const facts::FileFacts& facts = context.facts();
    std::vector<VectorUse> uses;
    countVectorCalls(context, uses);
    for (facts::FunctionIndex at = 1; at < uses.size(); ++at) {
        const VectorUse& use = uses[at];
        // The same cost model as the heat estimate, for one call of the function.
        if (use.calls < kFewestCalls || use.onArrays == 0
            || facts.functions[at].logicalLines > use.calls * kMostStatements
            || use.nanoseconds < context.heat.functions[context.id(at)].callCost)
            continue;
        const facts::Function& function = facts.functions[at];
        report(context, findings, nativeVectorised, at, function.line,
            fmt::format("{} works on whole arrays: {} such as {}", shownFunction(facts, at),
                counted(use.calls, "vectorised call"), shown(use.example)),
            1, function.endLine);
    }
}

} // namespace

const Rule nativeVectorised {
    {
        .id = "NAT001",
        .family = "native",
        .title = "Vectorised code",
        .whatItSees = "A function with several calls of numpy, pandas, polars and the like that by estimate take "
                      "longer than its own interpreted steps.",
        .whyItMatters = "The loops over elements already run in compiled code. Rewritten in Rust they would gain "
                        "little beyond what saved temporaries and threads bring.",
        .example = "def normalise(a):\n    centred = a - np.mean(a, axis=0)\n    return centred / "
                   "np.sqrt(np.sum(centred ** 2, axis=0))",
        .instead = "Leave it. If it is slow, save passes and temporaries first (numexpr, in-place operations, polars).",
        .reference = "NumPy documentation, \"What is NumPy?\": vectorised operations run in pre-compiled C",
        .criterion = Criterion::CpuBound,
        .sign = -1,
    },
    look,
};

} // namespace ferroscope::rules
