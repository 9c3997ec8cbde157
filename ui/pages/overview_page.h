// SPDX-FileCopyrightText: The Ferroscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
// Overview: should we, and where? The honest sentence, value against ease, the short list, the verdicts, what
// was not analysed and what would make the answer more certain.
#pragma once

#include "ui/models/candidates_model.h"
#include "ui/models/findings_model.h"
#include "ui/models/modules_model.h"
#include "ui/pages/page.h"
#include "ui/widgets/figure_view.h"
#include "ui/widgets/small_figures.h"

class QGridLayout;

namespace ferroscope::ui {

class QuadrantView;

class OverviewPage final : public Page {
    Q_OBJECT
public:
    explicit OverviewPage(const PageContext& context, QWidget* parent = nullptr);
    void setReading(const ReadingState& state) override;

protected:
    void fill() override;

private:
    QWidget* makeFigures(); // the strip of three figures
    QWidget* makeVerdicts();
    void fillFigures();
    void fillShortList();
    void fillVerdicts();
    void fillLimits();
    void fillCertainty();
    void listLimits(); // every place that was skipped or read in part

    ModulesModel m_modules;
    ShortListModel m_short;
    LimitsModel m_limits;
    QuadrantView* m_quadrant;
    FigureCard* m_quadrantCard;
    Label *m_gain, *m_gainRange, *m_effort, *m_effortRange, *m_sure, *m_sureWhy;
    RangeMark *m_gainMark, *m_effortMark;
    QVBoxLayout *m_shortRows, *m_limitRows, *m_certainRows;
    VerdictStrip* m_strip;
    QGridLayout* m_verdictGrid;
    Card* m_shortCard;
    QPushButton* m_roadmap;
    QPushButton* m_report;
};

} // namespace ferroscope::ui
