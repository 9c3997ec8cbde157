// SPDX-FileCopyrightText: The Ferroscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/text.h"
#include "core/rules/all_rules.h"
#include "core/rules/places.h"

#include <algorithm>
#include <fmt/format.h>

namespace ferroscope::rules {

namespace {

void look(const RuleContext& context, std::vector<Finding>& findings)
{
    const facts::FileFacts& facts = context.facts();
    std::vector<const facts::Loop*> told; // one finding per innermost loop
    forEachOutward(context, [&](const Outward& each) {
        const std::string_view target = each.call.target;
        if (!startsWith(target, "re.") && !startsWith(target, "regex."))
            return;
        const std::size_t made = target.find("()."); // a method of what a call gave: of a pattern only, not of a result
        if (made != std::string_view::npos && target.substr(0, made) != "re.compile"
            && target.substr(0, made) != "regex.compile")
            return;
        const std::string_view name = lastName(target);
        const bool matches
            = isOneOf(name, { "match", "search", "fullmatch", "findall", "finditer", "sub", "subn", "split" });
        const bool compiles = name == "compile" && each.site.is(facts::kFirstArgumentLiteral); // the same every turn
        const facts::Loop* loop = elementLoop(facts, each.site);
        if (loop == nullptr || !(compiles || (matches && each.site.loopDepth >= 2)))
            return;
        const facts::Loop* innermost = &facts.loops[each.site.loop];
        if (std::find(told.begin(), told.end(), innermost) != told.end())
            return;
        told.push_back(innermost);
        report(context, findings, cpuRegexInLoop, each.site.function, each.site.line,
            compiles ? fmt::format(
                "{} compiles the same pattern in every turn of the loop at line {}", shown(target), innermost->line)
                     : fmt::format("{} runs in loops {} deep in {}", shown(target), each.site.loopDepth,
                         shownFunction(facts, each.site.function)),
            loopWeight(each.site.frequency));
    });
}

} // namespace

const Rule cpuRegexInLoop {
    {
        .id = "CPU004",
        .family = "cpu",
        .title = "Regular expressions in nested loops",
        .whatItSees = "A match, search or substitution two loops deep, or a literal pattern compiled in a loop.",
        .whyItMatters = "Every call looks up or compiles the pattern, makes a match object and may backtrack. Rust's "
                        "regex crate matches in linear time and can test many patterns at once.",
        .example = "for line in lines:\n    for pattern in PATTERNS:\n        if re.search(pattern, line):\n           "
                   " hits.append(line)",
        .instead = "Compile outside of the loop, join alternatives into one pattern, test cheap conditions first.",
        .reference = "Documentation of the regex crate: linear time, RegexSet; Python documentation of re.compile",
        .criterion = Criterion::CpuBound,
        .sign = +1,
    },
    look,
};

} // namespace ferroscope::rules
