// SPDX-FileCopyrightText: The Ferroscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/bars.h"

#include "ui/models/text.h"
#include "ui/widgets/icons.h"

#include <QHBoxLayout>
#include <QPainter>
#include <QProgressBar>

namespace ferroscope::ui {

namespace {

// Looks like a field, is a button: the palette opens where the typing happens.
class SearchButton final : public QPushButton {
public:
    SearchButton()
        : QPushButton(TopBar::tr("Go to module, page, command"))
    {
        setFixedSize(280, 30);
        setAccessibleName(TopBar::tr("Go to module, page or command"));
        setToolTip(TopBar::tr("Go to module, page or command (Ctrl+K)"));
        setCursor(Qt::IBeamCursor);
    }

protected:
    void paintEvent(QPaintEvent*) override
    {
        const Theme& theme = themeOf(this);
        QPainter painter(this);
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setPen(QPen(underMouse() ? theme.lineStrong : theme.line, 1));
        painter.setBrush(theme.window);
        painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), theme.radiusControl, theme.radiusControl);
        drawIcon(&painter, QRectF(9, 7, 16, 16), QStringLiteral("search"), theme.text3);
        painter.setFont(theme.font(TextRole::Table));
        painter.setPen(theme.text3);
        painter.drawText(rect().adjusted(33, 0, -60, 0), Qt::AlignVCenter | Qt::AlignLeft, text());
        const QString key = QStringLiteral("Ctrl K");
        const int wide = keycapWidth(key, theme);
        drawKeycap(&painter, QRectF(width() - wide - 6, 6, wide, 18), key, theme);
    }
};

class TrailPart final : public QPushButton {
public:
    TrailPart(const QString& text, bool last, bool mono)
        : QPushButton(text)
    {
        setProperty("look", QStringLiteral("segment"));
        QFont font = Theme::light().font(mono ? TextRole::Code : TextRole::Body);
        font.setWeight(last ? QFont::DemiBold : QFont::Normal);
        setFont(font);
        setAccessibleName(TopBar::tr("Up to %1").arg(text));
        setCheckable(last); // a checked segment is drawn in full ink
        setChecked(last);
        if (last) {
            setFocusPolicy(Qt::NoFocus);
            setAttribute(Qt::WA_TransparentForMouseEvents);
            setAccessibleName(TopBar::tr("You are at %1").arg(text));
        }
        setFixedWidth(std::min(420, fontMetrics().horizontalAdvance(text) + 8));
        setToolTip(text);
    }
};

} // namespace

TopBar::TopBar(QWidget* parent)
    : QWidget(parent)
    , m_menu(makeIconButton(QStringLiteral("menu"), tr("Menu"), tr("Menu (F10)")))
    , m_back(makeIconButton(QStringLiteral("back"), tr("Back"), tr("Back (Alt+Left)")))
    , m_forward(makeIconButton(QStringLiteral("forward"), tr("Forward"), tr("Forward (Alt+Right)")))
    , m_undo(makeIconButton(QStringLiteral("undo"), tr("Undo"), tr("Undo (Ctrl+Z)")))
    , m_redo(makeIconButton(QStringLiteral("redo"), tr("Redo"), tr("Redo (Ctrl+Shift+Z)")))
    , m_refresh(makeIconButton(QStringLiteral("refresh"), tr("Analyse again"), tr("Analyse again (F5)")))
    , m_search(new SearchButton)
    , m_trail(new QHBoxLayout)
{
    setFixedHeight(static_cast<int>(Theme::light().topBar));
    m_refresh->setProperty("iconPixels", 18);
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(12, 0, 12, 1);
    row->setSpacing(4);
    row->addWidget(m_menu);
    row->addWidget(m_back);
    row->addWidget(m_forward);
    row->addSpacing(4);
    m_trail->setSpacing(2);
    row->addLayout(m_trail);
    row->addStretch();
    row->addWidget(m_search);
    row->addSpacing(6);
    row->addWidget(m_undo);
    row->addWidget(m_redo);
    row->addWidget(m_refresh);
    connect(m_search, &QPushButton::clicked, this, &TopBar::paletteWanted);
}

void TopBar::setTrail(const QStringList& parts, bool mono)
{
    if (parts == m_parts)
        return; // focus that stands on a part stays
    m_parts = parts;
    clearLayout(m_trail);
    for (int at = 0; at < parts.size(); ++at) {
        const bool last = at == parts.size() - 1;
        if (at > 0)
            m_trail->addWidget(new Label(QStringLiteral("›"), TextRole::Body, Tone::Text3));
        auto* part = new TrailPart(parts[at], last, last && mono);
        m_trail->addWidget(part);
        connect(part, &QPushButton::clicked, this, [this, at] { Q_EMIT trailPressed(at); });
    }
}

