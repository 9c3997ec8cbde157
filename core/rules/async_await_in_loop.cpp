// SPDX-FileCopyrightText: The Ferroscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/rules/all_rules.h"
#include "core/rules/places.h"

#include <algorithm>
#include <fmt/format.h>

namespace ferroscope::rules {

namespace {

void look(const RuleContext& context, std::vector<Finding>& findings)
{
    const facts::FileFacts& facts = context.facts();
    std::vector<const facts::Loop*> told;
    for (const facts::CallSite& site : facts.calls) {
        if (!site.is(facts::kAwaited) || !facts.functions[site.function].is(facts::kAsync)
            || isOneOf(facts.text(site.method), { "gather", "wait", "wait_for", "sleep" }))
            continue;
        const facts::Loop* loop = elementLoop(facts, site);
        if (loop == nullptr || loop->isAsync || std::find(told.begin(), told.end(), loop) != told.end()
            || mayEndEarly(facts, *loop, site.line))
            continue;
        told.push_back(loop);
        report(context, findings, asyncAwaitInLoop, site.function, site.line,
            fmt::format("{} is awaited for one element of the loop at line {} after the other",
                site.callee != 0 ? shown(facts, site.callee) : shown(facts, site.method), loop->line),
            loopWeight(site.frequency));
    }
}

} // namespace

const Rule asyncAwaitInLoop {
    {
        .id = "ASY006",
        .family = "async",
        .title = "Awaited one after the other",
        .whatItSees = "await of a call in a for loop over elements, in a coroutine.",
        .whyItMatters
        = "Each element waits for the one before it. The time is waiting, which gathering saves and Rust does not.",
        .example = "for url in urls:\n    pages.append(await fetch(url))",
        .instead = "asyncio.gather or a TaskGroup where the elements do not depend on each other.",
        .reference = "Python documentation, \"Coroutines and Tasks\": running tasks concurrently",
        .criterion = Criterion::IoAndAsync,
        .sign = -1,
    },
    look,
};

} // namespace ferroscope::rules
