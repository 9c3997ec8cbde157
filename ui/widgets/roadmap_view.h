// SPDX-FileCopyrightText: The Ferroscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
// The plan to point at: lanes of waves over person-days with the gain curve below. A click or the arrow keys
// choose a step.
#pragma once

#include "ui/render/figures/roadmap_figure.h"
#include "ui/widgets/figure_view.h"

namespace ferroscope::ui {

class RoadmapView final : public FigureView {
    Q_OBJECT
public:
    explicit RoadmapView(const QString& name, QWidget* parent = nullptr);
    void setAssessment(const AssessmentPtr& assessment);
    void setSelected(int step);
    int selected() const { return m_selected; }
    const render::RoadmapFigure& figure() const { return m_figure; }
    QRectF barOf(int step) const;

    bool hasMarks() const override { return true; }
    int currentMark() const override { return m_selected; }
    void chooseMark(int at) override;

Q_SIGNALS:
    void stepChosen(int step);
    void stepOpened(int step);

protected:
    void layOut() override;
    QString emptyText() const override;
    void paintFigure(QPainter& painter, const Theme& theme) override;
    void paintOverlay(QPainter& painter, const Theme& theme) override;
    std::vector<FigureMarkText> describeMarks() const override;
    bool event(QEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseDoubleClickEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    int stepAt(const QPointF& where) const;
    QString describe(int step) const;
    QRectF room() const;
    render::RoadmapFigure m_figure;
    render::RoadmapLayout m_layout;
    int m_selected = -1, m_hover = -1;
};

} // namespace ferroscope::ui
