// SPDX-FileCopyrightText: The Ferroscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
// The details of one step of the roadmap: what, at what price, when, what it needs, what may go wrong, how to go back.
#pragma once

#include "ui/models/candidates_model.h"
#include "ui/widgets/controls.h"

namespace ferroscope::ui {

class RoadmapDetails final : public Card {
    Q_OBJECT
public:
    explicit RoadmapDetails(QWidget* parent = nullptr);
    void setAssessment(const AssessmentPtr& assessment);
    // One of both is null.
    void showStep(const Candidate* candidate, const WorkItem* work, const Wave& wave, bool editable);
    void showJoined(const QString& title); // small steps that the figure shows as one
    void showNothing();

Q_SIGNALS:
    void moduleWanted(const QString& path);
    void moreWanted(const QPoint& global); // the menu of what can be done with it
    void tableWanted();

private:
    void addFigure(const QString& what, const QString& likely, const QString& range);
    void addText(const QString& title, const std::vector<std::string>& lines);
    void addModules(const std::vector<std::string>& paths);
    void addCandidate(const Candidate& candidate);
    AssessmentPtr m_assessment;
    CrossingsModel m_crossings;
    QVBoxLayout* m_lines;
};

} // namespace ferroscope::ui
