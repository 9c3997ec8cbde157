// SPDX-FileCopyrightText: The Ferroscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/rules/all_rules.h"
#include "core/rules/places.h"

#include <fmt/format.h>

namespace ferroscope::rules {

namespace {

bool startsTask(std::string_view target)
{
    return isOneOf(target,
        { "asyncio.create_task", "asyncio.ensure_future", "asyncio.get_event_loop().create_task",
            "asyncio.get_running_loop().create_task", "asyncio.async" });
}

// Terms the rest of the code is made of: what stands alone as a statement is part of nothing.
std::vector<bool> usedTerms(const facts::FileFacts& facts)
{
    std::vector<bool> used(facts.terms.size(), false);
    const auto use = [&](std::uint32_t term) {
        if (term < used.size())
            used[term] = true;
    };
    for (const facts::Term& term : facts.terms) {
        if (term.kind() != facts::Term::Kind::Name && term.kind() != facts::Term::Kind::Lambda)
            use(term.operand);
    }
    for (const facts::Operand& operand : facts.operands)
        use(operand.term);
    for (const facts::Flow& flow : facts.flows)
        use(flow.value);
    return used;
}

void look(const RuleContext& context, std::vector<Finding>& findings)
{
    const facts::FileFacts& facts = context.facts();
    std::vector<bool> used; // made when the first task is found
    forEachOutward(context, [&](const Outward& each) {
        if (!startsTask(each.call.target) || each.site.is(facts::kAwaited) || each.site.is(facts::kInWith)
            || each.site.term >= facts.terms.size() // nothing is known of where it goes
            || (each.site.loop < facts.loops.size()
                && facts.loops[each.site.loop].kind == facts::LoopKind::Comprehension))
            return;
        if (used.empty())
            used = usedTerms(facts);
        if (used[each.site.term])
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
