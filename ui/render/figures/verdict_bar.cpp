// SPDX-FileCopyrightText: The Ferroscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/render/figures/verdict_bar.h"

#include "ui/render/format.h"
#include "ui/render/marks.h"
#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;

namespace ferroscope::render {

std::vector<VerdictCount> verdictCounts(const Assessment& assessment)
{
    std::vector<VerdictCount> counts;
    using enum Verdict;
    for (const Verdict verdict : { ExtractModule, ExtractPyo3, Worker, Service, Cli, DataPipeline, FixInPython, RefactorFirst, TypeFirst,
             ProfileFirst, AlreadyNative, KeepPython }) {
        const std::size_t count = assessment.totals.verdicts[static_cast<std::size_t>(verdict)];
        if (count > 0)
            counts.push_back({ verdict, count, QString::fromUtf8(verdictId(verdict).data(), static_cast<qsizetype>(verdictId(verdict).size())), {} });
    }
    return counts;
}

QColor verdictFill(Verdict verdict, const Theme& theme)
{
    const bool print = theme.kind == Theme::Kind::Print;
    if (verdict == Verdict::KeepPython)
        return print ? theme.grey[3] : mixed(theme.verdict(verdict).color, theme.surface, 0.3);
    if (verdict == Verdict::AlreadyNative)
        return print ? theme.grey[1] : theme.verdict(verdict).color;
    if (print && isBlocker(verdict))
        return verdict == Verdict::FixInPython ? theme.tint[2] : theme.grey[0];
    return theme.verdict(verdict).color;
}

namespace {

// Lengths of the parts of `whole`; nothing that exists is thinner than `least`.
std::vector<double> lengths(const std::vector<VerdictCount>& counts, double whole, double least)
{
    double total = 0;
    for (const VerdictCount& count : counts)
        total += static_cast<double>(count.count);
    std::vector<double> out;
    double sum = 0;
    for (const VerdictCount& count : counts) {
        out.push_back(std::max(least, whole * static_cast<double>(count.count) / std::max(1.0, total)));
        sum += out.back();
    }
    if (!out.empty()) // the longest pays for the others
        *std::max_element(out.begin(), out.end()) -= sum - whole;
    return out;
}

} // namespace

void paintVerdictBar(QPainter& painter, const QRectF& rect, const std::vector<VerdictCount>& counts, const Theme& theme)
{
    if (counts.empty())
        return;
    painter.save();
    const double line = theme.lineHeight(TextRole::Label), barHeight = line * 1.15, gap = theme.u(theme.hairline);
    const std::vector<double> widths = lengths(counts, rect.width(), line * 0.25);
    double x = rect.left();
    for (std::size_t i = 0; i < counts.size(); ++i) {
        painter.fillRect(QRectF(x, rect.top(), std::max(gap, widths[i] - gap), barHeight), verdictFill(counts[i].verdict, theme));
        x += widths[i];
    }
    // Legend in two columns: glyph, label, count.
    const QFont plain = theme.font(TextRole::Table), strong = theme.font(TextRole::Table, true);
    const std::size_t rows = (counts.size() + 1) / 2;
    const double row = theme.lineHeight(TextRole::Table) * 1.35, column = rect.width() / 2, top = rect.top() + barHeight + row * 0.4;
    for (std::size_t i = 0; i < counts.size(); ++i) {
        const QRectF cell(rect.left() + column * static_cast<double>(i / rows), top + row * static_cast<double>(i % rows), column - line * 1.4, row);
        const double side = theme.u(theme.glyph);
        drawVerdict(painter, QRectF(cell.left(), cell.center().y() - side / 2, side, side), counts[i].verdict, theme);
        const double used = drawText(painter, cell, Qt::AlignRight | Qt::AlignVCenter, number(static_cast<double>(counts[i].count)), strong, theme.text);
        drawText(painter, cell.adjusted(side * 1.6, 0, -used - line * 0.4, 0), Qt::AlignLeft | Qt::AlignVCenter, counts[i].label, plain, theme.text);
    }
    painter.restore();
}

void paintVerdictColumn(QPainter& painter, const QRectF& rect, const std::vector<VerdictCount>& counts, const Theme& theme)
{
    if (counts.empty())
        return;
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    const double line = theme.lineHeight(TextRole::Label), width = line * 1.35, gap = theme.u(theme.hairline);
    const std::vector<double> heights = lengths(counts, rect.height(), line * 0.3);
    const bool notes = std::any_of(counts.begin(), counts.end(), [](const VerdictCount& c) { return !c.note.isEmpty(); });
    const double row = std::min(line * (notes ? 2.9 : 1.9), rect.height() / static_cast<double>(counts.size()));
    // From the bottom: what acts lies at the foot of the bar, its label as near as the rows allow.
    std::vector<double> middles;
    double y = rect.bottom();
    for (std::size_t i = 0; i < counts.size(); ++i) {
        painter.fillRect(QRectF(rect.left(), y - heights[i] + gap, width, std::max(gap, heights[i] - gap)), verdictFill(counts[i].verdict, theme));
        middles.push_back(y - heights[i] / 2);
        y -= heights[i];
    }
    std::vector<double> at(counts.size());
    double lowest = rect.bottom() - row / 2;
    for (std::size_t i = 0; i < counts.size(); ++i) {
        at[i] = std::min(middles[i], lowest);
        lowest = at[i] - row;
    }
    double highest = rect.top() + row / 2; // pushed back down where the rows ran out of the top
    for (std::size_t i = counts.size(); i-- > 0;) {
        at[i] = std::max(at[i], highest);
        highest = at[i] + row;
    }
    const QFont big = theme.font(TextRole::Subhead), name = theme.mono(TextRole::Caption), small = theme.font(TextRole::Label);
    for (std::size_t i = 0; i < counts.size(); ++i) {
        const double from = rect.left() + width, to = from + line * 1.9, side = theme.u(theme.glyph) * 1.1;
        painter.setPen(QPen(theme.grey[2], theme.u(theme.hairline)));
        QPainterPath leader(QPointF(from + line * 0.1, middles[i]));
        leader.lineTo(from + line * 0.6, middles[i]);
        leader.lineTo(to - line * 0.5, at[i]);
        leader.lineTo(to, at[i]);
        painter.setBrush(Qt::NoBrush);
        painter.drawPath(leader);
        drawVerdict(painter, QRectF(to + line * 0.35, at[i] - side / 2, side, side), counts[i].verdict, theme);
        const double left = to + line * 0.9 + side;
        const QString count = number(static_cast<double>(counts[i].count));
        const double used = drawText(painter, QRectF(left, at[i] - line, rect.right() - left, line * 2), Qt::AlignLeft | Qt::AlignVCenter, count, big, theme.text);
        drawText(painter, QRectF(left + used + line * 0.5, at[i] - line, rect.right() - left - used - line * 0.5, line * 2),
            Qt::AlignLeft | Qt::AlignVCenter, counts[i].label, name, theme.text);
        if (!counts[i].note.isEmpty() && row >= line * 2)
            drawText(painter, QRectF(left, at[i] + line * 0.6, rect.right() - left, line), Qt::AlignLeft, counts[i].note, small, theme.text3);
    }
    painter.restore();
}

} // namespace ferroscope::render
