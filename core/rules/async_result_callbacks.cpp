// SPDX-FileCopyrightText: The Ferroscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/rules/all_rules.h"
#include "core/rules/places.h"

#include <fmt/format.h>

namespace ferroscope::rules {

namespace {

void look(const RuleContext& context, std::vector<Finding>& findings)
{
    const facts::FileFacts& facts = context.facts();
    for (const facts::CallSite& site : facts.calls) {
        if (site.is(facts::kAsArgument) || site.receiver == facts::Receiver::None
            || site.receiver == facts::Receiver::Super || site.arguments == 0
            || !isOneOf(facts.text(site.method),
                { "addCallback", "addErrback", "addBoth", "addCallbacks", "add_done_callback", "addTimeout" }))
            continue;
        report(context, findings, asyncResultCallbacks, site.function, site.line,
            fmt::format("{} hangs a callback on a result by {}", shownFunction(facts, site.function),
                shown(facts, site.method)),
            loopWeight(site.frequency));
    }
}

} // namespace

const Rule asyncResultCallbacks {
    {
        .id = "ASY008",
        .family = "async",
        .title = "Callbacks chained on a result to come",
        .whatItSees = "addCallback, addErrback, addBoth, addCallbacks or add_done_callback.",
        .whyItMatters = "The order of steps is spread over functions that share state by closure. A Rust future wants "
                        "one async block with owned state, so the chain has to become a coroutine before it can move.",
        .example = "d = self.fetch(url)\nd.addCallback(self.parse)\nd.addErrback(self.failed)",
        .instead = "Write it as a coroutine (async def, inlineCallbacks) first.",
        .reference = "Twisted documentation, \"Deferred Reference\" and \"Coroutines\"; Asynchronous Programming in "
                     "Rust, \"async/.await\"",
        .criterion = Criterion::IoAndAsync,
        .sign = -1,
    },
    look,
};

} // namespace ferroscope::rules
