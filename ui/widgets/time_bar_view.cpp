// SPDX-FileCopyrightText: The Ferroscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/time_bar_view.h"

#include "ui/models/text.h"

#include <QPainter>

namespace ferroscope::ui {

TimeBarView::TimeBarView(QWidget* parent)
    : FigureView(tr("Time of the module"), parent)
{
    setFixedHeight(12);
}

void TimeBarView::setModule(const AssessedModule& module)
{
    m_bar = render::timeOf(module);
    if (movesToRust(module.verdict.id))
        std::swap(m_bar.moves, m_bar.stays);
    setAccessibleDescription(tr("%1 interpreted, %2 native, %3 waiting, of the run")
                                 .arg(percent(module.heat.interpreted.likely), percent(module.heat.native.likely), percent(module.heat.waiting.likely)));
    refresh();
}

void TimeBarView::paintFigure(QPainter& painter, const Theme& theme)
{
    render::paintTimeBar(painter, QRectF(rect()), m_bar, std::max(m_bar.total(), 1e-9), theme);
}

} // namespace ferroscope::ui
