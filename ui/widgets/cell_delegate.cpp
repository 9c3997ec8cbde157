// SPDX-FileCopyrightText: The Ferroscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/cell_delegate.h"

#include "ui/models/text.h"
#include "ui/render/figures/time_split.h"
#include "ui/render/marks.h"
#include "ui/widgets/style.h"

#include <QApplication>
#include <QPainter>

namespace ferroscope::ui {

namespace {

constexpr int kPadding = 8;
constexpr int kHelpMark = 16;

void drawHelpMark(QPainter* painter, const QRectF& mark, const Theme& theme)
{
    painter->setPen(QPen(theme.accent, 1.2));
    painter->setBrush(theme.surface);
    painter->drawEllipse(mark.adjusted(1, 1, -1, -1));
    painter->setFont(theme.font(TextRole::Caption, true));
    painter->drawText(mark, Qt::AlignCenter, QStringLiteral("?"));
}

void drawMono(QPainter* painter, const QRectF& room, const QString& text, const Theme& theme, const QFontMetrics& metrics)
{
    // "routing." dimmed, "insertion" in full: the last component is what is read.
    const QString shown = metrics.elidedText(text, Qt::ElideMiddle, static_cast<int>(room.width()));
    const qsizetype dot = shown == text ? text.lastIndexOf(QLatin1Char('.')) : -1;
    double x = room.left();
    if (dot > 0 && !text.contains(QLatin1Char('/')) && !text.contains(QLatin1Char(' '))) {
        const QString package = text.left(dot + 1);
        painter->setPen(theme.text3);
        painter->drawText(QRectF(x, room.top(), room.width(), room.height()), Qt::AlignVCenter | Qt::AlignLeft, package);
        x += metrics.horizontalAdvance(package);
    }
    painter->setPen(theme.text);
    painter->drawText(QRectF(x, room.top(), room.right() - x, room.height()), Qt::AlignVCenter | Qt::AlignLeft, dot > 0 && x > room.left() ? text.mid(dot + 1) : shown);
}

void drawRangeCell(QPainter* painter, QRectF room, const QModelIndex& index, const Theme& theme)
{
    const QVariant stored = index.data(RangeRole);
    const QString text = index.data().toString();
    if (!stored.isValid()) {
        painter->setPen(theme.text3);
        painter->drawText(room, Qt::AlignVCenter | Qt::AlignLeft, text);
        return;
    }
    const Range range = stored.value<Range>();
    const bool wide = room.width() > 120;
    painter->setPen(theme.text);
    painter->setFont(theme.font(TextRole::Table, true));
    painter->drawText(QRectF(room.left(), room.top(), 22, room.height()), Qt::AlignVCenter | Qt::AlignRight, score(range.likely));
    if (!wide)
        return;
    const QRectF mark(room.left() + 30, room.center().y() - 7, room.width() - 30 - 46, 14);
    painter->fillRect(QRectF(mark.left(), mark.center().y() - 0.5, mark.width(), 1), theme.line);
    const bool estimated = index.data(CertaintyRole).toInt() != static_cast<int>(HeatSource::Measured);
    render::drawRange(*painter, mark, range, 0, 100, theme.text2, theme, estimated);
    painter->setFont(theme.font(TextRole::Caption));
    painter->setPen(theme.text3);
    painter->drawText(QRectF(mark.right() + 6, room.top(), 42, room.height()), Qt::AlignVCenter | Qt::AlignLeft, rangeText(range));
}

void drawHeatCell(QPainter* painter, const QRectF& room, const QModelIndex& index, const Theme& theme)
{
    const QVariant known = index.data(NumberRole);
    const double fraction = index.data(FractionRole).toDouble();
    const double barRoom = room.width() - 72;
    const auto source = static_cast<HeatSource>(index.data(CertaintyRole).toInt());
    const QRectF bar(room.left(), room.center().y() - 4, std::max(1.0, barRoom * fraction), 8);
    if (!known.isValid()) {
        render::drawUnknown(*painter, QRectF(room.left(), room.center().y() - 5, barRoom * 0.5, 10), theme);
    } else if (fraction > 0.002 && barRoom > 8) {
        painter->fillRect(bar, theme.heat.colorOf(known.toDouble()));
        if (source == HeatSource::Estimated && bar.width() > 12)
            render::drawHatch(*painter, bar, theme.hatch, theme.hatchPitch, 1.2);
    }
    painter->setPen(theme.text);
    painter->setFont(theme.font(TextRole::Table));
    painter->drawText(room, Qt::AlignVCenter | Qt::AlignRight, index.data().toString());
}

void drawTimeCell(QPainter* painter, const QRectF& room, const QModelIndex& index, const Theme& theme)
{
    const QVariantList split = index.data(SplitRole).toList();
    if (split.size() != 4 || split[3].toDouble() <= 0)
        return;
    render::TimeBar bar;
    bar.moves = split[0].toDouble();
    bar.native = split[1].toDouble();
    bar.waiting = split[2].toDouble();
    const QRectF place(room.left(), room.center().y() - 5, room.width(), 10);
    render::paintTimeBar(*painter, place, bar, split[3].toDouble(), theme);
    const double wide = room.width() * bar.moves / split[3].toDouble();
    if (index.data(CertaintyRole).toInt() == static_cast<int>(HeatSource::Estimated) && wide > 12)
        render::drawHatch(*painter, QRectF(place.left(), place.top(), wide, place.height()), theme.hatch, theme.hatchPitch, 1.2);
}

} // namespace

const Column* columnOf(const QModelIndex& index)
{
    const QAbstractItemModel* model = index.model();
    while (const auto* proxy = qobject_cast<const QAbstractProxyModel*>(model))
        model = proxy->sourceModel();
    const auto* table = qobject_cast<const TableModel*>(model);
    return table ? &table->column(index.column()) : nullptr;
}

QRect helpMark(const QRect& cell)
{
    return { cell.right() - kPadding - kHelpMark + 1, cell.center().y() - kHelpMark / 2, kHelpMark, kHelpMark };
}

void CellDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const
{
    const Column* column = columnOf(index);
    if (!column) {
        QStyledItemDelegate::paint(painter, option, index);
        return;
    }
    const Theme& theme = themeOf(option.palette);
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    // Names and figures read from left to right in every language; only the order of the columns is mirrored.
    painter->setLayoutDirection(Qt::LeftToRight);
    if (option.state & QStyle::State_Selected)
        painter->fillRect(option.rect, theme.accentSoft);
    else if (option.state & QStyle::State_MouseOver)
        painter->fillRect(option.rect, render::mixed(theme.sunken, theme.surface, 0.6));
    const bool explained = column->help && !index.data(HelpRole).toString().isEmpty();
    const QRectF room = QRectF(option.rect).adjusted(kPadding, 0, explained ? -2 * kPadding - kHelpMark : -kPadding, -1);
    const QString text = render::oneLine(index.data().toString());
    painter->setFont(theme.font(TextRole::Table));
    switch (column->kind) {
    case ColumnKind::Mono:
        painter->setFont(theme.font(TextRole::Code));
        if (const QVariant verdict = index.data(VerdictRole); verdict.isValid()) {
            render::drawVerdict(*painter, QRectF(room.left(), room.center().y() - 6, 12, 12), static_cast<Verdict>(verdict.toInt()), theme);
            drawMono(painter, room.adjusted(20, 0, 0, 0), text, theme, QFontMetrics(painter->font()));
        } else {
            drawMono(painter, room, text, theme, QFontMetrics(painter->font()));
        }
        break;
    case ColumnKind::Verdict: {
        const QVariant verdict = index.data(VerdictRole);
        double x = room.left();
        if (verdict.isValid()) {
            render::drawVerdict(*painter, QRectF(x, room.center().y() - 6, 12, 12), static_cast<Verdict>(verdict.toInt()), theme);
            x += 20;
        }
        painter->setPen(verdict.isValid() ? theme.text : theme.text3);
        const QRectF words(x, room.top(), room.right() - x, room.height());
        painter->drawText(words, Qt::AlignVCenter | Qt::AlignLeft, QFontMetrics(painter->font()).elidedText(text, Qt::ElideRight, static_cast<int>(words.width())));
        break;
    }
    case ColumnKind::RangeMark:
        if (index.data(RangeRole).isValid() && columnOf(index)->value && room.width() > 0 && text.contains(QLatin1Char('%'))) {
            painter->setPen(theme.text);
            painter->drawText(room, Qt::AlignVCenter | Qt::AlignLeft, text);
        } else {
            drawRangeCell(painter, room, index, theme);
        }
        break;
    case ColumnKind::TimeBar:
        drawTimeCell(painter, room, index, theme);
        break;
    case ColumnKind::HeatBar:
        drawHeatCell(painter, room, index, theme);
        break;
    case ColumnKind::Number:
    case ColumnKind::Text: {
        const bool number = column->kind == ColumnKind::Number;
        painter->setPen(number && !index.data(NumberRole).isValid() ? theme.text3 : theme.text);
        painter->drawText(room, Qt::AlignVCenter | (number ? Qt::AlignRight : Qt::AlignLeft),
            QFontMetrics(painter->font()).elidedText(text, Qt::ElideRight, static_cast<int>(room.width())));
        break;
    }
    }
    if (explained && (option.state & (QStyle::State_Selected | QStyle::State_MouseOver)))
        drawHelpMark(painter, helpMark(option.rect), theme);
    painter->setRenderHint(QPainter::Antialiasing, false);
    painter->fillRect(QRect(option.rect.left(), option.rect.bottom(), option.rect.width(), 1), theme.line);
    painter->restore();
}

QSize CellDelegate::sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const
{
    const QSize hint = QStyledItemDelegate::sizeHint(option, index);
    return { hint.width(), static_cast<int>(Theme::light().row) };
}

} // namespace ferroscope::ui