void TopBar::setNavigation(bool shown)
{
    m_back->setVisible(shown);
    m_forward->setVisible(shown);
    m_refresh->setVisible(shown);
    m_undo->setVisible(shown);
    m_redo->setVisible(shown);
}

void TopBar::paintEvent(QPaintEvent*)
{
    const Theme& theme = themeOf(this);
    QPainter painter(this);
    painter.fillRect(rect(), theme.surface);
    painter.fillRect(QRect(0, height() - 1, width(), 1), theme.line);
}

StatusBar::StatusBar(QWidget* parent)
    : QWidget(parent)
    , m_note(new Label({}, TextRole::Caption))
    , m_left(new Label({}, TextRole::Caption, Tone::Text2))
    , m_certainty(new Label({}, TextRole::Caption, Tone::Text2))
    , m_right(new Label({}, TextRole::Caption, Tone::Text2))
    , m_date(new Label({}, TextRole::Caption, Tone::Text2))
    , m_stage(new Label({}, TextRole::Caption, Tone::Text2))
    , m_percent(new Label({}, TextRole::Caption))
    , m_timeLeft(new Label({}, TextRole::Caption, Tone::Text2))
    , m_bar(new QProgressBar)
    , m_cancel(makeButton(tr("Cancel"), Look::Small, {}, tr("Cancel the analysis")))
{
    setFixedHeight(static_cast<int>(Theme::light().statusBar));
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(14, 1, 14, 0);
    row->setSpacing(18);
    m_bar->setFixedSize(120, 9);
    m_bar->setRange(0, 1000);
    m_bar->setTextVisible(false);
    m_bar->setAccessibleName(tr("Progress of the analysis"));
    m_percent->setRole(TextRole::Caption, true);
    setKeycap(m_cancel, tr("Esc"));
    m_cancel->setFixedHeight(22);
    for (QWidget* part : { static_cast<QWidget*>(m_stage), static_cast<QWidget*>(m_bar), static_cast<QWidget*>(m_percent), static_cast<QWidget*>(m_timeLeft) })
        row->addWidget(part);
    row->addWidget(m_note);
    row->addWidget(m_left);
    row->addWidget(m_certainty);
    row->addStretch();
    row->addWidget(m_right);
    row->addWidget(m_date);
    row->addWidget(m_cancel);
    connect(m_cancel, &QPushButton::clicked, this, &StatusBar::cancelWanted);
    showIdle(tr("Ready"), {}, {}, {});
}

void StatusBar::showIdle(const QString& left, const QString& certainty, const QString& right, const QString& date)
{
    for (QWidget* part : { static_cast<QWidget*>(m_stage), static_cast<QWidget*>(m_bar), static_cast<QWidget*>(m_percent), static_cast<QWidget*>(m_timeLeft), static_cast<QWidget*>(m_cancel) })
        part->hide();
    m_note->hide();
    m_left->setText(left);
    m_left->show();
    m_certainty->setText(certainty);
    m_certainty->setVisible(!certainty.isEmpty());
    m_right->setText(right);
    m_right->show();
    m_date->setText(date);
    m_date->setVisible(!date.isEmpty());
}

void StatusBar::showProgress(const ReadingState& state)
{
    for (QWidget* part : { static_cast<QWidget*>(m_note), static_cast<QWidget*>(m_left), static_cast<QWidget*>(m_certainty), static_cast<QWidget*>(m_right), static_cast<QWidget*>(m_date) })
        part->hide();
    m_stage->setText(tr("%1, %2 of %3").arg(state.stageName, QString::number(state.stage), QString::number(state.stages)));
    m_bar->setValue(static_cast<int>(state.fraction * 1000));
    m_percent->setText(percent(state.fraction, 0));
    m_timeLeft->setText(state.timeLeft);
    for (QWidget* part : { static_cast<QWidget*>(m_stage), static_cast<QWidget*>(m_bar), static_cast<QWidget*>(m_percent), static_cast<QWidget*>(m_timeLeft), static_cast<QWidget*>(m_cancel) })
        part->show();
}

void StatusBar::showNote(const QString& text, const QString& tip)
{
    m_note->setText(text);
    m_note->setToolTip(tip);
    m_note->show();
}

QString StatusBar::note() const { return m_note->isHidden() ? QString() : m_note->text(); }

void StatusBar::showMessage(const QString& text)
{
    m_left->setText(text);
    m_left->show();
}

void StatusBar::paintEvent(QPaintEvent*)
{
    const Theme& theme = themeOf(this);
    QPainter painter(this);
    painter.fillRect(rect(), theme.surface);
    painter.fillRect(QRect(0, 0, width(), 1), theme.line);
}

} // namespace ferroscope::ui
