// SPDX-FileCopyrightText: The Ferroscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
// The graph of contexts to walk in: arrow keys go to linked boxes first, Enter opens a context or a module, Esc closes.
// What is open and chosen is kept by name when a new assessment comes.
#pragma once

#include "ui/render/figures/context_graph.h"
#include "ui/widgets/figure_view.h"

namespace ferroscope::ui {

class ContextsView final : public FigureView {
    Q_OBJECT
public:
    explicit ContextsView(const QString& name, QWidget* parent = nullptr);
    void setAssessment(AssessmentPtr assessment);
    void setView(render::ArrowKind kind, render::ArrowSide side, render::BoxStripe stripe);
    void setSelectedModule(const QString& path);
    void chooseBox(int box);
    void setOpen(int box, bool open);
    bool closeOne(); // the chosen box if it is open, else the last opened; false: none is open
    const render::ContextGraph& graph() const { return m_graph; }
    const render::ContextView& view() const { return m_view; }
    const render::ContextLayout& layoutOf() const { return m_layout; }
    QRectF rectOf(int box, int module = -1) const;

    bool hasMarks() const override { return true; }
    int currentMark() const override { return m_layout.find(m_view.box, m_view.module); }
    void chooseMark(int at) override;

Q_SIGNALS:
    void boxChosen(int box);
    void moduleChosen(const QString& path);
    void moduleOpened(const QString& path);
    void laidOut();
    void revealWanted(const QRectF& rect); // of what was chosen, to be scrolled to

protected:
    void layOut() override;
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
    bool isOpen(int box) const;
    QString describe(const render::PlacedBox& placed) const;
    QString linksOf(int box) const; // "uses Pricing, Geo; used by API"
    const AssessedModule& module(int at) const { return m_assessment->modules[static_cast<std::size_t>(at)]; }
    AssessmentPtr m_assessment;
    render::ContextGraph m_graph;
    render::ContextView m_view;
    render::ContextLayout m_layout;
    int m_hover = -1;
};

} // namespace ferroscope::ui
