// SPDX-FileCopyrightText: The Ferroscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
// The whole run as one bar: interpreted, native, waiting, each named below its part; and the key to these three.
#pragma once

#include "ui/render/figures/time_split.h"
#include "ui/widgets/figure_view.h"

namespace ferroscope::ui {

class RunSplitView final : public FigureView {
    Q_OBJECT
public:
    explicit RunSplitView(QWidget* parent = nullptr);
    void setAssessment(const Assessment& assessment);

protected:
    void paintFigure(QPainter& painter, const Theme& theme) override;

private:
    render::TimeBar m_bar;
    bool m_estimated = true;
};

// Interpreted, native, waiting: the three fills with their names.
class SplitKey final : public QWidget {
    Q_OBJECT
public:
    explicit SplitKey(QWidget* parent = nullptr);
    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;
};

} // namespace ferroscope::ui
