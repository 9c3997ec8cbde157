// SPDX-FileCopyrightText: The Ferroscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/text.h"
#include "core/rules/all_rules.h"
#include "core/rules/places.h"

#include <algorithm>
#include <fmt/format.h>

namespace ferroscope::rules {

namespace {

bool isLoopAccess(std::string_view target)
{
    if (startsWith(target, "twisted.internet.reactor."))
        return target.find("()") == std::string_view::npos;
    const std::string_view library = firstComponent(target);
    if (!isOneOf(library, { "asyncio", "uvloop", "tornado", "trio", "anyio", "gevent", "eventlet", "nest_asyncio" }))
        return false;
    return isOneOf(lastName(target),
               { "get_event_loop", "get_running_loop", "new_event_loop", "set_event_loop", "set_event_loop_policy",
                   "run_until_complete", "run_forever", "run_in_executor", "call_soon_threadsafe",
                   "run_coroutine_threadsafe", "install", "from_thread", "monkey_patch", "patch_all" })
        || isOneOf(target,
            { "tornado.ioloop.IOLoop.current", "tornado.ioloop.IOLoop.instance", "tornado.ioloop.IOLoop",
                "tornado.ioloop.IOLoop.current().start", "tornado.ioloop.IOLoop.instance().start" });
}

void look(const RuleContext& context, std::vector<Finding>& findings)
{
    const facts::FileFacts& facts = context.facts();
    std::vector<facts::FunctionIndex> told; // one per function: the loop, then what is done with it
    forEachOutward(context, [&](const Outward& each) {
        if (!isLoopAccess(each.call.target) || std::find(told.begin(), told.end(), each.site.function) != told.end())
            return;
        told.push_back(each.site.function);
        report(context, findings, asyncLoopCoupling, each.site.function, each.site.line,
            fmt::format("{} takes hold of the event loop in {}", shown(each.call.target),
                shownFunction(facts, each.site.function)));
    });
}

} // namespace

const Rule asyncLoopCoupling {
    {
        .id = "ASY003",
        .family = "async",
        .title = "Bound to the event loop",
        .whatItSees = "Code that creates, fetches or drives an event loop itself (asyncio, tornado, twisted, uvloop).",
        .whyItMatters
        = "Rust brings its own runtime, multi-threaded by default. Code that holds the Python loop in its hands has to "
          "be split from it before it can move; bridging both costs a thread wake-up per await.",
        .example = "loop = asyncio.new_event_loop()\nasyncio.set_event_loop(loop)\nloop.run_until_complete(main())",
        .instead
        = "Leave the loop to one place at the edge of the program, and move functions that neither await nor touch it.",
        .reference = "pyo3-async-runtimes documentation; guide text 002: asyncio and tokio are structurally different",
        .criterion = Criterion::IoAndAsync,
        .sign = -1,
    },
    look,
};

} // namespace ferroscope::rules
