// SPDX-FileCopyrightText: The Ferroscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/render/figures/waterfall.h"

#include "ui/render/figures/axis.h"
#include "ui/render/format.h"
#include "ui/render/marks.h"
#include "ui/render/words.h"
#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;

namespace ferroscope::render {

namespace {

// The labels of core, where lupdate finds them.
[[maybe_unused]] constexpr const char* kLabels[] = { QT_TRANSLATE_NOOP("Figures", "CPU-bound"), QT_TRANSLATE_NOOP("Figures", "I/O and async"),
    QT_TRANSLATE_NOOP("Figures", "Crossings"), QT_TRANSLATE_NOOP("Figures", "Bounded context"), QT_TRANSLATE_NOOP("Figures", "Type clarity"),
    QT_TRANSLATE_NOOP("Figures", "Portability"), QT_TRANSLATE_NOOP("Figures", "Ecosystem"), QT_TRANSLATE_NOOP("Figures", "Safety net"),
    QT_TRANSLATE_NOOP("Figures", "Start small") };

// A group is 100·Σwc/Σw, so a criterion brings w·c/Σw of at most 100·w/Σw; unknown counts as worst.
Waterfall groupOf(const AssessedModule& module, const QString& title, int first, int last, const Range& total)
{
    Waterfall waterfall { title, {}, total };
    double weights = 0;
    for (int i = first; i < last; ++i)
        weights += module.criteria[static_cast<std::size_t>(i)].weight;
    for (int i = first; i < last; ++i) {
        const CriterionScore& score = module.criteria[static_cast<std::size_t>(i)];
        const double share = weights > 0 ? score.weight / weights : 0;
        waterfall.steps.push_back({ words(criterionLabel(static_cast<CriterionId>(i)).data()), share * score.value.value_or(0), share * 100, score.value,
            share * score.low, share * score.high, text(score.why) });
    }
    return waterfall;
}

struct Columns {
    QRectF label, plot, numbers, notes;
};

Columns columnsOf(const QRectF& rect, const WaterfallOptions& options, double line)
{
    const double label = options.labelWidth * line, numbers = options.numberWidth * line, notes = options.noteWidth * line;
    Columns columns;
    columns.label = QRectF(rect.left(), rect.top(), label - line * 0.5, rect.height());
    columns.plot = QRectF(rect.left() + label, rect.top(), std::max(1.0, rect.width() - label - numbers - notes - line * 0.8), rect.height());
    columns.numbers = QRectF(columns.plot.right() + line * 0.8, rect.top(), numbers, rect.height());
    columns.notes = QRectF(columns.numbers.right() + line * 0.8, rect.top(), std::max(0.0, notes - line * 0.8), rect.height());
    return columns;
}

} // namespace

Waterfall valueWaterfall(const AssessedModule& module) { return groupOf(module, words(QT_TRANSLATE_NOOP("Figures", "Value")), 0, kValueCriterionCount, module.value); }
Waterfall easeWaterfall(const AssessedModule& module) { return groupOf(module, words(QT_TRANSLATE_NOOP("Figures", "Ease")), kValueCriterionCount, kCriterionCount, module.ease); }

double waterfallHeight(const Waterfall& waterfall, const WaterfallOptions& options, const Theme& theme)
{
    const double line = theme.lineHeight(TextRole::Label);
    return line * (options.row * static_cast<double>(waterfall.steps.size() + 1) + (options.axis ? 1.5 : 0.2));
}

void paintWaterfall(QPainter& painter, const QRectF& rect, const Waterfall& waterfall, const WaterfallOptions& options, const Theme& theme)
{
    painter.save();
    const bool print = theme.kind == Theme::Kind::Print;
    const double line = theme.lineHeight(TextRole::Label), row = options.row * line, bar = options.bar * line;
    const Columns columns = columnsOf(rect, options, line);
    const double rows = row * static_cast<double>(waterfall.steps.size() + 1);
    const QRectF plot(columns.plot.left(), rect.top(), columns.plot.width(), rows);
    const auto x = [&](double points) { return position(points, 0, 100, plot.left(), plot.right()); };
    if (options.axis) {
        Axis axis { 0, 100, { 0, 25, 50, 75, 100 }, 0 };
        paintBottomAxis(painter, plot, axis, {}, theme);
    }
    const QFont plain = theme.font(TextRole::Label), strong = theme.font(TextRole::Label, true);
    const QColor fill = print ? theme.move : theme.readiness.color[4];
    double sum = 0, y = rect.top();
    for (const WaterfallStep& step : waterfall.steps) {
        const QRectF lane(plot.left(), y + (row - bar) / 2, plot.width(), bar);
        const QRectF text(columns.label.left(), y, columns.label.width(), row);
        drawText(painter, text, Qt::AlignRight | Qt::AlignVCenter, step.label, plain, theme.text);
        const double from = x(sum), to = x(sum + step.points), end = x(sum + step.of);
        // Missing points, or the whole of an unknown criterion.
        if (end - to > line * 0.15) {
            const QRectF missing(to, lane.top(), end - to, bar);
            painter.fillRect(missing, theme.surface);
            drawDashedBox(painter, missing, step.answer ? theme.lineStrong : theme.text3, theme);
            if (!step.answer)
                drawText(painter, missing, Qt::AlignCenter, u"?"_s, strong, theme.text, Qt::ElideNone);
        }
        painter.fillRect(QRectF(from, lane.top(), std::max(to - from, theme.u(theme.hairline)), bar), fill);
        // The thread down to where the next one begins.
        painter.setPen(QPen(theme.grey[1], theme.u(theme.hairline)));
        painter.drawLine(QPointF(to, lane.bottom()), QPointF(to, lane.bottom() + row - bar));
        sum += step.points;

        const QRectF numbers(columns.numbers.left(), y, columns.numbers.width(), row);
        const double half = columns.numbers.width() * 0.36;
        if (step.answer) {
            drawText(painter, QRectF(numbers.left(), y, half, row), Qt::AlignRight | Qt::AlignVCenter, number(step.points, 1), strong, theme.text);
        } else {
            drawText(painter, QRectF(numbers.left(), y, half, row), Qt::AlignRight | Qt::AlignVCenter, u"?"_s, strong, theme.text);
        }
        drawText(painter, QRectF(numbers.left() + half, y, numbers.width() - half, row), Qt::AlignLeft | Qt::AlignVCenter,
            words(QT_TRANSLATE_NOOP("Figures", " of %1")).arg(number(step.of, 1)), plain, theme.text3);
        if (columns.notes.width() > line)
            drawTwoLines(painter, QRectF(columns.notes.left(), y, columns.notes.width(), row), Qt::AlignVCenter, step.note, plain, theme.text2, line * 0.92);
        y += row;
    }
    const QRectF lane(plot.left(), y + (row - bar) / 2, plot.width(), bar);
    drawText(painter, QRectF(columns.label.left(), y, columns.label.width(), row), Qt::AlignRight | Qt::AlignVCenter, waterfall.title, strong, theme.text);
    painter.fillRect(QRectF(lane.left(), lane.top(), x(waterfall.total.likely) - lane.left(), bar), print ? theme.text : theme.readiness.color[6]);
    // Whisker low to high over the end of the bar.
    const Range total = waterfall.total.ordered();
    const QRectF whisker(QPointF(x(total.low), lane.center().y() - bar * 0.14), QPointF(x(total.high), lane.center().y() + bar * 0.14));
    painter.fillRect(whisker, print ? theme.tint[2] : theme.surface);
    if (!print) {
        painter.setPen(QPen(theme.text, theme.u(1)));
        painter.setBrush(Qt::NoBrush);
        painter.drawRect(whisker);
    }
    painter.fillRect(QRectF(x(total.likely) - theme.u(theme.hairline), lane.top(), theme.u(theme.hairline) * 2, bar), theme.text);
    const double half = columns.numbers.width() * 0.36;
    drawText(painter, QRectF(columns.numbers.left(), y, half, row), Qt::AlignRight | Qt::AlignVCenter, number(total.likely), strong, theme.text);
    drawText(painter, QRectF(columns.numbers.left() + half, y, columns.numbers.width() - half, row), Qt::AlignLeft | Qt::AlignVCenter,
        u" ("_s + number(total.low) + u'–' + number(total.high) + u')', plain, theme.text3);
    painter.restore();
}

void paintGeometricMean(QPainter& painter, const QRectF& rect, const Range& value, const Range& ease, const Range& readiness, const Theme& theme)
{
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    const bool print = theme.kind == Theme::Kind::Print;
    const double line = theme.lineHeight(TextRole::Label);
    const double scale = std::min(rect.height() / 100, rect.width() * 0.28 / 100);
    const QFont strong = theme.font(TextRole::Label, true), plain = theme.font(TextRole::Label);
    const QRectF oblong(rect.left(), rect.bottom() - ease.likely * scale, value.likely * scale, ease.likely * scale);
    const double equals = line * 2, side = readiness.likely * scale;
    const QRectF square(oblong.right() + equals, rect.bottom() - side, side, side);
    painter.fillRect(oblong, print ? theme.tint[1] : theme.readiness.color[1]);
    painter.fillRect(square, print ? theme.text : theme.readiness.color[6]);
    const auto inside = [&](const QRectF& box, const QString& label, const QColor& ink) {
        if (textWidth(label, strong) + line * 0.4 <= box.width() && box.height() > line)
            drawText(painter, box, Qt::AlignCenter, label, strong, ink, Qt::ElideNone);
    };
    inside(oblong, number(value.likely) + u" × "_s + number(ease.likely), theme.kind == Theme::Kind::Dark ? theme.readiness.inkOf(20) : theme.text);
    inside(square, number(readiness.likely) + u" × "_s + number(readiness.likely), print ? theme.surface : theme.readiness.ink[6]);
    drawText(painter, QRectF(oblong.right(), rect.bottom() - line * 2, equals, line * 2), Qt::AlignCenter, u"="_s, strong, theme.text2);
    const double left = square.right() + line;
    const QString likely = number(readiness.likely);
    const QFont figure = theme.font(TextRole::Subhead);
    const double top = rect.bottom() - line * 3.4;
    const double used = drawText(painter, QRectF(left, top - line * 0.2, rect.right() - left, line * 1.6), Qt::AlignLeft | Qt::AlignVCenter,
        words(QT_TRANSLATE_NOOP("Figures", "Readiness %1")).arg(likely), figure, theme.text);
    drawText(painter, QRectF(left + used + line * 0.5, top - line * 0.2, rect.right() - left - used, line * 1.6), Qt::AlignLeft | Qt::AlignVCenter,
        number(readiness.low) + u'–' + number(readiness.high), plain, theme.text3);
    drawText(painter, QRectF(left, top + line * 1.4, rect.right() - left, line), Qt::AlignLeft,
        words(QT_TRANSLATE_NOOP("Figures", "√(value %1 × ease %2)")).arg(number(value.likely), number(ease.likely)), plain, theme.text2);
    drawText(painter, QRectF(left, top + line * 2.4, rect.right() - left, line), Qt::AlignLeft, words(QT_TRANSLATE_NOOP("Figures", "Same area: a move needs both.")), plain, theme.text3);
    painter.restore();
}

} // namespace ferroscope::render
