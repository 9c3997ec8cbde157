// SPDX-FileCopyrightText: The Ferroscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/text.h"
#include "core/rules/all_rules.h"
#include "core/rules/places.h"

#include <fmt/format.h>

namespace ferroscope::rules {

namespace {

constexpr std::size_t kMany = 3; // types, None left out

// Members of the outermost union; 0 if it is none. Brackets within count as one member.
std::size_t unionMembers(std::string_view text)
{
    if (text.size() > 1 && (text.front() == '"' || text.front() == '\''))
        text = text.substr(1, text.size() - 2);
    const std::size_t open = text.find('[');
    char between = '|';
    if (open != std::string_view::npos && endsWith(text, "]")) {
        const std::string_view outer = lastComponent(text.substr(0, open));
        if (outer == "Optional")
            return unionMembers(text.substr(open + 1, text.size() - open - 2));
        if (outer == "Union") {
            between = ',';
            text = text.substr(open + 1, text.size() - open - 2);
        }
    }
    std::size_t members = 0, start = 0;
    int depth = 0;
    const auto take = [&](std::string_view member) {
        while (!member.empty() && (member.front() == ' ' || member.front() == '\n'))
            member.remove_prefix(1);
        while (!member.empty() && (member.back() == ' ' || member.back() == '\n'))
            member.remove_suffix(1);
        members += member.empty() || member == "None" ? 0 : 1;
    };
    for (std::size_t at = 0; at < text.size(); ++at) {
        depth += text[at] == '[' || text[at] == '(' ? 1 : 0;
        depth -= text[at] == ']' || text[at] == ')' ? 1 : 0;
        if (depth != 0 || text[at] != between)
            continue;
        take(text.substr(start, at - start));
        start = at + 1;
    }
    take(text.substr(start));
    return members;
}

void look(const RuleContext& context, std::vector<Finding>& findings)
{
    const facts::FileFacts& facts = context.facts();
    for (facts::FunctionIndex at = 1; at < facts.functions.size(); ++at) {
        const facts::Function& function = facts.functions[at];
        if (!isPublic(facts, function))
            continue;
        std::string where;
        std::size_t most = 0;
        const auto take = [&](facts::NameId annotation, const std::string& name) {
            const std::size_t members = unionMembers(facts.text(annotation));
            if (members <= most)
                return;
            most = members;
            where = name;
        };
        for (std::uint32_t i = 0; i < function.parameterCount; ++i) {
            const facts::Parameter& parameter = facts.parameters[function.firstParameter + i];
            take(parameter.annotation, shown(facts, parameter.name));
        }
        take(function.returns, "its result");
        if (most >= kMany)
            report(context, findings, typingWideUnion, at, function.line,
                fmt::format("{} takes {} types for {}", shownFunction(facts, at), most, where));
    }
}

} // namespace

const Rule typingWideUnion {
    {
        .id = "TYP003",
        .family = "typing",
        .title = "Union of many types",
        .whatItSees
        = "A public function with a parameter or result that is a union of three or more types beside None.",
        .whyItMatters = "Every member is a case. In Rust it is an enum that somebody has to name, and extracting it "
                        "tries one type after the other.",
        .example = "def load(source: Union[str, bytes, Path, IO[str]]) -> Tree:\n    ...",
        .instead = "One function per kind of input, or convert at the edge and go on with one type.",
        .reference = "PyO3 user guide, \"Conversion traits\": #[derive(FromPyObject)] on enums",
        .criterion = Criterion::TypeClarity,
        .sign = -1,
    },
    look,
};

} // namespace ferroscope::rules
