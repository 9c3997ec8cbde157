// SPDX-FileCopyrightText: The Ferroscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/render/figures/boundary_chart.h"

#include "ui/render/figures/axis.h"
#include "ui/render/format.h"
#include "ui/render/marks.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace ferroscope::render {

namespace {

constexpr double kTextLines = 3.3; // below the plot
constexpr double kBar = 0.5; // of a column's width

void paintPart(QPainter& painter, const QRectF& rect, int part, bool strong, const Theme& theme)
{
    if (rect.height() < theme.u(0.5))
        return;
    const double line = theme.u(theme.hairline);
    QColor edge = theme.lineStrong;
    switch (part) {
    case 0: // crossings: dense hatch in the colour of danger
        painter.fillRect(rect, theme.dangerSoft);
        drawHatch(painter, rect, theme.danger, theme.u(4), theme.u(2), 135);
        edge = theme.danger;
        break;
    case 1: // effort: pale hatch
        painter.fillRect(rect, theme.surface);
        drawHatch(painter, rect, theme.line, theme.u(theme.hatchPitch), line);
        break;
    default:
        painter.fillRect(rect, strong ? theme.move : theme.moveSoft);
        edge = theme.move;
        break;
    }
    painter.setPen(QPen(edge, line, Qt::SolidLine, Qt::FlatCap, Qt::MiterJoin));
    painter.setBrush(Qt::NoBrush);
    painter.drawRect(rect.adjusted(line / 2, line / 2, -line / 2, -line / 2));
}

} // namespace

void paintBoundaryKey(QPainter& painter, const QRectF& rect, int part, const Theme& theme) { paintPart(painter, rect, part, true, theme); }

BoundaryChartLayout layOutBoundary(const std::vector<BoundaryColumn>& columns, const QRectF& rect, const Theme& theme)
{
    BoundaryChartLayout layout;
    const double line = theme.lineHeight(TextRole::Caption);
    double most = 0;
    for (const BoundaryColumn& column : columns)
        most = std::max(most, column.saved);
    layout.top = niceAxis(most * 100, 5).to / 100;
    layout.plot = rect.adjusted(line * 3.2, line * 2.6, -line * 0.5, -line * kTextLines - theme.u(6));
    const double width = columns.empty() ? 0 : layout.plot.width() / static_cast<double>(columns.size());
    for (std::size_t at = 0; at < columns.size(); ++at)
        layout.columns.emplace_back(layout.plot.left() + static_cast<double>(at) * width, rect.top() + line * 1.1, width, rect.height() - line * 1.1);
    return layout;
}

void paintBoundary(QPainter& painter, const std::vector<BoundaryColumn>& columns, const BoundaryChartLayout& layout, const QString& axisTitle, const Theme& theme)
{
    painter.save();
    const QFont plain = theme.font(TextRole::Caption), strong = theme.font(TextRole::Table, true);
    const double line = theme.lineHeight(TextRole::Caption);
    const QRectF& plot = layout.plot;
    for (std::size_t at = 0; at < columns.size(); ++at) {
        if (!columns[at].optimum && !columns[at].chosen)
            continue;
        painter.setPen(columns[at].chosen && !columns[at].optimum ? QPen(theme.accent, theme.u(1), Qt::DashLine) : QPen(Qt::NoPen));
        painter.setBrush(columns[at].optimum ? theme.accentSoft : theme.surface);
        painter.drawRoundedRect(layout.columns[at].adjusted(theme.u(4), 0, -theme.u(4), 0), theme.u(4), theme.u(4));
    }
    painter.setRenderHint(QPainter::Antialiasing, false);
    const Axis axis = niceAxis(layout.top * 100 * 0.999, 5);
    for (const double tick : axis.ticks) {
        const double y = position(tick, 0, axis.to, plot.bottom(), plot.top());
        painter.fillRect(QRectF(plot.left(), y, plot.width(), theme.u(1)), tick > 0 ? theme.line : theme.lineStrong);
        drawText(painter, QRectF(plot.left() - line * 3.2, y - line / 2, line * 2.8, line), Qt::AlignRight | Qt::AlignVCenter, number(tick, axis.decimals), plain, theme.text3, Qt::ElideNone);
    }
    drawText(painter, QRectF(plot.left() - line * 2.4, plot.top() - line * 2.5, plot.width(), line), Qt::AlignLeft | Qt::AlignVCenter, axisTitle, plain, theme.text3);
    for (std::size_t at = 0; at < columns.size(); ++at) {
        const BoundaryColumn& column = columns[at];
        const QRectF& place = layout.columns[at];
        const double width = std::min(place.width() * kBar, theme.u(64)), left = place.center().x() - width / 2;
        const auto y = [&](double share) { return position(share, 0, layout.top, plot.bottom(), plot.top()); };
        // From the top: what crossings take, what effort takes, what remains. More than there is cannot be taken.
        const double crossings = std::min(column.crossings, column.saved), effort = std::min(column.effort, column.saved - crossings);
        const double top = y(column.saved), second = y(column.saved - crossings), third = y(column.saved - crossings - effort);
        paintPart(painter, QRectF(left, top, width, second - top), 0, false, theme);
        paintPart(painter, QRectF(left, second, width, third - second), 1, false, theme);
        paintPart(painter, QRectF(left, third, width, plot.bottom() - third), 2, column.optimum || column.chosen, theme);
        const QString remains = number(column.remains() * 100, std::abs(column.remains()) < 0.1 ? 1 : 0);
        const bool inside = plot.bottom() - third > line * 1.6;
        const QColor ink = inside && (column.optimum || column.chosen) ? theme.surface : theme.text;
        const QRectF words = inside ? QRectF(left, third + theme.u(3), width, line * 1.2) : QRectF(left + width + theme.u(4), plot.bottom() - line * 1.3, place.right() - left - width, line * 1.2);
        drawText(painter, words, (inside ? Qt::AlignHCenter : Qt::AlignLeft) | Qt::AlignVCenter, remains, strong, ink, Qt::ElideNone);
        if (!column.mark.isEmpty())
            drawText(painter, QRectF(place.left(), place.top() + theme.u(2), place.width(), line * 1.2), Qt::AlignCenter, column.mark, theme.font(TextRole::Caption, true), theme.accent);
        const double below = plot.bottom() + theme.u(6);
        drawText(painter, QRectF(place.left(), below, place.width(), line * 1.1), Qt::AlignCenter, column.title, column.optimum || column.chosen ? strong : theme.font(TextRole::Table), theme.text);
        drawText(painter, QRectF(place.left() + 2, below + line * 1.1, place.width() - 4, line), Qt::AlignCenter, column.crossingsText, plain, theme.text2);
        drawText(painter, QRectF(place.left() + 2, below + line * 2.1, place.width() - 4, line), Qt::AlignCenter, column.effortText, plain, theme.text2);
    }
    painter.restore();
}

} // namespace ferroscope::render
