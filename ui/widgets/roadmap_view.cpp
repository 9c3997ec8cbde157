// SPDX-FileCopyrightText: The Ferroscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/roadmap_view.h"

#include "ui/models/text.h"

#include <QHelpEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QToolTip>

namespace ferroscope::ui {

RoadmapView::RoadmapView(const QString& name, QWidget* parent)
    : FigureView(name, parent)
{
    setFocusPolicy(Qt::StrongFocus);
}

void RoadmapView::setAssessment(const AssessmentPtr& assessment)
{
    m_figure = assessment ? render::roadmapFigure(*assessment) : render::RoadmapFigure {};
    m_selected = m_hover = -1;
    // The curve may be a little lower than in print before the lanes have to scroll.
    setMinimumHeight(std::max(320, static_cast<int>(render::roadmapHeight(m_figure, themeOf(this))) - 60));
    setAccessibleDescription(tr("%1 waves with %2 steps over person-days, and the share of the run saved by then; the table twin lists them.")
                                 .arg(m_figure.lanes.size())
                                 .arg(m_figure.steps.size()));
    refresh();
}

QRectF RoadmapView::room() const { return QRectF(rect()).adjusted(14, 8, -14, -8); }

void RoadmapView::layOut()
{
    if (!m_figure.steps.empty() && width() > 60)
        m_layout = render::layoutRoadmap(m_figure, room(), themeOf(this));
}

QString RoadmapView::emptyText() const { return m_figure.steps.empty() ? tr("No step is planned.") : QString(); }

void RoadmapView::paintFigure(QPainter& painter, const Theme& theme)
{
    if (!m_figure.steps.empty())
        render::paintRoadmap(painter, room(), m_figure, theme);
}

QRectF RoadmapView::barOf(int step) const
{
    const auto at = static_cast<std::size_t>(step);
    return step >= 0 && at < m_layout.bars.size() ? m_layout.bars[at].united(m_layout.ranges[at]) : QRectF();
}

void RoadmapView::paintOverlay(QPainter& painter, const Theme& theme)
{
    if (m_hover >= 0 && m_hover != m_selected) {
        painter.setPen(QPen(theme.lineStrong, 1));
        painter.setBrush(Qt::NoBrush);
        painter.drawRoundedRect(barOf(m_hover).adjusted(-2.5, -2.5, 2.5, 2.5), 4, 4);
    }
    if (m_selected >= 0)
        drawFocusRing(&painter, barOf(m_selected).adjusted(-3, -3, 3, 3), 4, theme);
    if (hasFocus())
        drawFocusRing(&painter, QRectF(rect()).adjusted(2, 2, -2, -2), theme.radiusControl, theme);
}

int RoadmapView::stepAt(const QPointF& where) const
{
    // The bar first; beside it its words, which stand in the same line of the lane.
    for (std::size_t at = 0; at < m_layout.bars.size(); ++at) {
        if (m_layout.bars[at].united(m_layout.ranges[at]).adjusted(-3, -3, 3, 3).contains(where))
            return static_cast<int>(at);
    }
    for (std::size_t at = 0; at < m_layout.bars.size(); ++at) {
        const QRectF& bar = m_layout.bars[at];
        if (where.y() >= bar.top() - 2 && where.y() <= bar.bottom() + 2 && where.x() > bar.right() && where.x() < bar.right() + 260)
            return static_cast<int>(at);
    }
    return -1;
}

QString RoadmapView::describe(int step) const
{
    const render::RoadmapStep& one = m_figure.steps[static_cast<std::size_t>(step)];
    QString words = tr("%1: %2, %3").arg(one.title, verdictName(one.kind), days(one.effort.likely, true) + QLatin1String(" (") + spanDays(one.effort) + QLatin1Char(')'));
    if (one.gain.high > 0)
        words += tr(", saves %1 (%2) of the run").arg(percent(one.gain.likely), spanPercent(one.gain));
    return words;
}

std::vector<FigureMarkText> RoadmapView::describeMarks() const
{
    std::vector<FigureMarkText> marks;
    for (int step = 0; step < static_cast<int>(m_figure.steps.size()); ++step) {
        QStringList needs;
        for (const int needed : m_figure.steps[static_cast<std::size_t>(step)].needs)
            needs << m_figure.steps[static_cast<std::size_t>(needed)].title;
        marks.push_back({ describe(step), needs.isEmpty() ? QString() : tr("needs %1 first").arg(needs.join(QLatin1String(", "))), barOf(step) });
    }
    return marks;
}

void RoadmapView::chooseMark(int at)
{
    if (at >= 0 && at < static_cast<int>(m_figure.steps.size()))
        Q_EMIT stepChosen(at);
}

void RoadmapView::setSelected(int step)
{
    m_selected = step;
    update();
    if (hasFocus())
        tellCurrentMark();
}

bool RoadmapView::event(QEvent* event)
{
    if (event->type() == QEvent::ToolTip) {
        auto* help = static_cast<QHelpEvent*>(event);
        if (const int step = stepAt(help->pos()); step >= 0)
            QToolTip::showText(help->globalPos(), describe(step), this);
        else
            QToolTip::hideText();
        return true;
    }
    return FigureView::event(event);
}

void RoadmapView::mousePressEvent(QMouseEvent* event)
{
    if (const int step = stepAt(event->position()); step >= 0)
        Q_EMIT stepChosen(step);
}

void RoadmapView::mouseDoubleClickEvent(QMouseEvent* event)
{
    if (const int step = stepAt(event->position()); step >= 0)
        Q_EMIT stepOpened(step);
}

void RoadmapView::mouseMoveEvent(QMouseEvent* event)
{
    const int step = stepAt(event->position());
    if (step == m_hover)
        return;
    m_hover = step;
    setCursor(step >= 0 ? Qt::PointingHandCursor : Qt::ArrowCursor);
    update();
}

void RoadmapView::keyPressEvent(QKeyEvent* event)
{
    const int count = static_cast<int>(m_figure.steps.size());
    const bool next = event->key() == Qt::Key_Down || event->key() == Qt::Key_Right, previous = event->key() == Qt::Key_Up || event->key() == Qt::Key_Left;
    if (count > 0 && (next || previous) && event->modifiers() == Qt::NoModifier) {
        const int to = m_selected < 0 ? 0 : std::clamp(m_selected + (next ? 1 : -1), 0, count - 1);
        Q_EMIT stepChosen(to);
        return;
    }
    if ((event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) && m_selected >= 0) {
        Q_EMIT stepOpened(m_selected);
        return;
    }
    FigureView::keyPressEvent(event);
}

} // namespace ferroscope::ui
