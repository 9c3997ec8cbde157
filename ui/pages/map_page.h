// SPDX-FileCopyrightText: The Ferroscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
// Map: where is it? A treemap with size and colour freely chosen, zoom into packages, highlight by name, the
// selected module and the legend with counts.
#pragma once

#include "ui/models/map_metrics.h"
#include "ui/models/modules_model.h"
#include "ui/pages/page.h"
#include "ui/widgets/figure_view.h"
#include "ui/widgets/small_figures.h"

class QComboBox;
class QGridLayout;
class QLineEdit;
class QStackedWidget;

namespace ferroscope::ui {

class LegendView;
class TimeBarView;
class TreemapView;

class MapPage final : public Page {
    Q_OBJECT
public:
    explicit MapPage(const PageContext& context, QWidget* parent = nullptr);
    QWidget* filterField() const override;
    QVariantMap viewState() const override;
    void setViewState(const QVariantMap& state) override;
    bool handleEscape() override;
    TreemapView* map() const { return m_map; }

protected:
    void fill() override;

private:
    QLayout* makeToolbar();
    QLayout* makeTrail();
    QWidget* makeSelected();
    void showTable(bool table);
    void applyMetrics();
    void updateTrail();
    void showSelected(const QString& path);
    std::vector<ColourMetric> m_colours;
    std::vector<SizeMetric> m_sizes;
    ModulesModel m_modules;
    TreemapView* m_map;
    QStackedWidget* m_stack; // map, table
    QComboBox *m_size, *m_colour;
    Segmented* m_scope;
    QLineEdit* m_find;
    QHBoxLayout* m_packages;
    Label *m_about, *m_legendTitle;
    QPushButton *m_out, *m_table;
    LegendView* m_legend;
    Card* m_selected;
    Label *m_name, *m_verdict, *m_figure, *m_figureNote, *m_split;
    VerdictGlyph* m_glyph;
    TimeBarView* m_time;
    QGridLayout* m_facts;
    QPushButton* m_open;
};

} // namespace ferroscope::ui
