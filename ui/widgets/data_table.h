// SPDX-FileCopyrightText: The Ferroscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
// DataTable: the table view of the window over any TableModel: sorting, per-column filters in a row under the
// header, columns to choose, copying (Ctrl+C) as tab-separated text, Enter or double click opens the row.
#pragma once

#include "ui/models/table_filter.h"
#include <QTableView>

namespace ferroscope::ui {

class FilterHeader;

class DataTable : public QTableView {
    Q_OBJECT
public:
    // `name` is what assistive tools call it. The table keeps no ownership of the model.
    DataTable(TableModel* model, const QString& name, QWidget* parent = nullptr);

    TableFilter* filter() { return &m_filter; }
    TableModel* table() const { return m_table; }
    QString pathAt(int proxyRow) const;
    void selectPath(const QString& path); // scrolls to it; nothing if it is filtered away
    QString selectedText() const; // tab-separated; everything shown if nothing is selected
    QString asCsv() const; // all rows that are shown, visible columns
    void saveAsCsv(); // offers the file to the page
    std::vector<int> selectedSourceRows() const;
    std::vector<int> shownColumns() const; // logical columns in visual order
    // Height that shows all rows without scrolling, for short tables inside cards.
    void setFitRows(bool fit);
    // What an empty table says: why there is nothing. Filters that leave nothing say so by themselves.
    void setEmptyText(const QString& text) { m_emptyText = text; }
    QString emptyText() const; // "" while there are rows
    // Filter fields under the header.
    FilterHeader* enableFilters();
    // Widths of the columns follow the view: the named column takes what is left.
    void setStretchColumn(int column);

Q_SIGNALS:
    void rowActivated(const QString& path, int line);
    void rowChosen(const QString& path); // the current row changed
    void selectionSummaryChanged();

protected:
    void keyPressEvent(QKeyEvent* event) override;
    void contextMenuEvent(QContextMenuEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override; // a "?" opens its help
    bool viewportEvent(QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void currentChanged(const QModelIndex& current, const QModelIndex& previous) override;
    void selectionChanged(const QItemSelection& selected, const QItemSelection& deselected) override;

private:
    QString helpAt(const QPoint& where) const; // topic of the "?" there, "" if there is none
    std::vector<int> allRows() const;
    void fitRows();
    void stretch();
    void setUpHeader();
    TableModel* m_table;
    TableFilter m_filter;
    QString m_emptyText;
    bool m_fit = false;
    int m_stretch = -1;
};

} // namespace ferroscope::ui
