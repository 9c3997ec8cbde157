// SPDX-FileCopyrightText: The Ferroscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/render/figures/savings.h"

#include "ui/render/figures/axis.h"
#include "ui/render/figures/contexts.h"
#include "ui/render/format.h"
#include "ui/render/marks.h"
#include "ui/render/words.h"
#include <algorithm>

using namespace Qt::StringLiterals;

namespace ferroscope::render {

Savings savingsOf(const Assessment& assessment, std::size_t maxParts)
{
    Savings savings;
    savings.estimated = heatSource(assessment) != HeatSource::Measured;
    int fixes = 0;
    for (const Wave& wave : assessment.waves) {
        for (const WorkItem& item : wave.work) {
            if (item.gain.likely > 0)
                savings.parts.push_back({ u'P' + QString::number(++fixes), item.gain, item.kind });
        }
        for (const std::string& id : wave.candidates) {
            if (const Candidate* candidate = assessment.candidate(id))
                savings.parts.push_back({ text(candidate->id), candidate->gain, candidate->strategy });
        }
    }
    if (assessment.waves.empty()) {
        for (const Candidate& candidate : assessment.candidates)
            savings.parts.push_back({ text(candidate.id), candidate.gain, candidate.strategy });
    }
    for (const SavingsPart& part : savings.parts)
        savings.total += part.gain;
    savings.total = { std::min(1.0, savings.total.low), std::min(1.0, savings.total.likely), std::min(1.0, savings.total.high) };
    std::stable_sort(savings.parts.begin(), savings.parts.end(),
        [](const SavingsPart& a, const SavingsPart& b) { return a.gain.likely > b.gain.likely; });
    if (maxParts > 0 && savings.parts.size() > maxParts) {
        SavingsPart rest { words(QT_TRANSLATE_NOOP("Figures", "others")), {}, Verdict::ExtractPyo3 };
        for (std::size_t i = maxParts - 1; i < savings.parts.size(); ++i)
            rest.gain += savings.parts[i].gain;
        savings.parts.resize(maxParts - 1);
        savings.parts.push_back(rest);
    }
    return savings;
}

double savingsHeight(const Theme& theme) { return theme.lineHeight(TextRole::Label) * 12.2; }

void paintSavings(QPainter& painter, const QRectF& rect, const Savings& savings, const Theme& theme)
{
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing, false);
    const bool print = theme.kind == Theme::Kind::Print;
    const double line = theme.lineHeight(TextRole::Label), height = line * 2.3;
    const QFont plain = theme.font(TextRole::Label), strong = theme.font(TextRole::Label, true);
    const QColor rest = print ? theme.grey[3] : theme.sunken;
    const auto x = [&](double share) { return position(share, 0, 1, rect.left(), rect.right()); };
    double y = rect.top();
    drawText(painter, QRectF(rect.left(), y, rect.width(), line), Qt::AlignLeft, words(QT_TRANSLATE_NOOP("Figures", "Today")), strong, theme.text);
    drawText(painter, QRectF(rect.left(), y, rect.width(), line), Qt::AlignRight, words(QT_TRANSLATE_NOOP("Figures", "the whole run: 100 %")), strong, theme.text);
    y += line * 1.3;
    const QRectF today(rect.left(), y, rect.width(), height);
    painter.fillRect(QRectF(today.left(), y, x(1 - savings.total.likely) - today.left(), height), rest);
    drawText(painter, today.adjusted(line * 0.8, 0, 0, 0), Qt::AlignLeft | Qt::AlignVCenter, words(QT_TRANSLATE_NOOP("Figures", "stays as it is: %1")).arg(percent(1 - savings.total.likely, 0)), plain,
        theme.text);
    double from = 1 - savings.total.likely;
    double lastLabel = today.left();
    for (std::size_t i = 0; i < savings.parts.size(); ++i) {
        const SavingsPart& part = savings.parts[i];
        const double to = std::min(1.0, from + part.gain.likely);
        const double gap = theme.u(0.5);
        const QRectF box(x(from) + gap, y, std::max(gap, x(to) - x(from) - gap), height);
        QColor ink = theme.onAccent;
        if (movesToRust(part.kind)) {
            // Neighbours differ in tone, so that they are told apart without a line between them.
            const QColor fill = !print || i % 2 == 0 ? theme.move : theme.tint[2];
            painter.fillRect(box, fill);
            ink = contrast(theme.onAccent, fill) >= 4.5 ? theme.onAccent : theme.text;
        } else {
            drawHatch(painter, box, theme.move, theme.u(theme.hatchPitch), theme.u(theme.hairline) * 2);
            painter.setPen(QPen(theme.move, theme.u(theme.hairline) * 2, Qt::SolidLine, Qt::FlatCap, Qt::MiterJoin));
            painter.setBrush(Qt::NoBrush);
            painter.drawRect(box.adjusted(gap / 2, gap / 2, -gap / 2, -gap / 2));
            ink = theme.move;
        }
        const double needed = textWidth(part.label, strong);
        if (needed + line * 0.4 < box.width()) {
            if (!movesToRust(part.kind))
                painter.fillRect(QRectF(box.center().x() - needed / 2 - line * 0.25, y + line * 0.45, needed + line * 0.5, height - line * 0.9), theme.surface);
            drawText(painter, box, Qt::AlignCenter, part.label, strong, ink, Qt::ElideNone);
        }
        const QString saved = u'−' + percent(part.gain.likely);
        const double width = textWidth(saved, strong);
        if (box.center().x() - width / 2 > lastLabel && width < std::max(box.width() * 1.6, line * 2.4)) {
            const double left = std::min(box.center().x() - width / 2, rect.right() - width);
            drawText(painter, QRectF(left, y + height + line * 0.25, width + 1, line), Qt::AlignLeft, saved, strong, theme.move, Qt::ElideNone);
            lastLabel = left + width + line * 0.4;
        }
        from = to;
    }
    y += height + line * 2.2;
    drawText(painter, QRectF(rect.left(), y, rect.width(), line), Qt::AlignLeft,
        savings.parts.size() == 1 ? words(QT_TRANSLATE_NOOP("Figures", "After this step")) : words(QT_TRANSLATE_NOOP("Figures", "After all steps")), strong, theme.text);
    y += line * 1.3;
    const Range left { 1 - savings.total.high, 1 - savings.total.likely, 1 - savings.total.low };
    painter.fillRect(QRectF(rect.left(), y, x(left.likely) - rect.left(), height), rest);
    drawText(painter, QRectF(rect.left() + line * 0.8, y, rect.width(), height), Qt::AlignLeft | Qt::AlignVCenter,
        words(QT_TRANSLATE_NOOP("Figures", "expected: %1")).arg(percent(left.likely, 0)), plain, theme.text);
    painter.fillRect(QRectF(x(left.low), y + height * 0.38, x(left.high) - x(left.low), height * 0.24), theme.tint[1]);
    const double tick = theme.u(print ? 1.4 : 3);
    painter.fillRect(QRectF(x(left.likely) - tick / 2, y - line * 0.15, tick, height + line * 0.3), theme.move);
    const QString range = words(QT_TRANSLATE_NOOP("Figures", "range %1")).arg(percentRange({ left.low, left.likely, left.high }, 0).low + u'–' + percentRange(left, 0).high + u"\u00A0%"_s);
    const QString saves = words(QT_TRANSLATE_NOOP("Figures", "saves %1")).arg(percentRange(savings.total).plain());
    const double labelWidth = std::max(textWidth(range, strong), textWidth(saves, plain)) + line * 0.4;
    const bool fitsRight = x(left.high) + line * 0.6 + labelWidth <= rect.right();
    if (fitsRight) {
        const double at = x(left.high) + line * 0.6;
        drawText(painter, QRectF(at, y + height / 2 - line * 1.05, labelWidth, line), Qt::AlignLeft, range, strong, theme.move, Qt::ElideNone);
        drawText(painter, QRectF(at, y + height / 2 + line * 0.05, labelWidth, line), Qt::AlignLeft, saves, plain, theme.text3, Qt::ElideNone);
    } else { // in the line of the heading
        const QRectF above(rect.left(), y - line * 1.3, rect.width(), line);
        const double used = drawText(painter, above, Qt::AlignRight, saves, plain, theme.text3, Qt::ElideNone);
        drawText(painter, above.adjusted(0, 0, -used - line, 0), Qt::AlignRight, range, strong, theme.move, Qt::ElideNone);
    }
    y += height;
    const Axis axis { 0, 100, { 0, 25, 50, 75, 100 }, 0 };
    const double hair = theme.u(print ? 0.5 : 1);
    painter.setPen(QPen(theme.grey[2], hair));
    painter.drawLine(QPointF(rect.left(), y + line * 0.7), QPointF(rect.right(), y + line * 0.7));
    for (const double value : axis.ticks) {
        const double position = x(value / 100);
        painter.drawLine(QPointF(position, y + line * 0.7), QPointF(position, y + line));
        const bool first = value == 0, last = value == 100;
        const QRectF label = first ? QRectF(position, y + line * 1.1, line * 6, line)
            : last                 ? QRectF(position - line * 6, y + line * 1.1, line * 6, line)
                                   : QRectF(position - line * 3, y + line * 1.1, line * 6, line);
        drawText(painter, label, first ? Qt::AlignLeft : last ? Qt::AlignRight : Qt::AlignHCenter, last ? u"100\u00A0%"_s : number(value), plain, theme.text3);
    }
    painter.restore();
}

} // namespace ferroscope::render
