// SPDX-FileCopyrightText: The Ferroscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis/apply_settings.h"
#include "core/analysis/plan_terms.h"
#include "core/base/hash.h"
#include "core/base/text.h"

#include <algorithm>
#include <fmt/format.h>

namespace ferroscope::analysis {

namespace {

void takeOverrides(const settings::Settings& settings, const Names& names, PlanSettings& made)
{
    for (const settings::OverrideSetting& given : settings.overrides) {
        const std::vector<graph::ModuleId> modules = names.modules(given.module);
        if (modules.empty())
            made.warnings.push_back(fmt::format("An override names {}, but there is no module of that path or name that is judged.", printablePath(given.module)));
        for (const graph::ModuleId id : modules)
            made.overrides[id] = Override { given.verdict, printablePath(given.reason) };
    }
}

// The unit, or a warning.
std::optional<std::uint32_t> unitOr(const Names& names, const std::string& name, const char* what, PlanSettings& made)
{
    const auto unit = names.unit(name);
    if (!unit)
        made.warnings.push_back(fmt::format("{} names {}, but there is no such function.", what, printablePath(name)));
    return unit;
}

// Two names of one unit: the first one counts.
void takeSides(const settings::Settings& settings, const Names& names, PlanSettings& made)
{
    for (const settings::SideSetting& given : settings.sides) {
        const auto unit = unitOr(names, given.unit, "A side", made);
        if (!unit)
            continue;
        const auto before = std::find_if(made.sides.begin(), made.sides.end(), [&](const PlanSettings::Side& side) { return side.unit == *unit; });
        if (before == made.sides.end())
            made.sides.push_back({ *unit, given.isRust, printablePath(given.unit) });
        else if (before->isRust != given.isRust)
            made.warnings.push_back(fmt::format("{} moves with {}, which was given the other side.", printablePath(given.unit), before->name));
    }
}

void takeGroups(const settings::Settings& settings, const Names& names, PlanSettings& made)
{
    for (const settings::GroupSetting& given : settings.groups) {
        roadmap::UnitGroup group;
        group.title = printablePath(given.title);
        for (const std::string& name : given.units) {
            const auto unit = unitOr(names, name, "A group", made);
            if (!unit)
                continue;
            const bool isTaken = std::any_of(made.groups.begin(), made.groups.end(),
                [&](const roadmap::UnitGroup& other) { return std::find(other.units.begin(), other.units.end(), *unit) != other.units.end(); });
            if (isTaken)
                made.warnings.push_back(fmt::format("{} is in another group already.", printablePath(name)));
            else
                group.units.push_back(*unit);
        }
        std::sort(group.units.begin(), group.units.end());
        group.units.erase(std::unique(group.units.begin(), group.units.end()), group.units.end());
        if (!group.units.empty())
            made.groups.push_back(std::move(group));
    }
}

void takeWaves(const settings::Settings& settings, const Names& names, PlanSettings& made)
{
    for (const settings::WaveSetting& given : settings.waves) {
        if (const auto unit = unitOr(names, given.unit, "A wave", made))
            made.waves.push_back({ *unit, given.wave });
    }
}

} // namespace

source::DiscoverOptions discoverOptions(const Request& request)
{
    source::DiscoverOptions options;
    options.excludes = request.settings.excludes;
    options.excludes.insert(options.excludes.end(), request.excludes.begin(), request.excludes.end()); // the later one wins
    options.roots = request.settings.roots;
    for (const settings::RoleSetting& role : request.settings.roles) {
        if (const auto known = source::roleNamed(role.role))
            options.roles.push_back({ role.pattern, *known });
    }
    return options;
}

scoring::Weights weightsOf(const Request& request)
{
    const bool isCustom = std::any_of(request.weights.begin(), request.weights.end(), [](double weight) { return weight > 0; });
    scoring::Weights weights = isCustom ? request.weights : scoring::defaultWeights();
    if (!isCustom) {
        for (const auto& [id, weight] : request.settings.weights)
            weights[static_cast<std::size_t>(id)] = weight;
    }
    return weights;
}

std::string settingsHash(const Request& request, const scoring::Weights& weights)
{
    std::string text;
    for (const std::string& exclude : request.excludes)
        text += exclude + '\n';
    for (const double weight : weights)
        text += fmt::format("{}\n", weight);
    if (!request.settings.isEmpty())
        text += settings::writeSettings(request.settings);
    return contentHash(text);
}

PlanSettings planSettings(const settings::Settings& settings, const graph::Codebase& codebase, const Names& names)
{
    PlanSettings made;
    const std::pair<const char*, double roadmap::UnitCosts::*> costs[] = {
        { "person_days_per_kloc", &roadmap::UnitCosts::personDaysPerKloc },
        { "low_factor", &roadmap::UnitCosts::lowFactor },
        { "high_factor", &roadmap::UnitCosts::highFactor },
        { "first_project_factor", &roadmap::UnitCosts::firstProjectFactor },
        { "per_candidate_days", &roadmap::UnitCosts::perCandidateFixed },
        { "per_crossing_days", &roadmap::UnitCosts::perCrossingDays },
        { "baseline_days", &roadmap::UnitCosts::baselineDays },
        { "type_slot_days", &roadmap::UnitCosts::typeSlotDays },
        { "cycle_cut_days", &roadmap::UnitCosts::cycleCutDays },
        { "test_unit_days", &roadmap::UnitCosts::testUnitDays },
    };
    for (const auto& [name, member] : costs) {
        if (const auto set = settings.unitCosts.find(name); set != settings.unitCosts.end())
            made.costs.*member = set->second;
    }
    const auto threshold = [&](std::string_view name, auto& target) {
        if (const auto set = settings.thresholds.find(name); set != settings.thresholds.end())
            target = static_cast<std::remove_reference_t<decltype(target)>>(set->second);
    };
    threshold("least_gain", made.leastGain);
    threshold("least_gain_per_day", made.cutOff);
    threshold("most_candidates", made.maxCandidates);
    takeTerms(settings, codebase, made);
    takeOverrides(settings, names, made);
    takeSides(settings, names, made);
    takeGroups(settings, names, made);
    takeWaves(settings, names, made);
    return made;
}

void applyOverride(VerdictResult& verdict, const Override& given)
{
    verdict.override_ = given;
    verdict.reasons.insert(verdict.reasons.begin(), "Set by hand: " + given.reason);
    if (verdict.id != given.verdict)
        verdict.runnerUp = verdict.id;
    verdict.id = given.verdict;
}

} // namespace ferroscope::analysis
