// SPDX-FileCopyrightText: The Ferroscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/commands/commands.h"
#include "app/cli/messages.h"
#include "app/cli/output.h"
#include "core/assessment/assessment.h"
#include "core/base/text.h"
#include "core/rules/rule.h"
#include <fmt/format.h>
#include <memory>

namespace ferroscope::cli {

namespace {

static_assert(static_cast<int>(rules::Criterion::StartSmall) == kCriterionCount - 1, "same order as CriterionId");

std::string effectOf(const rules::RuleInfo& rule)
{
    switch (rule.veto) {
    case rules::Veto::KeepPython:
        return "veto: keep-python";
    case rules::Veto::AlreadyNative:
        return "veto: already-native";
    case rules::Veto::FixInPython:
        return "veto: fix-in-python";
    case rules::Veto::None:
        break;
    }
    return fmt::format("{} {}", criterionId(static_cast<CriterionId>(rule.criterion)), rule.sign > 0 ? "raised" : "lowered");
}

std::string printCriteria()
{
    std::string out = "Criteria (value: the first three, ease: the others)\n";
    for (int at = 0; at < kCriterionCount; ++at) {
        const auto id = static_cast<CriterionId>(at);
        out += fmt::format("  {:<20} {}\n", criterionId(id), criterionQuestion(id));
    }
    return out;
}

std::string printRules()
{
    std::string out = "\nRules (rules ID says more)\n";
    for (const rules::Rule& rule : rules::registry())
        out += fmt::format("  {:<8} {:<60} {}\n", rule.info.id, rule.info.title, effectOf(rule.info));
    return out;
}

std::string printRule(const rules::RuleInfo& rule)
{
    std::string out = fmt::format("{} {} ({})\n\n{}\n{}\n", rule.id, rule.title, effectOf(rule), rule.whatItSees, rule.whyItMatters);
    const auto block = [&out](std::string_view title, std::string_view text) {
        if (text.empty())
            return;
        out += fmt::format("\n{}:\n", title);
        for (const std::string_view line : split(text, '\n'))
            out += line.empty() ? "\n" : fmt::format("    {}\n", line);
    };
    block("Example", rule.example);
    block("Instead", rule.instead);
    block("Reference", rule.reference);
    return out;
}

int showRules(const std::string& wanted)
{
    std::string text;
    if (wanted.empty()) {
        text = printCriteria() + printRules();
    } else if (const rules::RuleInfo* const rule = rules::ruleInfo(wanted)) {
        text = printRule(*rule);
    } else {
        for (int at = 0; at < kCriterionCount; ++at) {
            const auto id = static_cast<CriterionId>(at);
            if (criterionId(id) == wanted)
                text = fmt::format("{} ({})\n\n{}\n", criterionId(id), criterionLabel(id), criterionQuestion(id));
        }
        if (text.empty())
            return usage("There is no rule or criterion " + wanted + "; rules without a name lists them.");
    }
    const auto written = writeTo({}, [&](const Write& write) { write(text); });
    return written ? static_cast<int>(kDone) : report(written.error());
}

} // namespace

void addRules(CLI::App& app, Action& action)
{
    const auto wanted = std::make_shared<std::string>();
    CLI::App* const command = app.add_subcommand("rules", "Criteria and rules with their documentation");
    command->add_option("RULE", *wanted, "Id of a rule or a criterion");
    command->callback([wanted, &action] { action = [wanted] { return showRules(*wanted); }; });
}

} // namespace ferroscope::cli
