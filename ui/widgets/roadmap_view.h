// SPDX-FileCopyrightText: The Ferroscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
// The plan to work with: lanes of waves over effort or dates with the gain curve below. A click or the arrow keys choose
// a step. A candidate is dragged into another wave, or moved there by Ctrl with the arrows; dropped on another one with
// Shift held, the two become one. Ctrl+click or Space marks several. The view asks, the page changes the plan.
#pragma once

#include "ui/render/figures/roadmap_figure.h"
#include "ui/widgets/figure_view.h"
#include <set>

namespace ferroscope::ui {

class RoadmapView final : public FigureView {
    Q_OBJECT
public:
    explicit RoadmapView(const QString& name, QWidget* parent = nullptr);
    void setAssessment(const AssessmentPtr& assessment);
    void setEditable(bool editable) { m_editable = editable; }
    void setSelected(int step);
    int selected() const { return m_selected; }
    std::vector<int> marked() const; // the chosen one too, in order; candidates only
    const render::RoadmapFigure& figure() const { return m_figure; }
    QRectF barOf(int step) const;
    QRectF laneOf(int wave) const; // null rectangle if there is none
    QRectF newLane() const; // where a drop makes a wave after the last
    int waveOf(int step) const; // its number
    int lastWave() const;
    bool dragging() const { return m_dragging; }
    QString dropText() const { return m_dropText; } // what a drop would do now

    bool hasMarks() const override { return true; }
    int currentMark() const override { return m_selected; }
    void chooseMark(int at) override;

Q_SIGNALS:
    void stepChosen(int step);
    void stepOpened(int step);
    void moveWanted(int step, int wave);
    void mergeWanted(const std::vector<int>& steps); // the first stays where it is
    void menuWanted(int step, const QPoint& global);

protected:
    void layOut() override;
    QString emptyText() const override;
    void paintFigure(QPainter& painter, const Theme& theme) override;
    void paintOverlay(QPainter& painter, const Theme& theme) override;
    std::vector<FigureMarkText> describeMarks() const override;
    bool event(QEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void mouseDoubleClickEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void keyReleaseEvent(QKeyEvent* event) override;
    void contextMenuEvent(QContextMenuEvent* event) override;

private:
    int stepAt(const QPointF& where) const;
    bool isMovable(int step) const;
    QString describe(int step) const;
    QRectF room() const;
    void drag(const QPointF& where, bool merge);
    void endDrag();
    QString consequence(int step, int wave) const; // what would break; "" if nothing is seen to
    void paintDrag(QPainter& painter, const Theme& theme);
    AssessmentPtr m_assessment;
    render::RoadmapFigure m_figure;
    render::RoadmapLayout m_layout;
    int m_selected = -1, m_hover = -1;
    std::set<int> m_marked;
    bool m_editable = false;
    // The drag: what was pressed where, whether it is one by now, and what a drop would do.
    int m_pressed = -1, m_targetWave = -1, m_onto = -1;
    QPointF m_pressedAt, m_dragAt;
    bool m_dragging = false, m_dropBreaks = false;
    QString m_dropText;
};

} // namespace ferroscope::ui
