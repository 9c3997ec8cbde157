// SPDX-FileCopyrightText: The Ferroscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
// Roadmap: in which order, for what, at what price? Waves as lanes, the gain curve, the details of one step, and the plan
// to be changed: moved, merged, split, decided otherwise, put on a calendar.
#pragma once

#include "ui/models/candidates_model.h"
#include "ui/pages/page.h"
#include "ui/widgets/figure_view.h"

class QMenu;

namespace ferroscope::ui {

class RoadmapDetails;
class RoadmapView;

class RoadmapPage final : public Page {
    Q_OBJECT
public:
    explicit RoadmapPage(const PageContext& context, QWidget* parent = nullptr);
    RoadmapView* view() const { return m_view; }
    RoadmapDetails* details() const { return m_details; }
    // What can be done with the chosen step; the caller shows it.
    QMenu* makeStepMenu(int step);

protected:
    void fill() override;

private:
    QWidget* makeToolbar();
    void connectPlan();
    QString keyOf(int step) const; // id of the candidate or title of the work
    const Candidate* candidateAt(int step) const; // null for other work
    void showStep(int step);
    void showKey(const QString& key);
    void showCandidate(const QString& id);
    void showWarnings();
    void tellPlan();
    void move(int step, int wave);
    void merge(const std::vector<int>& steps);
    void split(const Candidate& candidate);
    void decide(const Candidate& candidate); // a verdict for its modules, with a reason
    void keepInPython(const Candidate& candidate);
    bool isEditable() const { return m_context.plan && m_assessment; }
    StepsModel m_steps;
    RoadmapView* m_view;
    QString m_key; // of the step shown
    FigureCard* m_card;
    RoadmapDetails* m_details;
    Notice* m_warnings;
    Card* m_terms; // "Plan for…"
    QPushButton *m_planFor, *m_reset;
    Label* m_byHand;
};

} // namespace ferroscope::ui
