// SPDX-FileCopyrightText: The Ferroscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/rules/all_rules.h"
#include "core/rules/places.h"

#include <fmt/format.h>

namespace ferroscope::rules {

namespace {

constexpr double kHotCalls = 60; // expected per run: called in nested loops of some caller

void look(const RuleContext& context, std::vector<Finding>& findings)
{
    const facts::FileFacts& facts = context.facts();
    for (facts::FunctionIndex at = 1; at < facts.functions.size(); ++at) {
        const facts::Function& function = facts.functions[at];
        const evidence::FunctionHeat& heat = context.heat.functions[context.id(at)];
        if (!function.is(facts::kHasStarArgs) || !isPublic(facts, function) || !heat.reached || heat.calls < kHotCalls)
            continue;
        std::string names;
        for (std::uint32_t i = 0; i < function.parameterCount; ++i) {
            const facts::Parameter& parameter = facts.parameters[function.firstParameter + i];
            const bool many = parameter.kind == facts::ParameterKind::VarArgs;
            if (many || parameter.kind == facts::ParameterKind::VarKeywords)
                names += (names.empty() ? "" : ", ") + std::string(many ? "*" : "**") + shown(facts, parameter.name);
        }
        report(context, findings, typingStarArgumentsHot, at, function.line,
            fmt::format("{} takes {} and is called often by estimate", shownFunction(facts, at), names), loopWeight(static_cast<float>(heat.calls)));
    }
}

} // namespace

const Rule typingStarArgumentsHot {
    {
        .id = "TYP002",
        .family = "typing",
        .title = "Open signature on a hot function",
        .whatItSees = "A public function with *args or **kwargs that by estimate is called in loops.",
        .whyItMatters = "Every call builds a tuple or a dictionary, in Rust too, and its keys are strings to be compared. An exact signature is what makes a native call cheap.",
        .example = "def distance(*args, **options):\n    ...",
        .instead = "Name the parameters that callers really pass; keep the open form as a wrapper in Python.",
        .reference = "PyO3 user guide, \"Function signatures\"; reference/metrics 6.1",
        .criterion = Criterion::TypeClarity,
        .sign = -1,
    },
    look,
};

} // namespace ferroscope::rules
