// SPDX-FileCopyrightText: The Ferroscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/text.h"
#include "core/rules/all_rules.h"
#include "core/rules/places.h"

#include <fmt/format.h>

namespace ferroscope::rules {

namespace {

constexpr std::uint32_t kFewest = 3; // matches

void look(const RuleContext& context, std::vector<Finding>& findings)
{
    const facts::FileFacts& facts = context.facts();
    std::vector<std::uint32_t> matches(facts.functions.size(), 0), all(facts.functions.size(), 0);
    for (const facts::CallSite& site : facts.calls)
        all[site.function] += site.is(facts::kAsArgument) || site.is(facts::kDecorator) ? 0 : 1;
    forEachOutward(context, [&](const Outward& each) {
        const bool regex = startsWith(each.call.target, "re.") || startsWith(each.call.target, "regex.");
        matches[each.site.function] += regex
                && isOneOf(lastName(each.call.target),
                    { "match", "search", "fullmatch", "findall", "finditer", "sub", "subn", "split" })
            ? 1
            : 0;
    });
    for (facts::FunctionIndex at = 1; at < facts.functions.size(); ++at) {
        if (matches[at] >= kFewest && matches[at] * 2 >= all[at] && facts.functions[at].loopDepth < 2)
            report(context, findings, nativeRegex, at, facts.functions[at].line,
                fmt::format("{} of the {} calls of {} match regular expressions", matches[at], all[at],
                    shownFunction(facts, at)),
                1, facts.functions[at].endLine);
    }
}

} // namespace

const Rule nativeRegex {
    {
        .id = "NAT004",
        .family = "native",
        .title = "Function carried by regular expressions",
        .whatItSees = "A function most of whose calls, three at least, match or substitute regular expressions, "
                      "outside of nested loops.",
        .whyItMatters
        = "The matching runs in C already. Moved to the regex crate it is another engine with another syntax (no "
          "look-around, no back-references): little gain, and every pattern to be tested again.",
        .example = "def clean(text):\n    text = TAGS.sub(\"\", text)\n    text = SPACE.sub(\" \", text)\n    return "
                   "EDGES.sub(\"\", text)",
        .instead = "Leave it, or replace the expressions by a scanner if the function is hot.",
        .reference = "Documentation of the regex crate, \"Syntax\"; Python documentation of re",
        .criterion = Criterion::CpuBound,
        .sign = -1,
    },
    look,
};

} // namespace ferroscope::rules
