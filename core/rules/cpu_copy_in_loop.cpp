// SPDX-FileCopyrightText: The Ferroscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/rules/all_rules.h"
#include "core/rules/places.h"

#include <fmt/format.h>

namespace ferroscope::rules {

namespace {

void look(const RuleContext& context, std::vector<Finding>& findings)
{
    const facts::FileFacts& facts = context.facts();
    forEachOutward(context, [&](const Outward& each) {
        if (!isOneOf(each.call.target, { "copy.deepcopy", "copy.copy" }))
            return;
        const facts::Loop* loop = elementLoop(facts, each.site);
        if (loop == nullptr)
            return;
        report(context, findings, cpuCopyInLoop, each.site.function, each.site.line,
            fmt::format("{} runs in the loop at line {} of {}", shown(each.call.target), loop->line,
                shownFunction(facts, each.site.function)),
            loopWeight(each.site.frequency));
    });
}

} // namespace

const Rule cpuCopyInLoop {
    {
        .id = "CPU014",
        .family = "cpu",
        .title = "Objects copied in a loop",
        .whatItSees = "copy.deepcopy or copy.copy in a loop or a comprehension.",
        .whyItMatters = "A deep copy walks the whole object graph with a table of what was seen, interpreted, some "
                        "microseconds per object. Clone of a Rust struct copies fields.",
        .example = "for node in nodes:\n    children.append(copy.deepcopy(node))",
        .instead = "Copy only what changes, or make the values immutable and share them.",
        .reference = "Python documentation of copy; Rust standard library, Clone",
        .criterion = Criterion::CpuBound,
        .sign = +1,
    },
    look,
};

} // namespace ferroscope::rules
