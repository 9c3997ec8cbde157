// SPDX-FileCopyrightText: The Ferroscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/text.h"
#include "core/rules/all_rules.h"
#include "core/rules/places.h"

#include <algorithm>
#include <fmt/format.h>

namespace ferroscope::rules {

namespace {

constexpr std::size_t kFewest = 8; // names
constexpr double kCharacter = 0.5; // share of the statements that bind them

void look(const RuleContext& context, std::vector<Finding>& findings)
{
    const facts::FileFacts& facts = context.facts();
    if (facts.functions.size() > 1 || !facts.loops.empty() || !facts.classes.empty())
        return;
    std::vector<facts::NameId> names;
    std::uint32_t firstLine = 0;
    for (const facts::Binding& binding : facts.bindings) {
        const bool value
            = binding.kind == facts::Binding::Kind::Container || binding.kind == facts::Binding::Kind::Literal;
        const std::string_view name = facts.text(binding.target);
        if (!value || startsWith(name, "__") || name.find('.') != std::string_view::npos
            || std::find(names.begin(), names.end(), binding.target) != names.end())
            continue;
        names.push_back(binding.target);
        firstLine = firstLine == 0 ? binding.line : std::min(firstLine, binding.line);
    }
    if (names.size() < kFewest || static_cast<double>(names.size()) < kCharacter * facts.lines.logical)
        return;
    report(context, findings, keepSettings, 0, firstLine,
        fmt::format("It binds {} to values, {} first, and does nothing else", counted(names.size(), "name"),
            shown(facts, names.front())),
        1, facts.functions.front().endLine);
}

} // namespace

const Rule keepSettings {
    {
        .id = "KEEP007",
        .family = "keep",
        .title = "Settings and tables",
        .whatItSees = "A module without functions and loops that binds eight or more names to literals and containers: "
                      "settings, tables of words or numbers.",
        .whyItMatters = "There is no work in it. Whoever needs a value reads it once; as Python text it can be changed "
                        "without a build.",
        .example = "DEBUG = False\nPAGE_SIZE = 50\nLANGUAGES = [(\"en\", \"English\"), (\"de\", \"German\")]",
        .instead = "Leave it. What moves takes the values it needs as arguments, or a copy made when it is built.",
        .reference = "guide text 000, \"Keeping Python's strengths\"",
        .sign = -1,
        .veto = Veto::KeepPython,
    },
    look,
};

} // namespace ferroscope::rules
