// SPDX-FileCopyrightText: The Ferroscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/text.h"
#include "core/rules/all_rules.h"
#include "core/rules/places.h"

#include <algorithm>
#include <fmt/format.h>

namespace ferroscope::rules {

namespace {

constexpr float kShortest = 3000; // ns: below that no other task notices
constexpr std::uint32_t kLinesAround = 3; // of a call broken over lines

// A lambda belongs to the function around it; one handed to a thread does not block.
bool isHandedToThread(const facts::FileFacts& facts, const facts::CallSite& site)
{
    return std::any_of(facts.calls.begin(), facts.calls.end(), [&](const facts::CallSite& other) {
        return other.function == site.function && other.line <= site.line && site.line - other.line <= kLinesAround
            && isOneOf(facts.text(other.method),
                { "run_in_executor", "to_thread", "run_sync", "run_in_threadpool", "submit", "sync_to_async",
                    "defer_to_thread", "deferToThread" });
    });
}

// What the fact of an object says of its methods holds only for those that wait: requests.get().json() does not.
bool waits(std::string_view target)
{
    if (target.find("()") == std::string_view::npos)
        return true;
    if (startsWith(target, "gzip.GzipFile()")) // often around memory; gzip.open is around a file
        return false;
    return isOneOf(lastName(target),
        { "read", "readline", "readlines", "write", "writelines", "read_text", "read_bytes", "write_text",
            "write_bytes", "execute", "executemany", "fetchone", "fetchall", "fetchmany", "commit", "recv", "send",
            "sendall", "connect", "accept", "get", "put", "post", "delete", "patch", "request", "getresponse",
            "urlopen", "wait", "acquire", "communicate", "run", "resolve", "exists", "is_file", "is_dir", "iterdir",
            "glob", "rglob", "first", "all", "one", "scalar", "scalars", "count", "flush", "save", "refresh",
            "run_until_complete", "extractall", "select" });
}

// Future.result() of a future that is done by then gives its result or raises; that it is done cannot be seen.
bool isAskedWhenDone(std::string_view target)
{
    return endsWith(target, "Future.result") || endsWith(target, "submit().result");
}

void look(const RuleContext& context, std::vector<Finding>& findings)
{
    const facts::FileFacts& facts = context.facts();
    forEachOutward(context, [&](const Outward& each) {
        if (!facts.functions[each.site.function].is(facts::kAsync) || each.site.is(facts::kAwaited))
            return;
        const auto fact = context.knowledge.api(each.call.target);
        if (!fact || !fact->blocking || fact->nanoseconds < kShortest || startsUpperCase(lastName(each.call.target))
            || !waits(each.call.target) || isAskedWhenDone(each.call.target) || isHandedToThread(facts, each.site))
            return;
        report(context, findings, asyncBlockingCall, each.site.function, each.site.line,
            fmt::format("{} blocks the event loop while the coroutine {} calls it", shown(each.call.target),
                shownFunction(facts, each.site.function)),
            loopWeight(each.site.frequency));
    });
}

} // namespace

const Rule asyncBlockingCall {
    {
        .id = "ASY001",
        .family = "async",
        .title = "Blocking call in a coroutine",
        .whatItSees = "A call that waits (time.sleep, requests, a synchronous database driver, open, subprocess) made "
                      "directly in an async def, without await.",
        .whyItMatters = "Every other task waits meanwhile. What looks like a slow interpreter is a stalled loop, and "
                        "it would stall the same way around a Rust extension.",
        .example = "async def load(url):\n    time.sleep(1)\n    return requests.get(url).json()",
        .instead = "Await an asynchronous counterpart (asyncio.sleep, httpx, an async driver) or hand the call to "
                   "asyncio.to_thread.",
        .reference = "Python documentation, \"Developing with asyncio: Running Blocking Code\"",
        .sign = -1,
        .veto = Veto::FixInPython,
    },
    look,
};

} // namespace ferroscope::rules
