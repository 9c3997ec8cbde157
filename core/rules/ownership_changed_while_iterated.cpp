// SPDX-FileCopyrightText: The Ferroscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/rules/all_rules.h"
#include "core/rules/places.h"

#include <algorithm>
#include <fmt/format.h>

namespace ferroscope::rules {

namespace {

bool isInside(const facts::Loop& loop, facts::FunctionIndex function, std::uint32_t line)
{
    return function == loop.function && line > loop.line && line <= loop.endLine;
}

// A name bound in the loop, or a call whose result is iterated, is another thing than what is changed.
bool isRebound(const facts::FileFacts& facts, const facts::Loop& loop, std::string_view name)
{
    const bool bound = std::any_of(facts.bindings.begin(), facts.bindings.end(), [&](const facts::Binding& binding) {
        return isInside(loop, binding.function, binding.line) && facts.text(binding.target) == name;
    });
    return bound || std::any_of(facts.calls.begin(), facts.calls.end(), [&](const facts::CallSite& site) {
        return site.function == loop.function && site.line == loop.line && facts.text(site.callee) == name;
    });
}

std::uint32_t changedAt(const facts::FileFacts& facts, const facts::Loop& loop, std::string_view over)
{
    for (const facts::CallSite& site : facts.calls) {
        const std::string_view callee = facts.text(site.callee);
        const std::size_t dot = callee.rfind('.');
        if (isInside(loop, site.function, site.line) && dot != std::string_view::npos && callee.substr(0, dot) == over
            && !site.is(facts::kAsArgument)
            && isOneOf(facts.text(site.method),
                { "append", "add", "update", "setdefault", "pop", "popitem", "clear", "extend", "insert", "remove",
                    "discard", "appendleft", "popleft" }))
            return site.line;
    }
    for (const facts::Store& store : facts.stores) {
        if (store.kind == facts::Store::Kind::Subscript && isInside(loop, store.function, store.line)
            && facts.text(store.target) == over)
            return store.line;
    }
    return 0;
}

void look(const RuleContext& context, std::vector<Finding>& findings)
{
    const facts::FileFacts& facts = context.facts();
    for (std::uint32_t at = 0; at < facts.loops.size(); ++at) {
        const facts::Loop& loop = facts.loops[at];
        const std::string_view over = facts.text(loop.iterable);
        if (loop.kind != facts::LoopKind::For || over.empty() || isRebound(facts, loop, over))
            continue;
        const std::uint32_t line = changedAt(facts, loop, over);
        if (line != 0)
            report(context, findings, ownershipChangedWhileIterated, loop.function, line,
                fmt::format("{} is changed in the loop over it at line {}", shown(over), loop.line),
                kSlight);
    }
}

} // namespace

const Rule ownershipChangedWhileIterated {
    {
        .id = "OWN006",
        .family = "ownership",
        .title = "Container changed while iterated",
        .whatItSees = "A for loop over a container in whose body the same container is changed.",
        .whyItMatters = "The borrow checker refuses it: the loop borrows the container, the change needs it alone. In "
                        "Python it skips elements or raises, unless the loop ends right there.",
        .example = "for job in jobs:\n    if job.done:\n        jobs.remove(job)",
        .instead = "Iterate over a copy, collect what to change, or use Vec::retain and iter_mut on the other side.",
        .reference = "The Rust Programming Language, chapter 4: one mutable reference or any number of others",
        .criterion = Criterion::Portability,
        .sign = -1,
    },
    look,
};

} // namespace ferroscope::rules
