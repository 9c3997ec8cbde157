// SPDX-FileCopyrightText: The Ferroscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/text.h"
#include "core/rules/all_rules.h"
#include "core/rules/places.h"

#include <algorithm>
#include <fmt/format.h>

namespace ferroscope::rules {

namespace {

constexpr double kOnlyRead = 0.25; // weight where the function does not change the value: a matter of style

bool changes(const facts::FileFacts& facts, facts::FunctionIndex function, std::string_view name)
{
    const bool stores = std::any_of(facts.stores.begin(), facts.stores.end(), [&](const facts::Store& store) {
        return store.function == function && store.kind == facts::Store::Kind::Subscript
            && facts.text(store.target) == name;
    });
    return stores || std::any_of(facts.calls.begin(), facts.calls.end(), [&](const facts::CallSite& site) {
        return site.function == function && !site.is(facts::kAsArgument) && site.callee != 0
            && isOneOf(facts.text(site.method),
                { "append", "add", "update", "setdefault", "pop", "popitem", "clear", "extend", "insert", "remove",
                    "discard", "sort", "reverse" })
            && firstComponent(facts.text(site.callee)) == name;
    });
}

// self.x = x: the object keeps the one value all calls share.
bool keeps(const facts::FileFacts& facts, facts::FunctionIndex function, std::string_view name)
{
    return std::any_of(facts.bindings.begin(), facts.bindings.end(), [&](const facts::Binding& binding) {
        return binding.function == function && binding.kind == facts::Binding::Kind::Name
            && facts.text(binding.value) == name && facts.text(binding.target).find('.') != std::string_view::npos;
    });
}

void look(const RuleContext& context, std::vector<Finding>& findings)
{
    const facts::FileFacts& facts = context.facts();
    for (const facts::Site& site : facts.sites) {
        if (site.kind != facts::SiteKind::MutableDefault || facts.functions[site.function].is(facts::kOverload))
            continue;
        const std::string_view name = facts.text(site.name);
        const bool change = changes(facts, site.function, name);
        const bool keep = !change && keeps(facts, site.function, name);
        report(context, findings, ownershipMutableDefault, site.function, site.line,
            fmt::format("The default of {} in {} is one object for all calls{}", shown(name),
                shownFunction(facts, site.function),
                change     ? ", and the function changes it"
                    : keep ? ", and the function stores it"
                           : ""),
            change || keep ? 1 : kOnlyRead);
    }
}

} // namespace

const Rule ownershipMutableDefault {
    {
        .id = "OWN002",
        .family = "ownership",
        .title = "Mutable default argument",
        .whatItSees = "A parameter whose default is a list, a dictionary or a set. It counts fully only where the "
                      "function changes or keeps it.",
        .whyItMatters = "The default is made once and shared by all calls. In Rust it becomes a fresh value per call: "
                        "code that relies on the sharing, knowingly or not, behaves differently after the move.",
        .example = "def collect(row, seen=[]):\n    seen.append(row)\n    return seen",
        .instead = "Default to None and make the container inside.",
        .reference = "Python FAQ, \"Why are default values shared between objects?\"",
        .criterion = Criterion::Portability,
        .sign = -1,
    },
    look,
};

} // namespace ferroscope::rules
