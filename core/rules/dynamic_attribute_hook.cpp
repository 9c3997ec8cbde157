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
        const bool atModule = function.owner == facts::kNone && function.parent == 0;
        if (!isOneOf(facts.text(function.name), { "__getattr__", "__getattribute__" })
            || (function.owner == facts::kNone && !atModule))
            continue;
        report(context, findings, dynamicAttributeHook, at, function.line,
            atModule ? fmt::format("{} answers attributes of the module at run time", shownFunction(facts, at))
                     : fmt::format("{} answers attributes at run time", shownFunction(facts, at)),
            1, function.endLine);
    }
}

} // namespace

const Rule dynamicAttributeHook {
    {
        .id = "DYN005",
        .family = "dynamic",
        .title = "Attribute hook",
        .whatItSees = "__getattr__ or __getattribute__ of a class or a module.",
        .whyItMatters = "Which attributes exist is decided at run time. Rust needs the list; what remains open has to "
                        "go through a look-up by name, as slow as before.",
        .example = "def __getattr__(self, name):\n    return getattr(self._wrapped, name)",
        .instead = "Write out what is delegated, or keep the proxy in Python and move what it wraps.",
        .reference
        = "Python documentation, \"Customizing attribute access\"; PyO3 user guide, \"Object customizations\"",
        .criterion = Criterion::Portability,
        .sign = -1,
    },
    look,
};

} // namespace ferroscope::rules
