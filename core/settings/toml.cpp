// SPDX-FileCopyrightText: The Ferroscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
// Settings <-> TOML.
#include "core/settings/settings.h"
#include "core/settings/toml_parts.h"

#include "core/base/text.h"
#include <algorithm>
#include <array>
#include <set>
#include <sstream>

namespace ferroscope::settings {

namespace {

constexpr std::array<std::string_view, 9> kRoles { "source", "test", "script", "stub", "generated", "migration", "example",
    "vendored", "notebook" };

void readRoles(const toml::node& node, Settings& settings)
{
    const std::vector<std::string_view> known(kRoles.begin(), kRoles.end());
    for (const toml::node& each : listIn(node, "roles")) {
        const toml::table& table = tableIn(each, "each of roles");
        allowOnly(table, "an entry of roles", { "pattern", "role" });
        RoleSetting role { member(table, "pattern", "an entry of roles"), wordIn(table, "role", "an entry of roles", known) };
        settings.roles.push_back(std::move(role));
    }
}

void readWeights(const toml::node& node, Settings& settings)
{
    const toml::table& table = tableIn(node, "weights");
    std::vector<std::string_view> known;
    for (int at = 0; at < kCriterionCount; ++at)
        known.push_back(criterionId(static_cast<CriterionId>(at)));
    allowOnly(table, "weights", known);
    for (const auto& [key, value] : table) {
        const auto at = std::find(known.begin(), known.end(), key.str()) - known.begin();
        settings.weights[static_cast<CriterionId>(at)] = numberIn(value, "weights." + std::string(key.str()), 0, 1'000);
    }
    for (const bool isValue : { true, false }) { // a group without any weight has no mean
        int named = 0;
        double sum = 0;
        for (const auto& [id, weight] : settings.weights) {
            if ((static_cast<int>(id) < kValueCriterionCount) == isValue) {
                ++named;
                sum += weight;
            }
        }
        if (sum <= 0 && named == (isValue ? kValueCriterionCount : kCriterionCount - kValueCriterionCount))
            throw Problem { lineOf(node) + "weights: at least one of the " + (isValue ? "value" : "ease") + " criteria needs a weight above 0" };
    }
}

Numbers readNumbers(const toml::node& node, const std::string& where, const std::vector<NumberName>& names)
{
    const toml::table& table = tableIn(node, where);
    std::vector<std::string_view> known;
    for (const NumberName& name : names)
        known.push_back(name.name);
    allowOnly(table, where, known);
    Numbers numbers;
    for (const NumberName& name : names) {
        if (const toml::node* value = table.get(name.name))
            numbers.emplace(name.name, numberIn(*value, where + "." + std::string(name.name), name.least, name.most));
    }
    return numbers;
}

// Which questions there are is the questionnaire's to know; here an id is a word.
void readSurvey(const toml::node& node, Settings& settings)
{
    const toml::table& table = tableIn(node, "survey");
    if (table.size() > kMostEntries)
        throw Problem { "survey has more than " + counted(kMostEntries, "entry", "entries") };
    for (const auto& [key, value] : table) {
        const std::string name(key.str());
        if (name.empty() || name.find_first_not_of("abcdefghijklmnopqrstuvwxyz0123456789_-") != std::string::npos)
            throw Problem { lineOf(value) + quoted(name) + " is no id of a question" };
        if (const auto* text = value.as_string())
            settings.survey.emplace(name, text->get());
        else if (const auto* flag = value.as_boolean())
            settings.survey.emplace(name, flag->get());
        else
            settings.survey.emplace(name, numberIn(value, "survey." + name, -1e12, 1e12));
    }
}

void readOverrides(const toml::node& node, Settings& settings)
{
    std::vector<std::string_view> known;
    for (int at = 0; at < kVerdictCount; ++at)
        known.push_back(verdictId(static_cast<Verdict>(at)));
    std::set<std::string> seen;
    for (const toml::node& each : listIn(node, "overrides")) {
        const toml::table& table = tableIn(each, "each of overrides");
        allowOnly(table, "an entry of overrides", { "module", "verdict", "reason" });
        OverrideSetting made;
        made.module = member(table, "module", "an entry of overrides");
        made.reason = member(table, "reason", "an entry of overrides");
        made.verdict = verdictFromId(wordIn(table, "verdict", "an entry of overrides", known)).value_or(Verdict::KeepPython);
        if (!seen.insert(made.module).second)
            throw Problem { lineOf(each) + quoted(made.module) + " is overridden twice" };
        settings.overrides.push_back(std::move(made));
    }
}

Settings settingsIn(const toml::table& document)
{
    allowOnly(document, "the file", { "excludes", "roots", "roles", "weights", "unit_costs", "thresholds", "survey", "overrides", "plan",
                                         "money", "criticality", "risk_owners" });
    Settings settings;
    if (const toml::node* node = document.get("excludes"))
        settings.excludes = textsIn(*node, "excludes");
    if (const toml::node* node = document.get("roots"))
        settings.roots = textsIn(*node, "roots");
    if (const toml::node* node = document.get("roles"))
        readRoles(*node, settings);
    if (const toml::node* node = document.get("weights"))
        readWeights(*node, settings);
    if (const toml::node* node = document.get("unit_costs"))
        settings.unitCosts = readNumbers(*node, "unit_costs", unitCostNames());
    if (const toml::node* node = document.get("thresholds"))
        settings.thresholds = readNumbers(*node, "thresholds", thresholdNames());
    if (const toml::node* node = document.get("survey"))
        readSurvey(*node, settings);
    if (const toml::node* node = document.get("overrides"))
        readOverrides(*node, settings);
    if (const toml::node* node = document.get("plan"))
        readPlan(*node, settings);
    if (const toml::node* node = document.get("money"))
        readMoney(*node, settings);
    if (const toml::node* node = document.get("criticality"))
        readCriticality(*node, settings);
    if (const toml::node* node = document.get("risk_owners"))
        readRiskOwners(*node, settings);
    return settings;
}

toml::table tableOf(const Numbers& numbers)
{
    toml::table table;
    for (const auto& [name, value] : numbers)
        table.insert_or_assign(name, value);
    return table;
}

} // namespace

Result<Settings> readSettings(std::string_view text, const std::string& path)
{
    if (text.size() > kMaxBytes)
        return failure(ErrorCode::BadInput, path, "larger than " + std::to_string(kMaxBytes) + " bytes");
    try {
        return settingsIn(toml::parse(text));
    } catch (const Problem& problem) {
        return failure(ErrorCode::BadInput, path, problem.sentence);
    } catch (const toml::parse_error& error) {
        return failure(ErrorCode::BadInput, path, "not valid TOML in line " + std::to_string(error.source().begin.line) + ": " + std::string(error.description()));
    } catch (const std::exception& error) {
        return failure(ErrorCode::BadInput, path, std::string("not readable as TOML: ") + error.what());
    }
}

std::string writeSettings(const Settings& settings)
{
    toml::table document;
    if (!settings.excludes.empty())
        document.insert("excludes", listOf(settings.excludes));
    if (!settings.roots.empty())
        document.insert("roots", listOf(settings.roots));
    if (!settings.unitCosts.empty())
        document.insert("unit_costs", tableOf(settings.unitCosts));
    if (!settings.thresholds.empty())
        document.insert("thresholds", tableOf(settings.thresholds));
    toml::table weights;
    for (const auto& [id, weight] : settings.weights)
        weights.insert(criterionId(id), weight);
    if (!weights.empty())
        document.insert("weights", std::move(weights));
    toml::table survey;
    for (const auto& [id, answer] : settings.survey)
        std::visit([&, &name = id](const auto& value) { survey.insert(name, value); }, answer);
    if (!survey.empty())
        document.insert("survey", std::move(survey));
    toml::array roles;
    for (const RoleSetting& role : settings.roles)
        roles.push_back(toml::table { { "pattern", role.pattern }, { "role", role.role } });
    if (!roles.empty())
        document.insert("roles", std::move(roles));
    toml::array overrides;
    for (const OverrideSetting& each : settings.overrides)
        overrides.push_back(toml::table { { "module", each.module }, { "reason", each.reason }, { "verdict", verdictId(each.verdict) } });
    if (!overrides.empty())
        document.insert("overrides", std::move(overrides));
    writePlan(settings, document);
    std::ostringstream out;
    out.imbue(std::locale::classic());
    out << document << '\n';
    return out.str();
}

} // namespace ferroscope::settings
