// SPDX-FileCopyrightText: The Ferroscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
// Settings <-> TOML.
#include "core/settings/settings.h"

#include "core/base/text.h"
#include <algorithm>
#include <array>
#include <cmath>
#include <set>
#include <sstream>
#include <toml++/toml.h>

namespace ferroscope::settings {

namespace {

constexpr std::size_t kMostEntries = 10'000; // of any list or table
constexpr std::array<std::string_view, 9> kRoles { "source", "test", "script", "stub", "generated", "migration", "example",
    "vendored", "notebook" };

// The first problem ends the reading; carried as an exception inside this file only, because toml++ throws too.
struct Problem {
    std::string sentence;
};

std::string quoted(std::string_view text) { return "'" + printablePath(text.substr(0, 80)) + "'"; }

std::string lineOf(const toml::node& node) { return "line " + std::to_string(node.source().begin.line) + ": "; }

[[noreturn]] void unknownKey(const toml::node& at, std::string_view where, std::string_view key, const std::vector<std::string_view>& known)
{
    throw Problem { lineOf(at) + std::string(where) + " has no " + quoted(key) + "; the nearest that it has is "
        + quoted(nearestWord(key, known)) };
}

void allowOnly(const toml::table& table, std::string_view where, const std::vector<std::string_view>& known)
{
    if (table.size() > kMostEntries)
        throw Problem { std::string(where) + " has more than " + counted(kMostEntries, "entry", "entries") };
    for (const auto& [key, value] : table) {
        if (std::find(known.begin(), known.end(), key.str()) == known.end())
            unknownKey(value, where, key.str(), known);
    }
}

const toml::array& listIn(const toml::node& node, std::string_view name)
{
    const toml::array* list = node.as_array();
    if (!list)
        throw Problem { lineOf(node) + std::string(name) + " must be a list" };
    if (list->size() > kMostEntries)
        throw Problem { lineOf(node) + std::string(name) + " has more than " + counted(kMostEntries, "entry", "entries") };
    return *list;
}

std::string textIn(const toml::node& node, std::string_view name)
{
    const auto* text = node.as_string();
    if (!text || text->get().empty())
        throw Problem { lineOf(node) + std::string(name) + " must be a text that is not empty" };
    return text->get();
}

double numberIn(const toml::node& node, const std::string& name, double least, double most)
{
    const auto number = node.is_boolean() ? std::nullopt : node.value<double>();
    if (!number || !std::isfinite(*number) || *number < least || *number > most) {
        std::ostringstream sentence;
        sentence.imbue(std::locale::classic());
        sentence << lineOf(node) << name << " must be a number from " << least << " to " << most;
        throw Problem { sentence.str() };
    }
    return *number;
}

const toml::table& tableIn(const toml::node& node, std::string_view name)
{
    const toml::table* table = node.as_table();
    if (!table)
        throw Problem { lineOf(node) + std::string(name) + " must be a table" };
    return *table;
}

std::vector<std::string> textsIn(const toml::node& node, std::string_view name)
{
    std::vector<std::string> texts;
    for (const toml::node& each : listIn(node, name))
        texts.push_back(textIn(each, std::string(name) + " must hold texts; each"));
    return texts;
}

std::string member(const toml::table& table, std::string_view name, std::string_view where)
{
    const toml::node* node = table.get(name);
    if (!node)
        throw Problem { lineOf(table) + std::string(where) + " needs '" + std::string(name) + "'" };
    return textIn(*node, name);
}

void readRoles(const toml::node& node, Settings& settings)
{
    for (const toml::node& each : listIn(node, "roles")) {
        const toml::table& table = tableIn(each, "each of roles");
        allowOnly(table, "an entry of roles", { "pattern", "role" });
        RoleSetting role { member(table, "pattern", "an entry of roles"), member(table, "role", "an entry of roles") };
        const std::vector<std::string_view> known(kRoles.begin(), kRoles.end());
        if (std::find(known.begin(), known.end(), role.role) == known.end())
            throw Problem { lineOf(*table.get("role")) + "there is no role " + quoted(role.role) + "; the nearest is " + quoted(nearestWord(role.role, known)) };
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
    std::set<std::string> seen;
    for (const toml::node& each : listIn(node, "overrides")) {
        const toml::table& table = tableIn(each, "each of overrides");
        allowOnly(table, "an entry of overrides", { "module", "verdict", "reason" });
        OverrideSetting made;
        made.module = member(table, "module", "an entry of overrides");
        made.reason = member(table, "reason", "an entry of overrides");
        const std::string id = member(table, "verdict", "an entry of overrides");
        const auto verdict = verdictFromId(id);
        if (!verdict) {
            std::vector<std::string_view> known;
            for (int at = 0; at < kVerdictCount; ++at)
                known.push_back(verdictId(static_cast<Verdict>(at)));
            throw Problem { lineOf(*table.get("verdict")) + "there is no verdict " + quoted(id) + "; the nearest is " + quoted(nearestWord(id, known)) };
        }
        made.verdict = *verdict;
        if (!seen.insert(made.module).second)
            throw Problem { lineOf(each) + quoted(made.module) + " is overridden twice" };
        settings.overrides.push_back(std::move(made));
    }
}

Settings settingsIn(const toml::table& document)
{
    allowOnly(document, "the file", { "excludes", "roots", "roles", "weights", "unit_costs", "thresholds", "survey", "overrides" });
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
    return settings;
}

toml::array listOf(const std::vector<std::string>& texts)
{
    toml::array list;
    for (const std::string& text : texts)
        list.push_back(text);
    return list;
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
    std::ostringstream out;
    out.imbue(std::locale::classic());
    out << document << '\n';
    return out.str();
}

} // namespace ferroscope::settings
