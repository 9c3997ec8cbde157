// SPDX-FileCopyrightText: The Ferroscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
// A table in a window of its own, for lists that a page only counts.
#pragma once

#include "ui/widgets/data_table.h"
#include <QDialog>

namespace ferroscope::ui {

class TableDialog final : public QDialog {
    Q_OBJECT
public:
    // The model must outlive the dialog.
    TableDialog(const QString& title, const QString& sentence, TableModel* model, int stretchColumn, QWidget* parent = nullptr);
    DataTable* table() const { return m_table; }

private:
    DataTable* m_table;
};

} // namespace ferroscope::ui
