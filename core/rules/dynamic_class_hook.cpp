// SPDX-FileCopyrightText: The Ferroscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/rules/all_rules.h"
#include "core/rules/places.h"

#include <fmt/format.h>

namespace ferroscope::rules {

namespace {

void look(const RuleContext& context, std::vector<Finding>& findings)
{
    const facts::FileFacts& facts = context.facts();
    for (facts::FunctionIndex at = 1; at < facts.functions.size(); ++at) {
        const facts::Function& function = facts.functions[at];
        if (function.owner == facts::kNone
            || !isOneOf(facts.text(function.name),
                { "__init_subclass__", "__subclasshook__", "__instancecheck__", "__subclasscheck__", "__prepare__",
                    "__mro_entries__" }))
            continue;
        report(context, findings, dynamicClassHook, at, function.line,
            fmt::format("{} runs when others derive or test", shownFunction(facts, at)), kSlight, function.endLine);
    }
}

} // namespace

const Rule dynamicClassHook {
    {
        .id = "DYN013",
        .family = "dynamic",
        .title = "Hook of class creation or of isinstance",
        .whatItSees = "A class that defines __init_subclass__, __subclasshook__, __instancecheck__, __subclasscheck__, "
                      "__prepare__ or __mro_entries__.",
        .whyItMatters = "Deriving from the class or testing for it runs code. Rust decides both when it compiles, and "
                        "a #[pyclass] offers none of these hooks for classes that Rust code sees.",
        .example = "class Plugin:\n    def __init_subclass__(cls):\n        registry.append(cls)",
        .instead = "An explicit register() that each class calls.",
        .reference
        = "Python documentation, \"Customizing class creation\" and \"Customizing instance and subclass checks\"",
        .criterion = Criterion::Portability,
        .sign = -1,
    },
    look,
};

} // namespace ferroscope::rules
