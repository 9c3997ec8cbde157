// SPDX-FileCopyrightText: The Ferroscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
// FilterHeader: a table header with one filter field under each section. DataTable::enableFilters() puts it in.
#pragma once

#include "ui/models/table_filter.h"
#include <QHeaderView>
#include <QLineEdit>

namespace ferroscope::ui {

class FilterHeader final : public QHeaderView {
    Q_OBJECT
public:
    FilterHeader(TableModel* model, TableFilter* filter, QWidget* parent);
    QLineEdit* field(int column) const { return m_fields[static_cast<std::size_t>(column)]; }
    void clearFilters();
    QSize sizeHint() const override;

protected:
    void updateGeometries() override;
    void paintEvent(QPaintEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void place();
    void apply(int column);
    TableFilter* m_filter;
    QWidget* m_row; // ground of the fields
    std::vector<QLineEdit*> m_fields;
};

} // namespace ferroscope::ui
