// SPDX-FileCopyrightText: The Ferroscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/contexts_view.h"

#include "ui/models/text.h"

#include <QHelpEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QToolTip>

namespace ferroscope::ui {

namespace {
constexpr int kMargin = 16;
}

ContextsView::ContextsView(const QString& name, QWidget* parent)
    : FigureView(name, parent)
{
    setFocusPolicy(Qt::StrongFocus);
    setMinimumWidth(420);
}

void ContextsView::setAssessment(AssessmentPtr assessment)
{
    QStringList open;
    for (const int box : m_view.open)
        open << m_graph.boxes[static_cast<std::size_t>(box)].key;
    const QString chosen = m_view.box >= 0 ? m_graph.boxes[static_cast<std::size_t>(m_view.box)].key : QString();
    const std::string path = m_view.module >= 0 ? module(m_view.module).path : std::string();
    m_assessment = std::move(assessment);
    m_graph = m_assessment ? render::contextGraph(*m_assessment) : render::ContextGraph {};
    m_view.open.clear();
    m_hover = -1;
    for (const QString& key : open) {
        if (const int box = m_graph.boxOfKey(key); box >= 0)
            m_view.open.push_back(box);
    }
    m_view.box = chosen.isEmpty() ? -1 : m_graph.boxOfKey(chosen);
    m_view.module = -1;
    if (const AssessedModule* same = m_assessment && !path.empty() ? m_assessment->find(path) : nullptr)
        m_view.module = static_cast<int>(same - m_assessment->modules.data());
    if (m_view.box < 0 && !m_graph.boxes.empty())
        m_view.box = 0; // the hottest
    setAccessibleDescription(tr("%1 contexts and groups of modules with %2 dependencies between them; arrow keys follow them, the table twin lists them.")
                                 .arg(m_graph.boxes.size())
                                 .arg(m_graph.arrows.size()));
    refresh();
}

void ContextsView::setView(render::ArrowKind kind, render::ArrowSide side, render::BoxStripe stripe)
{
    m_view.kind = kind;
    m_view.side = side;
    m_view.stripe = stripe;
    refresh();
}

void ContextsView::setSelectedModule(const QString& path)
{
    const AssessedModule* found = m_assessment ? m_assessment->find(bytes(path)) : nullptr;
    const int now = found ? static_cast<int>(found - m_assessment->modules.data()) : -1;
    if (now == m_view.module)
        return;
    m_view.module = now;
    if (now >= 0) {
        m_view.box = m_graph.boxOf[static_cast<std::size_t>(now)];
        if (!isOpen(m_view.box))
            m_view.module = -1; // its box is what one sees of it
    }
    refresh();
    Q_EMIT boxChosen(m_view.box);
}

bool ContextsView::isOpen(int box) const { return std::find(m_view.open.begin(), m_view.open.end(), box) != m_view.open.end(); }

void ContextsView::chooseBox(int box)
{
    if (box < 0 || box >= static_cast<int>(m_graph.boxes.size()))
        return;
    m_view.box = box;
    m_view.module = -1;
    refresh();
    tellCurrentMark();
    Q_EMIT boxChosen(box);
    Q_EMIT revealWanted(rectOf(box));
}

void ContextsView::setOpen(int box, bool open)
{
    if (box < 0 || open == isOpen(box))
        return;
    if (open)
        m_view.open.push_back(box);
    else
        std::erase(m_view.open, box);
    if (!open && m_view.module >= 0 && m_graph.boxOf[static_cast<std::size_t>(m_view.module)] == box)
        m_view.module = -1;
    m_view.box = box;
    refresh();
    Q_EMIT boxChosen(box);
    Q_EMIT revealWanted(rectOf(box));
}

bool ContextsView::closeOne()
{
    if (m_view.open.empty())
        return false;
    setOpen(isOpen(m_view.box) ? m_view.box : m_view.open.back(), false);
    return true;
}

QRectF ContextsView::rectOf(int box, int module) const
{
    const int at = m_layout.find(box, module);
    return at < 0 ? QRectF() : m_layout.boxes[static_cast<std::size_t>(at)].rect.translated(kMargin, kMargin);
}

void ContextsView::layOut()
{
    if (!m_assessment || width() < 100)
        return;
    const int nice = parentWidget() ? parentWidget()->height() : height();
    m_layout = render::layOutContexts(m_graph, m_view, QSizeF(width() - 2 * kMargin, nice - 2 * kMargin), themeOf(this));
    const int needed = static_cast<int>(m_layout.size.height()) + 2 * kMargin;
    if (needed != minimumHeight())
        setMinimumHeight(needed);
    Q_EMIT laidOut();
}

void ContextsView::paintFigure(QPainter& painter, const Theme& theme)
{
    if (!m_assessment)
        return;
    painter.translate(kMargin, kMargin);
    render::paintContexts(painter, *m_assessment, m_graph, m_view, m_layout, theme);
}

void ContextsView::paintOverlay(QPainter& painter, const Theme& theme)
{
    const auto rect = [this](int at) { return m_layout.boxes[static_cast<std::size_t>(at)].rect.translated(kMargin, kMargin); };
    if (m_hover >= 0 && m_hover < static_cast<int>(m_layout.boxes.size()) && m_hover != currentMark()) {
        painter.setPen(QPen(theme.text2, 1));
        painter.setBrush(Qt::NoBrush);
        painter.drawRoundedRect(rect(m_hover).adjusted(-2.5, -2.5, 2.5, 2.5), theme.radiusControl, theme.radiusControl);
    }
    if (hasFocus() && currentMark() >= 0)
        drawFocusRing(&painter, rect(currentMark()).adjusted(-4, -4, 4, 4), theme.radiusControl + 2, theme);
}

QString ContextsView::linksOf(int box) const
{
    std::vector<std::pair<std::size_t, QString>> uses, users;
    for (const render::ContextArrow& arrow : m_graph.arrows) {
        if (arrow.from == box)
            uses.emplace_back(arrow.imports + arrow.calls, m_graph.boxes[static_cast<std::size_t>(arrow.to)].title);
        if (arrow.to == box)
            users.emplace_back(arrow.imports + arrow.calls, m_graph.boxes[static_cast<std::size_t>(arrow.from)].title);
    }
    QStringList words;
    for (auto* list : { &uses, &users }) {
        std::stable_sort(list->begin(), list->end(), [](const auto& a, const auto& b) { return a.first > b.first; });
        QStringList names;
        for (std::size_t at = 0; at < std::min<std::size_t>(4, list->size()); ++at)
            names << (*list)[at].second;
        if (list->size() > 4)
            names << tr("%1 more").arg(list->size() - 4);
        if (!names.isEmpty())
            words << (list == &uses ? tr("uses %1") : tr("used by %1")).arg(names.join(QLatin1String(", ")));
    }
    return words.join(QLatin1String("; "));
}

QString ContextsView::describe(const render::PlacedBox& placed) const
{
    if (placed.module >= 0) {
        const AssessedModule& one = module(placed.module);
        return QStringLiteral("%1: %2, %3").arg(qs(one.name), one.judged() ? verdictName(one.verdict.id) : roleName(one.role), tr("%1 of the run").arg(heatShare(one.heat)));
    }
    if (placed.box < 0)
        return tr("%1 more modules").arg(countText(placed.more));
    const render::ContextBox& box = m_graph.boxes[static_cast<std::size_t>(placed.box)];
    QStringList words { counted(box.modules.size(), tr("1 module"), tr("%1 modules")), tr("%1%2 of the run").arg(box.estimated ? QStringLiteral("≈ ") : QString(), percent(box.heat)) };
    if (box.crossCycle)
        words << tr("in an import cycle with another context");
    if (isOpen(placed.box))
        words << tr("open");
    return box.title + QStringLiteral(": ") + words.join(QLatin1String(", "));
}

std::vector<FigureMarkText> ContextsView::describeMarks() const
{
    std::vector<FigureMarkText> marks;
    for (const render::PlacedBox& placed : m_layout.boxes)
        marks.push_back({ describe(placed), placed.box >= 0 ? linksOf(placed.box) : QString(), placed.rect.translated(kMargin, kMargin) });
    return marks;
}

void ContextsView::chooseMark(int at)
{
    if (at < 0 || at >= static_cast<int>(m_layout.boxes.size()))
        return;
    const render::PlacedBox placed = m_layout.boxes[static_cast<std::size_t>(at)];
    if (placed.box >= 0) {
        chooseBox(placed.box);
        return;
    }
    if (placed.module < 0)
        return;
    m_view.box = placed.owner;
    m_view.module = placed.module;
    refresh();
    tellCurrentMark();
    Q_EMIT revealWanted(rectOf(placed.owner, placed.module));
    Q_EMIT moduleChosen(qs(module(placed.module).path));
}

bool ContextsView::event(QEvent* event)
{
    if (event->type() == QEvent::ToolTip) {
        auto* help = static_cast<QHelpEvent*>(event);
        const int at = m_layout.at(QPointF(help->pos()) - QPointF(kMargin, kMargin));
        if (at >= 0) {
            const render::PlacedBox& placed = m_layout.boxes[static_cast<std::size_t>(at)];
            const QString links = placed.box >= 0 ? linksOf(placed.box) : QString();
            QToolTip::showText(help->globalPos(), links.isEmpty() ? describe(placed) : QString(describe(placed) + QLatin1Char('\n') + links), this);
        } else {
            QToolTip::hideText();
        }
        return true;
    }
    return FigureView::event(event);
}

void ContextsView::mousePressEvent(QMouseEvent* event)
{
    const QPointF where = event->position() - QPointF(kMargin, kMargin);
    const int at = m_layout.at(where);
    if (at < 0)
        return;
    const render::PlacedBox placed = m_layout.boxes[static_cast<std::size_t>(at)];
    const bool cross = placed.box >= 0 && isOpen(placed.box) && QRectF(placed.rect.right() - 34, placed.rect.top(), 34, 36).contains(where);
    if (cross)
        setOpen(placed.box, false);
    else
        chooseMark(at);
}

void ContextsView::mouseDoubleClickEvent(QMouseEvent* event)
{
    const int at = m_layout.at(event->position() - QPointF(kMargin, kMargin));
    if (at < 0)
        return;
    const render::PlacedBox placed = m_layout.boxes[static_cast<std::size_t>(at)];
    if (placed.box >= 0)
        setOpen(placed.box, !isOpen(placed.box));
    else if (placed.module >= 0)
        Q_EMIT moduleOpened(qs(module(placed.module).path));
}

void ContextsView::mouseMoveEvent(QMouseEvent* event)
{
    const int at = m_layout.at(event->position() - QPointF(kMargin, kMargin));
    if (at == m_hover)
        return;
    m_hover = at;
    setCursor(at >= 0 ? Qt::PointingHandCursor : Qt::ArrowCursor);
    update();
}

void ContextsView::leaveEvent(QEvent*)
{
    m_hover = -1;
    update();
}

void ContextsView::keyPressEvent(QKeyEvent* event)
{
    switch (event->key()) {
    case Qt::Key_Left:
    case Qt::Key_Right:
    case Qt::Key_Up:
    case Qt::Key_Down:
        if (event->modifiers() == Qt::NoModifier) {
            chooseMark(render::neighbour(m_layout, currentMark(), event->key()));
            return;
        }
        break;
    case Qt::Key_Home: chooseBox(0); return;
    case Qt::Key_Return:
    case Qt::Key_Enter:
    case Qt::Key_Space:
        if (m_view.module >= 0)
            Q_EMIT moduleOpened(qs(module(m_view.module).path));
        else if (m_view.box >= 0)
            setOpen(m_view.box, !isOpen(m_view.box));
        return;
    default: break;
    }
    FigureView::keyPressEvent(event);
}

} // namespace ferroscope::ui
