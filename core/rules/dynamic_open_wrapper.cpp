// SPDX-FileCopyrightText: The Ferroscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/text.h"
#include "core/rules/all_rules.h"
#include "core/rules/places.h"

#include <algorithm>
#include <fmt/format.h>

namespace ferroscope::rules {

namespace {

bool takes(const facts::FileFacts& facts, const facts::Function& function, std::string_view name)
{
    for (std::uint32_t i = 0; i < function.parameterCount; ++i) {
        const facts::Parameter& parameter = facts.parameters[function.firstParameter + i];
        if (facts.text(parameter.name) == name && parameter.kind != facts::ParameterKind::VarArgs
            && parameter.kind != facts::ParameterKind::VarKeywords)
            return name != "self" && name != "cls";
    }
    return false;
}

void look(const RuleContext& context, std::vector<Finding>& findings)
{
    const facts::FileFacts& facts = context.facts();
    std::vector<facts::FunctionIndex> told;
    for (const facts::CallSite& site : facts.calls) {
        const facts::Function& inner = facts.functions[site.function];
        if (!site.is(facts::kStarArguments) || site.is(facts::kAsArgument) || site.callee == 0
            || !inner.is(facts::kNested) || !inner.is(facts::kHasStarArgs)
            || std::find(told.begin(), told.end(), site.function) != told.end())
            continue;
        const std::string_view called = firstComponent(facts.text(site.callee));
        if (takes(facts, inner, called) || inner.parent == 0 || inner.parent >= facts.functions.size()
            || !takes(facts, facts.functions[inner.parent], called))
            continue;
        told.push_back(site.function);
        report(context, findings, dynamicOpenWrapper, site.function, inner.line,
            fmt::format("{} passes on to {} whatever it is called with", shownFunction(facts, site.function),
                shown(facts, site.callee)),
            kSlight, inner.endLine);
    }
}

} // namespace

const Rule dynamicOpenWrapper {
    {
        .id = "DYN011",
        .family = "dynamic",
        .title = "Decorator that hides the signature",
        .whatItSees = "A function inside a function that takes *args or **kwargs and passes them on to a parameter of "
                      "the outer one.",
        .whyItMatters
        = "What is wrapped is called through a tuple and a dictionary, and its signature cannot be seen from outside. "
          "Rust closures have fixed parameters; as a #[pyfunction] the wrapped one is called from Python all the same.",
        .example = "def logged(f):\n    @functools.wraps(f)\n    def wrapper(*args, **kwargs):\n        return "
                   "f(*args, **kwargs)\n    return wrapper",
        .instead = "Keep decorators in Python and move what they wrap, or name the parameters.",
        .reference = "PyO3 user guide, \"Function signatures\"; PEP 612",
        .criterion = Criterion::Portability,
        .sign = -1,
    },
    look,
};

} // namespace ferroscope::rules
