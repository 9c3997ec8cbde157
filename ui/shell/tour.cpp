// SPDX-FileCopyrightText: The Ferroscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/tour.h"

#include "ui/widgets/controls.h"

#include <QAccessible>
#include <QEvent>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QPainter>
#include <QPointer>
#include <QVBoxLayout>
#include <algorithm>

namespace ferroscope::ui {

namespace {

constexpr int kWide = 320, kAway = 12, kEdge = 16;

// Lets everything through: it only shows where to look.
class Ring final : public QWidget {
public:
    explicit Ring(QWidget* window)
        : QWidget(window)
    {
        setAttribute(Qt::WA_TransparentForMouseEvents);
        setFocusPolicy(Qt::NoFocus);
    }

protected:
    void paintEvent(QPaintEvent*) override
    {
        const Theme& theme = themeOf(this);
        QPainter painter(this);
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setPen(QPen(theme.accent, 2));
        painter.setBrush(Qt::NoBrush);
        painter.drawRoundedRect(QRectF(rect()).adjusted(1.5, 1.5, -1.5, -1.5), theme.radiusCard, theme.radiusCard);
    }
};

} // namespace

Tour::Tour(QWidget* window)
    : QFrame(window)
    , m_ring(new Ring(window))
    , m_title(heading({}))
    , m_text(new Label({}, TextRole::Body, Tone::Text2))
    , m_count(caption({}))
    , m_back(makeButton(tr("Back"), Look::Small, {}, tr("Back in the tour")))
    , m_next(makeButton(tr("Next"), Look::Primary, {}, tr("Next step of the tour")))
{
    setFixedWidth(kWide);
    setFocusPolicy(Qt::NoFocus);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(18, 16, 16, 14);
    column->setSpacing(8);
    m_title->setWordWrap(true);
    m_text->setWordWrap(true);
    column->addWidget(m_title);
    column->addWidget(m_text);
    auto* row = new QHBoxLayout;
    row->setSpacing(8);
    auto* skip = makeButton(tr("End"), Look::Link, {}, tr("End the tour"));
    setKeycap(skip, tr("Esc"));
    row->addWidget(m_count);
    row->addStretch();
    row->addWidget(skip);
    row->addWidget(m_back);
    row->addWidget(m_next);
    column->addSpacing(4);
    column->addLayout(row);
    hide();
    m_ring->hide();
    window->installEventFilter(this);
    for (QPushButton* button : { skip, m_back, m_next })
        button->installEventFilter(this); // arrows walk the steps, not the buttons
    connect(skip, &QPushButton::clicked, this, &Tour::end);
    connect(m_back, &QPushButton::clicked, this, [this] { go(m_at - 1); });
    connect(m_next, &QPushButton::clicked, this, [this] { m_at + 1 < steps() ? go(m_at + 1) : end(); });
}

Tour::~Tour() = default;

void Tour::start(std::vector<TourStep> wanted)
{
    m_steps = std::move(wanted);
    go(0);
}

void Tour::end()
{
    if (!running())
        return;
    const bool complete = m_at + 1 == steps();
    const bool focused = isAncestorOf(window()->focusWidget());
    hide();
    m_ring->hide();
    if (focused && m_target)
        m_target->setFocus(Qt::OtherFocusReason);
    if (m_target)
        m_target->removeEventFilter(this);
    m_target = nullptr;
    Q_EMIT ended(complete);
}

void Tour::go(int to)
{
    m_at = std::clamp(to, 0, steps() - 1);
    const TourStep& now = m_steps[static_cast<std::size_t>(m_at)];
    if (m_target)
        m_target->removeEventFilter(this);
    m_target = now.show ? now.show() : nullptr;
    if (m_target)
        m_target->installEventFilter(this); // it may be laid out only now, or go away
    m_title->setText(now.title);
    m_text->setText(now.text);
    m_count->setText(tr("%1 of %2").arg(m_at + 1).arg(steps()));
    m_back->setEnabled(m_at > 0);
    m_next->setText(m_at + 1 < steps() ? tr("Next") : tr("Done"));
    m_next->setAccessibleName(m_at + 1 < steps() ? tr("Next step of the tour") : tr("Done with the tour"));
    setAccessibleName(tr("Tour, step %1 of %2: %3").arg(m_at + 1).arg(steps()).arg(now.title));
    setAccessibleDescription(now.text);
    m_next->setAccessibleDescription(now.title + QLatin1String(". ") + now.text); // read out with the focus
    place();
    m_ring->show();
    m_ring->raise();
    show();
    raise();
    m_next->setFocus(Qt::OtherFocusReason);
    QAccessibleEvent said(this, QAccessible::Alert);
    QAccessible::updateAccessibility(&said);
}

// Beside the target where there is room, else in its lower right corner.
void Tour::place()
{
    const QWidget* window = parentWidget();
    const QRect all = window->rect().adjusted(kEdge, kEdge, -kEdge, -kEdge);
    const QRect target = m_target && m_target->isVisible() ? QRect(m_target->mapTo(window, QPoint()), m_target->size()).intersected(window->rect()) : QRect(all.center(), QSize(1, 1));
    m_ring->setGeometry(target.adjusted(-4, -4, 4, 4));
    m_ring->setVisible(running() && m_target && m_target->isVisible());
    adjustSize();
    resize(kWide, std::max(heightForWidth(kWide), minimumSizeHint().height()));
    const QSize own = size();
    const int top = std::clamp(target.top(), all.top(), std::max(all.top(), all.bottom() - own.height()));
    const int left = std::clamp(target.left(), all.left(), std::max(all.left(), all.right() - own.width()));
    const QRect corner(QPoint(target.right() - own.width() - kAway, target.bottom() - own.height() - kAway), own);
    for (const QRect& where : { QRect(QPoint(target.right() + kAway, top), own), QRect(QPoint(target.left() - kAway - own.width(), top), own),
             QRect(QPoint(left, target.bottom() + kAway), own), QRect(QPoint(left, target.top() - kAway - own.height()), own) }) {
        if (all.contains(where)) {
            move(where.topLeft());
            return;
        }
    }
    move(std::clamp(corner.left(), all.left(), std::max(all.left(), all.right() - own.width())), std::clamp(corner.top(), all.top(), std::max(all.top(), all.bottom() - own.height())));
}

bool Tour::eventFilter(QObject* watched, QEvent* event)
{
    if (watched == m_target && event->type() == QEvent::Destroy)
        m_target = nullptr;
    if (event->type() == QEvent::KeyPress && watched->parent() == this) {
        const int key = static_cast<const QKeyEvent*>(event)->key();
        if (key == Qt::Key_Right || key == Qt::Key_Left) {
            (key == Qt::Key_Right ? m_next : m_back)->click();
            return true;
        }
    }
    const bool moved = event->type() == QEvent::Resize || event->type() == QEvent::Move || event->type() == QEvent::Show || event->type() == QEvent::Hide;
    if (running() && moved && (watched == parentWidget() || watched == m_target))
        place();
    return QFrame::eventFilter(watched, event);
}

void Tour::paintEvent(QPaintEvent*)
{
    const Theme& theme = themeOf(this);
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(theme.lineStrong, 1));
    painter.setBrush(theme.raised);
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), theme.radiusCard, theme.radiusCard);
}

} // namespace ferroscope::ui
