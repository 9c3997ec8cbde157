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

// By path, else by dotted name.
std::vector<graph::ModuleId> modulesNamed(const graph::Codebase& codebase, const std::string& name)
{
    std::vector<graph::ModuleId> found;
    for (graph::ModuleId id = 0; id < codebase.modules.size(); ++id) {
        const source::SourceFile& file = codebase.modules[id].file;
        if (evidence::isJudged(file.role) && printablePath(file.path) == name)
            return { id };
        if (evidence::isJudged(file.role) && printablePath(file.module) == name)
            found.push_back(id);
    }
    return found;
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

PlanSettings planSettings(const Request& request, const graph::Codebase& codebase, std::vector<source::Skipped>& skipped)
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
        if (const auto set = request.settings.unitCosts.find(name); set != request.settings.unitCosts.end())
            made.costs.*member = set->second;
    }
    const auto threshold = [&](std::string_view name, auto& target) {
        if (const auto set = request.settings.thresholds.find(name); set != request.settings.thresholds.end())
            target = static_cast<std::remove_reference_t<decltype(target)>>(set->second);
    };
    threshold("least_gain", made.leastGain);
    threshold("least_gain_per_day", made.cutOff);
    threshold("most_candidates", made.maxCandidates);
    takeTerms(request.settings, codebase, made);
    for (const settings::OverrideSetting& given : request.settings.overrides) {
        const std::vector<graph::ModuleId> modules = modulesNamed(codebase, given.module);
        if (modules.empty())
            skipped.push_back({ given.module, "an override names it, but there is no module of that path or name that is judged" });
        for (const graph::ModuleId id : modules)
            made.overrides[id] = Override { given.verdict, printablePath(given.reason) };
    }
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
