// SPDX-FileCopyrightText: The Ferroscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/boundary_models.h"

#include "ui/models/text.h"

#include <algorithm>

namespace ferroscope::ui {

void UnitsModel::setProblem(const BoundaryProblem* problem, const Cut& cut)
{
    beginResetModel();
    m_problem = problem;
    m_cut = cut;
    m_rows.clear();
    m_longest = 0;
    if (problem) {
        // Proposed units by module, the hottest module first; the others below, by heat.
        std::vector<QString> modules;
        for (const BoundaryUnit& unit : problem->units) {
            m_longest = std::max(m_longest, unit.time);
            if (unit.proposed && std::find(modules.begin(), modules.end(), unit.module) == modules.end())
                modules.push_back(unit.module);
        }
        for (const QString& module : modules) {
            m_rows.push_back({ module, -1 });
            for (std::size_t at = 0; at < problem->units.size(); ++at) {
                if (problem->units[at].proposed && problem->units[at].module == module)
                    m_rows.push_back({ {}, static_cast<int>(at) });
            }
        }
        bool first = true;
        for (std::size_t at = 0; at < problem->units.size(); ++at) {
            if (problem->units[at].proposed)
                continue;
            if (std::exchange(first, false))
                m_rows.push_back({ tr("Not proposed, next to it"), -1 });
            m_rows.push_back({ {}, static_cast<int>(at) });
        }
    }
    endResetModel();
}

void UnitsModel::setCut(const Cut& cut)
{
    m_cut = cut;
    if (!m_rows.empty())
        Q_EMIT dataChanged(index(0), index(static_cast<int>(m_rows.size()) - 1), { Qt::CheckStateRole });
    Q_EMIT cutChanged();
}

int UnitsModel::rowOf(int unit) const
{
    const auto at = std::find_if(m_rows.begin(), m_rows.end(), [unit](const Row& row) { return row.unit == unit; });
    return at == m_rows.end() ? -1 : static_cast<int>(at - m_rows.begin());
}

int UnitsModel::rowCount(const QModelIndex& parent) const { return parent.isValid() ? 0 : static_cast<int>(m_rows.size()); }

QVariant UnitsModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid) || !m_problem)
        return {};
    const Row& row = m_rows[static_cast<std::size_t>(index.row())];
    if (row.unit < 0)
        return role == Qt::DisplayRole ? QVariant(row.heading) : QVariant();
    const BoundaryUnit& unit = m_problem->units[static_cast<std::size_t>(row.unit)];
    const QString share = certaintyPrefix(unit.measured ? HeatSource::Measured : HeatSource::Estimated) + percent(unit.time);
    switch (role) {
    case Qt::DisplayRole: return unit.proposed ? unit.name : QString(unit.module.section(QLatin1Char('.'), -1) + QLatin1Char(':') + unit.name);
    case Qt::ToolTipRole: {
        const std::size_t tied = tiedTo(*m_problem, row.unit).size() - 1;
        return QStringLiteral("%1\n%2").arg(unit.name, unit.module) + (tied > 0 ? QLatin1Char('\n') + counted(tied, tr("moves with 1 other: they share state"), tr("moves with %1 others: they share state")) : QString());
    }
    case Qt::CheckStateRole: return m_cut[static_cast<std::size_t>(row.unit)] ? Qt::Checked : Qt::Unchecked;
    case Qt::AccessibleTextRole: return tr("%1 in %2, %3 of the run").arg(unit.name, unit.module, share);
    case PathRole: return qs(unit.path);
    case LineRole: return static_cast<int>(unit.line);
    case NumberRole: return unit.time * 100;
    case FractionRole: return m_longest > 0 ? unit.time / m_longest : 0.0;
    case CertaintyRole: return static_cast<int>(unit.measured ? HeatSource::Measured : HeatSource::Estimated);
    default: return {};
    }
}

bool UnitsModel::setData(const QModelIndex& index, const QVariant& value, int role)
{
    const int unit = index.isValid() ? unitAt(index.row()) : -1;
    if (role != Qt::CheckStateRole || unit < 0)
        return false;
    for (const int tied : tiedTo(*m_problem, unit))
        m_cut[static_cast<std::size_t>(tied)] = value.toInt() == Qt::Checked;
    Q_EMIT dataChanged(this->index(0), this->index(rowCount() - 1), { Qt::CheckStateRole });
    Q_EMIT cutChanged();
    return true;
}

