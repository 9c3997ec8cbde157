// SPDX-FileCopyrightText: The Ferroscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/roadmap/learning_curve.h"

#include <algorithm>
#include <cmath>

namespace ferroscope::roadmap {
namespace {

constexpr double kDaysPerWeek = 5;

Range factorsOf(const std::string& experience, double first)
{
    const double more = std::max(first - 1, 0.0);
    if (experience == "fluent")
        return { 1, 1, 1 };
    if (experience == "none")
        return { 1 + more * 2 / 3, 1 + more, 1 + more * 2 };
    if (experience == "some")
        return { 1 + more / 3, 1 + more / 2, 1 + more };
    return { 1, 1 + more / 2, 1 + more * 2 };
}

} // namespace

LearningCurve::LearningCurve(const Team& team, const UnitCosts& costs)
    : m_first(factorsOf(team.experience, costs.firstProjectFactor))
    , m_learners(std::max(team.developers.value_or(1), 1.0))
    , m_rampUp(std::max(team.rampUpWeeks, 0.0) * kDaysPerWeek * team.focus)
{
}

double LearningCurve::likelyFactor(double personDays)
{
    const double slope = (m_first.likely - 1) / m_rampUp;
    const double now = m_first.likely - slope * m_worked;
    const double work = std::max(personDays, 0.0) / m_learners;
    const double untilLearned = std::log(now) / slope;
    const double until = work <= untilLearned ? (m_first.likely - now * std::exp(-slope * work)) / slope : m_rampUp + work - untilLearned;
    const double factor = work > 1e-9 ? (until - m_worked) / work : now;
    m_worked = until;
    return factor;
}

Range LearningCurve::next(double personDays)
{
    if (m_worked >= m_rampUp || m_first.high <= 1)
        return { 1, 1, 1 };
    const double left = (likelyFactor(personDays) - 1) / (m_first.likely - 1); // of what is above 1
    return { 1 + (m_first.low - 1) * left, 1 + (m_first.likely - 1) * left, 1 + (m_first.high - 1) * left };
}

} // namespace ferroscope::roadmap
