// SPDX-FileCopyrightText: The Ferroscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/scoring/score.h"

#include <algorithm>
#include <cmath>

namespace ferroscope::scoring {

namespace {

struct Group {
    Range sum; // Σ w·c, c in 0..1
    double weights = 0;
    Range score() const { return weights > 0 ? sum * (100 / weights) : Range {}; }
};

Group groupOf(const std::array<CriterionScore, kCriterionCount>& criteria, int first, int last)
{
    Group group;
    for (int at = first; at < last; ++at) {
        const CriterionScore& criterion = criteria[static_cast<std::size_t>(at)];
        const double likely = criterion.value.value_or(0);
        const double low = criterion.value ? criterion.low : 0;
        const double high = criterion.value ? criterion.high : 100;
        group.sum += Range { low, likely, high } * (criterion.weight / 100);
        group.weights += criterion.weight;
    }
    return group;
}

} // namespace

Answer answer(double value, double low, double high, std::string why)
{
    const auto bounded = [](double x) { return std::clamp(std::isfinite(x) ? x : 0, 0.0, 100.0); };
    Answer made;
    made.value = bounded(value);
    made.low = std::min(bounded(low), *made.value);
    made.high = std::max(bounded(high), *made.value);
    made.why = std::move(why);
    return made;
}

Answer unknown(std::string why)
{
    Answer made;
    made.why = std::move(why);
    return made;
}

// Value answers "would a maintainer have moved it for CPU time"; the shares were set so that the ranking of
// really moved modules is best over many repositories without looking at names (see README). In ease, what a port
// relies on Python for costs most (another design for each), then the boundary, then types, tests and size; a missing
// crate is rarely what stops code that computes.
const Weights& defaultWeights()
{
    static const Weights weights { 65, 25, 10, 26, 14, 30, 6, 12, 12 };
    return weights;
}

Score combine(const Answers& answers, const Weights& weights)
{
    Score score;
    for (std::size_t at = 0; at < answers.size(); ++at) {
        CriterionScore& criterion = score.criteria[at];
        criterion.value = answers[at].value;
        criterion.low = answers[at].low;
        criterion.high = answers[at].high;
        criterion.weight = weights[at];
        criterion.why = answers[at].why;
    }
    const Group value = groupOf(score.criteria, 0, kValueCriterionCount);
    const Group ease = groupOf(score.criteria, kValueCriterionCount, kCriterionCount);
    score.value = value.score();
    score.ease = ease.score();
    const auto mean = [](double v, double e) { return std::sqrt(std::max(0.0, v) * std::max(0.0, e)); };
    score.readiness = { mean(score.value.low, score.ease.low), mean(score.value.likely, score.ease.likely),
        mean(score.value.high, score.ease.high) };
    for (std::size_t at = 0; at < answers.size(); ++at) {
        const Group& group = at < kValueCriterionCount ? value : ease;
        CriterionScore& criterion = score.criteria[at];
        const double part = criterion.weight * criterion.value.value_or(0) / 100;
        criterion.contribution = group.sum.likely > 0 ? score.readiness.likely * part / (2 * group.sum.likely) : 0;
    }
    return score;
}

Levels levelsOf(const Answers& answers, const Weights& weights)
{
    const auto level = [&](std::size_t first, std::size_t last) {
        double sum = 0;
        double all = 0;
        for (std::size_t at = first; at < last; ++at) {
            sum += answers[at].value.value_or(0) * (weights[at] / 100);
            all += weights[at];
        }
        return all > 0 ? sum * (100 / all) : 0;
    };
    Levels levels;
    levels.value = level(0, kValueCriterionCount);
    levels.ease = level(kValueCriterionCount, kCriterionCount);
    levels.readiness = std::sqrt(std::max(0.0, levels.value) * std::max(0.0, levels.ease));
    return levels;
}

} // namespace ferroscope::scoring
