// SPDX-FileCopyrightText: The Ferroscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
// Readers of one node each, shared by the files that read settings. The first problem ends the reading: it is
// carried as an exception inside this folder only, because toml++ throws too.
#pragma once

#include "core/settings/settings.h"
#include <string>
#include <string_view>
#include <toml++/toml.h>
#include <vector>

namespace ferroscope::settings {

struct Problem {
    std::string sentence;
};

inline constexpr std::size_t kMostEntries = 10'000; // of any list or table
inline constexpr std::size_t kLongestLine = 200; // bytes of a title, an owner

std::string quoted(std::string_view text); // printable, cut off
std::string lineOf(const toml::node& node); // "line 3: "
void allowOnly(const toml::table& table, std::string_view where, const std::vector<std::string_view>& known);
const toml::array& listIn(const toml::node& node, std::string_view name);
const toml::table& tableIn(const toml::node& node, std::string_view name);
std::string textIn(const toml::node& node, std::string_view name); // not empty
std::string lineIn(const toml::node& node, std::string_view name); // one printable line, not longer than kLongestLine
std::vector<std::string> textsIn(const toml::node& node, std::string_view name);
double numberIn(const toml::node& node, const std::string& name, double least, double most);
std::string member(const toml::table& table, std::string_view name, std::string_view where); // a text that must be there
// One of `known`; `what` names the kind: "role".
std::string wordIn(const toml::table& table, std::string_view name, std::string_view where, const std::vector<std::string_view>& known);
toml::array listOf(const std::vector<std::string>& texts);

// toml_plan.cpp: what a person decides about the plan.
void readPlan(const toml::node& node, Settings& settings);
void readMoney(const toml::node& node, Settings& settings);
void readCriticality(const toml::node& node, Settings& settings);
void readRiskOwners(const toml::node& node, Settings& settings);
void writePlan(const Settings& settings, toml::table& document); // all four

} // namespace ferroscope::settings
