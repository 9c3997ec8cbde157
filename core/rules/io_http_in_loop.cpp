// SPDX-FileCopyrightText: The Ferroscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/text.h"
#include "core/rules/all_rules.h"
#include "core/rules/places.h"

#include <fmt/format.h>

namespace ferroscope::rules {

namespace {

bool isRequest(std::string_view target)
{
    return isOneOf(firstComponent(target),
               { "requests", "httpx", "urllib", "urllib2", "urllib3", "http", "httplib", "httplib2", "aiohttp" })
        && isOneOf(lastName(target),
            { "get", "post", "put", "delete", "patch", "head", "options", "request", "urlopen", "urlretrieve", "stream",
                "open" });
}

void look(const RuleContext& context, std::vector<Finding>& findings)
{
    const facts::FileFacts& facts = context.facts();
    forEachOutward(context, [&](const Outward& each) {
        const auto fact = context.knowledge.api(each.call.target);
        if (!fact || fact->trait != "http" || !isRequest(each.call.target))
            return;
        if (!fact->blocking && !each.site.is(facts::kAwaited) && !each.site.is(facts::kInWith))
            return; // a coroutine made here, to be awaited together with the others
        const facts::Loop* loop = elementLoop(facts, each.site);
        if (loop == nullptr || mayEndEarly(facts, *loop, each.site.line))
            return;
        report(context, findings, ioHttpInLoop, each.site.function, each.site.line,
            fmt::format(
                "{} waits for one request per element of the loop at line {}", shown(each.call.target), loop->line),
            loopWeight(each.site.frequency));
    });
}

} // namespace

const Rule ioHttpInLoop {
    {
        .id = "IO002",
        .family = "io",
        .title = "One HTTP request per element",
        .whatItSees = "A request of requests, httpx, urllib or aiohttp in a loop, one after the other; retries and "
                      "endless workers are left out.",
        .whyItMatters
        = "The loop waits for the network. Rust would wait as long: only fewer or concurrent requests shorten it.",
        .example = "for url in urls:\n    pages.append(requests.get(url).text)",
        .instead = "Use a batch endpoint, a shared session, or asyncio.gather with a limit on concurrency.",
        .reference = "guide text 000: I/O-bound work is served well by asyncio",
        .criterion = Criterion::IoAndAsync,
        .sign = -1,
    },
    look,
};

} // namespace ferroscope::rules
