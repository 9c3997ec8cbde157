// SPDX-FileCopyrightText: The Ferroscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/text.h"
#include "core/rules/all_rules.h"
#include "core/rules/names.h"
#include "core/rules/places.h"

#include <algorithm>
#include <fmt/format.h>

namespace ferroscope::rules {

namespace {

// `self.x = asyncio.Lock()` somewhere in the module, or a lock made at its top or in the function.
bool isLock(const RuleContext& context, const facts::WithItem& item)
{
    const facts::FileFacts& facts = context.facts();
    return std::any_of(facts.bindings.begin(), facts.bindings.end(), [&](const facts::Binding& binding) {
        if (binding.target != item.context || binding.kind != facts::Binding::Kind::Call
            || !isOneOf(lastComponent(facts.text(binding.value)),
                { "Lock", "RLock", "Semaphore", "BoundedSemaphore", "Condition" }))
            return false;
        const Denoted made = denoted(context.codebase, context.module, binding.function, facts.text(binding.value));
        return made.kind == Denoted::Kind::External
            && isOneOf(firstComponent(made.external), { "asyncio", "anyio", "threading", "trio", "aiologic" });
    });
}

void look(const RuleContext& context, std::vector<Finding>& findings)
{
    const facts::FileFacts& facts = context.facts();
    for (const facts::WithItem& item : facts.withItems) {
        const facts::Function& function = facts.functions[item.function];
        if (!function.is(facts::kAsync) || item.context == 0 || !isLock(context, item))
            continue;
        const bool awaits = std::any_of(facts.calls.begin(), facts.calls.end(), [&](const facts::CallSite& site) {
            return site.function == item.function && site.line > item.line && site.is(facts::kAwaited);
        });
        if (awaits)
            report(context, findings, asyncLockOverAwait, item.function, item.line,
                fmt::format(
                    "{} awaits while it holds {}", shownFunction(facts, item.function), shown(facts, item.context)),
                loopWeight(item.frequency));
    }
}

} // namespace

const Rule asyncLockOverAwait {
    {
        .id = "ASY004",
        .family = "async",
        .title = "Lock held over await",
        .whatItSees
        = "A with block on a lock of asyncio, anyio or threading in a coroutine that awaits after taking it.",
        .whyItMatters
        = "Whoever holds the lock waits, and so do all others. In Rust a guard of std::sync::Mutex held over await "
          "makes the future impossible to spawn: it has to become an asynchronous lock or a shorter block.",
        .example = "async with self._lock:\n    row = await self.fetch(key)",
        .instead = "Await first, then lock; or let one task own the state and send it messages.",
        .reference = "tokio documentation, \"Which kind of mutex should you use?\"; clippy lint await_holding_lock",
        .criterion = Criterion::IoAndAsync,
        .sign = -1,
    },
    look,
};

} // namespace ferroscope::rules
