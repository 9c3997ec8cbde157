// SPDX-FileCopyrightText: The Ferroscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
// Value against ease, to point at: hover names a module, a click chooses it, Enter opens it; the arrow keys
// walk the marks from the readiest on.
#pragma once

#include "ui/render/figures/quadrant.h"
#include "ui/widgets/figure_view.h"

namespace ferroscope::ui {

class QuadrantView final : public FigureView {
    Q_OBJECT
public:
    explicit QuadrantView(const QString& name, QWidget* parent = nullptr);
    void setAssessment(AssessmentPtr assessment);
    void setSelected(const QString& path);
    QPointF positionOf(const QString& path) const; // of a module's mark, for tests and tooltips

    bool hasMarks() const override { return true; }
    int currentMark() const override;
    void chooseMark(int at) override;

Q_SIGNALS:
    void moduleChosen(const QString& path);
    void moduleOpened(const QString& path);

protected:
    void layOut() override;
    QString emptyText() const override;
    void paintFigure(QPainter& painter, const Theme& theme) override;
    void paintOverlay(QPainter& painter, const Theme& theme) override;
    std::vector<FigureMarkText> describeMarks() const override;
    bool event(QEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseDoubleClickEvent(QMouseEvent* event) override;
    void leaveEvent(QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    const render::QuadrantLayout& laidOut() const;
    QString pathOf(int point) const;
    QString describe(int point) const;
    AssessmentPtr m_assessment;
    render::Quadrant m_quadrant;
    mutable std::optional<render::QuadrantLayout> m_layout; // none: not since the last change
    std::vector<int> m_walk; // points, readiest first
    int m_hover = -1;
    QString m_selected;
};

} // namespace ferroscope::ui
