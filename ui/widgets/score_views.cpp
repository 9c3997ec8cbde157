// SPDX-FileCopyrightText: The Ferroscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/score_views.h"

#include "ui/models/text.h"
#include "ui/widgets/help_event.h"

#include <QHelpEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QToolTip>

namespace ferroscope::ui {

WaterfallsView::WaterfallsView(QWidget* parent)
    : FigureView(tr("Value and ease, each adding up"), parent)
{
    m_upper.axis = false;
    setMinimumSize(360, 252);
    setMouseTracking(true);
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

int WaterfallsView::criterionAt(const QPointF& where) const
{
    if (!m_known)
        return -1;
    const Theme& theme = themeOf(this);
    const auto rowAt = [&](const QRectF& rect, const render::Waterfall& waterfall) {
        const double row = render::waterfallHeight(waterfall, m_upper, theme) / static_cast<double>(waterfall.steps.size() + 1);
        const auto at = static_cast<int>((where.y() - rect.top()) / row);
        return where.y() >= rect.top() && at < static_cast<int>(waterfall.steps.size()) ? at : -1;
    };
    if (const int at = rowAt(valueRect(theme), m_value); at >= 0)
        return at;
    const int at = rowAt(easeRect(theme), m_ease);
    return at < 0 ? -1 : static_cast<int>(m_value.steps.size()) + at;
}

bool WaterfallsView::event(QEvent* event)
{
    if (event->type() != QEvent::ToolTip || !m_known)
        return FigureView::event(event);
    const auto* help = static_cast<QHelpEvent*>(event);
    const auto at = static_cast<std::size_t>(criterionAt(help->pos()));
    const std::size_t values = m_value.steps.size();
    if (const render::WaterfallStep* step = at == static_cast<std::size_t>(-1) ? nullptr : at < values ? &m_value.steps[at] : &m_ease.steps[at - values])
        QToolTip::showText(help->globalPos(), step->label + QLatin1String(": ") + step->note + QLatin1Char('\n') + tr("Click to read what this criterion asks."), this);
    else
        QToolTip::hideText();
    return true;
}

void WaterfallsView::mouseMoveEvent(QMouseEvent* event)
{
    setCursor(criterionAt(event->position()) >= 0 ? Qt::WhatsThisCursor : Qt::ArrowCursor);
    FigureView::mouseMoveEvent(event);
}

void WaterfallsView::mouseReleaseEvent(QMouseEvent* event)
{
    FigureView::mouseReleaseEvent(event);
    if (const int at = criterionAt(event->position()); at >= 0 && event->button() == Qt::LeftButton)
        askForHelp(this, qs(criterionId(static_cast<CriterionId>(at))));
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
