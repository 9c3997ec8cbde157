// SPDX-FileCopyrightText: The Ferroscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/text.h"
#include "core/rules/all_rules.h"

#include <fmt/format.h>

namespace ferroscope::rules {

namespace {

// Tight loops over a handful of constants are no N+1.
bool repeats(const facts::FileFacts& facts, const facts::CallSite& site)
{
    if (site.loop == facts::kNone || site.loopDepth == 0)
        return false;
    const facts::Loop& loop = facts.loops[site.loop];
    return !loop.constantTrips && !loop.infinite;
}

void look(const RuleContext& context, std::vector<Finding>& findings)
{
    const facts::FileFacts& facts = context.facts();
    for (const graph::ExternalCall& call : context.externalCalls) {
        const facts::CallSite& site = facts.calls[call.site];
        if (!repeats(facts, site) || site.is(facts::kAsArgument))
            continue;
        const auto fact = context.knowledge.api(call.target);
        if (!fact || fact->trait != "query")
            continue;
        const facts::Loop& loop = facts.loops[site.loop];
        findings.push_back({ ioQueryInLoop.info.id, context.module, call.from, site.line, site.line,
            fmt::format("{} runs one query for every element of the loop at line {}", printablePath(facts.text(site.method)), loop.line), 2.0 });
    }
}

} // namespace

const Rule ioQueryInLoop {
    {
        .id = "IO001",
        .family = "io",
        .title = "One query per element (N+1)",
        .whatItSees = "A database call inside a loop over more than a handful of elements.",
        .whyItMatters = "The time is spent on round trips, which Rust would make just as often. Batching the query in Python gains far more.",
        .example = "for user in users:\n    orders = session.query(Order).filter_by(user=user.id).all()",
        .instead = "Fetch what the loop needs with one query (IN, a join, selectinload) before it.",
        .reference = "guide text 002: N+1 queries are no Python problem",
        .criterion = Criterion::IoAndAsync,
        .sign = -1,
        .veto = Veto::FixInPython,
    },
    look,
};

} // namespace ferroscope::rules
