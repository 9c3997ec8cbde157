// SPDX-FileCopyrightText: The Ferroscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/text.h"
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
        const bool isMade = facts.text(function.name) == "__init__";
        if (!function.is(facts::kHasStarArgs) || !(isMade || isPublic(facts, function)))
            continue;
        std::string_view open;
        for (std::uint32_t i = 0; i < function.parameterCount; ++i) {
            const facts::Parameter& parameter = facts.parameters[function.firstParameter + i];
            if (parameter.kind == facts::ParameterKind::VarKeywords)
                open = facts.text(parameter.name);
        }
        if (open.empty())
            continue;
        std::uint32_t options = 0, line = 0;
        std::string example;
        for (const facts::CallSite& site : facts.calls) {
            const std::string_view callee = facts.text(site.callee);
            if (site.function != at || site.literal == 0 || site.is(facts::kAsArgument)
                || !isOneOf(lastComponent(callee), { "pop", "get" }) || callee.substr(0, callee.rfind('.')) != open)
                continue;
            if (options++ == 0) {
                line = site.line;
                example = shown(facts, site.literal);
            }
        }
        if (options > 0)
            report(context, findings, typingHiddenOptions, at, line,
                fmt::format("{} takes {} such as {} out of **{}", shownFunction(facts, at), counted(options, "option"),
                    example, shown(open)));
    }
}

} // namespace

const Rule typingHiddenOptions {
    {
        .id = "TYP005",
        .family = "typing",
        .title = "Options taken out of **kwargs",
        .whatItSees = "A public function that reads its **kwargs by name: kwargs.pop(\"x\") or kwargs.get(\"x\"), "
                      "kwargs[\"x\"] = ...",
        .whyItMatters = "The real parameters are not in the signature. Whoever writes the Rust side has to read the "
                        "body to find them, and gives up the check of names that Python makes for keyword parameters.",
        .example = "def connect(host, **kwargs):\n    timeout = kwargs.pop(\"timeout\", 10)",
        .instead = "Keyword-only parameters with defaults; a dataclass if there are many.",
        .reference = "PEP 3102; PyO3 user guide, \"Function signatures\"",
        .criterion = Criterion::TypeClarity,
        .sign = -1,
    },
    look,
};

} // namespace ferroscope::rules
