// SPDX-FileCopyrightText: The Ferroscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/rules/all_rules.h"
#include "core/rules/places.h"

#include <fmt/format.h>

namespace ferroscope::rules {

namespace {

void tell(const RuleContext& context, std::vector<Finding>& findings, const facts::CallSite& site)
{
    const facts::FileFacts& facts = context.facts();
    report(context, findings, asyncHandedToThread, site.function, site.line,
        fmt::format("{} hands work to a thread by {}", shownFunction(facts, site.function), shown(facts, site.method)),
        loopWeight(site.frequency));
}

void look(const RuleContext& context, std::vector<Finding>& findings)
{
    const facts::FileFacts& facts = context.facts();
    for (const facts::CallSite& site : facts.calls) {
        if (!site.is(facts::kAsArgument) && !site.is(facts::kDecorator) && site.receiver != facts::Receiver::None
            && site.arguments > 0
            && isOneOf(facts.text(site.method),
                { "run_in_executor", "deferToThread", "deferToThreadPool", "callInThread", "run_in_threadpool" }))
            tell(context, findings, site);
    }
    forEachOutward(context, [&](const Outward& each) {
        if (isOneOf(each.call.target,
                { "asyncio.to_thread", "anyio.to_thread.run_sync", "starlette.concurrency.run_in_threadpool",
                    "fastapi.concurrency.run_in_threadpool", "twisted.internet.threads.deferToThread",
                    "concurrent.futures.ThreadPoolExecutor().submit", "concurrent.futures.ThreadPoolExecutor().map",
                    "asgiref.sync.sync_to_async" })
            && !isOneOf(facts.text(each.site.method), { "run_in_executor", "deferToThread", "run_in_threadpool" }))
            tell(context, findings, each.site);
    });
}

} // namespace

const Rule asyncHandedToThread {
    {
        .id = "ASY005",
        .family = "async",
        .title = "Work handed to a thread",
        .whatItSees
        = "run_in_executor, asyncio.to_thread, anyio.to_thread.run_sync, deferToThread or submit of an executor.",
        .whyItMatters = "Here somebody found that work blocks. Python threads share one interpreter lock: computing "
                        "gains nothing by it. A Rust function that detaches from the interpreter runs beside it, so "
                        "what is handed over is a candidate.",
        .example = "digest = await loop.run_in_executor(None, hash_file, path)",
        .instead = "Look at what is handed over: waiting may stay, computing may move.",
        .reference = "PyO3 user guide, \"Parallelism\"; Python documentation of loop.run_in_executor",
        .criterion = Criterion::IoAndAsync,
        .sign = -1,
    },
    look,
};

} // namespace ferroscope::rules
