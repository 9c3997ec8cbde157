// SPDX-FileCopyrightText: The Ferroscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/text.h"
#include "core/rules/all_rules.h"
#include "core/rules/places.h"

#include <algorithm>
#include <fmt/format.h>

namespace ferroscope::rules {

namespace {

bool isPosition(facts::ArgumentShape shape)
{
    using facts::ArgumentShape;
    return shape == ArgumentShape::Name || shape == ArgumentShape::Attribute || shape == ArgumentShape::Operation
        || shape == ArgumentShape::Call;
}

void look(const RuleContext& context, std::vector<Finding>& findings)
{
    const facts::FileFacts& facts = context.facts();
    std::vector<std::uint32_t> told; // one finding per loop
    for (const facts::CallSite& site : facts.calls) {
        if (site.is(facts::kAsArgument) || site.loop >= facts.loops.size() || site.receiver == facts::Receiver::None
            || site.arguments < 2 || site.keywords > 0
            || !isOneOf(facts.text(site.method),
                { "find", "index", "rfind", "rindex", "startswith", "match", "search", "fullmatch", "scan_once" })
            || !isPosition(site.shape(1)) || facts.loops[site.loop].kind != facts::LoopKind::While
            || isOneOf(firstComponent(facts.text(site.callee)), { "re", "regex", "fnmatch" })
            || std::find(told.begin(), told.end(), site.loop) != told.end())
            continue;
        told.push_back(site.loop);
        report(context, findings, cpuTextScanner, site.function, site.line,
            fmt::format("{} goes through text with {} from one position to the next in the loop at line {}",
                shownFunction(facts, site.function), shown(facts, site.method), facts.loops[site.loop].line),
            loopWeight(site.frequency));
    }
}

} // namespace

const Rule cpuTextScanner {
    {
        .id = "CPU012",
        .family = "cpu",
        .title = "Text scanned from position to position",
        .whatItSees = "A while loop that calls find, index, startswith, or match and search of a pattern, with the "
                      "position to go on from.",
        .whyItMatters = "That is a scanner or tokenizer written by hand: one call, one match object and several "
                        "positions per token. In Rust it is a loop over a slice, without copies.",
        .example = "while at < end:\n    token = TOKEN.match(text, at)\n    at = token.end()",
        .instead = "Move the scanner whole, text in and tokens out. logos or winnow if it is to be written anew.",
        .reference = "Documentation of the regex crate, Regex::find_at; documentation of logos and winnow",
        .criterion = Criterion::CpuBound,
        .sign = +1,
    },
    look,
};

} // namespace ferroscope::rules
