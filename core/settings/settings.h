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
//
// An unknown key is an error that names the nearest known one; so is a value of the wrong kind or out of range.
#pragma once

#include "core/assessment/assessment.h"
#include "core/base/result.h"
#include <map>
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
