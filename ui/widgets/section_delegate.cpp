// SPDX-FileCopyrightText: The Ferroscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/section_delegate.h"

#include "ui/render/marks.h"
#include "ui/widgets/style.h"

#include <QPainter>

namespace ferroscope::ui {

void SectionDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const
{
    const Theme& theme = themeOf(option.palette);
    if (option.state & QStyle::State_Selected)
        painter->fillRect(option.rect, theme.accentSoft);
    else if (option.state & QStyle::State_MouseOver)
        painter->fillRect(option.rect, theme.sunken);
    const QRectF row = QRectF(option.rect).adjusted(14, 0, -14, 0);
    const QString page = tr("p. %1").arg(index.data(Qt::UserRole).toInt());
    const QFont font = theme.font(TextRole::Table);
    const double wide = render::textWidth(page, font) + 8;
    render::drawText(*painter, row.adjusted(0, 0, -wide, 0), Qt::AlignVCenter | Qt::AlignLeft, index.data().toString(), font, theme.text);
    render::drawText(*painter, row, Qt::AlignVCenter | Qt::AlignRight, page, font, theme.text2);
    if ((option.state & QStyle::State_HasFocus) && (option.state & QStyle::State_KeyboardFocusChange))
        drawFocusRing(painter, QRectF(option.rect).adjusted(1, 1, -1, -1), theme.radiusTile, theme);
}

QSize SectionDelegate::sizeHint(const QStyleOptionViewItem& option, const QModelIndex&) const { return { option.rect.width(), 29 }; }

} // namespace ferroscope::ui
