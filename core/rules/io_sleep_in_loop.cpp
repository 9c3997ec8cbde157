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
    forEachOutward(context, [&](const Outward& each) {
        if (!isOneOf(each.call.target,
                { "time.sleep", "asyncio.sleep", "gevent.sleep", "eventlet.sleep", "trio.sleep", "anyio.sleep" })
            || each.site.loop >= facts.loops.size())
            return;
        report(context, findings, ioSleepInLoop, each.site.function, each.site.line,
            fmt::format("{} waits by {} in the loop at line {}", shownFunction(facts, each.site.function),
                shown(each.call.target), facts.loops[each.site.loop].line),
            loopWeight(each.site.frequency));
    });
}

} // namespace

const Rule ioSleepInLoop {
    {
        .id = "IO007",
        .family = "io",
        .title = "Waits by sleeping in a loop",
        .whatItSees = "time.sleep inside a loop: polling, or a pause between attempts.",
        .whyItMatters = "The time goes by whoever waits. Rust changes nothing about it, and a sleeping native function "
                        "has to let go of the interpreter first.",
        .example = "while not path.exists():\n    time.sleep(0.1)",
        .instead = "Wait for the event itself (a condition, a selector, inotify); keep it in Python.",
        .reference = "Python documentation of time.sleep and threading.Event.wait; PyO3 user guide, \"Parallelism\"",
        .criterion = Criterion::IoAndAsync,
        .sign = -1,
    },
    look,
};

} // namespace ferroscope::rules
