// SPDX-FileCopyrightText: The Ferroscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/text.h"
#include "core/rules/all_rules.h"
#include "core/rules/places.h"

#include <fmt/format.h>

namespace ferroscope::rules {

namespace {

bool isOpen(std::string_view text)
{
    if (text.size() > 1 && (text.front() == '"' || text.front() == '\''))
        text = text.substr(1, text.size() - 2);
    if (startsWith(text, "Optional[") && endsWith(text, "]"))
        text = text.substr(9, text.size() - 10);
    if (endsWith(text, " | None"))
        text.remove_suffix(7);
    const std::size_t open = text.find('[');
    const std::string_view written = text.substr(0, open);
    const std::string_view outer = lastComponent(written);
    if (written != outer && !isOneOf(firstComponent(written), { "typing", "t", "collections", "builtins" }))
        return false; // somebody's own class
    if (!isOneOf(outer,
            { "dict", "Dict", "list", "List", "tuple", "Tuple", "set", "Set", "frozenset", "FrozenSet", "Mapping",
                "MutableMapping", "Sequence", "Iterable", "Collection" }))
        return false;
    if (open == std::string_view::npos)
        return true;
    std::string_view inner = text.substr(open + 1, text.size() - open - 2);
    const std::size_t comma = inner.rfind(',');
    if (comma != std::string_view::npos)
        inner.remove_prefix(comma + 1);
    while (!inner.empty() && inner.front() == ' ')
        inner.remove_prefix(1);
    return isOneOf(inner, { "Any", "typing.Any", "object", "t.Any" });
}

void look(const RuleContext& context, std::vector<Finding>& findings)
{
    const facts::FileFacts& facts = context.facts();
    for (facts::FunctionIndex at = 1; at < facts.functions.size(); ++at) {
        const facts::Function& function = facts.functions[at];
        if (!isPublic(facts, function))
            continue;
        std::string example;
        for (std::uint32_t i = 0; i < function.parameterCount; ++i) {
            const facts::Parameter& parameter = facts.parameters[function.firstParameter + i];
            if (parameter.kind == facts::ParameterKind::VarArgs || parameter.kind == facts::ParameterKind::VarKeywords)
                continue;
            if (example.empty() && isOpen(facts.text(parameter.annotation)))
                example
                    = fmt::format("takes {} as {}", shown(facts, parameter.name), shown(facts, parameter.annotation));
        }
        if (example.empty() && isOpen(facts.text(function.returns)))
            example = fmt::format("returns {}", shown(facts, function.returns));
        if (!example.empty())
            report(context, findings, typingOpenContainers, at, function.line,
                fmt::format("{} {}", shownFunction(facts, at), example), kSlight);
    }
}

} // namespace

const Rule typingOpenContainers {
    {
        .id = "TYP007",
        .family = "typing",
        .title = "Container of anything on a public signature",
        .whatItSees = "A public function with a bare dict, list, tuple or set, or one of Any or object, as the type of "
                      "a parameter or result.",
        .whyItMatters
        = "What is inside is not said, so every element arrives in Rust as a Python object and is tested when used.",
        .example = "def render(context: Dict[str, Any]) -> dict:\n    ...",
        .instead = "A TypedDict, a dataclass or the element type: what becomes a struct or a Vec on the other side.",
        .reference = "PyO3 user guide, \"Mapping of Python types to Rust types\"; PEP 589",
        .criterion = Criterion::TypeClarity,
        .sign = -1,
    },
    look,
};

} // namespace ferroscope::rules
