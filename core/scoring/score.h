// SPDX-FileCopyrightText: The Ferroscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
// Score: the nine answers of a module, combined into value, ease and readiness (method, section 4).
//
//   group = 100 · Σ w·c / Σ w over its criteria (c in 0..1, w >= 0)
//   readiness = √(value · ease); contribution of a criterion = readiness · w·c / (2 · Σ w·c of its group),
//   which adds up to readiness exactly. An unknown criterion counts as 0 in low and likely, as 1 in high.
#pragma once

#include "core/assessment/assessment.h"

namespace ferroscope::scoring {

// One criterion's answer before weighting; 0..100.
struct Answer {
    std::optional<double> value; // nullopt: unknown
    double low = 0, high = 100;
    std::string why;
};
// low <= value <= high, all within 0..100.
Answer answer(double value, double low, double high, std::string why);
Answer unknown(std::string why);

using Answers = std::array<Answer, kCriterionCount>;
using Weights = std::array<double, kCriterionCount>;

const Weights& defaultWeights(); // calibrated: see score.cpp

struct Score {
    std::array<CriterionScore, kCriterionCount> criteria;
    Range value, ease, readiness;
};

Score combine(const Answers& answers, const Weights& weights);

struct Levels { // the likely ones of a score
    double value = 0, ease = 0, readiness = 0;
};
Levels levelsOf(const Answers& answers, const Weights& weights); // those of combine(), without anything to tell

} // namespace ferroscope::scoring
