// SPDX-FileCopyrightText: The Ferroscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
// TableFilter: sorts a TableModel with unknown values last in either order, and filters by one expression
// per column. Text: part of it, or a pattern with * and ?, "not ..." to exclude. Numbers: "5", ">= 5",
// "< 3", "5-10", "unknown", joined by "or".
#pragma once

#include "ui/models/table_model.h"
#include <QSortFilterProxyModel>
#include <functional>
#include <map>

namespace ferroscope::ui {

using CellTest = std::function<bool(const QString& text, std::optional<double> value)>;
// Empty function for an empty expression; nullopt when a number column's expression cannot be read.
std::optional<CellTest> parseFilter(const QString& expression, bool numeric);

class TableFilter : public QSortFilterProxyModel {
    Q_OBJECT
public:
    explicit TableFilter(QObject* parent = nullptr);

    void setSourceModel(QAbstractItemModel* model) override;
    bool setColumnFilter(int column, const QString& expression); // false: not understood, nothing changed
    QString columnFilter(int column) const;
    void setRowTest(std::function<bool(int sourceRow)> test); // a named view, on top of the column filters
    void clearColumnFilters();
    int activeFilters() const { return static_cast<int>(m_tests.size()); }

Q_SIGNALS:
    void filtersChanged();

protected:
    bool lessThan(const QModelIndex& left, const QModelIndex& right) const override;
    bool filterAcceptsRow(int row, const QModelIndex& parent) const override;

private:
    struct Entry {
        QString expression;
        CellTest test;
    };
    const TableModel* m_table = nullptr;
    std::map<int, Entry> m_tests;
    std::function<bool(int)> m_rowTest;
};

} // namespace ferroscope::ui
