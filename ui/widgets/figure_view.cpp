// SPDX-FileCopyrightText: The Ferroscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/figure_view.h"

#include "ui/widgets/figure_accessible.h"
#include "ui/widgets/save_event.h"

#include <QAccessible>
#include <QBuffer>
#include <QContextMenuEvent>
#include <QEvent>
#include <QHBoxLayout>
#include <QMenu>
#include <QPainter>
#include <QStackedWidget>
#include <QSvgGenerator>
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

QByteArray FigureView::asSvg()
{
    QByteArray content;
    QBuffer buffer(&content);
    QSvgGenerator generator;
    generator.setOutputDevice(&buffer);
    generator.setResolution(96); // a pixel is a pixel
    generator.setSize(size());
    generator.setViewBox(QRect(QPoint(0, 0), size()));
    generator.setTitle(accessibleName());
    generator.setDescription(accessibleDescription());
    QPainter painter(&generator);
    painter.fillRect(rect(), Theme::light().surface);
    paintFigure(painter, Theme::light());
    painter.end();
    return content;
}

QByteArray FigureView::asPng()
{
    QImage image(size() * 2, QImage::Format_RGB32);
    image.setDevicePixelRatio(2);
    image.fill(Theme::light().surface);
    QPainter painter(&image);
    painter.setRenderHints(QPainter::Antialiasing | QPainter::TextAntialiasing);
    paintFigure(painter, Theme::light());
    painter.end();
    QByteArray content;
    QBuffer buffer(&content);
    buffer.open(QIODevice::WriteOnly);
    image.save(&buffer, "PNG");
    return content;
}

void FigureView::saveAs(bool svg)
{
    const QString name = fileNameFor(accessibleName());
    if (svg)
        offerToSave(this, tr("The figure"), name + QStringLiteral(".svg"), tr("SVG (*.svg)"), asSvg());
    else
        offerToSave(this, tr("The figure"), name + QStringLiteral(".png"), tr("PNG (*.png)"), asPng());
}

void FigureView::contextMenuEvent(QContextMenuEvent* event)
{
    auto* menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->addAction(tr("Save figure as SVG…"), this, [this] { saveAs(true); });
    menu->addAction(tr("Save figure as PNG…"), this, [this] { saveAs(false); });
    menu->popup(event->globalPos());
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
        if (const QString nothing = emptyText(); nothing.isEmpty()) {
            paintFigure(painter, theme);
        } else {
            painter.setFont(theme.font(TextRole::Body));
            painter.setPen(theme.text2);
            painter.drawText(QRectF(rect()).adjusted(14, 10, -14, -10), Qt::AlignTop | Qt::AlignLeft | Qt::TextWordWrap, nothing);
            setAccessibleDescription(nothing);
        }
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
