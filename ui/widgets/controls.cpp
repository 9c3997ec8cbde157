// SPDX-FileCopyrightText: The Ferroscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/controls.h"

#include "ui/widgets/icons.h"

#include <QApplication>
#include <QEvent>
#include <QHBoxLayout>
#include <QPainter>
#include <QVBoxLayout>

namespace ferroscope::ui {

QColor toneColor(const Theme& theme, Tone tone)
{
    switch (tone) {
    case Tone::Text: return theme.text;
    case Tone::Text2: return theme.text2;
    case Tone::Text3: return theme.text3;
    case Tone::Accent: return theme.accent;
    case Tone::Move: return theme.move;
    case Tone::Warn: return theme.warn;
    case Tone::Danger: return theme.danger;
    case Tone::Ok: return theme.ok;
    }
    return theme.text;
}

Label::Label(const QString& text, TextRole role, Tone tone, QWidget* parent)
    : QLabel(text, parent)
    , m_role(role)
    , m_tone(tone)
{
    setTextFormat(Qt::PlainText);
    setRole(role);
    applyTone();
}

void Label::setRole(TextRole role, bool strong)
{
    m_role = role;
    setFont(Theme::light().font(role, strong));
}

void Label::setMono(bool mono)
{
    QFont font = Theme::light().font(mono ? TextRole::Code : m_role);
    font.setPixelSize(static_cast<int>(Theme::light().type(m_role).size));
    setFont(font);
}

void Label::setTone(Tone tone)
{
    m_tone = tone;
    applyTone();
}

void Label::setElide(Qt::TextElideMode mode)
{
    m_elide = mode;
    updateGeometry();
}

void Label::applyTone()
{
    const QColor color = toneColor(themeOf(QApplication::palette()), m_tone);
    QPalette own = palette();
    if (own.color(QPalette::Active, QPalette::WindowText) == color)
        return;
    own.setColor(QPalette::All, QPalette::WindowText, color);
    setPalette(own);
}

QSize Label::minimumSizeHint() const
{
    const QSize hint = QLabel::minimumSizeHint();
    // What wraps takes its height from its width; a guess at a narrow width would push pages out of the window.
    if (wordWrap())
        return { 24, fontMetrics().lineSpacing() };
    return m_elide == Qt::ElideNone ? hint : QSize(std::min(hint.width(), 24), hint.height());
}

void Label::changeEvent(QEvent* event)
{
    QLabel::changeEvent(event);
    if (event->type() == QEvent::PaletteChange || event->type() == QEvent::ApplicationPaletteChange)
        applyTone();
}

void Label::paintEvent(QPaintEvent* event)
{
    if (m_elide == Qt::ElideNone || wordWrap()) {
        QLabel::paintEvent(event);
        return;
    }
    QPainter painter(this);
    const QRect room = contentsRect();
    const QString shown = fontMetrics().elidedText(text(), m_elide, room.width());
    if (toolTip().isEmpty() && shown != text())
        setToolTip(text());
    painter.setPen(palette().color(QPalette::WindowText));
    painter.drawText(room, static_cast<int>(alignment()), shown);
}

Label* heading(const QString& text, QWidget* parent)
{
    auto* label = new Label(text, TextRole::Heading, Tone::Text, parent);
    return label;
}

Label* caption(const QString& text, QWidget* parent) { return new Label(text, TextRole::Caption, Tone::Text3, parent); }

QPushButton* makeButton(const QString& text, Look look, const QString& icon, const QString& name)
{
    auto* button = new QPushButton(text);
    static constexpr std::array looks { "", "primary", "link", "small" };
    button->setProperty("look", QString::fromLatin1(looks[static_cast<std::size_t>(look)]));
    if (!icon.isEmpty())
        button->setProperty("iconName", icon);
    button->setAccessibleName(name.isEmpty() ? text : name);
    button->setAutoDefault(false);
    button->setFocusPolicy(Qt::StrongFocus);
    button->setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    if (look == Look::Link)
        button->setCursor(Qt::PointingHandCursor);
    return button;
}

void setKeycap(QPushButton* button, const QString& key)
{
    button->setProperty("keycap", key);
    button->updateGeometry();
    button->update();
}

QToolButton* makeIconButton(const QString& icon, const QString& name, const QString& tip)
{
    auto* button = new QToolButton;
    button->setProperty("iconName", icon);
    button->setAccessibleName(name);
    button->setToolTip(tip.isEmpty() ? name : tip);
    button->setFocusPolicy(Qt::StrongFocus);
    button->setFixedSize(30, 30);
    return button;
}

Card::Card(const QString& title, const QString& captionText, QWidget* parent)
    : QFrame(parent)
    , m_title(heading(title))
    , m_caption(caption(captionText))
    , m_headerWidget(new QWidget)
{
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(1, 1, 1, 1);
    column->setSpacing(0);
    m_header = new QHBoxLayout(m_headerWidget);
    m_header->setContentsMargins(14, 0, 14, 0);
    m_header->setSpacing(8);
    m_header->addWidget(m_title);
    m_header->addWidget(m_caption, 1);
    m_caption->setElide(Qt::ElideRight);
    m_headerWidget->setFixedHeight(static_cast<int>(Theme::light().cardHeader));
    m_headerWidget->setVisible(!title.isEmpty());
    column->addWidget(m_headerWidget);
    m_body = new QVBoxLayout;
    m_body->setContentsMargins(0, 0, 0, 0);
    m_body->setSpacing(0);
    column->addLayout(m_body, 1);
}

void Card::addAction(QWidget* widget) { m_header->addWidget(widget); }

void Card::setTitle(const QString& title)
{
    m_title->setText(title);
    m_headerWidget->setVisible(!title.isEmpty());
}

void Card::setCaption(const QString& text) { m_caption->setText(text); }

void Card::setHeaderLine(bool shown)
{
    m_line = shown;
    update();
}

void Card::setGround(bool sunken)
{
    m_sunken = sunken;
    update();
}

void Card::paintEvent(QPaintEvent*)
{
    const Theme& theme = themeOf(this);
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(theme.line, 1));
    painter.setBrush(m_sunken ? theme.sunken : theme.surface);
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), theme.radiusCard, theme.radiusCard);
    if (m_line) {
        painter.setRenderHint(QPainter::Antialiasing, false);
        painter.fillRect(QRect(1, m_headerWidget->geometry().bottom(), width() - 2, 1), theme.line);
    }
}

