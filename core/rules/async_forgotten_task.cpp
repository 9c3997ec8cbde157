// SPDX-FileCopyrightText: The Ferroscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/text.h"
#include "core/rules/all_rules.h"
#include "core/rules/places.h"

#include <algorithm>
#include <fmt/format.h>

namespace ferroscope::rules {

namespace {

constexpr std::uint32_t kLinesAround = 3; // of a call or an assignment broken over lines

bool startsTask(std::string_view target)
{
    return isOneOf(target,
        { "asyncio.create_task", "asyncio.ensure_future", "asyncio.get_event_loop().create_task",
            "asyncio.get_running_loop().create_task", "asyncio.async" });
}

// Facts do not say what becomes of a result: any sign that the task goes somewhere counts as kept.
bool isKept(const facts::FileFacts& facts, const facts::CallSite& site, std::uint32_t at)
{
    if (site.is(facts::kAwaited) || site.is(facts::kInWith)
        || (site.loop < facts.loops.size() && facts.loops[site.loop].kind == facts::LoopKind::Comprehension))
        return true;
    const auto near = [&](std::uint32_t line) { return line <= site.line && site.line - line <= kLinesAround; };
    for (const facts::Binding& binding : facts.bindings) { // also `return create_task()`
        if (binding.function == site.function && near(binding.line)
            && facts.text(binding.value) == facts.text(site.callee))
            return true;
    }
    for (const facts::Store& store : facts.stores) {
        if (store.function == site.function && near(store.line))
            return true;
    }
    // Sites of one line come from outside in: what stands before may take the task as its argument.
    for (std::uint32_t before = at; before > 0; --before) {
        const facts::CallSite& other = facts.calls[before - 1];
        if (other.function != site.function || !near(other.line))
            break;
        if (other.line == site.line
            || isOneOf(facts.text(other.method), { "append", "add", "gather", "wait", "wait_for", "extend", "shield" }))
            return true;
    }
    // create_task(...).add_done_callback(...)
    return std::any_of(facts.calls.begin(), facts.calls.end(), [&](const facts::CallSite& other) {
        return other.function == site.function && other.line >= site.line && other.line - site.line <= kLinesAround
            && other.receiver == facts::Receiver::Call && startsWith(facts.text(other.callee), facts.text(site.callee));
    });
}

void look(const RuleContext& context, std::vector<Finding>& findings)
{
    const facts::FileFacts& facts = context.facts();
    forEachOutward(context, [&](const Outward& each) {
        if (!startsTask(each.call.target) || isKept(facts, each.site, each.call.site))
            return;
        report(context, findings, asyncForgottenTask, each.site.function, each.site.line,
            fmt::format("{} starts a task in {} that nothing keeps", shown(each.call.target),
                shownFunction(facts, each.site.function)),
            loopWeight(each.site.frequency));
    });
}

} // namespace

const Rule asyncForgottenTask {
    {
        .id = "ASY002",
        .family = "async",
        .title = "Task started and forgotten",
        .whatItSees = "create_task or ensure_future whose result is neither kept nor awaited.",
        .whyItMatters = "The event loop holds only a weak reference: the task may vanish, and its exception is seen by "
                        "nobody. A spawned Rust future is detached as quietly, so the question of who waits for it has "
                        "to be answered before a move.",
        .example = "async def handle(request):\n    asyncio.create_task(log(request))",
        .instead = "Keep the task in a set and discard it when done, or use asyncio.TaskGroup.",
        .reference = "Python documentation of asyncio.create_task: \"Save a reference to the result of this function\"",
        .criterion = Criterion::IoAndAsync,
        .sign = -1,
    },
    look,
};

} // namespace ferroscope::rules
