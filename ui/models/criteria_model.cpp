// SPDX-FileCopyrightText: The Ferroscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/criteria_model.h"

#include "ui/models/text.h"

#include <algorithm>
#include <cmath>

namespace ferroscope::ui {

CriteriaModel::CriteriaModel(QObject* parent)
    : TableModel(parent)
{
    const auto id = [](int row) { return static_cast<CriterionId>(row); };
    m_columns.push_back({ tr("Criterion"), tr("One question of the guide"), ColumnKind::Text, 130, true, [id](int row) { return criterionName(id(row)); }, {}, {}, true });
    m_columns.push_back({ tr("Group"), tr("Value or ease"), ColumnKind::Text, 60, true,
        [](int row) { return row < kValueCriterionCount ? tr("Value") : tr("Ease"); }, {}, {} });
    m_columns.push_back({ tr("Points"), tr("What it adds to its group"), ColumnKind::Number, 92, true,
        [this](int row) { return tr("%1 of %2").arg(number(points(row), 1), number(of(row), 0)); },
        [this](int row) { return std::optional(points(row)); }, {} });
    m_columns.push_back({ tr("Answer"), tr("0 to 100"), ColumnKind::Number, 66, true,
        [this](int row) { return criterion(row).value ? score(*criterion(row).value) : QStringLiteral("?"); },
        [this](int row) { return criterion(row).value; }, {} });
    m_columns.push_back({ tr("Range"), tr("Worst and best case of the answer"), ColumnKind::Text, 70, true,
        [this](int row) { return rangeText({ criterion(row).low, criterion(row).low, criterion(row).high }); }, {}, {} });
    m_columns.push_back({ tr("To readiness"), tr("The nine add up to readiness"), ColumnKind::Number, 84, true,
        [this](int row) { return number(criterion(row).contribution, 1); },
        [this](int row) { return std::optional(criterion(row).contribution); }, {} });
    m_columns.push_back({ tr("Why"), tr("The evidence"), ColumnKind::Text, 420, true, [this](int row) { return qs(criterion(row).why); }, {}, {} });
}

void CriteriaModel::setModule(const QString& path)
{
    m_path = path;
    refill();
}

int CriteriaModel::rebuild()
{
    m_module = m_assessment->find(bytes(m_path));
    return m_module && m_module->judged() ? kCriterionCount : 0;
}

QVariant CriteriaModel::rowData(int row, int role) const
{
    return role == HelpRole ? QVariant(qs(criterionId(static_cast<CriterionId>(row)))) : QVariant();
}

double CriteriaModel::groupWeight(int row) const
{
    const bool value = row < kValueCriterionCount;
    double sum = 0;
    for (int at = value ? 0 : kValueCriterionCount; at < (value ? kValueCriterionCount : kCriterionCount); ++at)
        sum += criterion(at).weight;
    return sum > 0 ? sum : 1;
}

double CriteriaModel::of(int row) const { return 100 * criterion(row).weight / groupWeight(row); }
double CriteriaModel::points(int row) const { return of(row) * criterion(row).value.value_or(0) / 100; }

const Candidate* candidateOf(const Assessment& assessment, const AssessedModule& module)
{
    for (const Candidate& candidate : assessment.candidates) {
        if (std::find(candidate.modules.begin(), candidate.modules.end(), module.path) != candidate.modules.end())
            return &candidate;
    }
    return nullptr;
}

std::vector<Change> changesOf(const Assessment& assessment, const AssessedModule& module)
{
    std::vector<Change> changes;
    for (const Counterfactual& one : module.counterfactuals)
        changes.push_back({ qs(one.change), module.readiness.likely, one.readiness, one.wave, false });
    const Candidate* candidate = changes.empty() ? candidateOf(assessment, module) : nullptr;
    if (candidate) { // what its neighbours would do for the move
        for (const Counterfactual& one : candidate->counterfactuals)
            changes.push_back({ qs(one.change), candidate->modules.size() == 1 ? std::optional(module.readiness.likely) : std::nullopt, one.readiness, one.wave, false });
    }
    std::stable_sort(changes.begin(), changes.end(), [](const Change& a, const Change& b) { return a.after > b.after; });
    // Where the plan offers little: what a criterion of ease could give if it were answered in full.
    std::vector<Change> bounds;
    double weights = 0;
    for (int at = kValueCriterionCount; at < kCriterionCount; ++at)
        weights += module.criteria[static_cast<std::size_t>(at)].weight;
    for (int at = kValueCriterionCount; at < kCriterionCount && weights > 0 && module.judged(); ++at) {
        const CriterionScore& one = module.criteria[static_cast<std::size_t>(at)];
        const double ease = module.ease.likely + (100 - one.value.value_or(0)) * one.weight / weights;
        const double after = std::sqrt(std::max(0.0, module.value.likely * std::min(100.0, ease)));
        if (after - module.readiness.likely >= 1)
            bounds.push_back({ criterionName(static_cast<CriterionId>(at)), module.readiness.likely, after, std::nullopt, true });
    }
    std::stable_sort(bounds.begin(), bounds.end(), [](const Change& a, const Change& b) { return a.after > b.after; });
    for (const Change& bound : bounds) {
        if (changes.size() < 3)
            changes.push_back(bound);
    }
    return changes;
}

} // namespace ferroscope::ui
