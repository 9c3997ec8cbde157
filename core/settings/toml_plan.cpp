// SPDX-FileCopyrightText: The Ferroscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
// The plan a person made, and what it is judged by: [plan], [money], [[criticality]], [[risk_owners]].
#include "core/settings/toml_parts.h"

#include "core/assessment/risk_kinds.h"
#include "core/base/date.h"
#include "core/base/text.h"
#include <cmath>
#include <functional>
#include <set>

namespace ferroscope::settings {

namespace {

constexpr int kMostWaves = 99;
constexpr std::size_t kLongestCurrency = 8; // bytes: "EUR", "€"

std::optional<double> numberAt(const toml::table& table, std::string_view name, const std::string& where, double least, double most)
{
    const toml::node* node = table.get(name);
    return node ? std::optional<double>(numberIn(*node, where + "." + std::string(name), least, most)) : std::nullopt;
}

// A text, or a date as TOML writes it without quotes.
std::string dateIn(const toml::node& node)
{
    if (const auto* date = node.as_date()) {
        std::ostringstream text;
        text.imbue(std::locale::classic());
        text << date->get();
        if (parseIsoDate(text.str()))
            return text.str();
    }
    const auto* text = node.as_string();
    if (!text || !parseIsoDate(text->get()))
        throw Problem { lineOf(node) + "plan.start must be a day such as \"2026-12-01\"" };
    return text->get();
}

// Calls `take` with every table of a list.
void eachEntry(const toml::node& node, const std::string& name, const std::vector<std::string_view>& known,
    const std::function<void(const toml::table&, const std::string& where)>& take)
{
    for (const toml::node& each : listIn(node, name)) {
        const toml::table& table = tableIn(each, "each of " + name);
        const std::string where = "an entry of " + name;
        allowOnly(table, where, known);
        take(table, where);
    }
}

void once(std::set<std::string>& seen, const std::string& name, const toml::node& at, const char* what)
{
    if (!seen.insert(name).second)
        throw Problem { lineOf(at) + quoted(name) + " " + what };
}

void readGroups(const toml::node& node, Settings& settings)
{
    std::set<std::string> seen;
    eachEntry(node, "plan.groups", { "title", "units" }, [&](const toml::table& table, const std::string& where) {
        GroupSetting group;
        if (const toml::node* title = table.get("title"))
            group.title = lineIn(*title, "title");
        const toml::node* units = table.get("units");
        if (!units)
            throw Problem { lineOf(table) + where + " needs 'units'" };
        group.units = textsIn(*units, "units");
        if (group.units.empty())
            throw Problem { lineOf(*units) + "units must name at least one" };
        for (const std::string& unit : group.units)
            once(seen, unit, *units, "is in two groups, or twice in one");
        settings.groups.push_back(std::move(group));
    });
}

void readWaves(const toml::node& node, Settings& settings)
{
    std::set<std::string> seen;
    eachEntry(node, "plan.waves", { "unit", "wave" }, [&](const toml::table& table, const std::string& where) {
        WaveSetting made;
        made.unit = member(table, "unit", where);
        const auto wave = numberAt(table, "wave", "plan.waves", 1, kMostWaves);
        if (!wave)
            throw Problem { lineOf(table) + where + " needs 'wave'" };
        if (*wave != std::floor(*wave))
            throw Problem { lineOf(*table.get("wave")) + "plan.waves.wave must be a whole number" };
        made.wave = static_cast<int>(*wave);
        once(seen, made.unit, table, "is given two waves");
        settings.waves.push_back(std::move(made));
    });
}

void readSides(const toml::node& node, Settings& settings)
{
    std::set<std::string> seen;
    eachEntry(node, "plan.sides", { "unit", "side", "reason" }, [&](const toml::table& table, const std::string& where) {
        SideSetting made;
        made.unit = member(table, "unit", where);
        made.isRust = wordIn(table, "side", where, { "rust", "python" }) == "rust";
        if (const toml::node* reason = table.get("reason")) {
            const auto* text = reason->as_string();
            if (!text)
                throw Problem { lineOf(*reason) + "reason must be a text" };
            made.reason = text->get();
        }
        once(seen, made.unit, table, "is given two sides");
        settings.sides.push_back(std::move(made));
    });
}

template <class Number>
void put(toml::table& table, std::string_view name, const std::optional<Number>& value)
{
    if (value)
        table.insert(name, *value);
}

void put(toml::table& table, std::string_view name, const std::string& value)
{
    if (!value.empty())
        table.insert(name, value);
}

template <class Items, class Describe>
void put(toml::table& table, std::string_view name, const Items& items, const Describe& describe)
{
    toml::array list;
    for (const auto& item : items)
        list.push_back(describe(item));
    if (!list.empty())
        table.insert(name, std::move(list));
}

toml::table planTable(const Settings& settings)
{
    toml::table plan;
    put(plan, "start", settings.terms.start);
    put(plan, "developers", settings.terms.developers);
    put(plan, "focus", settings.terms.focus);
    put(plan, "rust_experience", settings.terms.rustExperience);
    put(plan, "ramp_up_weeks", settings.terms.rampUpWeeks);
    put(plan, "groups", settings.groups, [](const GroupSetting& group) {
        toml::table table;
        put(table, "title", group.title);
        table.insert("units", listOf(group.units));
        return table;
    });
    put(plan, "waves", settings.waves, [](const WaveSetting& each) { return toml::table { { "unit", each.unit }, { "wave", each.wave } }; });
    put(plan, "sides", settings.sides, [](const SideSetting& each) {
        toml::table table { { "unit", each.unit }, { "side", each.isRust ? "rust" : "python" } };
        put(table, "reason", each.reason);
        return table;
    });
    return plan;
}

} // namespace

void readPlan(const toml::node& node, Settings& settings)
{
    const toml::table& table = tableIn(node, "plan");
    allowOnly(table, "plan", { "start", "developers", "focus", "rust_experience", "ramp_up_weeks", "groups", "waves", "sides" });
    Terms& terms = settings.terms;
    if (const toml::node* start = table.get("start"))
        terms.start = dateIn(*start);
    terms.developers = numberAt(table, "developers", "plan", 0.1, 1'000);
    terms.focus = numberAt(table, "focus", "plan", 0.01, 1);
    if (table.contains("rust_experience"))
        terms.rustExperience = wordIn(table, "rust_experience", "plan", { "none", "some", "fluent" });
    terms.rampUpWeeks = numberAt(table, "ramp_up_weeks", "plan", 0, 520);
    if (const toml::node* groups = table.get("groups"))
        readGroups(*groups, settings);
    if (const toml::node* waves = table.get("waves"))
        readWaves(*waves, settings);
    if (const toml::node* sides = table.get("sides"))
        readSides(*sides, settings);
}

void readMoney(const toml::node& node, Settings& settings)
{
    const toml::table& table = tableIn(node, "money");
    allowOnly(table, "money", { "currency", "day_rate", "machine_cost_per_year", "growth_per_year", "horizon_years" });
    Money& money = settings.money;
    if (const toml::node* currency = table.get("currency")) {
        money.currency = lineIn(*currency, "money.currency");
        if (money.currency.size() > kLongestCurrency)
            throw Problem { lineOf(*currency) + "money.currency must be a code or a sign such as \"EUR\"" };
    }
    money.dayRate = numberAt(table, "day_rate", "money", 0, 1e6);
    money.machineCostPerYear = numberAt(table, "machine_cost_per_year", "money", 0, 1e12);
    money.growthPerYear = numberAt(table, "growth_per_year", "money", -0.99, 10);
    money.horizonYears = numberAt(table, "horizon_years", "money", 0.5, 30);
}

void readCriticality(const toml::node& node, Settings& settings)
{
    eachEntry(node, "criticality", { "pattern", "level" }, [&](const toml::table& table, const std::string& where) {
        settings.criticality.push_back({ member(table, "pattern", where), wordIn(table, "level", where, { "low", "normal", "high" }) });
    });
}

void readRiskOwners(const toml::node& node, Settings& settings)
{
    std::set<std::string> seen;
    eachEntry(node, "risk_owners", { "risk", "owner" }, [&](const toml::table& table, const std::string& where) {
        RiskOwner made { wordIn(table, "risk", where, riskKinds()), member(table, "owner", where) };
        made.owner = lineIn(*table.get("owner"), "owner");
        once(seen, made.risk, table, "is given two owners");
        settings.riskOwners.push_back(std::move(made));
    });
}

void writePlan(const Settings& settings, toml::table& document)
{
    if (toml::table plan = planTable(settings); !plan.empty())
        document.insert("plan", std::move(plan));
    toml::table money;
    put(money, "currency", settings.money.currency);
    put(money, "day_rate", settings.money.dayRate);
    put(money, "machine_cost_per_year", settings.money.machineCostPerYear);
    put(money, "growth_per_year", settings.money.growthPerYear);
    put(money, "horizon_years", settings.money.horizonYears);
    if (!money.empty())
        document.insert("money", std::move(money));
    put(document, "criticality", settings.criticality,
        [](const CriticalitySetting& each) { return toml::table { { "pattern", each.pattern }, { "level", each.level } }; });
    put(document, "risk_owners", settings.riskOwners,
        [](const RiskOwner& each) { return toml::table { { "risk", each.risk }, { "owner", each.owner } }; });
}

} // namespace ferroscope::settings
