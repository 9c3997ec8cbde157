// SPDX-FileCopyrightText: The Ferroscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/roadmap_view.h"

#include "ui/models/text.h"
#include "ui/render/marks.h"

#include <QApplication>
#include <QContextMenuEvent>
#include <QHelpEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QScrollArea>
#include <QToolTip>

namespace ferroscope::ui {

RoadmapView::RoadmapView(const QString& name, QWidget* parent)
    : FigureView(name, parent)
{
    setFocusPolicy(Qt::StrongFocus);
}

void RoadmapView::setAssessment(const AssessmentPtr& assessment)
{
    endDrag();
    m_assessment = assessment;
    m_figure = assessment ? render::roadmapFigure(*assessment) : render::RoadmapFigure {};
    m_selected = m_hover = -1;
    m_marked.clear();
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

QRectF RoadmapView::laneOf(int wave) const
{
    for (std::size_t at = 0; at < m_figure.lanes.size() && at < m_layout.lanes.size(); ++at) {
        if (m_figure.lanes[at].number == wave)
            return m_layout.lanes[at];
    }
    return {};
}

QRectF RoadmapView::newLane() const
{
    if (m_layout.lanes.empty())
        return {};
    const QRectF last = m_layout.lanes.back();
    return { last.left(), last.bottom(), last.width(), std::max(24.0, m_layout.curve.top() - last.bottom()) };
}

int RoadmapView::waveOf(int step) const
{
    for (const render::RoadmapLane& lane : m_figure.lanes) {
        if (std::find(lane.steps.begin(), lane.steps.end(), step) != lane.steps.end())
            return lane.number;
    }
    return -1;
}

int RoadmapView::lastWave() const { return m_figure.lanes.empty() ? 0 : m_figure.lanes.back().number; }

std::vector<int> RoadmapView::marked() const
{
    std::vector<int> steps;
    if (isMovable(m_selected))
        steps.push_back(m_selected);
    for (const int step : m_marked) {
        if (step != m_selected)
            steps.push_back(step);
    }
    return steps;
}

bool RoadmapView::isMovable(int step) const
{
    return m_editable && step >= 0 && step < static_cast<int>(m_figure.steps.size()) && !m_figure.steps[static_cast<std::size_t>(step)].id.isEmpty();
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
    for (const int step : m_marked) {
        const QRectF bar = barOf(step);
        const QRectF box(bar.left() - 7, bar.top() - 7, 14, 14);
        painter.setPen(Qt::NoPen);
        painter.setBrush(theme.accent);
        painter.drawEllipse(box);
        painter.setPen(QPen(theme.onAccent, 1.8, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
        painter.drawPolyline(QPolygonF { box.center() + QPointF(-3, 0.3), box.center() + QPointF(-0.8, 2.5), box.center() + QPointF(3.2, -2.2) });
    }
    if (m_dragging)
        paintDrag(painter, theme);
    if (hasFocus())
        drawFocusRing(&painter, QRectF(rect()).adjusted(2, 2, -2, -2), theme.radiusControl, theme);
}

void RoadmapView::paintDrag(QPainter& painter, const Theme& theme)
{
    const auto at = static_cast<std::size_t>(m_pressed);
    const QRectF old = m_layout.bars[at];
    painter.fillRect(old.adjusted(-1, -1, 1, 1), theme.surface);
    render::drawDashedBox(painter, old.adjusted(0.5, 0.5, -0.5, -0.5), theme.lineStrong, theme);
    const QRectF lane = m_onto >= 0 ? QRectF() : m_targetWave > lastWave() ? newLane() : laneOf(m_targetWave);
    if (!lane.isEmpty()) {
        painter.setPen(QPen(m_dropBreaks ? theme.danger : theme.accent, 1.6, Qt::DashLine));
        painter.setBrush(Qt::NoBrush);
        painter.drawRoundedRect(lane.adjusted(2, 2, -2, -2), 6, 6);
    }
    if (m_onto >= 0)
        drawFocusRing(&painter, barOf(m_onto).adjusted(-4, -4, 4, 4), 6, theme);
    // The card lifts: a shadow of its own, then the card.
    const QRectF card = old.translated(m_dragAt - m_pressedAt);
    for (int ring = 6; ring > 0; --ring) {
        painter.setPen(Qt::NoPen);
        QColor shade = theme.shadow;
        shade.setAlphaF(shade.alphaF() / 9);
        painter.setBrush(shade);
        painter.drawRoundedRect(card.adjusted(-ring, -ring + 3, ring, ring + 3), 4 + ring, 4 + ring);
    }
    render::RoadmapStep step = m_figure.steps[at];
    render::paintStepCard(painter, step, card, QRectF(card.right(), card.top(), 0, card.height()), QRectF(rect()), theme);
    const QFont strong = theme.font(TextRole::Label, true);
    const double wide = render::textWidth(m_dropText, strong) + 20, high = 24;
    const double left = std::clamp(m_dragAt.x() + 14, 4.0, std::max(4.0, width() - wide - 4.0)), top = std::clamp(m_dragAt.y() + 18, 4.0, height() - high - 4.0);
    const QRectF tip(left, top, wide, high);
    painter.setPen(QPen(m_dropBreaks ? theme.danger : theme.lineStrong, 1));
    painter.setBrush(m_dropBreaks ? theme.dangerSoft : theme.raised);
    painter.drawRoundedRect(tip, theme.radiusControl, theme.radiusControl);
    render::drawText(painter, tip.adjusted(10, 0, -8, 0), Qt::AlignLeft | Qt::AlignVCenter, m_dropText, strong, m_dropBreaks ? theme.danger : theme.text, Qt::ElideNone);
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
    if (one.isByHand)
        words += tr(", set by hand");
    return words;
}

std::vector<FigureMarkText> RoadmapView::describeMarks() const
{
    std::vector<FigureMarkText> marks;
    const auto titles = [this](const std::vector<int>& steps) {
        QStringList names;
        for (const int step : steps)
            names << m_figure.steps[static_cast<std::size_t>(step)].title;
        return names.join(QLatin1String(", "));
    };
    for (int step = 0; step < static_cast<int>(m_figure.steps.size()); ++step) {
        const render::RoadmapStep& one = m_figure.steps[static_cast<std::size_t>(step)];
        QStringList words { tr("in wave %1").arg(waveOf(step)) };
        if (!one.needs.empty())
            words << tr("needs %1 first").arg(titles(one.needs));
        if (!one.broken.empty())
            words << tr("broken: needs %1 first, which is planned later").arg(titles(one.broken));
        if (isMovable(step))
            words << tr("Ctrl with the arrow keys moves it to another wave");
        marks.push_back({ describe(step), words.join(QLatin1String("; ")), barOf(step) });
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
        if (const int step = stepAt(help->pos()); step >= 0 && !m_dragging)
            QToolTip::showText(help->globalPos(), describe(step), this);
        else
            QToolTip::hideText();
        return true;
    }
    // While something is dragged Esc is about that, not about the window.
    if (event->type() == QEvent::ShortcutOverride && m_dragging && static_cast<QKeyEvent*>(event)->key() == Qt::Key_Escape) {
        event->accept();
        return true;
    }
    return FigureView::event(event);
}

void RoadmapView::mousePressEvent(QMouseEvent* event)
{
    const int step = stepAt(event->position());
    if (event->button() != Qt::LeftButton || step < 0) {
        if (step < 0 && event->button() == Qt::LeftButton && !m_marked.empty()) {
            m_marked.clear();
            update();
        }
        return;
    }
    if ((event->modifiers() & Qt::ControlModifier) && isMovable(step)) {
        if (m_marked.erase(step) == 0)
            m_marked.insert(step);
        update();
        return;
    }
    if (!m_marked.contains(step))
        m_marked.clear();
    Q_EMIT stepChosen(step);
    m_pressed = isMovable(step) ? step : -1;
    m_pressedAt = event->position();
}

void RoadmapView::mouseReleaseEvent(QMouseEvent* event)
{
    if (!m_dragging || event->button() != Qt::LeftButton) {
        m_pressed = -1;
        return;
    }
    drag(event->position(), event->modifiers() & Qt::ShiftModifier);
    const int step = m_pressed, wave = m_targetWave, onto = m_onto;
    endDrag();
    if (onto >= 0)
        Q_EMIT mergeWanted({ onto, step });
    else if (wave >= 1 && wave != waveOf(step))
        Q_EMIT moveWanted(step, wave);
}

void RoadmapView::mouseDoubleClickEvent(QMouseEvent* event)
{
    if (const int step = stepAt(event->position()); step >= 0)
        Q_EMIT stepOpened(step);
}

void RoadmapView::mouseMoveEvent(QMouseEvent* event)
{
    if (m_pressed >= 0 && (event->buttons() & Qt::LeftButton)) {
        if (m_dragging || (event->position() - m_pressedAt).manhattanLength() >= QApplication::startDragDistance())
            drag(event->position(), event->modifiers() & Qt::ShiftModifier);
        return;
    }
    const int step = stepAt(event->position());
    if (step == m_hover)
        return;
    m_hover = step;
    setCursor(step < 0 ? Qt::ArrowCursor : isMovable(step) ? Qt::OpenHandCursor : Qt::PointingHandCursor);
    update();
}

void RoadmapView::drag(const QPointF& where, bool merge)
{
    m_dragging = true;
    m_dragAt = where;
    m_hover = -1;
    setCursor(Qt::ClosedHandCursor);
    for (QWidget* up = parentWidget(); up; up = up->parentWidget()) {
        if (auto* area = qobject_cast<QScrollArea*>(up)) { // waves below the edge come up
            area->ensureVisible(static_cast<int>(where.x()), static_cast<int>(where.y()), 0, 36);
            break;
        }
    }
    m_targetWave = m_onto = -1;
    m_dropBreaks = false;
    const QString title = m_figure.steps[static_cast<std::size_t>(m_pressed)].title;
    const int below = stepAt(where);
    if (merge && isMovable(below) && below != m_pressed) {
        m_onto = below;
        m_dropText = tr("Merge with %1").arg(m_figure.steps[static_cast<std::size_t>(below)].title);
        update();
        return;
    }
    for (std::size_t at = 0; at < m_layout.lanes.size(); ++at) {
        if (where.y() >= m_layout.lanes[at].top() && where.y() < m_layout.lanes[at].bottom())
            m_targetWave = m_figure.lanes[at].number;
    }
    if (m_targetWave < 0 && newLane().contains(where))
        m_targetWave = lastWave() + 1;
    const int now = waveOf(m_pressed);
    if (m_targetWave == 0)
        m_dropText = tr("Wave 0 prepares; what moves starts in wave 1");
    else if (m_targetWave < 0)
        m_dropText = tr("Drop it on a wave");
    else if (m_targetWave == now)
        m_dropText = tr("Wave %1, as now").arg(now);
    else {
        m_dropText = m_targetWave > lastWave() ? tr("Wave %1 → new wave %2").arg(now).arg(m_targetWave) : tr("Wave %1 → wave %2").arg(now).arg(m_targetWave);
        const QString breaks = consequence(m_pressed, m_targetWave);
        m_dropBreaks = !breaks.isEmpty();
        if (m_dropBreaks)
            m_dropText += QStringLiteral(" · ") + breaks;
    }
    update();
}

void RoadmapView::endDrag()
{
    m_pressed = -1;
    if (!std::exchange(m_dragging, false))
        return;
    setCursor(Qt::ArrowCursor);
    update();
}

// Prerequisites are those of whole waves: who needs this one is known, what this one needs only if it is alone in its
// wave. The plan made after the drop says all of it.
QString RoadmapView::consequence(int step, int wave) const
{
    const std::string id = bytes(m_figure.steps[static_cast<std::size_t>(step)].id);
    const int now = waveOf(step);
    for (const Wave& other : m_assessment->waves) {
        const bool needs = std::find(other.prerequisites.begin(), other.prerequisites.end(), id) != other.prerequisites.end();
        if (needs && other.number != now && other.number < wave && other.candidates.size() + other.work.size() > 0)
            return tr("wave %1 needs it first").arg(other.number);
        if (other.number != now || other.candidates.size() != 1)
            continue;
        for (const Wave& before : m_assessment->waves) {
            for (const std::string& needed : other.prerequisites) {
                if (before.number > wave && std::find(before.candidates.begin(), before.candidates.end(), needed) != before.candidates.end())
                    return tr("it needs %1 first").arg(qs(m_assessment->candidate(needed)->title));
            }
        }
    }
    return {};
}

void RoadmapView::keyPressEvent(QKeyEvent* event)
{
    if (m_dragging) {
        if (event->key() == Qt::Key_Escape)
            endDrag();
        else if (event->key() == Qt::Key_Shift)
            drag(m_dragAt, true);
        return;
    }
    const int count = static_cast<int>(m_figure.steps.size());
    const bool next = event->key() == Qt::Key_Down || event->key() == Qt::Key_Right, previous = event->key() == Qt::Key_Up || event->key() == Qt::Key_Left;
    if (count > 0 && (next || previous) && event->modifiers() == Qt::NoModifier) {
        const int to = m_selected < 0 ? 0 : std::clamp(m_selected + (next ? 1 : -1), 0, count - 1);
        Q_EMIT stepChosen(to);
        return;
    }
    if ((next || previous) && event->modifiers() == Qt::ControlModifier && isMovable(m_selected)) {
        const int wave = waveOf(m_selected) + (next ? 1 : -1);
        if (wave >= 1)
            Q_EMIT moveWanted(m_selected, wave);
        return;
    }
    if (event->key() == Qt::Key_Space && isMovable(m_selected)) {
        if (m_marked.erase(m_selected) == 0)
            m_marked.insert(m_selected);
        update();
        return;
    }
    if ((event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) && m_selected >= 0) {
        Q_EMIT stepOpened(m_selected);
        return;
    }
    FigureView::keyPressEvent(event);
}

void RoadmapView::keyReleaseEvent(QKeyEvent* event)
{
    if (m_dragging && event->key() == Qt::Key_Shift)
        drag(m_dragAt, false);
    FigureView::keyReleaseEvent(event);
}

void RoadmapView::contextMenuEvent(QContextMenuEvent* event)
{
    const bool byKey = event->reason() == QContextMenuEvent::Keyboard;
    const int step = byKey ? m_selected : stepAt(event->pos());
    if (!byKey && step >= 0 && !m_marked.contains(step))
        Q_EMIT stepChosen(step);
    if (!isMovable(step)) {
        FigureView::contextMenuEvent(event);
        return;
    }
    Q_EMIT menuWanted(step, byKey ? mapToGlobal(barOf(step).bottomLeft().toPoint()) : event->globalPos());
}

} // namespace ferroscope::ui
