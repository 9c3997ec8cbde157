// SPDX-FileCopyrightText: The Ferroscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/text.h"
#include "core/rules/all_rules.h"
#include "core/rules/places.h"

#include <fmt/format.h>

namespace ferroscope::rules {

namespace {

// line.index(":") of an element itself is no search through the same sequence again and again.
bool isElement(const facts::FileFacts& facts, const facts::CallSite& site)
{
    const std::string_view first = firstComponent(facts.text(site.callee));
    for (std::uint32_t at = site.loop; at < facts.loops.size(); at = facts.loops[at].parent) {
        if (facts.loops[at].target == 0 || facts.text(facts.loops[at].target) == first)
            return true; // or a pattern, whose names are not known
    }
    return false;
}

void look(const RuleContext& context, std::vector<Finding>& findings)
{
    const facts::FileFacts& facts = context.facts();
    forEachOutward(context, [&](const Outward& each) {
        const facts::CallSite& site = each.site;
        if (!isOneOf(each.call.target, { "?.index", "list.index", "tuple.index", "list.count", "list.remove" })
            || site.callee == 0 || site.arguments != 1 || site.is(facts::kFirstArgumentLiteral)
            || site.is(facts::kFormattedArgument) || !site.is(facts::kPerElement) || isElement(facts, site))
            return;
        const facts::Loop* loop = elementLoop(facts, site);
        if (loop == nullptr)
            return;
        report(context, findings, cpuLinearSearchInLoop, site.function, site.line,
            fmt::format("{} searches from the start for an element of the loop at line {}", shown(facts, site.callee),
                loop->line),
            loopWeight(site.frequency));
    });
}

} // namespace

const Rule cpuLinearSearchInLoop {
    {
        .id = "CPU005",
        .family = "cpu",
        .title = "Linear search for every element",
        .whatItSees = "index, count or remove of a sequence with the element of a loop as argument.",
        .whyItMatters = "Time grows with the square of the number of elements. Rust would make the constant smaller, a "
                        "dictionary takes the square away.",
        .example = "for name in names:\n    order.append(columns.index(name))",
        .instead = "Build a dictionary from value to position once, before the loop; then measure again.",
        .reference = "Python wiki, TimeComplexity: list index, count and remove are O(n)",
        .criterion = Criterion::CpuBound,
        .sign = +1,
    },
    look,
};

} // namespace ferroscope::rules
