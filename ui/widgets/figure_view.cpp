// SPDX-FileCopyrightText: The Ferroscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/figure_view.h"

#include "ui/widgets/figure_accessible.h"

#include <QAccessible>
#include <QEvent>
#include <QHBoxLayout>
#include <QPainter>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace ferroscope::ui {

FigureView::FigureView(const QString& name, QWidget* parent)
    : QWidget(parent)
{
    setAccessibleName(name);
    setMouseTracking(true);
    installFigureAccessibility();
}

const std::vector<FigureMarkText>& FigureView::marks() const
{
    if (!m_marks)
        m_marks = describeMarks();
    return *m_marks;
}

void FigureView::tellCurrentMark()
{
    if (currentMark() < 0 || !QAccessible::isActive())
        return;
    QAccessibleEvent event(this, QAccessible::Focus);
    event.setChild(currentMark());
    QAccessible::updateAccessibility(&event);
}

void FigureView::refresh()
{
    m_picture = {};
    m_marks.reset();
    layOut();
    update();
}

void FigureView::paintEvent(QPaintEvent*)
{
    const Theme& theme = themeOf(this);
    const double ratio = devicePixelRatioF();
    if (m_picture.isNull() || m_picture.devicePixelRatio() != ratio) {
        m_picture = QPixmap(size() * ratio);
        m_picture.setDevicePixelRatio(ratio);
        m_picture.fill(Qt::transparent);
        QPainter painter(&m_picture);
        painter.setRenderHints(QPainter::Antialiasing | QPainter::TextAntialiasing);
        paintFigure(painter, theme);
    }
    QPainter painter(this);
    painter.drawPixmap(0, 0, m_picture);
    painter.setRenderHint(QPainter::Antialiasing);
    paintOverlay(painter, theme);
}

void FigureView::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    refresh();
}

void FigureView::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        refresh();
}

FigureCard::FigureCard(const QString& title, const QString& captionText, QWidget* figure, QWidget* table, QWidget* parent)
    : Card(title, captionText, parent)
    , m_switch(makeButton(tr("Show as table"), Look::Link, {}, tr("%1: show as table").arg(title)))
    , m_stack(new QStackedWidget)
    , m_figureName(title)
{
    addAction(m_switch);
    m_stack->addWidget(figure);
    m_stack->addWidget(table);
    body()->addWidget(m_stack);
    connect(m_switch, &QPushButton::clicked, this, [this] { showTable(!showsTable()); });
}

void FigureCard::showTable(bool table)
{
    m_stack->setCurrentIndex(table ? 1 : 0);
    m_switch->setText(table ? tr("Show as figure") : tr("Show as table"));
    m_switch->setAccessibleName(table ? tr("%1: show as figure").arg(m_figureName) : tr("%1: show as table").arg(m_figureName));
    setHeaderLine(table);
    Q_EMIT switched(table);
}

bool FigureCard::showsTable() const { return m_stack->currentIndex() == 1; }

} // namespace ferroscope::ui
