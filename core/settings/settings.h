// SPDX-FileCopyrightText: The Ferroscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
// Settings: what a person decides about a project, as one value. Read from and written to TOML
// (`ferroscope.toml`); a value that was written reads back equal. Keys:
//
//   excludes = ["legacy/"]           patterns as in .gitignore, relative to the analyzed root
//   roots = ["lib"]                  folders that modules are imported from; replace the derived ones
//   [[roles]]                        role by pattern; the last one that matches wins
//   pattern = "tools/**"
//   role = "example"
//   [weights]                        criterion id = number >= 0; one that is not named keeps its default
//   [unit_costs]                     name (unitCostNames()) = number
//   [thresholds]                     name (thresholdNames()) = number
//   [survey]                         question id = answer: text, number or true/false
//   [[overrides]]                    module = path or dotted name, verdict = id, reason = why
//   [plan]                           start = "2026-12-01", developers = 2, focus = 0.8, rust_experience = "none",
//                                    ramp_up_weeks = 14
//   [[plan.groups]]                  title, units = ["path:function", ...]: exactly these move together
//   [[plan.waves]]                   unit = "path:function", wave = 2: of the candidate that holds it
//   [[plan.sides]]                   unit = "path:function", side = "rust" or "python", reason = why
//   [money]                          currency = "EUR", day_rate, machine_cost_per_year, growth_per_year, horizon_years
//   [[criticality]]                  pattern, level = "low", "normal" or "high"
//   [[risk_owners]]                  risk = kind, owner = who
//
// A unit is named by any of its functions. What names nothing that exists becomes a warning of the plan.
// An unknown key is an error that names the nearest known one; so is a value of the wrong kind or out of range.
#pragma once

#include "core/assessment/assessment.h"
#include "core/base/result.h"
#include <map>
#include <optional>
#include <string>
#include <variant>
#include <vector>

namespace ferroscope::settings {

struct RoleSetting {
    std::string pattern, role; // role: "source", "test", ... as in the JSON
    bool operator==(const RoleSetting&) const = default;
};

struct OverrideSetting {
    std::string module; // path from the root, or dotted name
    Verdict verdict = Verdict::KeepPython;
    std::string reason; // never empty: an override without one would not survive a reader's question
    bool operator==(const OverrideSetting&) const = default;
};

// The calendar and the team. What is not given is not assumed: without developers there are no weeks, without a
// start no dates.
struct Terms {
    std::string start; // ISO date, "" = not given
    std::optional<double> developers; // full-time, > 0
    std::optional<double> focus; // share of their time, (0, 1]; 0.7 where not given
    std::string rustExperience; // "none", "some", "fluent"; "" = not given
    std::optional<double> rampUpWeeks; // per developer without experience; 14 (the guide's 3 to 4 months) where not given
    bool operator==(const Terms&) const = default;
};

struct GroupSetting {
    std::string title; // "" = made from its units
    std::vector<std::string> units;
    bool operator==(const GroupSetting&) const = default;
};
struct WaveSetting {
    std::string unit;
    int wave = 1; // 1..99
    bool operator==(const WaveSetting&) const = default;
};
struct SideSetting {
    std::string unit;
    bool isRust = false;
    std::string reason; // may be empty
    bool operator==(const SideSetting&) const = default;
};

struct Money {
    std::string currency; // "" = "EUR"
    std::optional<double> dayRate; // per person-day
    std::optional<double> machineCostPerYear; // of what runs this code
    std::optional<double> growthPerYear; // share, of the load
    std::optional<double> horizonYears;
    bool operator==(const Money&) const = default;
};
struct CriticalitySetting {
    std::string pattern, level;
    bool operator==(const CriticalitySetting&) const = default;
};
struct RiskOwner {
    std::string risk, owner;
    bool operator==(const RiskOwner&) const = default;
};

using SurveyAnswer = std::variant<std::string, double, bool>;
using Numbers = std::map<std::string, double, std::less<>>;

struct Settings {
    std::vector<std::string> excludes, roots;
    std::vector<RoleSetting> roles;
    std::map<CriterionId, double> weights;
    Numbers unitCosts; // by name; only those that were set
    Numbers thresholds; // by name; only those that were set
    std::map<std::string, SurveyAnswer, std::less<>> survey;
    std::vector<OverrideSetting> overrides; // at most one per module
    Terms terms {};
    std::vector<GroupSetting> groups {}; // a unit in at most one
    std::vector<WaveSetting> waves {}; // at most one per unit
    std::vector<SideSetting> sides {}; // at most one per unit
    Money money {};
    std::vector<CriticalitySetting> criticality {}; // the last one that matches wins
    std::vector<RiskOwner> riskOwners {}; // at most one per risk

    bool isEmpty() const { return *this == Settings {}; }
    bool operator==(const Settings&) const = default;
};

struct NumberName { // a number that can be set, its bounds included
    std::string_view name;
    double least, most;
};
const std::vector<NumberName>& unitCostNames();
const std::vector<NumberName>& thresholdNames();

inline constexpr std::uint64_t kMaxBytes = 1ULL << 20U; // of a settings file
inline constexpr std::string_view kFileName = "ferroscope.toml";

// BadInput with `path` and a sentence: what is wrong, in which line.
Result<Settings> readSettings(std::string_view text, const std::string& path);
std::string writeSettings(const Settings& settings);

} // namespace ferroscope::settings
