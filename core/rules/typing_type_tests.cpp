// SPDX-FileCopyrightText: The Ferroscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/rules/all_rules.h"
#include "core/rules/places.h"

#include <algorithm>
#include <fmt/format.h>

namespace ferroscope::rules {

namespace {

constexpr std::uint32_t kFewest = 4; // tests in a function

void look(const RuleContext& context, std::vector<Finding>& findings)
{
    const facts::FileFacts& facts = context.facts();
    struct Tests {
        std::uint32_t count = 0, line = 0;
    };
    std::vector<Tests> tests(facts.functions.size());
    forEachOutward(context, [&](const Outward& each) {
        if (!isOneOf(each.call.target, { "builtins.isinstance", "builtins.issubclass" }))
            return;
        Tests& here = tests[each.site.function];
        ++here.count;
        here.line = here.line == 0 ? each.site.line : std::min(here.line, each.site.line);
    });
    for (facts::FunctionIndex at = 1; at < tests.size(); ++at) {
        if (tests[at].count >= kFewest)
            report(context, findings, typingTypeTests, at, tests[at].line,
                fmt::format("{} tests types at {} places", shownFunction(facts, at), tests[at].count), kSlight,
                facts.functions[at].endLine);
    }
}

} // namespace

const Rule typingTypeTests {
    {
        .id = "TYP004",
        .family = "typing",
        .title = "Chain of type tests",
        .whatItSees = "Four or more isinstance or type() tests in one function.",
        .whyItMatters = "The function does not know what it gets. In Rust the cases are variants of an enum and the "
                        "chain is a match; over Python objects every test is a call.",
        .example = "if isinstance(node, Name):\n    ...\nelif isinstance(node, Call):\n    ...\nelif isinstance(node, "
                   "(List, Tuple)):\n    ...",
        .instead = "Methods on the classes, functools.singledispatch or match; the cases are the enum to be.",
        .reference = "The Rust Programming Language, chapter 6; PyO3 documentation of PyAnyMethods::downcast",
        .criterion = Criterion::TypeClarity,
        .sign = -1,
    },
    look,
};

} // namespace ferroscope::rules
