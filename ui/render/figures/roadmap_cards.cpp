// SPDX-FileCopyrightText: The Ferroscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
// A step of the roadmap as the window shows it.
#include "ui/render/figures/roadmap_figure.h"
#include "ui/render/format.h"
#include "ui/render/marks.h"
#include "ui/render/words.h"
#include <algorithm>

using namespace Qt::StringLiterals;

namespace ferroscope::render {

namespace {

struct Line {
    QString text;
    bool strong = false, byHand = false;
};

// Of a card three, of work one.
std::vector<Line> linesOf(const RoadmapStep& step)
{
    const int decimals = step.effort.high < 10 ? 1 : 0;
    const QString cost = unitAfter(number(step.effort.likely, decimals), words(QT_TRANSLATE_NOOP("Figures", "pd"))) + u" (" + number(step.effort.low, decimals) + u'–' + number(step.effort.high, decimals) + u')';
    if (step.id.isEmpty())
        return { { step.title, true }, { cost + (step.gainText.isEmpty() ? QString() : u" · "_s + step.gainText) } };
    std::vector<Line> lines { { step.title, true }, { step.inside + u" · " + cost } };
    if (!step.gainText.isEmpty())
        lines.push_back({ step.gainText });
    if (step.isByHand)
        lines.back().byHand = true;
    return lines;
}

} // namespace

void paintStepCard(QPainter& painter, const RoadmapStep& step, const QRectF& bar, const QRectF& range, const QRectF& chart, const Theme& theme)
{
    const double line = theme.lineHeight(TextRole::Label), pad = line * 0.55, glyph = line * 0.8;
    const QFont plain = theme.font(TextRole::Label), strong = theme.font(TextRole::Label, true);
    const bool isCard = !step.id.isEmpty();
    // To the high end: dashed, because nobody knows.
    if (range.width() > line * 0.6) {
        drawHatch(painter, range.adjusted(0, 1, 0, -1), mixed(theme.hatch, theme.surface, 0.7), theme.u(theme.hatchPitch), theme.u(1));
        drawDashedBox(painter, range.adjusted(0, 0.5, -0.5, -0.5), theme.lineStrong, theme);
    }
    const QColor color = theme.verdict(step.kind).color;
    const double radius = theme.u(4), stripe = std::min(bar.width(), theme.u(5));
    QPainterPath outline;
    outline.addRoundedRect(bar.adjusted(0.5, 0.5, -0.5, -0.5), std::min(radius, bar.width() / 2), std::min(radius, bar.width() / 2));
    painter.fillPath(outline, theme.surface);
    painter.save();
    painter.setClipPath(outline, Qt::IntersectClip);
    painter.fillRect(QRectF(bar.left(), bar.top(), stripe, bar.height()), color);
    painter.restore();
    painter.setPen(QPen(theme.lineStrong, theme.u(1)));
    painter.setBrush(Qt::NoBrush);
    painter.drawPath(outline);

    const std::vector<Line> lines = linesOf(step);
    const QString byHand = words(QT_TRANSLATE_NOOP("Figures", "by hand"));
    // The widest line says whether the words stand in the card, after it or before it.
    double widest = 0;
    if (isCard) {
        for (const Line& one : lines)
            widest = std::max(widest, textWidth(one.text, one.strong ? strong : plain) + (one.strong ? glyph + line * 0.35 : 0) + (one.byHand ? textWidth(u" · "_s + byHand, strong) : 0));
    } else {
        widest = glyph + line * 0.35 + textWidth(lines[0].text, strong) + pad + textWidth(lines[1].text, plain);
    }
    const double after = std::max(bar.right(), range.width() > line * 0.6 ? range.right() : bar.right()) + pad;
    const double before = bar.left() - pad - chart.left();
    double left = bar.left() + stripe + pad, room = bar.right() - left - pad * 0.6;
    const bool inside = isCard && widest <= room;
    if (!inside) {
        const double beside = chart.right() - after;
        const double across = chart.right() - bar.right() - pad; // over the hatch, on a ground of its own
        if (widest <= beside || beside >= before) {
            left = after;
            room = beside;
        } else if (widest <= before) {
            left = bar.left() - pad - widest;
            room = widest + 1;
        } else if (across > room) {
            left = bar.right() + pad;
            room = across;
        }
        if (room < widest && bar.width() + range.width() > room) { // nowhere enough: in the card as far as it goes
            left = bar.left() + stripe + pad;
            room = std::max(room, chart.right() - left);
        }
        painter.fillRect(QRectF(left - 2, bar.top() + 1, std::min(widest, room) + 4, bar.height() - 2), theme.surface);
    }
    double y = isCard ? bar.center().y() - line * 1.06 * static_cast<double>(lines.size()) / 2 : bar.center().y() - line / 2;
    drawVerdict(painter, QRectF(left, y + (line - glyph) / 2, glyph, glyph), step.kind, theme);
    const double indent = glyph + line * 0.35;
    if (!isCard) {
        const double width = std::min(textWidth(lines[0].text, strong), std::max(0.0, room - indent));
        drawText(painter, QRectF(left + indent, y, width + 1, line), Qt::AlignLeft | Qt::AlignVCenter, lines[0].text, strong, theme.text);
        const double rest = room - indent - width - pad;
        if (rest > line * 3)
            drawText(painter, QRectF(left + indent + width + pad, y, rest, line), Qt::AlignLeft | Qt::AlignVCenter, lines[1].text, plain, theme.text2);
        return;
    }
    for (const Line& one : lines) {
        const double in = one.strong ? indent : 0;
        const QFont& font = one.strong ? strong : plain;
        const double width = std::min(textWidth(one.text, font), std::max(0.0, room - in));
        drawText(painter, QRectF(left + in, y, width + 1, line), Qt::AlignLeft | Qt::AlignVCenter, one.text, font, one.strong ? theme.text : theme.text2);
        if (one.byHand && room - in - width > line * 3)
            drawText(painter, QRectF(left + in + width, y, room - in - width + 1, line), Qt::AlignLeft | Qt::AlignVCenter, u" · "_s + byHand, strong, theme.accent);
        y += line * 1.06;
    }
}

} // namespace ferroscope::render
