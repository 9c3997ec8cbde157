// SPDX-FileCopyrightText: The Ferroscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
// The rows of the risk register, one function per kind; private to risk_register.cpp and risk_rows*.cpp.
#pragma once

#include "core/roadmap/risk_register.h"
#include <functional>

namespace ferroscope::roadmap {

enum class Level : std::uint8_t { Low, Medium, High };

struct RiskDraft {
    Level likelihood = Level::Low;
    std::optional<Level> impact; // by the gain of the candidates where it is not set
    std::string risk, sign, answer;
    std::vector<std::size_t> candidates; // indices; empty: the whole plan
};

struct RiskRow {
    std::string_view kind;
    std::optional<RiskDraft> (*look)(const RiskInput& input);
};

const std::vector<RiskRow>& riskRows(); // in the order of riskKinds()
std::vector<RiskRow> riskRowsOfCode(); // risk_rows_code.cpp
std::vector<RiskRow> riskRowsOfPlan(); // risk_rows_plan.cpp

// Candidates that `test` holds for.
std::vector<std::size_t> candidatesWith(const RiskInput& input, const std::function<bool(std::size_t)>& test);
std::string idsOf(const RiskInput& input, const std::vector<std::size_t>& candidates); // "C1", "C1 and C3", "C1, C2 and 4 more"
std::string namedSome(const std::vector<std::string>& names, std::string_view more); // "a, b and 4 more modules"
Level levelOf(double value, double medium, double high); // >=

} // namespace ferroscope::roadmap
