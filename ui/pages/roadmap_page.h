// SPDX-FileCopyrightText: The Ferroscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
// Roadmap: in which order, for what, at what price? Waves as lanes, the gain curve, and the details of one step.
#pragma once

#include "ui/models/candidates_model.h"
#include "ui/pages/page.h"
#include "ui/widgets/figure_view.h"

class QScrollArea;

namespace ferroscope::ui {

class RoadmapView;

class RoadmapPage final : public Page {
    Q_OBJECT
public:
    explicit RoadmapPage(const PageContext& context, QWidget* parent = nullptr);
    RoadmapView* view() const { return m_view; }

protected:
    void fill() override;

private:
    QWidget* makeDetails();
    QString keyOf(int step) const; // id of the candidate or title of the work
    void showStep(int step);
    void showKey(const QString& key);
    void showCandidate(const QString& id);
    void fillDetails(const Candidate* candidate, const WorkItem* work, const Wave& wave);
    void addText(const QString& title, const std::vector<std::string>& lines);
    void addModules(const std::vector<std::string>& paths);
    StepsModel m_steps;
    CrossingsModel m_crossings;
    RoadmapView* m_view;
    QString m_key; // of the step shown
    FigureCard* m_card;
    Card* m_details;
    QVBoxLayout* m_lines;
};

} // namespace ferroscope::ui
