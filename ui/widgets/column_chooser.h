// SPDX-FileCopyrightText: The Ferroscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
// ColumnChooser: a popup with a check per column of a table and a field to find one.
#pragma once

#include "ui/widgets/data_table.h"

class QLineEdit;
class QListWidget;

namespace ferroscope::ui {

class ColumnChooser final : public QFrame {
    Q_OBJECT
public:
    explicit ColumnChooser(DataTable* table, QWidget* parent = nullptr);
    void popUp(const QPoint& topRight); // global

Q_SIGNALS:
    void columnsChanged();

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    void load();
    DataTable* m_table;
    QLineEdit* m_find;
    QListWidget* m_list;
};

} // namespace ferroscope::ui
