// SPDX-FileCopyrightText: The Ferroscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
// Boundary: what moves together? The units of a candidate to be ticked in and out, gain against crossings and effort
// as one does, the proposed optimum marked, and every call that would cross.
#pragma once

#include "ui/models/boundary_models.h"
#include "ui/pages/page.h"
#include "ui/widgets/figure_view.h"

class QComboBox;

namespace ferroscope::ui {

class BoundaryChartView;
class UnitsView;

class BoundaryPage final : public Page {
    Q_OBJECT
public:
    explicit BoundaryPage(const PageContext& context, QWidget* parent = nullptr);
    UnitsView* units() const { return m_view; }
    UnitsModel* unitsModel() { return &m_units; }
    BoundaryChartView* chart() const { return m_chart; }
    BoundaryResult current() const { return evaluate(m_problem, m_units.cut()); }

protected:
    void fill() override;
    void showEvent(QShowEvent* event) override;
    void hideEvent(QHideEvent* event) override;

private:
    QLayout* makeToolbar();
    QWidget* makeUnits();
    void showCandidate(int at);
    void showCut();
    void describeUnit(int unit);
    void fillAgain(); // the same candidate, with what was ticked
    void keep();
    const roadmap::PlanInput* problem() const; // of the analysis; null if not at hand
    QString costText(const BoundaryResult& result) const;
    double dayWorth() const;
    const Candidate* candidate() const;
    BoundaryProblem m_problem;
    std::vector<Cut> m_cuts; // of the chart's columns
    UnitsModel m_units;
    CutCrossingsModel m_crossings;
    CutColumnsModel m_columns;
    QComboBox *m_candidate, *m_worth;
    Label *m_speedup, *m_foot, *m_note;
    QPushButton *m_reset, *m_roadmap, *m_keep, *m_exact;
    Label* m_mark; // certainty of the units' figures
    Card* m_unitsCard;
    UnitsView* m_view;
    BoundaryChartView* m_chart;
    FigureCard* m_chartCard;
    Card* m_crossingsCard;
    DataTable* m_table;
    QString m_title; // of the candidate shown, to find it again
};

} // namespace ferroscope::ui
