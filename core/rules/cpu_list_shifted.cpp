// SPDX-FileCopyrightText: The Ferroscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/text.h"
#include "core/rules/all_rules.h"
#include "core/rules/places.h"

#include <fmt/format.h>

namespace ferroscope::rules {

namespace {

void look(const RuleContext& context, std::vector<Finding>& findings)
{
    const facts::FileFacts& facts = context.facts();
    for (const facts::CallSite& site : facts.calls) {
        const std::string_view method = facts.text(site.method);
        const bool shifts = (method == "pop" && site.arguments == 1) || (method == "insert" && site.arguments == 2);
        if (!shifts || site.is(facts::kAsArgument) || site.loop >= facts.loops.size() || site.keywords > 0
            || site.shape(0) != facts::ArgumentShape::Number || facts.loops[site.loop].constantTrips
            || site.receiver == facts::Receiver::None || startsWith(facts.text(site.callee), "sys."))
            continue;
        report(context, findings, cpuListShifted, site.function, site.line,
            fmt::format("{} moves the rest of the list in every turn of the loop at line {}",
                site.callee != 0 ? shown(facts, site.callee) : shown(method), facts.loops[site.loop].line),
            loopWeight(site.frequency));
    }
}

} // namespace

const Rule cpuListShifted {
    {
        .id = "CPU013",
        .family = "cpu",
        .title = "List shifted in every turn",
        .whatItSees = "pop(0) or insert(0, ...) of a list inside a loop.",
        .whyItMatters = "Every call moves all other elements by one place. The square goes away with a deque, in Rust "
                        "with VecDeque, before any language does.",
        .example = "while queue:\n    node = queue.pop(0)",
        .instead = "collections.deque with popleft and appendleft; then measure again.",
        .reference = "Python documentation of collections.deque; Rust standard library, VecDeque",
        .criterion = Criterion::CpuBound,
        .sign = +1,
    },
    look,
};

} // namespace ferroscope::rules
