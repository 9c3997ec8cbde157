// SPDX-FileCopyrightText: The Ferroscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/text.h"
#include "core/rules/all_rules.h"
#include "core/rules/places.h"

#include <fmt/format.h>

namespace ferroscope::rules {

namespace {

constexpr std::size_t kMostNames = 3; // in a message

bool isAny(std::string_view annotation)
{
    if (annotation.size() > 1 && (annotation.front() == '"' || annotation.front() == '\''))
        annotation = annotation.substr(1, annotation.size() - 2);
    return isOneOf(annotation, { "Any", "typing.Any", "t.Any", "Optional[Any]", "typing.Optional[typing.Any]" });
}

void look(const RuleContext& context, std::vector<Finding>& findings)
{
    const facts::FileFacts& facts = context.facts();
    for (facts::FunctionIndex at = 1; at < facts.functions.size(); ++at) {
        const facts::Function& function = facts.functions[at];
        if (!isPublic(facts, function))
            continue;
        std::string names;
        std::size_t count = 0;
        for (std::uint32_t i = 0; i < function.parameterCount; ++i) {
            const facts::Parameter& parameter = facts.parameters[function.firstParameter + i];
            // **kwargs: Any is how typed code says "passed on".
            if (parameter.kind == facts::ParameterKind::VarArgs || parameter.kind == facts::ParameterKind::VarKeywords
                || !isAny(facts.text(parameter.annotation))
                || (i == 0 && function.owner != facts::kNone && !function.is(facts::kStatic))) // self: Any
                continue;
            if (++count <= kMostNames)
                names += (names.empty() ? "" : ", ") + shown(facts, parameter.name);
        }
        if (count > kMostNames)
            names += fmt::format(" and {} more", count - kMostNames);
        const bool returns = isAny(facts.text(function.returns));
        if (count == 0 && !returns)
            continue;
        report(context, findings, typingAnyPublic, at, function.line,
            count == 0 ? fmt::format("{} returns Any", shownFunction(facts, at))
                       : fmt::format(
                           "{} takes {} as Any{}", shownFunction(facts, at), names, returns ? " and returns Any" : ""));
    }
}

} // namespace

const Rule typingAnyPublic {
    {
        .id = "TYP001",
        .family = "typing",
        .title = "Any on a public signature",
        .whatItSees
        = "A public function with Any as the type of a parameter or of its result; *args and **kwargs aside.",
        .whyItMatters = "Any maps to a Python object in Rust: no conversion, no checks, no speed. The types at the "
                        "boundary are what a move starts from.",
        .example = "def encode(value: Any) -> Any:\n    ...",
        .instead
        = "Say what really comes in: a union, a protocol, a TypedDict. object, where nothing is assumed about it.",
        .reference = "PyO3 user guide, \"Mapping of Python types to Rust types\"",
        .criterion = Criterion::TypeClarity,
        .sign = -1,
    },
    look,
};

} // namespace ferroscope::rules
