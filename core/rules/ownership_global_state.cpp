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

bool isMutator(std::string_view method)
{
    return isOneOf(method,
        { "append", "add", "update", "setdefault", "pop", "popitem", "clear", "extend", "insert", "remove", "discard",
            "appendleft", "popleft" });
}

// Stores to nonlocal names are recorded alike; they have no global statement.
bool saysGlobal(const facts::FileFacts& facts, facts::FunctionIndex function)
{
    return std::any_of(facts.sites.begin(), facts.sites.end(), [&](const facts::Site& site) {
        return site.kind == facts::SiteKind::GlobalStatement && site.function == function;
    });
}

void look(const RuleContext& context, std::vector<Finding>& findings)
{
    const facts::FileFacts& facts = context.facts();
    std::vector<facts::NameId> containers; // made at the top of the module: X = {}
    for (const facts::Binding& binding : facts.bindings) {
        const bool makes = binding.kind == facts::Binding::Kind::Container
            || (binding.kind == facts::Binding::Kind::Call
                && isOneOf(lastComponent(facts.text(binding.value)),
                    { "dict", "list", "set", "defaultdict", "OrderedDict", "deque", "Counter", "WeakValueDictionary",
                        "WeakKeyDictionary", "WeakSet" }));
        if (binding.function == 0 && binding.owner == facts::kNone && makes)
            containers.push_back(binding.target);
    }
    std::vector<std::pair<facts::FunctionIndex, facts::NameId>> told; // each name once per function
    const auto take = [&](facts::FunctionIndex function, facts::NameId name, std::uint32_t line, float frequency) {
        if (std::find(told.begin(), told.end(), std::pair(function, name)) != told.end())
            return;
        told.emplace_back(function, name);
        report(context, findings, ownershipGlobalState, function, line,
            fmt::format("{} changes the module's {}", shownFunction(facts, function), shown(facts, name)),
            loopWeight(frequency));
    };
    const auto container = [&](facts::FunctionIndex function, std::string_view text) {
        const auto at = std::find_if(
            containers.begin(), containers.end(), [&](facts::NameId id) { return facts.text(id) == text; });
        return at != containers.end() && isModuleName(facts, function, text) ? *at : facts::NameId { 0 };
    };
    for (const facts::Store& store : facts.stores) {
        if (store.function == 0)
            continue;
        if (store.kind == facts::Store::Kind::Global && saysGlobal(facts, store.function))
            take(store.function, store.target, store.line, store.frequency);
        else if (store.kind == facts::Store::Kind::Subscript) {
            if (const facts::NameId name = container(store.function, facts.text(store.target)); name != 0)
                take(store.function, name, store.line, store.frequency);
        }
    }
    for (const facts::CallSite& site : facts.calls) {
        if (site.function == 0 || site.callee == 0 || site.is(facts::kAsArgument)
            || !isMutator(facts.text(site.method)))
            continue;
        const std::string_view callee = facts.text(site.callee);
        if (callee.find('.') != callee.rfind('.') || site.receiver != facts::Receiver::Name)
            continue;
        if (const facts::NameId name = container(site.function, firstComponent(callee)); name != 0)
            take(site.function, name, site.line, site.frequency);
    }
}

} // namespace

const Rule ownershipGlobalState {
    {
        .id = "OWN001",
        .family = "ownership",
        .title = "Module state changed by functions",
        .whatItSees = "A function that rebinds a global name, or changes a container made at the top of its module.",
        .whyItMatters = "Rust wants an owner for every value that changes. Shared state needs a lock or has to become "
                        "an object that is passed around, and functions that share it have to move together.",
        .example = "_cache = {}\n\ndef lookup(key):\n    _cache[key] = compute(key)\n    return _cache[key]",
        .instead = "Give the state to a class whose methods use it; for caches, functools.cache.",
        .reference = "The Rust Programming Language, chapters 4 and 16; guide text 000, \"Ownership and Borrowing\"",
        .criterion = Criterion::Portability,
        .sign = -1,
    },
    look,
};

} // namespace ferroscope::rules
