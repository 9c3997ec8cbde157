// SPDX-FileCopyrightText: The Ferroscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/rules/all_rules.h"
#include "core/rules/names.h"
#include "core/rules/places.h"

#include <fmt/format.h>

namespace ferroscope::rules {

namespace {

void look(const RuleContext& context, std::vector<Finding>& findings)
{
    const facts::FileFacts& facts = context.facts();
    forEachOutward(context, [&](const Outward& each) {
        if (!isOneOf(each.call.target,
                { "threading.Thread", "threading.Timer", "_thread.start_new_thread", "thread.start_new_thread",
                    "concurrent.futures.ThreadPoolExecutor", "concurrent.futures.thread.ThreadPoolExecutor",
                    "multiprocessing.pool.ThreadPool", "multiprocessing.dummy.Pool" }))
            return;
        report(context, findings, asyncThread, each.site.function, each.site.line,
            fmt::format("{} makes a thread by {}", shownFunction(facts, each.site.function), shown(each.call.target)),
            loopWeight(each.site.frequency));
    });
    for (const facts::Class& each : facts.classes) {
        for (const facts::NameId base : each.bases) {
            const Denoted what = denoted(context.codebase, context.module, each.parent, facts.text(base));
            if (what.kind == Denoted::Kind::External
                && isOneOf(what.external, { "threading.Thread", "threading.Timer" })) {
                report(context, findings, asyncThread, each.parent, each.line,
                    fmt::format("{} is a thread", shown(facts, each.qualifiedName)), 1, each.endLine);
                break;
            }
        }
    }
}

} // namespace

const Rule asyncThread {
    {
        .id = "ASY007",
        .family = "async",
        .title = "Threads of its own",
        .whatItSees
        = "threading.Thread, threading.Timer, a thread pool or _thread.start_new_thread made by the code itself.",
        .whyItMatters
        = "What threads share must be Send and Sync in Rust: the compiler asks for a lock or a channel where Python "
          "relies on its interpreter lock. Native code called from there has to say when it lets go of that lock.",
        .example = "worker = threading.Thread(target=self.drain, daemon=True)\nworker.start()",
        .instead = "Settle first which thread owns which state; then std::thread, rayon or a channel follow.",
        .reference = "The Rust Programming Language, chapter 16; PyO3 user guide, \"Parallelism\"",
        .criterion = Criterion::IoAndAsync,
        .sign = -1,
    },
    look,
};

} // namespace ferroscope::rules
