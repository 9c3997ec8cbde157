// SPDX-FileCopyrightText: The Ferroscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/legend_view.h"

#include "ui/models/text.h"
#include "ui/render/marks.h"

#include <QPainter>
#include <algorithm>

namespace ferroscope::ui {

namespace {
constexpr int kRow = 16;
}

LegendView::LegendView(QWidget* parent)
    : QWidget(parent)
{
    setAccessibleName(tr("Legend"));
}

void LegendView::setRows(std::vector<LegendRow> rows, ColourMetric::Scale scale)
{
    m_rows = std::move(rows);
    m_scale = scale;
    setFixedHeight(static_cast<int>(m_rows.size()) * kRow);
    QStringList words;
    for (const LegendRow& row : m_rows)
        words << row.label + QLatin1String(": ") + countText(row.modules);
    setAccessibleDescription(words.join(QLatin1String(", ")));
    update();
}

void LegendView::paintEvent(QPaintEvent*)
{
    const Theme& theme = themeOf(this);
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    std::size_t most = 1;
    for (const LegendRow& row : m_rows)
        most = std::max(most, row.modules);
    const double figures = std::max(34.0, render::textWidth(countText(most), theme.font(TextRole::Caption, true)) + 4);
    const double barLeft = std::max(104.0, width() * 0.52), barRoom = width() - barLeft - figures - 2;
    double top = 0;
    for (const LegendRow& row : m_rows) {
        if (row.verdict) {
            render::drawVerdict(painter, QRectF(4, top + 2, 12, 12), *row.verdict, theme);
        } else if (row.step >= 0) {
            const render::Scale& scale = m_scale == ColourMetric::Scale::Readiness ? theme.readiness : theme.heat;
            painter.fillRect(QRectF(0, top + 1, 24, kRow - 2), scale.color[static_cast<std::size_t>(row.step)]);
        } else {
            render::drawUnknown(painter, QRectF(0, top + 1, 24, kRow - 2), theme);
        }
        const double textLeft = row.verdict ? 24 : 32;
        render::drawText(painter, QRectF(textLeft, top, barLeft - textLeft - 4, kRow), Qt::AlignLeft | Qt::AlignVCenter, row.label, theme.font(TextRole::Caption), theme.text);
        const double wide = row.modules == 0 ? 0 : std::max(1.0, barRoom * static_cast<double>(row.modules) / static_cast<double>(most));
        painter.fillRect(QRectF(barLeft, top + 4, wide, kRow - 8), render::mixed(theme.lineStrong, theme.surface, 0.5));
        render::drawText(painter, QRectF(width() - figures, top, figures, kRow), Qt::AlignRight | Qt::AlignVCenter, countText(row.modules), theme.font(TextRole::Caption, true), theme.text);
        top += kRow;
    }
}

} // namespace ferroscope::ui