Notice::Notice(Kind kind, QWidget* parent)
    : QFrame(parent)
    , m_kind(kind)
    , m_text(new QLabel)
    , m_buttons(new QHBoxLayout)
{
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(12, 8, 10, 8);
    row->setSpacing(10);
    const Tone tone = kind == Kind::Danger ? Tone::Danger : kind == Kind::Ok ? Tone::Ok : kind == Kind::Warn ? Tone::Warn : Tone::Accent;
    row->addWidget(new IconLabel(kind == Kind::Ok ? QStringLiteral("check") : kind == Kind::Info ? QStringLiteral("info") : QStringLiteral("warning"), 18, tone));
    m_text->setWordWrap(true);
    m_text->setTextFormat(Qt::RichText);
    m_text->setFont(Theme::light().font(TextRole::Table));
    row->addWidget(m_text, 1);
    m_buttons->setSpacing(8);
    row->addLayout(m_buttons);
}

void Notice::setText(const QString& fact, const QString& consequence)
{
    m_text->setText(QLatin1String("<b>") + fact.toHtmlEscaped() + QLatin1String("</b> ") + consequence.toHtmlEscaped());
    setAccessibleName(fact + QLatin1Char(' ') + consequence);
}

void Notice::addButton(QWidget* button) { m_buttons->addWidget(button); }
void Notice::clearButtons() { clearLayout(m_buttons); }

void Notice::paintEvent(QPaintEvent*)
{
    const Theme& theme = themeOf(this);
    const QColor fill = m_kind == Kind::Danger ? theme.dangerSoft : m_kind == Kind::Ok ? theme.okSoft : m_kind == Kind::Warn ? theme.warnSoft : theme.accentSoft;
    const QColor edge = m_kind == Kind::Danger ? theme.danger : m_kind == Kind::Ok ? theme.ok : m_kind == Kind::Warn ? theme.warn : theme.accent;
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(edge, 1));
    painter.setBrush(fill);
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), theme.radiusCard, theme.radiusCard);
}

Hairline::Hairline(Qt::Orientation orientation, QWidget* parent)
    : QWidget(parent)
{
    if (orientation == Qt::Horizontal)
        setFixedHeight(1);
    else
        setFixedWidth(1);
}

void Hairline::paintEvent(QPaintEvent*) { QPainter(this).fillRect(rect(), themeOf(this).line); }

Keycap::Keycap(const QString& text, QWidget* parent)
    : QWidget(parent)
    , m_text(text)
{
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
}

QSize Keycap::sizeHint() const { return { keycapWidth(m_text, Theme::light()), 18 }; }

void Keycap::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    drawKeycap(&painter, rect(), m_text, themeOf(this));
}

IconLabel::IconLabel(const QString& icon, int size, Tone tone, QWidget* parent)
    : QWidget(parent)
    , m_icon(icon)
    , m_tone(tone)
{
    setFixedSize(size, size);
}

void IconLabel::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    drawIcon(&painter, rect(), m_icon, toneColor(themeOf(this), m_tone));
}

void clearLayout(QLayout* layout)
{
    while (QLayoutItem* item = layout->takeAt(0)) {
        if (item->widget()) {
            item->widget()->hide();
            item->widget()->deleteLater();
        }
        if (item->layout())
            clearLayout(item->layout());
        delete item;
    }
}

} // namespace ferroscope::ui
