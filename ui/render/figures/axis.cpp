// SPDX-FileCopyrightText: The Ferroscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/render/figures/axis.h"

#include "ui/render/format.h"
#include "ui/render/marks.h"
#include <cmath>

namespace ferroscope::render {

Axis niceAxis(double largest, int maxTicks)
{
    if (!(largest > 0) || !std::isfinite(largest))
        largest = 1;
    const double rough = largest / std::max(1, maxTicks - 1);
    const double power = std::pow(10, std::floor(std::log10(rough)));
    double step = 10 * power;
    for (const double factor : { 1.0, 2.0, 2.5, 5.0 }) {
        if (factor * power >= rough * (1 - 1e-9)) {
            step = factor * power;
            break;
        }
    }
    Axis axis;
    const int count = static_cast<int>(std::ceil(largest / step - 1e-9));
    for (int i = 0; i <= count; ++i)
        axis.ticks.push_back(i * step);
    axis.to = count * step;
    while (axis.decimals < 6 && std::abs(step * std::pow(10, axis.decimals) - std::round(step * std::pow(10, axis.decimals))) > 1e-6)
        ++axis.decimals;
    return axis;
}

void paintBottomAxis(QPainter& painter, const QRectF& plot, const Axis& axis, const QString& unit, const Theme& theme)
{
    painter.save();
    const QFont font = theme.font(TextRole::Label);
    const double line = theme.u(theme.kind == Theme::Kind::Print ? 0.5 : 1), gap = theme.lineHeight(TextRole::Label) * 0.25;
    painter.setPen(QPen(theme.axis, line));
    for (const double tick : axis.ticks) {
        const double x = position(tick, axis.from, axis.to, plot.left(), plot.right());
        painter.drawLine(QPointF(x, plot.top()), QPointF(x, plot.bottom()));
    }
    for (const double tick : axis.ticks) {
        const double x = position(tick, axis.from, axis.to, plot.left(), plot.right());
        const bool last = tick == axis.ticks.back();
        const QString digits = number(tick, axis.decimals), label = last ? unitAfter(digits, unit) : digits;
        // The digits stay centred on their tick; the unit hangs over to the right.
        const double left = x - textWidth(digits, font) / 2;
        drawText(painter, QRectF(left, plot.bottom() + gap, textWidth(label, font) + 1, theme.lineHeight(TextRole::Label)), Qt::AlignLeft,
            label, font, theme.text3, Qt::ElideNone);
    }
    painter.restore();
}

} // namespace ferroscope::render
