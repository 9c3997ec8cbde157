// SPDX-FileCopyrightText: The Ferroscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/rules/all_rules.h"
#include "core/rules/places.h"

#include <algorithm>
#include <fmt/format.h>

namespace ferroscope::rules {

namespace {

// The condition of a while loop is evaluated every turn, but belongs to the loop around.
std::uint32_t loopOf(const facts::FileFacts& facts, const facts::CallSite& site)
{
    for (std::uint32_t at = 0; at < facts.loops.size(); ++at) {
        const facts::Loop& loop = facts.loops[at];
        if (loop.function == site.function && loop.line == site.line && loop.kind == facts::LoopKind::While)
            return at;
    }
    return site.loop < facts.loops.size() ? site.loop : facts::kNone;
}

void look(const RuleContext& context, std::vector<Finding>& findings)
{
    const facts::FileFacts& facts = context.facts();
    std::vector<std::uint32_t> told; // one finding per loop
    for (const facts::CallSite& site : facts.calls) {
        const std::uint32_t loop = loopOf(facts, site);
        if (site.is(facts::kAsArgument) || loop == facts::kNone || site.arguments != 0
            || !isOneOf(facts.text(site.method),
                { "isdigit", "isalpha", "isalnum", "isspace", "isupper", "islower", "isdecimal", "isnumeric",
                    "isprintable" })
            || !(site.is(facts::kPerElement) || site.receiver == facts::Receiver::Subscript)
            || facts.loops[loop].constantTrips || std::find(told.begin(), told.end(), loop) != told.end())
            continue;
        told.push_back(loop);
        report(context, findings, cpuCharacterTests, site.function, site.line,
            fmt::format("{} asks {} of one piece of text after the other in the loop at line {}",
                shownFunction(facts, site.function), shown(facts, site.method), facts.loops[loop].line),
            loopWeight(site.frequency));
    }
}

} // namespace

const Rule cpuCharacterTests {
    {
        .id = "CPU011",
        .family = "cpu",
        .title = "Text tested piece by piece",
        .whatItSees = "isdigit, isalpha, isspace and the like asked of the element of a loop, or of what stands at a "
                      "position, in a loop.",
        .whyItMatters = "Every character is a Python string and every test a method call of 30 to 50 nanoseconds. Over "
                        "a &str or &[u8] in Rust the same test is a comparison.",
        .example = "for c in text:\n    if c.isdigit():\n        digits += 1",
        .instead
        = "A regular expression or str.translate does much of it in C. A scanner that stays should move as a whole.",
        .reference = "Own measurements, CPython 3.11: a method call 30-50 ns; Rust standard library, char",
        .criterion = Criterion::CpuBound,
        .sign = +1,
    },
    look,
};

} // namespace ferroscope::rules
