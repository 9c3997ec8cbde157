// SPDX-FileCopyrightText: The Ferroscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
// Contexts: what depends on what? The graph of contexts, opened on demand; the cycles with their cheapest cut; the
// contexts as a table.
#pragma once

#include "ui/models/contexts_model.h"
#include "ui/pages/page.h"
#include "ui/widgets/data_table.h"
#include "ui/widgets/small_figures.h"

class QComboBox;
class QScrollArea;
class QStackedWidget;

namespace ferroscope::ui {

class ContextsView;

class ContextsPage final : public Page {
    Q_OBJECT
public:
    explicit ContextsPage(const PageContext& context, QWidget* parent = nullptr);
    bool handleEscape() override;
    ContextsView* view() const { return m_view; }
    void showTable(bool table);

protected:
    void fill() override;

private:
    QLayout* makeToolbar();
    QWidget* makeCycle();
    QWidget* makeContexts();
    void applyView();
    void showCycle(int cycle);
    void showHidden();
    void fitWords();
    ContextsModel m_contexts;
    CycleModel m_cycle;
    ContextsView* m_view;
    QScrollArea* m_scroll;
    QStackedWidget* m_stack; // graph, table
    DataTable *m_all, *m_few, *m_links;
    Segmented* m_side;
    QComboBox *m_kind, *m_stripe;
    QPushButton* m_table;
    Label *m_hidden, *m_cutTitle, *m_cutText;
    Card* m_cycleCard;
    QToolButton* m_next;
    QPushButton* m_roadmap;
    int m_cycleAt = 0;
};

} // namespace ferroscope::ui
