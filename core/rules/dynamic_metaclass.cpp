// SPDX-FileCopyrightText: The Ferroscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/text.h"
#include "core/rules/all_rules.h"
#include "core/rules/places.h"

#include <algorithm>
#include <fmt/format.h>

namespace ferroscope::rules {

namespace {

// Metaclasses that only declare: a trait or an enum says the same in Rust.
bool isHarmless(std::string_view text)
{
    return isOneOf(lastComponent(text), { "ABCMeta", "EnumMeta", "EnumType", "type" });
}

// with_metaclass(ABCMeta, Base): the argument is recorded as passed by name on the line of the class.
bool passesHarmless(const facts::FileFacts& facts, const facts::Class& of)
{
    return std::any_of(facts.calls.begin(), facts.calls.end(), [&](const facts::CallSite& site) {
        return site.line == of.line && site.is(facts::kAsArgument) && isHarmless(facts.text(site.callee));
    });
}

void look(const RuleContext& context, std::vector<Finding>& findings)
{
    const facts::FileFacts& facts = context.facts();
    for (std::uint32_t at = 0; at < facts.classes.size(); ++at) {
        const facts::Class& each = facts.classes[at];
        std::string message;
        if (each.metaclass != 0 && !isHarmless(facts.text(each.metaclass)))
            message = fmt::format(
                "{} is made by the metaclass {}", shown(facts, each.qualifiedName), shown(facts, each.metaclass));
        for (const facts::NameId base : each.bases) {
            const std::string_view text = facts.text(base);
            if (text == "type" || isOneOf(lastComponent(text), { "ABCMeta", "EnumMeta", "EnumType" }))
                message = fmt::format("{} is a metaclass", shown(facts, each.qualifiedName));
            else if (lastComponent(text) == "with_metaclass" && !passesHarmless(facts, each))
                message = fmt::format("{} is made by a metaclass", shown(facts, each.qualifiedName));
        }
        for (const facts::Binding& binding : facts.bindings) {
            if (binding.owner == at && facts.text(binding.target) == "__metaclass__"
                && !isHarmless(facts.text(binding.value)))
                message = fmt::format(
                    "{} is made by the metaclass {}", shown(facts, each.qualifiedName), shown(facts, binding.value));
        }
        if (!message.empty())
            report(context, findings, dynamicMetaclass, each.parent, each.line, std::move(message), 1, each.endLine);
    }
}

} // namespace

const Rule dynamicMetaclass {
    {
        .id = "DYN003",
        .family = "dynamic",
        .title = "Metaclass",
        .whatItSees = "A class with a metaclass other than those of abc and enum, or a metaclass itself.",
        .whyItMatters = "What a metaclass does happens while classes are made, at import time. Rust has no such time: "
                        "it takes a macro, a registry or a rewrite, and a #[pyclass] cannot have a metaclass.",
        .example = "class Plugin(metaclass=Registry):\n    pass",
        .instead = "__init_subclass__ or a decorator with an explicit registry does most of it and is easier to move.",
        .reference = "Python documentation, \"Customizing class creation\"; PyO3 user guide, \"Python classes\"",
        .criterion = Criterion::Portability,
        .sign = -1,
    },
    look,
};

} // namespace ferroscope::rules
