// SPDX-FileCopyrightText: The Ferroscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/score_views.h"

#include "ui/models/text.h"

#include <QHelpEvent>
#include <QPainter>
#include <QToolTip>

namespace ferroscope::ui {

WaterfallsView::WaterfallsView(QWidget* parent)
    : FigureView(tr("Value and ease, each adding up"), parent)
{
    m_upper.axis = false;
    setMinimumSize(360, 252);
}

void WaterfallsView::setModule(const AssessedModule* module)
{
    m_known = module && module->judged();
    if (m_known) {
        m_value = render::valueWaterfall(*module);
        m_ease = render::easeWaterfall(*module);
        setAccessibleDescription(tr("Value %1 (%2) from three criteria, ease %3 (%4) from six; the table twin lists each contribution.")
                                     .arg(score(module->value.likely), rangeText(module->value), score(module->ease.likely), rangeText(module->ease)));
    }
    refresh();
}

QRectF WaterfallsView::valueRect(const Theme& theme) const
{
    return { 14, 2, width() - 28.0, render::waterfallHeight(m_value, m_upper, theme) };
}

QRectF WaterfallsView::easeRect(const Theme& theme) const
{
    const double top = valueRect(theme).bottom() + 9;
    return { 14, top, width() - 28.0, std::max(40.0, height() - top) };
}

void WaterfallsView::paintFigure(QPainter& painter, const Theme& theme)
{
    if (!m_known)
        return;
    render::paintWaterfall(painter, valueRect(theme), m_value, m_upper, theme);
    painter.fillRect(QRectF(14, valueRect(theme).bottom() + 3, width() - 28, 1), theme.line);
    render::paintWaterfall(painter, easeRect(theme), m_ease, m_lower, theme);
}

bool WaterfallsView::event(QEvent* event)
{
    if (event->type() != QEvent::ToolTip || !m_known)
        return FigureView::event(event);
    const Theme& theme = themeOf(this);
    auto* help = static_cast<QHelpEvent*>(event);
    const auto rowAt = [&](const QRectF& rect, const render::Waterfall& waterfall) -> const render::WaterfallStep* {
        const double row = render::waterfallHeight(waterfall, m_upper, theme) / static_cast<double>(waterfall.steps.size() + 1);
        const auto at = static_cast<std::ptrdiff_t>((help->pos().y() - rect.top()) / row);
        const bool inside = help->pos().y() >= rect.top() && at >= 0 && at < static_cast<std::ptrdiff_t>(waterfall.steps.size());
        return inside ? &waterfall.steps[static_cast<std::size_t>(at)] : nullptr;
    };
    const render::WaterfallStep* step = rowAt(valueRect(theme), m_value);
    if (!step)
        step = rowAt(easeRect(theme), m_ease);
    if (step)
        QToolTip::showText(help->globalPos(), step->label + QLatin1String(": ") + step->note, this);
    else
        QToolTip::hideText();
    return true;
}

MeanView::MeanView(QWidget* parent)
    : FigureView(tr("Readiness as the geometric mean"), parent)
{
    setFixedHeight(92);
}

void MeanView::setModule(const AssessedModule* module)
{
    m_known = module && module->judged();
    if (m_known) {
        m_value = module->value;
        m_ease = module->ease;
        m_readiness = module->readiness;
        setAccessibleDescription(tr("Readiness %1 (%2) is the square root of value %3 times ease %4.")
                                     .arg(score(m_readiness.likely), rangeText(m_readiness), score(m_value.likely), score(m_ease.likely)));
    }
    refresh();
}

void MeanView::paintFigure(QPainter& painter, const Theme& theme)
{
    if (m_known)
        render::paintGeometricMean(painter, QRectF(rect()).adjusted(14, 8, -14, -8), m_value, m_ease, m_readiness, theme);
}

} // namespace ferroscope::ui
