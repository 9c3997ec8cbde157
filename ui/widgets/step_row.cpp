// SPDX-FileCopyrightText: The Ferroscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/step_row.h"

#include "ui/models/text.h"
#include "ui/render/marks.h"

#include <QPainter>

namespace ferroscope::ui {

StepRow::StepRow(const StepText& step, QWidget* parent)
    : QAbstractButton(parent)
    , m_step(step)
{
    setFocusPolicy(Qt::StrongFocus);
    setCursor(Qt::PointingHandCursor);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Preferred);
    setMinimumHeight(54);
    setMaximumHeight(84);
    setAccessibleName(tr("Step: %1").arg(step.title));
    setAccessibleDescription(tr("%1, %2. Saves %3. Effort %4.")
                                 .arg(step.how, step.where,
                                     step.gain ? percent(step.gain->likely) : tr("unknown"),
                                     step.effort ? days(step.effort->likely, true) : tr("unknown")));
    setToolTip(tr("%1: open what it is about").arg(step.title));
}

void StepRow::paintEvent(QPaintEvent*)
{
    const Theme& theme = themeOf(this);
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    if (underMouse())
        painter.fillRect(QRect(1, 0, width() - 2, height()), render::mixed(theme.sunken, theme.surface, 0.5));
    const double top = (height() - 52) / 2.0;
    render::drawVerdict(painter, QRectF(kPadding, height() / 2.0 - 7, 14, 14), m_step.verdict, theme);

    const double textLeft = kPadding + 30, effortLeft = width() - kPadding - kEffortColumn, gainLeft = effortLeft - kGainColumn - 12;
    const double room = gainLeft - textLeft - 10;
    render::drawText(painter, QRectF(textLeft, top, room, 18), Qt::AlignLeft | Qt::AlignVCenter, m_step.title, theme.font(TextRole::Heading), theme.text);
    render::drawText(painter, QRectF(textLeft, top + 18, room, 17), Qt::AlignLeft | Qt::AlignVCenter, m_step.how, theme.font(TextRole::Table), theme.text2);
    render::drawText(painter, QRectF(textLeft, top + 35, room, 17), Qt::AlignLeft | Qt::AlignVCenter, m_step.where, theme.font(TextRole::Caption), theme.text2, Qt::ElideMiddle);

    const QRectF mark(gainLeft, top + 8, kGainColumn, 14);
    painter.fillRect(QRectF(mark.left(), mark.center().y() - 0.5, mark.width(), 1), theme.line);
    const QRectF words(gainLeft, top + 27, kGainColumn, 18);
    if (m_step.gain) {
        render::drawRange(painter, mark, *m_step.gain, 0, m_step.gainScale, theme.verdict(m_step.verdict).color, theme, m_step.estimated);
        const QString likely = (m_step.estimated ? QStringLiteral("≈ ") : QString()) + percent(m_step.gain->likely);
        const double used = render::drawText(painter, words, Qt::AlignLeft | Qt::AlignVCenter, likely, theme.font(TextRole::Table, true), theme.text);
        render::drawText(painter, words.adjusted(used + 6, 0, 0, 0), Qt::AlignLeft | Qt::AlignVCenter, spanPercent(*m_step.gain), theme.font(TextRole::Table), theme.text2);
    } else {
        render::drawUnknown(painter, QRectF(mark.left(), mark.top() + 2, mark.width() * 0.4, 10), theme);
        render::drawText(painter, words, Qt::AlignLeft | Qt::AlignVCenter, tr("? not known"), theme.font(TextRole::Table), theme.text2);
    }

    const QRectF effort(effortLeft, top + 6, kEffortColumn, 20);
    render::drawText(painter, effort, Qt::AlignRight | Qt::AlignVCenter, m_step.effort ? days(m_step.effort->likely) : QStringLiteral("?"), theme.font(TextRole::Heading), theme.text);
    render::drawText(painter, effort.translated(0, 19), Qt::AlignRight | Qt::AlignVCenter,
        m_step.effort ? rangeText(*m_step.effort, m_step.effort->high < 10 ? 1 : 0) : tr("unknown"), theme.font(TextRole::Caption), theme.text2);
    if (hasFocus())
        drawFocusRing(&painter, QRectF(rect()).adjusted(3, 3, -3, -3), theme.radiusTile, theme);
}

void StepRow::enterEvent(QEnterEvent*) { update(); }
void StepRow::leaveEvent(QEvent*) { update(); }

} // namespace ferroscope::ui
