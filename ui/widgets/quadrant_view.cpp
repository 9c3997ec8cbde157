// SPDX-FileCopyrightText: The Ferroscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/quadrant_view.h"

#include "ui/models/text.h"
#include "ui/render/figures/contexts.h"
#include "ui/render/marks.h"

#include <QHelpEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QToolTip>
#include <algorithm>
#include <cmath>
#include <numeric>

namespace ferroscope::ui {

namespace {
constexpr double kReach = 9; // pixels around the pointer
}

QuadrantView::QuadrantView(const QString& name, QWidget* parent)
    : FigureView(name, parent)
{
    setFocusPolicy(Qt::StrongFocus);
    setMinimumSize(320, 240);
}

void QuadrantView::setAssessment(AssessmentPtr assessment)
{
    m_assessment = std::move(assessment);
    m_quadrant = m_assessment ? render::quadrantOf(*m_assessment) : render::Quadrant {};
    m_hover = -1;
    m_walk.resize(m_quadrant.points.size());
    std::iota(m_walk.begin(), m_walk.end(), 0);
    const auto readiness = [this](int at) {
        const auto& point = m_quadrant.points[static_cast<std::size_t>(at)];
        return (point.strong ? 1e6 : 0) + point.value.likely * point.ease.likely;
    };
    std::stable_sort(m_walk.begin(), m_walk.end(), [&](int a, int b) { return readiness(a) > readiness(b); });
    if (m_assessment) {
        setAccessibleDescription(tr("%1 modules by value and ease, each with its verdict; the table twin lists them. %2")
                                     .arg(countText(m_assessment->totals.modules), qs(m_assessment->recommendation.sentence)));
    }
    refresh();
}

QString QuadrantView::pathOf(int point) const
{
    if (point < 0 || !m_assessment)
        return {};
    const auto& one = m_quadrant.points[static_cast<std::size_t>(point)];
    if (one.id < 0)
        return {};
    const auto at = static_cast<std::size_t>(one.id);
    if (!one.strong)
        return at < m_assessment->modules.size() ? qs(m_assessment->modules[at].path) : QString();
    const AssessedModule* lead = at < m_assessment->candidates.size() ? render::leadModule(*m_assessment, m_assessment->candidates[at]) : nullptr;
    return lead ? qs(lead->path) : QString();
}

QString QuadrantView::describe(int point) const
{
    const auto& one = m_quadrant.points[static_cast<std::size_t>(point)];
    const AssessedModule* module = m_assessment->find(bytes(pathOf(point)));
    const QString name = !one.label.isEmpty() ? one.label : module ? qs(module->name) : QString();
    return tr("%1: %2, value %3 (%4), ease %5 (%6)")
        .arg(name, verdictName(one.verdict), score(one.value.likely), rangeText(one.value), score(one.ease.likely), rangeText(one.ease));
}

std::vector<FigureMarkText> QuadrantView::describeMarks() const
{
    std::vector<FigureMarkText> marks;
    for (const int point : m_walk) {
        if (static_cast<std::size_t>(point) >= laidOut().at.size())
            continue;
        const auto& one = m_quadrant.points[static_cast<std::size_t>(point)];
        const double reach = (one.strong ? laidOut().largeMark : laidOut().smallMark) / 2;
        const QPointF at = laidOut().at[static_cast<std::size_t>(point)];
        marks.push_back({ describe(point), one.strong ? tr("candidate") : QString(), QRectF(at.x() - reach, at.y() - reach, 2 * reach, 2 * reach) });
    }
    return marks;
}

int QuadrantView::currentMark() const
{
    const auto at = std::find(m_walk.begin(), m_walk.end(), m_hover);
    return at == m_walk.end() ? -1 : static_cast<int>(at - m_walk.begin());
}

void QuadrantView::chooseMark(int at)
{
    if (at < 0 || at >= static_cast<int>(m_walk.size()))
        return;
    m_hover = m_walk[static_cast<std::size_t>(at)];
    update();
    Q_EMIT moduleChosen(pathOf(m_hover));
}

void QuadrantView::setSelected(const QString& path)
{
    m_selected = path;
    update();
}

QPointF QuadrantView::positionOf(const QString& path) const
{
    for (std::size_t at = 0; at < m_quadrant.points.size(); ++at) {
        if (!m_quadrant.points[at].strong && pathOf(static_cast<int>(at)) == path)
            return laidOut().at[at];
    }
    return {};
}

void QuadrantView::layOut() { m_layout.reset(); }

// Placing labels among thousands of marks takes a while: once, when somebody looks, in the size it is shown in.
const render::QuadrantLayout& QuadrantView::laidOut() const
{
    if (!m_layout) {
        const bool isLarge = width() > 40 && height() > 40;
        m_layout = m_assessment && isLarge ? render::layoutQuadrant(m_quadrant, QRectF(rect()).adjusted(14, 6, -16, -8), themeOf(this)) : render::QuadrantLayout {};
    }
    return *m_layout;
}

QString QuadrantView::emptyText() const { return m_assessment && m_quadrant.points.empty() ? tr("No module was judged: only source files and scripts are.") : QString(); }

void QuadrantView::paintFigure(QPainter& painter, const Theme& theme)
{
    if (m_assessment && !laidOut().at.empty())
        render::paintQuadrant(painter, laidOut(), m_quadrant, theme);
}

void QuadrantView::paintOverlay(QPainter& painter, const Theme& theme)
{
    for (std::size_t at = 0; at < laidOut().at.size(); ++at) {
        const bool hover = static_cast<int>(at) == m_hover;
        const bool selected = !m_selected.isEmpty() && pathOf(static_cast<int>(at)) == m_selected && !m_quadrant.points[at].strong;
        if (!hover && !selected)
            continue;
        const double reach = (m_quadrant.points[at].strong ? laidOut().largeMark : laidOut().smallMark) / 2 + 4;
        drawFocusRing(&painter, QRectF(laidOut().at[at].x() - reach, laidOut().at[at].y() - reach, 2 * reach, 2 * reach), 4, theme);
    }
    if (hasFocus())
        drawFocusRing(&painter, QRectF(rect()).adjusted(3, 1, -3, -3), theme.radiusControl, theme);
}

bool QuadrantView::event(QEvent* event)
{
    if (event->type() == QEvent::ToolTip) {
        auto* help = static_cast<QHelpEvent*>(event);
        const int at = laidOut().pointAt(help->pos(), kReach);
        if (at >= 0)
            QToolTip::showText(help->globalPos(), describe(at), this);
        else
            QToolTip::hideText();
        return true;
    }
    return FigureView::event(event);
}

void QuadrantView::mouseMoveEvent(QMouseEvent* event)
{
    const int at = laidOut().pointAt(event->position(), kReach);
    if (at == m_hover)
        return;
    m_hover = at;
    setCursor(at >= 0 ? Qt::PointingHandCursor : Qt::ArrowCursor);
    update();
}

void QuadrantView::mousePressEvent(QMouseEvent* event)
{
    const QString path = pathOf(laidOut().pointAt(event->position(), kReach));
    if (!path.isEmpty())
        Q_EMIT moduleChosen(path);
}

void QuadrantView::mouseDoubleClickEvent(QMouseEvent* event)
{
    const QString path = pathOf(laidOut().pointAt(event->position(), kReach));
    if (!path.isEmpty())
        Q_EMIT moduleOpened(path);
}

void QuadrantView::leaveEvent(QEvent*)
{
    m_hover = -1;
    update();
}

void QuadrantView::keyPressEvent(QKeyEvent* event)
{
    const bool next = event->key() == Qt::Key_Right || event->key() == Qt::Key_Down;
    const bool previous = event->key() == Qt::Key_Left || event->key() == Qt::Key_Up;
    if ((next || previous) && !m_walk.empty() && event->modifiers() == Qt::NoModifier) {
        const auto now = std::find(m_walk.begin(), m_walk.end(), m_hover);
        const auto count = static_cast<int>(m_walk.size());
        const int at = now == m_walk.end() ? (next ? 0 : count - 1) : (static_cast<int>(now - m_walk.begin()) + (next ? 1 : count - 1)) % count;
        m_hover = m_walk[static_cast<std::size_t>(at)];
        tellCurrentMark();
        Q_EMIT moduleChosen(pathOf(m_hover));
        const QPointF where = laidOut().at[static_cast<std::size_t>(m_hover)];
        QToolTip::showText(mapToGlobal(where.toPoint() + QPoint(12, 8)), describe(m_hover), this);
        update();
        return;
    }
    if ((event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) && !pathOf(m_hover).isEmpty()) {
        Q_EMIT moduleOpened(pathOf(m_hover));
        return;
    }
    FigureView::keyPressEvent(event);
}

} // namespace ferroscope::ui
