// SPDX-FileCopyrightText: The Ferroscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
// The flame chart to walk in: arrow keys go to caller, widest callee and neighbours; + or a double click makes the
// chosen frame fill the width, - or Backspace goes back out, Enter opens the module.
#pragma once

#include "ui/render/figures/flame.h"
#include "ui/widgets/figure_view.h"

namespace ferroscope::ui {

class FlameView final : public FigureView {
    Q_OBJECT
public:
    explicit FlameView(const QString& name, QWidget* parent = nullptr);
    void setAssessment(AssessmentPtr assessment);
    const render::FlameChart& chart() const { return m_chart; }
    int current() const { return m_current; }
    int zoom() const { return m_zoom; }
    void choose(int frame);
    void chooseFunction(const QString& path, const QString& function); // its widest frame, if there is one
    void zoomTo(int frame); // -1: the whole run
    QRectF rectOf(int frame) const;

    bool hasMarks() const override { return true; }
    int currentMark() const override;
    void chooseMark(int at) override;

Q_SIGNALS:
    void frameChosen(int frame);
    void frameOpened(int frame);
    void zoomChanged();

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
    void leaveEvent(QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    QString describe(int frame) const;
    int step(int key) const;
    const render::FlameFrame& frame(int at) const { return m_chart.frames[static_cast<std::size_t>(at)]; }
    AssessmentPtr m_assessment;
    render::FlameChart m_chart;
    render::FlameLayout m_layout;
    mutable std::vector<int> m_marked; // frames that are marks
    int m_current = -1, m_zoom = -1, m_hover = -1;
};

} // namespace ferroscope::ui