Qt::ItemFlags UnitsModel::flags(const QModelIndex& index) const
{
    if (!index.isValid() || unitAt(index.row()) < 0)
        return Qt::ItemNeverHasChildren;
    return Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemIsUserCheckable | Qt::ItemNeverHasChildren;
}

CutCrossingsModel::CutCrossingsModel(QObject* parent)
    : TableModel(parent)
{
    m_columns.push_back({ tr("Direction"), tr("Into Rust, or from Rust back into Python"), ColumnKind::Text, 92, true,
        [this](int row) {
            const BoundaryLink& one = link(row);
            return one.to >= 0 && m_cut[static_cast<std::size_t>(one.to)] ? tr("→ into Rust") : tr("← to Python");
        }, {}, {} });
    m_columns.push_back({ tr("From"), tr("The caller"), ColumnKind::Mono, 150, true, [this](int row) { return link(row).fromName; }, {}, {} });
    m_columns.push_back({ tr("To"), tr("What is called over the boundary"), ColumnKind::Mono, 150, true, [this](int row) { return link(row).toName; }, {}, {} });
    m_columns.push_back({ tr("Calls"), tr("Per run"), ColumnKind::Number, 90, true,
        [this](int row) { return QString((link(row).measured ? QStringLiteral("● ") : QStringLiteral("≈ ")) + number(link(row).calls)); }, [this](int row) { return std::optional(link(row).calls); }, {} });
    m_columns.push_back({ tr("Elements"), tr("Converted per run; unknown where only the window has estimated the price"), ColumnKind::Number, 90, true,
        [this](int row) { return link(row).priced ? QString(QStringLiteral("≈ ") + number(link(row).elements)) : QStringLiteral("?"); },
        [this](int row) { return link(row).priced ? std::optional(link(row).elements) : std::nullopt; }, {} });
    m_columns.push_back({ tr("Price"), tr("Time per run spent crossing; for calls that no crossing of the plan prices, at its usual price per call"), ColumnKind::Number, 84, true,
        [this](int row) { return QString(QStringLiteral("≈ ") + nanoseconds(link(row).cost)); }, [this](int row) { return std::optional(link(row).cost); }, {} });
}

void CutCrossingsModel::setCut(const BoundaryProblem* problem, const Cut& cut)
{
    m_problem = problem;
    m_cut = cut;
    refill();
}

int CutCrossingsModel::rebuild()
{
    m_links = m_problem ? crossingLinks(*m_problem, m_cut) : std::vector<int> {};
    return static_cast<int>(m_links.size());
}

CutColumnsModel::CutColumnsModel(QObject* parent)
    : TableModel(parent)
{
    const auto share = [this](const char* title, const QString& what, auto member) {
        m_columns.push_back({ tr(title), what, ColumnKind::Number, 120, true, [this, member](int row) { return QString(QStringLiteral("≈ ") + percent(member(at(row)))); },
            [this, member](int row) { return std::optional(member(at(row)) * 100); }, {} });
    };
    m_columns.push_back({ tr("What moves"), tr("Units moved together"), ColumnKind::Text, 160, true,
        [this](int row) { return at(row).mark.isEmpty() ? at(row).title : QString(at(row).title + QStringLiteral(" · ") + at(row).mark); }, {}, {} });
    share(QT_TR_NOOP("Saved"), tr("Before crossings and effort, percent of the run"), [](const render::BoundaryColumn& one) { return one.saved; });
    share(QT_TR_NOOP("Crossings"), tr("Lost at the boundary, percent of the run"), [](const render::BoundaryColumn& one) { return one.crossings; });
    share(QT_TR_NOOP("Effort"), tr("Person-days at the price chosen above, percent of the run"), [](const render::BoundaryColumn& one) { return one.effort; });
    share(QT_TR_NOOP("Remains"), tr("Saved, less crossings, less effort"), [](const render::BoundaryColumn& one) { return one.remains(); });
    m_columns.push_back({ tr("Person-days"), tr("Effort"), ColumnKind::Text, 110, true, [this](int row) { return at(row).effortText; }, {}, {} });
}

void CutColumnsModel::setColumns(const std::vector<render::BoundaryColumn>& columns)
{
    m_found = columns;
    refill();
}

} // namespace ferroscope::ui
