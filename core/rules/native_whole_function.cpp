// SPDX-FileCopyrightText: The Ferroscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/text.h"
#include "core/rules/all_rules.h"
#include "core/rules/places.h"

#include <fmt/format.h>

namespace ferroscope::rules {

namespace {

constexpr std::uint32_t kFewestCalls = 5;
constexpr double kLeastShare = 0.5; // of all calls of the function

void look(const RuleContext& context, std::vector<Finding>& findings)
{
    const facts::FileFacts& facts = context.facts();
    std::vector<VectorUse> uses;
    countVectorCalls(context, uses);
    std::vector<std::uint32_t> all(facts.functions.size(), 0);
    for (const facts::CallSite& site : facts.calls)
        all[site.function] += site.is(facts::kAsArgument) || site.is(facts::kDecorator) ? 0 : 1;
    for (facts::FunctionIndex at = 1; at < uses.size(); ++at) {
        const facts::Function& function = facts.functions[at];
        if (function.loopDepth > 0 || function.is(facts::kRecursive) || uses[at].calls < kFewestCalls
            || uses[at].onArrays == 0 || uses[at].calls < kLeastShare * all[at])
            continue;
        report(context, findings, nativeWholeFunction, at, function.line,
            fmt::format("{} has no loop of its own, and {} of its {} calls are vectorised, such as {}",
                shownFunction(facts, at), uses[at].calls, all[at], shown(uses[at].example)),
            1, function.endLine);
    }
}

} // namespace

const Rule nativeWholeFunction {
    {
        .id = "NAT002",
        .family = "native",
        .title = "Wholly vectorised function",
        .whatItSees
        = "A function without any loop of its own, most of whose calls go to numpy, pandas, polars and the like.",
        .whyItMatters = "All work on elements is compiled already: a move would replace one native library by another "
                        "and have to be tested against it.",
        .example = "def spectrum(a):\n    w = np.hanning(len(a))\n    f = np.fft.rfft(a * w)\n    p = np.abs(f)\n    "
                   "return np.log10(np.maximum(p, 1e-12))",
        .instead = "Leave it in Python. Pass its arrays to Rust as buffers where a caller moves.",
        .reference = "PyO3 user guide, rust-numpy: arrays are borrowed without a copy",
        .sign = -1,
        .veto = Veto::AlreadyNative,
    },
    look,
};

} // namespace ferroscope::rules
