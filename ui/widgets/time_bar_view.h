// SPDX-FileCopyrightText: The Ferroscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
// One module's time: interpreted, native, waiting, always in this order.
#pragma once

#include "ui/render/figures/time_split.h"
#include "ui/widgets/figure_view.h"

namespace ferroscope::ui {

class TimeBarView final : public FigureView {
    Q_OBJECT
public:
    explicit TimeBarView(QWidget* parent = nullptr);
    void setModule(const AssessedModule& module);
    QSize minimumSizeHint() const override { return { 60, 12 }; }

protected:
    void paintFigure(QPainter& painter, const Theme& theme) override;

private:
    render::TimeBar m_bar;
};

} // namespace ferroscope::ui
