// SPDX-FileCopyrightText: The Ferroscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/boundary_views.h"

#include "ui/models/text.h"
#include "ui/render/marks.h"

#include <QMouseEvent>
#include <QPainter>

namespace ferroscope::ui {

BoundaryChartView::BoundaryChartView(const QString& name, QWidget* parent)
    : FigureView(name, parent)
{
    setFocusPolicy(Qt::StrongFocus);
    setMinimumSize(420, 220);
}

void BoundaryChartView::setColumns(const std::vector<render::BoundaryColumn>& columns)
{
    m_columns = columns;
    m_current = -1;
    for (std::size_t at = 0; at < columns.size(); ++at) {
        if (columns[at].chosen || (m_current < 0 && columns[at].optimum))
            m_current = static_cast<int>(at);
    }
    setAccessibleDescription(tr("%1 cuts from the best unit alone to all, with what each saves and costs; the table twin lists them.").arg(columns.size()));
    refresh();
}

QRectF BoundaryChartView::rectOf(int column) const { return column >= 0 && column < static_cast<int>(m_layout.columns.size()) ? m_layout.columns[static_cast<std::size_t>(column)] : QRectF(); }

void BoundaryChartView::layOut()
{
    if (width() > 80 && height() > 80)
        m_layout = render::layOutBoundary(m_columns, QRectF(rect()).adjusted(14, 0, -14, -10), themeOf(this));
}

QString BoundaryChartView::emptyText() const { return m_columns.empty() ? tr("Nothing is proposed to move, so there is no cut to price.") : QString(); }

void BoundaryChartView::paintFigure(QPainter& painter, const Theme& theme)
{
    if (!m_columns.empty())
        render::paintBoundary(painter, m_columns, m_layout, tr("percent of the run"), theme);
}

void BoundaryChartView::paintOverlay(QPainter& painter, const Theme& theme)
{
    if (hasFocus() && m_current >= 0)
        drawFocusRing(&painter, rectOf(m_current).adjusted(2, -2, -2, 2), theme.radiusKey, theme);
}

std::vector<FigureMarkText> BoundaryChartView::describeMarks() const
{
    std::vector<FigureMarkText> marks;
    for (std::size_t at = 0; at < m_columns.size(); ++at) {
        const render::BoundaryColumn& one = m_columns[at];
        QString name = tr("%1: saves ≈ %2 of the run, %3, %4, remains %5").arg(one.title, percent(one.saved), one.crossingsText, one.effortText, percent(one.remains()));
        if (!one.mark.isEmpty())
            name += QStringLiteral(", ") + one.mark;
        marks.push_back({ name, {}, rectOf(static_cast<int>(at)) });
    }
    return marks;
}

void BoundaryChartView::chooseMark(int at)
{
    if (at < 0 || at >= static_cast<int>(m_columns.size()))
        return;
    m_current = at;
    update();
    tellCurrentMark();
    Q_EMIT columnChosen(at);
}

void BoundaryChartView::mousePressEvent(QMouseEvent* event)
{
    for (std::size_t at = 0; at < m_layout.columns.size(); ++at) {
        if (m_layout.columns[at].contains(event->position()))
            chooseMark(static_cast<int>(at));
    }
}

void BoundaryChartView::keyPressEvent(QKeyEvent* event)
{
    const int last = static_cast<int>(m_columns.size()) - 1;
    switch (event->key()) {
    case Qt::Key_Left: chooseMark(std::max(0, m_current - 1)); return;
    case Qt::Key_Right: chooseMark(std::min(last, m_current + 1)); return;
    case Qt::Key_Home: chooseMark(0); return;
    case Qt::Key_End: chooseMark(last); return;
    default: FigureView::keyPressEvent(event);
    }
}

void UnitsDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const
{
    const Theme& theme = themeOf(option.palette);
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    const QRectF room = QRectF(option.rect).adjusted(14, 0, -14, 0);
    const QString text = render::oneLine(index.data().toString());
    const QVariant checked = index.data(Qt::CheckStateRole);
    if (!checked.isValid()) {
        render::drawText(*painter, room, Qt::AlignLeft | Qt::AlignVCenter, text, theme.font(TextRole::Caption), theme.text2, Qt::ElideMiddle);
        painter->restore();
        return;
    }
    if (option.state & QStyle::State_Selected)
        painter->fillRect(option.rect, theme.accentSoft);
    else if (option.state & QStyle::State_MouseOver)
        painter->fillRect(option.rect, render::mixed(theme.sunken, theme.surface, 0.6));
    const bool on = checked.toInt() == Qt::Checked;
    const QRectF box(room.left(), room.center().y() - 7.5, 15, 15);
    painter->setPen(QPen(on ? theme.accent : theme.lineStrong, 1.4));
    painter->setBrush(on ? theme.accent : theme.surface);
    painter->drawRoundedRect(box, 3, 3);
    if (on) {
        painter->setPen(QPen(theme.onAccent, 1.8, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
        painter->drawPolyline(QPolygonF { { box.left() + 3.5, box.center().y() + 0.3 }, { box.left() + 6.4, box.center().y() + 3.2 }, { box.right() - 3.2, box.center().y() - 3.4 } });
    }
    const double share = index.data(NumberRole).toDouble() / 100;
    const QString value = QString(index.data(CertaintyRole).toInt() == static_cast<int>(HeatSource::Measured) ? QString() : QStringLiteral("≈ ")) + percent(share);
    render::drawText(*painter, room, Qt::AlignRight | Qt::AlignVCenter, value, theme.font(TextRole::Table), theme.text);
    const double barRoom = 60, wide = barRoom * index.data(FractionRole).toDouble();
    painter->setRenderHint(QPainter::Antialiasing, false);
    const QRectF bar(room.right() - 62 - wide, room.center().y() - 4, std::max(1.0, wide), 8);
    painter->fillRect(bar, on ? theme.interpretedMoves : theme.interpretedStays);
    painter->setRenderHint(QPainter::Antialiasing);
    render::drawText(*painter, QRectF(room.left() + 25, room.top(), room.width() - 25 - 62 - barRoom - 8, room.height()), Qt::AlignLeft | Qt::AlignVCenter, text, theme.font(TextRole::Code), on ? theme.text : theme.text2, Qt::ElideMiddle);
    if (option.state & QStyle::State_HasFocus)
        drawFocusRing(painter, QRectF(option.rect).adjusted(1, 1, -1, -1), theme.radiusTile, theme);
    painter->restore();
}

QSize UnitsDelegate::sizeHint(const QStyleOptionViewItem&, const QModelIndex& index) const
{
    return { 200, index.data(Qt::CheckStateRole).isValid() ? 27 : 25 };
}

bool UnitsDelegate::editorEvent(QEvent* event, QAbstractItemModel* model, const QStyleOptionViewItem&, const QModelIndex& index)
{
    // The whole row ticks: the box alone is a small thing to hit.
    const bool pressed = event->type() == QEvent::MouseButtonRelease || (event->type() == QEvent::KeyPress && static_cast<QKeyEvent*>(event)->key() == Qt::Key_Space);
    if (!pressed || !(index.flags() & Qt::ItemIsUserCheckable))
        return false;
    return model->setData(index, index.data(Qt::CheckStateRole).toInt() == Qt::Checked ? Qt::Unchecked : Qt::Checked, Qt::CheckStateRole);
}

UnitsView::UnitsView(UnitsModel* model, const QString& name, QWidget* parent)
    : QListView(parent)
    , m_units(model)
{
    setModel(model);
    setItemDelegate(new UnitsDelegate(this));
    setAccessibleName(name);
    setFrameShape(QFrame::NoFrame);
    setMouseTracking(true);
    setEditTriggers(NoEditTriggers);
    setSelectionMode(SingleSelection);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setVerticalScrollMode(ScrollPerPixel);
    connect(this, &QListView::doubleClicked, this, [this](const QModelIndex& index) { Q_EMIT unitOpened(index.data(PathRole).toString(), index.data(LineRole).toInt()); });
}

void UnitsView::currentChanged(const QModelIndex& current, const QModelIndex& previous)
{
    QListView::currentChanged(current, previous);
    Q_EMIT unitFocused(current.isValid() ? m_units->unitAt(current.row()) : -1);
}

void UnitsView::keyPressEvent(QKeyEvent* event)
{
    if ((event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) && currentIndex().isValid()) {
        Q_EMIT unitOpened(currentIndex().data(PathRole).toString(), currentIndex().data(LineRole).toInt());
        return;
    }
    if (event->key() == Qt::Key_Space && currentIndex().isValid()) {
        m_units->setData(currentIndex(), currentIndex().data(Qt::CheckStateRole).toInt() == Qt::Checked ? Qt::Unchecked : Qt::Checked, Qt::CheckStateRole);
        return;
    }
    QListView::keyPressEvent(event);
}

} // namespace ferroscope::ui
