// SPDX-FileCopyrightText: The Ferroscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/rules/all_rules.h"
#include "core/rules/places.h"

#include <fmt/format.h>

namespace ferroscope::rules {

namespace {

// The element itself goes in, as far as one can tell: tuples of names and positions count as elements.
bool isPerElement(const facts::FileFacts& facts, const facts::CallSite& site)
{
    const facts::Loop& loop = facts.loops[site.loop];
    return loop.kind != facts::LoopKind::While && elementLoop(facts, site) != nullptr
        && (site.is(facts::kPerElement) || loop.target == 0
            || isOneOf(facts.text(loop.iterable), { "range", "xrange" }));
}

void look(const RuleContext& context, std::vector<Finding>& findings)
{
    const facts::FileFacts& facts = context.facts();
    std::vector<bool> told(facts.functions.size(), false);
    for (const facts::CallSite& site : facts.calls) {
        const facts::Function& function = facts.functions[site.function];
        if (site.function == 0 || told[site.function] || !function.is(facts::kRecursive) || function.is(facts::kAsync)
            || site.is(facts::kAsArgument) || site.method != function.name || site.loop >= facts.loops.size())
            continue;
        // f() calls the function itself only outside of classes, self.f() only inside.
        const bool isMethod = function.owner != facts::kNone;
        if (site.receiver != (isMethod ? facts::Receiver::Self : facts::Receiver::None) || !isPerElement(facts, site))
            continue;
        if (isMethod && facts.text(site.callee).find('.') != facts.text(site.callee).rfind('.'))
            continue; // self.child.f()
        told[site.function] = true;
        report(context, findings, cpuRecursiveWalk, site.function, site.line,
            fmt::format("{} calls itself for the elements of the loop at line {}", shownFunction(facts, site.function),
                facts.loops[site.loop].line),
            loopWeight(site.frequency));
    }
}

} // namespace

const Rule cpuRecursiveWalk {
    {
        .id = "CPU006",
        .family = "cpu",
        .title = "Recursive walk over a tree",
        .whatItSees = "A function that calls itself inside a loop of its own: one call per child.",
        .whyItMatters = "Each node costs a Python frame, attribute look-ups and often type tests. In Rust it is a "
                        "match over an enum, and the depth is no longer bound by the interpreter's recursion limit.",
        .example = "def weight(node):\n    return node.size + sum(weight(child) for child in node.children)",
        .instead
        = "Move the tree together with the walk: converting the nodes at the boundary costs more than walking them.",
        .reference = "Own measurements, CPython 3.11 and PyO3 0.29: a Python call 15-20 ns, a converted dictionary "
                     "entry 46-123 ns",
        .criterion = Criterion::CpuBound,
        .sign = +1,
    },
    look,
};

} // namespace ferroscope::rules
