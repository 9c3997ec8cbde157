// SPDX-FileCopyrightText: The Ferroscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
// One boundary as models: its units with the side they lie on, to be ticked; the calls that cross it now; the columns of
// its chart as a table.
#pragma once

#include "ui/models/boundary_cut.h"
#include "ui/models/table_model.h"
#include "ui/render/figures/boundary_chart.h"

namespace ferroscope::ui {

// Headings (modules, "not moved") between the units; only units can be chosen and ticked.
class UnitsModel final : public QAbstractListModel {
    Q_OBJECT
public:
    using QAbstractListModel::QAbstractListModel;
    void setProblem(const BoundaryProblem* problem, const Cut& cut); // not owned; null before it goes away
    void setCut(const Cut& cut);
    const Cut& cut() const { return m_cut; }
    int unitAt(int row) const { return m_rows[static_cast<std::size_t>(row)].unit; } // -1: a heading
    int rowOf(int unit) const;
    double longest() const { return m_longest; } // share of the hottest unit
    int rowCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    bool setData(const QModelIndex& index, const QVariant& value, int role) override;
    Qt::ItemFlags flags(const QModelIndex& index) const override;

Q_SIGNALS:
    void cutChanged();

private:
    struct Row {
        QString heading;
        int unit = -1;
    };
    const BoundaryProblem* m_problem = nullptr;
    Cut m_cut;
    std::vector<Row> m_rows;
    double m_longest = 0;
};

class CutCrossingsModel final : public TableModel {
    Q_OBJECT
public:
    enum Col { Direction, From, To, Calls, Elements, Price };
    explicit CutCrossingsModel(QObject* parent = nullptr);
    void setCut(const BoundaryProblem* problem, const Cut& cut);

protected:
    int rebuild() override;

private:
    const BoundaryLink& link(int row) const { return m_problem->links[static_cast<std::size_t>(m_links[static_cast<std::size_t>(row)])]; }
    const BoundaryProblem* m_problem = nullptr;
    Cut m_cut;
    std::vector<int> m_links;
};

class CutColumnsModel final : public TableModel {
    Q_OBJECT
public:
    explicit CutColumnsModel(QObject* parent = nullptr);
    void setColumns(const std::vector<render::BoundaryColumn>& columns);

protected:
    int rebuild() override { return static_cast<int>(m_found.size()); }

private:
    const render::BoundaryColumn& at(int row) const { return m_found[static_cast<std::size_t>(row)]; }
    std::vector<render::BoundaryColumn> m_found;
};

} // namespace ferroscope::ui
