// SPDX-FileCopyrightText: The Ferroscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/flame_view.h"

#include "ui/models/text.h"

#include <QHelpEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QToolTip>

namespace ferroscope::ui {

using render::FlameFrame;

FlameView::FlameView(const QString& name, QWidget* parent)
    : FigureView(name, parent)
{
    setFocusPolicy(Qt::StrongFocus);
}

void FlameView::setAssessment(AssessmentPtr assessment)
{
    // The chosen function and the zoom are found again by name.
    struct Kept {
        std::string path;
        QString name;
    };
    const auto keep = [this](int at) -> std::optional<Kept> {
        if (at < 0)
            return std::nullopt;
        const render::FlameNode& node = m_chart.nodes[static_cast<std::size_t>(frame(at).node)];
        return Kept { m_assessment->modules[static_cast<std::size_t>(node.module)].path, render::flameName(*m_assessment, node) };
    };
    const std::optional<Kept> current = keep(m_current), zoom = keep(m_zoom);
    m_assessment = std::move(assessment);
    m_chart = m_assessment ? render::flameChart(*m_assessment) : render::FlameChart {};
    m_current = m_zoom = m_hover = -1;
    const auto find = [this](const std::optional<Kept>& kept) {
        int best = -1;
        for (int at = 0; kept && at < static_cast<int>(m_chart.frames.size()); ++at) {
            const render::FlameNode& node = m_chart.nodes[static_cast<std::size_t>(frame(at).node)];
            if (frame(at).kind == FlameFrame::Kind::Function && m_assessment->modules[static_cast<std::size_t>(node.module)].path == kept->path
                && render::flameName(*m_assessment, node) == kept->name && (best < 0 || frame(at).width > frame(best).width))
                best = at;
        }
        return best;
    };
    m_zoom = find(zoom);
    m_current = find(current);
    // To begin with, or where the old one is gone, the frame with the most time of its own.
    const bool open = m_current < 0;
    for (int at = 0; open && at < static_cast<int>(m_chart.frames.size()); ++at) {
        if (frame(at).kind == FlameFrame::Kind::Function && (m_current < 0 || frame(at).own > frame(m_current).own))
            m_current = at;
    }
    setAccessibleDescription(tr("%1 frames in %2 rows, width is time with callees; the table twin lists them.").arg(m_chart.frames.size()).arg(m_chart.depth));
    refresh();
    Q_EMIT zoomChanged();
    Q_EMIT frameChosen(m_current);
}

QRectF FlameView::rectOf(int at) const { return at >= 0 && at < static_cast<int>(m_layout.frames.size()) ? m_layout.frames[static_cast<std::size_t>(at)] : QRectF(); }

void FlameView::choose(int at)
{
    if (at < 0 || at >= static_cast<int>(m_chart.frames.size()) || at == m_current)
        return;
    m_current = at;
    if (rectOf(at).isNull())
        zoomTo(-1); // it lies outside of what is zoomed to
    update();
    tellCurrentMark();
    Q_EMIT frameChosen(at);
}

void FlameView::chooseFunction(const QString& path, const QString& function)
{
    int best = -1;
    for (int at = 0; at < static_cast<int>(m_chart.frames.size()); ++at) {
        const render::FlameNode& node = m_chart.nodes[static_cast<std::size_t>(frame(at).node)];
        if (frame(at).kind == FlameFrame::Kind::Function && qs(m_assessment->modules[static_cast<std::size_t>(node.module)].path) == path
            && (node.function < 0 ? function.isEmpty() : render::flameName(*m_assessment, node) == function) && (best < 0 || frame(at).width > frame(best).width))
            best = at;
    }
    choose(best);
}

void FlameView::zoomTo(int at)
{
    m_zoom = at;
    refresh();
    Q_EMIT zoomChanged();
}

void FlameView::layOut()
{
    m_layout = render::layOutFlame(m_chart, m_zoom, width(), themeOf(this));
    m_marked.clear();
    const int needed = std::max(60, static_cast<int>(m_layout.height));
    if (needed != minimumHeight())
        setMinimumHeight(needed);
}

QString FlameView::emptyText() const { return m_assessment && m_chart.frames.empty() ? tr("No function takes time that is known. A profile would say more.") : QString(); }

void FlameView::paintFigure(QPainter& painter, const Theme& theme)
{
    if (m_assessment)
        render::paintFlame(painter, *m_assessment, m_chart, m_layout, theme);
}

void FlameView::paintOverlay(QPainter& painter, const Theme& theme)
{
    if (m_hover >= 0 && m_hover != m_current) {
        painter.setPen(QPen(theme.text2, 1));
        painter.setBrush(Qt::NoBrush);
        painter.drawRect(rectOf(m_hover).adjusted(0.5, 0.5, -0.5, -0.5));
    }
    const QRectF chosen = rectOf(m_current);
    if (!chosen.isNull()) {
        painter.setBrush(Qt::NoBrush);
        painter.setPen(QPen(theme.accent, 2));
        painter.drawRect(chosen.adjusted(1, 1, -1, -1));
        if (chosen.width() > 8) {
            painter.setPen(QPen(theme.surface, 1));
            painter.drawRect(chosen.adjusted(2.5, 2.5, -2.5, -2.5));
        }
    }
    if (hasFocus())
        drawFocusRing(&painter, QRectF(visibleRegion().boundingRect()).adjusted(1, 1, -1, -1), theme.radiusTile, theme); // what is scrolled away has no ring
}

QString FlameView::describe(int at) const
{
    const FlameFrame& one = frame(at);
    const render::FlameNode& node = m_chart.nodes[static_cast<std::size_t>(one.node)];
    const QString name = render::flameName(*m_assessment, node), sign = node.measured ? QString() : QStringLiteral("≈ ");
    if (one.kind != FlameFrame::Kind::Function)
        return (one.kind == FlameFrame::Kind::Native ? tr("Native code called by %1: %2%3 of the run") : tr("Waiting in %1: %2%3 of the run")).arg(name, sign, percent(one.width));
    return tr("%1: %2%3 of the run with callees, %2%4 interpreted in itself").arg(name, sign, percent(one.width), percent(one.own));
}

std::vector<FigureMarkText> FlameView::describeMarks() const
{
    std::vector<FigureMarkText> marks;
    m_marked.clear();
    for (int at = 0; at < static_cast<int>(m_chart.frames.size()); ++at) {
        if (rectOf(at).isNull())
            continue;
        const render::FlameNode& node = m_chart.nodes[static_cast<std::size_t>(frame(at).node)];
        marks.push_back({ describe(at), qs(m_assessment->modules[static_cast<std::size_t>(node.module)].name), rectOf(at) });
        m_marked.push_back(at);
    }
    return marks;
}

int FlameView::currentMark() const
{
    (void)marks();
    const auto at = std::find(m_marked.begin(), m_marked.end(), m_current);
    return at == m_marked.end() ? -1 : static_cast<int>(at - m_marked.begin());
}

void FlameView::chooseMark(int at)
{
    (void)marks();
    if (at >= 0 && at < static_cast<int>(m_marked.size()))
        choose(m_marked[static_cast<std::size_t>(at)]);
}

bool FlameView::event(QEvent* event)
{
    if (event->type() == QEvent::ToolTip) {
        auto* help = static_cast<QHelpEvent*>(event);
        if (const int at = m_layout.at(help->pos()); at >= 0)
            QToolTip::showText(help->globalPos(), describe(at), this);
        else
            QToolTip::hideText();
        return true;
    }
    return FigureView::event(event);
}

void FlameView::mousePressEvent(QMouseEvent* event)
{
    if (const int at = m_layout.at(event->position()); at >= 0)
        choose(at);
}

void FlameView::mouseDoubleClickEvent(QMouseEvent* event)
{
    if (const int at = m_layout.at(event->position()); at >= 0)
        zoomTo(at == m_zoom ? frame(at).parent : at);
}

void FlameView::mouseMoveEvent(QMouseEvent* event)
{
    const int at = m_layout.at(event->position());
    if (at == m_hover)
        return;
    m_hover = at;
    update();
}

void FlameView::leaveEvent(QEvent*)
{
    m_hover = -1;
    update();
}

int FlameView::step(int key) const
{
    if (m_current < 0)
        return m_chart.frames.empty() ? -1 : 0;
    const FlameFrame& from = frame(m_current);
    if (key == Qt::Key_Up)
        return from.parent;
    int best = -1;
    for (int at = 0; at < static_cast<int>(m_chart.frames.size()); ++at) {
        if (rectOf(at).isNull())
            continue;
        const FlameFrame& other = frame(at);
        if (key == Qt::Key_Down) {
            if (other.parent == m_current && (best < 0 || other.width > frame(best).width))
                best = at;
            continue;
        }
        // The next one of the same row, whoever called it.
        if (other.depth != from.depth || at == m_current)
            continue;
        const bool right = key == Qt::Key_Right;
        if (right ? other.start <= from.start : other.start >= from.start)
            continue;
        if (best < 0 || (right ? other.start < frame(best).start : other.start > frame(best).start))
            best = at;
    }
    return best;
}

void FlameView::keyPressEvent(QKeyEvent* event)
{
    switch (event->key()) {
    case Qt::Key_Left:
    case Qt::Key_Right:
    case Qt::Key_Up:
    case Qt::Key_Down:
        if ((event->modifiers() & ~Qt::KeypadModifier) == Qt::NoModifier) {
            choose(step(event->key()));
            return;
        }
        break;
    case Qt::Key_Plus:
    case Qt::Key_Equal:
        if (m_current >= 0)
            zoomTo(m_current);
        return;
    case Qt::Key_Minus:
    case Qt::Key_Backspace:
        if (m_zoom >= 0)
            zoomTo(frame(m_zoom).parent);
        return;
    case Qt::Key_Home: zoomTo(-1); return;
    case Qt::Key_Return:
    case Qt::Key_Enter:
        if (m_current >= 0)
            Q_EMIT frameOpened(m_current);
        return;
    default: break;
    }
    FigureView::keyPressEvent(event);
}

} // namespace ferroscope::ui
