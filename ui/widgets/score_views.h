// SPDX-FileCopyrightText: The Ferroscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
// Why this score: the two waterfalls (a click on a row opens the help of its criterion), and readiness as one area drawn twice.
#pragma once

#include "ui/render/figures/waterfall.h"
#include "ui/widgets/figure_view.h"

namespace ferroscope::ui {

class WaterfallsView final : public FigureView {
    Q_OBJECT
public:
    explicit WaterfallsView(QWidget* parent = nullptr);
    void setModule(const AssessedModule* module); // null clears; not kept

protected:
    void paintFigure(QPainter& painter, const Theme& theme) override;
    bool event(QEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override; // a row explains its criterion

private:
    int criterionAt(const QPointF& where) const; // -1 for none
    QRectF valueRect(const Theme& theme) const;
    QRectF easeRect(const Theme& theme) const;
    render::Waterfall m_value, m_ease;
    render::WaterfallOptions m_upper, m_lower;
    bool m_known = false;
};

class MeanView final : public FigureView {
    Q_OBJECT
public:
    explicit MeanView(QWidget* parent = nullptr);
    void setModule(const AssessedModule* module);

protected:
    void paintFigure(QPainter& painter, const Theme& theme) override;

private:
    Range m_value, m_ease, m_readiness;
    bool m_known = false;
};

} // namespace ferroscope::ui
