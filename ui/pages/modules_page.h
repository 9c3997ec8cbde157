// SPDX-FileCopyrightText: The Ferroscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
// Modules: the table. Named views, a filter per column, columns to choose, copy and CSV; a row opens the module.
#pragma once

#include "ui/models/modules_model.h"
#include "ui/pages/page.h"
#include "ui/widgets/data_table.h"

class QComboBox;

namespace ferroscope::ui {

class ColumnChooser;
class FilterHeader;

class ModulesPage final : public Page {
    Q_OBJECT
public:
    explicit ModulesPage(const PageContext& context, QWidget* parent = nullptr);
    QWidget* filterField() const override;
    bool handleEscape() override;
    DataTable* table() const { return m_table; }

protected:
    void fill() override;

private:
    enum View { NeedsDecision, WorthMoving, NeedsSomethingFirst, Judged, AllFiles };
    QLayout* makeToolbar();
    void setView(int view);
    void updateCounts();
    void updateSelection();
    void saveColumns();
    ModulesModel m_modules;
    DataTable* m_table;
    FilterHeader* m_filters;
    ColumnChooser* m_chooser;
    QComboBox* m_view;
    Label *m_counts, *m_summary;
    QPushButton *m_showAll, *m_columns;
    QWidget* m_bar;
};

} // namespace ferroscope::ui
