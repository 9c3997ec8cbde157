// SPDX-FileCopyrightText: The Ferroscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
// The map: modules as tiles in their packages, size and colour freely chosen. Click chooses, Enter or double
// click zooms into a package or opens a module, Backspace zooms out, arrow keys go to the neighbouring tile.
#pragma once

#include "ui/models/map_metrics.h"
#include "ui/render/figures/treemap.h"
#include "ui/widgets/figure_view.h"

namespace ferroscope::ui {

class TreemapView final : public FigureView {
    Q_OBJECT
public:
    explicit TreemapView(const QString& name, QWidget* parent = nullptr);
    void setAssessment(AssessmentPtr assessment);
    void setMetrics(const SizeMetric& size, const ColourMetric& colour);
    void setScope(int scope); // 0 all files, 1 source and scripts, 2 tests
    void setHighlight(const QString& text); // tiles whose name has it stay bright
    void setSelected(const QString& path);

    const QStringList& zoom() const { return m_zoom; } // names of the packages, outermost first
    void zoomTo(const QStringList& packages);
    void zoomOut();
    bool zoomInAt(const QPointF& where); // false: nothing to zoom into
    QStringList packages() const; // children of what is shown
    std::size_t shownModules() const { return m_shownModules; }
    std::size_t shownLines() const { return m_shownLines; }
    std::size_t highlighted() const { return m_highlighted; }
    QRectF tileOf(const QString& path) const;

    bool hasMarks() const override { return true; }
    int currentMark() const override;
    void chooseMark(int at) override;

Q_SIGNALS:
    void moduleChosen(const QString& path);
    void moduleOpened(const QString& path);
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
    void rebuild();
    void measure(const render::TreemapNode& node);
    const render::TreemapNode* root() const;
    const render::TreemapTile* leafAt(const QPointF& where) const;
    const AssessedModule& module(int id) const { return m_assessment->modules[static_cast<std::size_t>(id)]; }
    render::TreemapCell cell(int id, const Theme& theme) const;
    QString groupValue(const render::TreemapTile& group) const;
    void moveBy(int key);
    QString describe(int id) const;
    mutable std::vector<int> m_marked; // modules that are marks

    AssessmentPtr m_assessment;
    SizeMetric m_size;
    ColourMetric m_colour;
    int m_scope = 0;
    QString m_highlight, m_selected;
    render::TreemapNode m_tree;
    QStringList m_zoom;
    std::vector<render::TreemapTile> m_tiles;
    std::vector<bool> m_match; // by module
    std::size_t m_shownModules = 0, m_shownLines = 0, m_highlighted = 0;
    int m_hover = -1; // module
};

} // namespace ferroscope::ui
