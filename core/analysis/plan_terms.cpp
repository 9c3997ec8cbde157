// SPDX-FileCopyrightText: The Ferroscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis/plan_terms.h"
#include "core/source/ignore_rules.h"

namespace ferroscope::analysis {

namespace {

// As patterns of roles: one of a folder holds for everything below it. The last one that matches wins.
std::string levelOf(const std::vector<std::pair<source::IgnoreRules, std::string>>& rules, std::string_view path)
{
    std::string level;
    for (const auto& [rule, given] : rules) {
        bool matches = rule.match(path, false).verdict == source::IgnoreRules::Verdict::Ignored;
        for (std::size_t slash = path.find('/'); !matches && slash != std::string_view::npos; slash = path.find('/', slash + 1))
            matches = rule.match(path.substr(0, slash), true).verdict == source::IgnoreRules::Verdict::Ignored;
        if (matches)
            level = given;
    }
    return level;
}

} // namespace

void takeTerms(const settings::Settings& settings, const graph::Codebase& codebase, PlanSettings& made)
{
    made.team.start = settings.terms.start;
    made.team.developers = settings.terms.developers;
    made.team.focus = settings.terms.focus.value_or(made.team.focus);
    made.team.experience = settings.terms.rustExperience;
    made.team.rampUpWeeks = settings.terms.rampUpWeeks.value_or(made.team.rampUpWeeks);
    if (!settings.money.currency.empty())
        made.money.currency = settings.money.currency;
    made.money.dayRate = settings.money.dayRate;
    made.money.machineCostPerYear = settings.money.machineCostPerYear;
    made.money.growthPerYear = settings.money.growthPerYear;
    made.money.horizonYears = settings.money.horizonYears;
    for (const settings::RiskOwner& each : settings.riskOwners)
        made.riskOwners[each.risk] = each.owner;
    if (settings.criticality.empty())
        return;
    std::vector<std::pair<source::IgnoreRules, std::string>> rules;
    for (const settings::CriticalitySetting& each : settings.criticality) {
        rules.emplace_back();
        rules.back().first.add(each.pattern);
        rules.back().second = each.level;
    }
    for (graph::ModuleId id = 0; id < codebase.modules.size(); ++id) {
        std::string level = levelOf(rules, codebase.modules[id].file.path);
        if (!level.empty())
            made.criticality[id] = std::move(level);
    }
}

} // namespace ferroscope::analysis
