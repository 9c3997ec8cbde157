// SPDX-FileCopyrightText: The Ferroscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/render/figures/axis.h"
#include "ui/render/figures/roadmap_figure.h"
#include "ui/render/figures/verdict_bar.h"
#include "ui/render/format.h"
#include "ui/render/marks.h"
#include "ui/render/words.h"
#include <algorithm>

using namespace Qt::StringLiterals;

namespace ferroscope::render {

namespace {

// From what is planned later up to what needs it: this cannot be, and says so.
void paintBroken(QPainter& painter, const QRectF& from, const QRectF& to, const QRectF& chart, const Theme& theme)
{
    const double line = theme.lineHeight(TextRole::Label), tip = line * 0.5, wide = theme.u(theme.kind == Theme::Kind::Print ? 1 : 2);
    const double x = from.left() + std::min(from.width() / 2, line * 0.8), end = std::clamp(x, to.left() + line, std::max(to.left() + line, to.right() - line));
    const double y = (from.top() + to.bottom()) / 2 > to.bottom() ? std::min(from.top() - line * 0.4, to.bottom() + line * 0.9) : to.bottom() + line * 0.5;
    QPainterPath path(QPointF(x, from.top()));
    path.lineTo(x, y);
    path.lineTo(end, y);
    path.lineTo(end, to.bottom() + tip * 0.8);
    painter.setPen(QPen(theme.danger, wide, Qt::SolidLine, Qt::FlatCap, Qt::RoundJoin));
    painter.setBrush(Qt::NoBrush);
    painter.drawPath(path);
    QPainterPath head(QPointF(end, to.bottom()));
    head.lineTo(end - tip * 0.5, to.bottom() + tip);
    head.lineTo(end + tip * 0.5, to.bottom() + tip);
    head.closeSubpath();
    painter.fillPath(head, theme.danger);
    painter.drawRect(to);
    const QFont strong = theme.font(TextRole::Label, true);
    const QString said = words(QT_TRANSLATE_NOOP("Figures", "⚠ needs it first, but it is planned later"));
    const double width = textWidth(said, strong), left = std::clamp(end - width - line, chart.left(), chart.right() - width);
    const QRectF room(left, to.bottom() + line * 0.12, width + 2, line);
    painter.fillRect(room, theme.surface);
    drawText(painter, room, Qt::AlignLeft | Qt::AlignVCenter, said, strong, theme.danger, Qt::ElideNone);
}

void paintArrow(QPainter& painter, const QRectF& from, const QRectF& to, double shift, const Theme& theme)
{
    const double line = theme.lineHeight(TextRole::Label), tip = line * 0.42;
    const double x = std::min(from.left() + shift, std::max(from.left() + line * 0.1, to.left() - line * 0.8));
    const QPointF end(to.left(), to.center().y());
    QPainterPath path(QPointF(x, from.bottom()));
    const double bend = std::min(line * 0.4, std::max(0.0, end.x() - x - tip));
    path.lineTo(x, end.y() - bend);
    path.quadTo(x, end.y(), x + bend, end.y());
    path.lineTo(end.x() - tip * 0.8, end.y());
    painter.setPen(QPen(theme.grey[0], theme.u(theme.kind == Theme::Kind::Print ? 0.7 : 1.4)));
    painter.setBrush(Qt::NoBrush);
    painter.drawPath(path);
    QPainterPath head(end);
    head.lineTo(end.x() - tip, end.y() - tip * 0.5);
    head.lineTo(end.x() - tip, end.y() + tip * 0.5);
    head.closeSubpath();
    painter.fillPath(head, theme.grey[0]);
}

void paintStep(QPainter& painter, const RoadmapStep& step, const QRectF& bar, const QRectF& range, const QRectF& chart, const Theme& theme)
{
    const double line = theme.lineHeight(TextRole::Label), stroke = theme.u(theme.kind == Theme::Kind::Print ? 0.8 : 1.4);
    const QFont plain = theme.font(TextRole::Label), strong = theme.font(TextRole::Label, true);
    const bool print = theme.kind == Theme::Kind::Print;
    QColor fill = theme.grey[3], ink = theme.text;
    if (step.moves()) {
        fill = print ? theme.move : theme.verdict(step.kind).color;
        ink = contrast(theme.onAccent, fill) >= 4.5 ? theme.onAccent : theme.surface;
    } else if (step.kind == Verdict::FixInPython) {
        fill = theme.surface;
    }
    painter.fillRect(range, step.moves() || step.kind == Verdict::FixInPython ? theme.tint[1] : theme.grey[2]);
    painter.fillRect(bar, fill);
    if (step.kind == Verdict::FixInPython) {
        painter.setPen(QPen(theme.move, stroke, Qt::SolidLine, Qt::FlatCap, Qt::MiterJoin));
        painter.setBrush(Qt::NoBrush);
        painter.drawRect(bar.adjusted(stroke / 2, stroke / 2, -stroke / 2, -stroke / 2));
    }
    // Name inside the bar, else after its range, else before the bar.
    const double title = textWidth(step.title, strong), subtitle = textWidth(step.subtitle, plain), pad = line * 0.45;
    if (title + 2 * pad <= bar.width()) {
        drawText(painter, bar.adjusted(pad, 0, -pad, 0), Qt::AlignLeft | Qt::AlignVCenter, step.title, strong, ink);
        const double after = std::max(bar.right(), range.right()) + pad;
        if (title + 3 * pad + subtitle <= bar.width())
            drawText(painter, bar.adjusted(2 * pad + title, 0, -pad, 0), Qt::AlignLeft | Qt::AlignVCenter, step.subtitle, plain, ink);
        else if (after + subtitle <= chart.right())
            drawText(painter, QRectF(after, bar.top(), chart.right() - after, bar.height()), Qt::AlignLeft | Qt::AlignVCenter, step.subtitle, plain, theme.text3);
        return;
    }
    const double after = std::max(bar.right(), range.right()) + pad, before = bar.left() - pad;
    const bool right = chart.right() - after >= std::min(title, before - chart.left());
    const double room = right ? chart.right() - after : before - chart.left();
    const double name = std::min(title, room);
    const bool both = name + pad + subtitle <= room;
    const double width = both ? name + pad + subtitle : name;
    const double left = right ? after : before - width;
    if (!right)
        painter.fillRect(QRectF(left - pad * 0.5, bar.top(), width + pad * 0.5, bar.height()), theme.surface); // over an arrow
    drawText(painter, QRectF(left, bar.top(), name + 1, bar.height()), Qt::AlignLeft | Qt::AlignVCenter, step.title, strong, theme.text);
    if (both)
        drawText(painter, QRectF(left + name + pad, bar.top(), subtitle + 1, bar.height()), Qt::AlignLeft | Qt::AlignVCenter, step.subtitle, plain, theme.text3);
}

} // namespace

void paintRoadmap(QPainter& painter, const QRectF& rect, const RoadmapFigure& figure, const Theme& theme, bool withCurve)
{
    if (figure.lanes.empty())
        return;
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    const RoadmapLayout layout = layoutRoadmap(figure, rect, theme, withCurve);
    const double line = theme.lineHeight(TextRole::Label), hair = theme.u(theme.kind == Theme::Kind::Print ? 0.5 : 1);
    const QFont plain = theme.font(TextRole::Label), strong = theme.font(TextRole::Label, true), heading = theme.font(TextRole::Table, true);
    const Axis axis = niceAxis(figure.length, 11);
    const bool print = theme.kind == Theme::Kind::Print;
    const auto mark = [&](double at, const QString& label, double& from) {
        const double x = layout.x(at), wide = textWidth(label, plain);
        painter.setPen(QPen(theme.axis, hair));
        painter.drawLine(QPointF(x, layout.axis.bottom() - line * 0.3), QPointF(x, layout.chart.bottom()));
        const double left = figure.calendar.empty() ? x - wide / 2 : x + line * 0.3; // a date begins where it stands
        if (left < from || left + wide > rect.right() + line)
            return;
        drawText(painter, QRectF(left, layout.axis.top(), wide + 1, line), Qt::AlignLeft, label, plain, theme.text3, Qt::ElideNone);
        from = left + wide + line * 0.5;
    };
    double from = layout.axis.left() - line * 2;
    for (const auto& [at, label] : figure.calendar)
        mark(at, label, from);
    for (const double tick : figure.calendar.empty() ? axis.ticks : std::vector<double> {}) {
        if (tick <= figure.length * (1 + 1e-9))
            mark(tick, number(tick, axis.decimals), from);
    }
    drawText(painter, QRectF(rect.left(), layout.axis.top(), layout.axis.left() - rect.left() - line, line), Qt::AlignLeft,
        figure.calendar.empty() ? figure.axisTitle : QString(), plain, theme.text3);
    painter.setPen(QPen(theme.grey[2], hair * 1.3));
    painter.drawLine(QPointF(rect.left(), layout.axis.bottom()), QPointF(rect.right(), layout.axis.bottom()));
    for (std::size_t i = 0; i < figure.lanes.size(); ++i) {
        const RoadmapLane& lane = figure.lanes[i];
        const QRectF area = layout.lanes[i];
        const double width = layout.axis.left() - area.left() - line * 0.8;
        drawText(painter, QRectF(area.left(), area.top() + line * 0.55, width, line * 1.2), Qt::AlignLeft, lane.title, heading, theme.text);
        double y = area.top() + line * 1.75;
        const bool isLong = textWidth(lane.subtitle, plain) > width;
        drawTwoLines(painter, QRectF(area.left(), y, width, line * 2), Qt::AlignTop, lane.subtitle, plain, theme.text3, line);
        y += line * (isLong ? 2.1 : 1.1);
        if (!lane.when.isEmpty()) {
            drawText(painter, QRectF(area.left(), y, width, line), Qt::AlignLeft, lane.when, plain, theme.text2);
            y += line * 1.1;
        }
        if (!print)
            drawText(painter, QRectF(area.left(), y, width, line), Qt::AlignLeft, lane.cost, strong, theme.text2);
        painter.setPen(QPen(theme.grey[2], hair * 1.3));
        painter.drawLine(area.bottomLeft(), area.bottomRight());
    }
    // Arrows first: names are painted over them.
    for (std::size_t i = 0; i < figure.steps.size(); ++i) {
        double shift = line * 0.35;
        for (const int needed : figure.steps[i].needs) {
            paintArrow(painter, layout.bars[static_cast<std::size_t>(needed)], layout.bars[i], shift, theme);
            shift += line * 0.5;
        }
    }
    for (std::size_t i = 0; i < figure.steps.size(); ++i)
        (print ? paintStep : paintStepCard)(painter, figure.steps[i], layout.bars[i], layout.ranges[i], layout.chart, theme);
    for (std::size_t i = 0; i < figure.steps.size(); ++i) {
        for (const int needed : figure.steps[i].broken)
            paintBroken(painter, layout.bars[static_cast<std::size_t>(needed)], layout.bars[i], layout.chart, theme);
    }
    // A go-or-stop decision stands between two waves.
    for (std::size_t i = 0; i + 1 < figure.lanes.size(); ++i) {
        const double side = line * 1.1, x = layout.x(figure.lanes[i].end.likely);
        drawShape(painter, QRectF(x - side / 2, layout.lanes[i].bottom() - side / 2, side, side), Shape::HollowDiamond, theme.text, theme, theme.surface);
    }
    if (withCurve) {
        drawText(painter, QRectF(rect.left(), layout.chart.bottom() + line * 1.1, layout.axis.left() - rect.left(), line), Qt::AlignLeft, figure.gainTitle + u',',
            strong, theme.text);
        drawText(painter, QRectF(rect.left(), layout.chart.bottom() + line * 2.1, layout.axis.left() - rect.left(), line), Qt::AlignLeft, words(QT_TRANSLATE_NOOP("Figures", "% of the run")), plain,
            theme.text3);
        paintGainCurve(painter, layout.curve, figure, theme);
    }
    painter.restore();
}

void paintGainCurve(QPainter& painter, const QRectF& rect, const RoadmapFigure& figure, const Theme& theme)
{
    if (figure.lanes.empty())
        return;
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing, false);
    const double line = theme.lineHeight(TextRole::Label), hair = theme.u(theme.kind == Theme::Kind::Print ? 0.5 : 1);
    const QFont plain = theme.font(TextRole::Label), strong = theme.font(TextRole::Label, true);
    const Axis gain = niceAxis(figure.lanes.back().gained.high * 100, 5);
    const Axis days = niceAxis(figure.length, 11);
    const auto x = [&](double at) { return position(at, 0, figure.length, rect.left(), rect.right()); };
    const auto y = [&](double share) { return position(share * 100, 0, gain.to, rect.bottom(), rect.top()); };
    for (const double tick : gain.ticks) {
        painter.setPen(QPen(theme.axis, hair));
        painter.drawLine(QPointF(rect.left(), y(tick / 100)), QPointF(rect.right(), y(tick / 100)));
        drawText(painter, QRectF(rect.left() - line * 5, y(tick / 100) - line / 2, line * 4.6, line), Qt::AlignRight | Qt::AlignVCenter,
            number(tick, gain.decimals), plain, theme.text3);
    }
    double free = rect.left() - line * 2;
    for (const auto& [at, label] : figure.calendar) {
        const double wide = textWidth(label, plain);
        if (x(at) < free || x(at) + wide > rect.right() + line)
            continue;
        drawText(painter, QRectF(x(at), rect.bottom() + line * 0.3, wide + 1, line), Qt::AlignLeft, label, plain, theme.text3, Qt::ElideNone);
        free = x(at) + wide + line * 0.5;
    }
    for (const double tick : days.ticks) {
        if (tick <= figure.length * (1 + 1e-9) && figure.calendar.empty())
            drawText(painter, QRectF(x(tick) - line * 2, rect.bottom() + line * 0.3, line * 4, line), Qt::AlignHCenter, number(tick, days.decimals), plain, theme.text3);
    }
    std::vector<std::pair<double, Range>> levels; // from where on
    for (const RoadmapLane& lane : figure.lanes) {
        if (levels.empty() ? lane.gained.high > 0 : !(lane.gained == levels.back().second))
            levels.emplace_back(lane.end.likely, lane.gained);
    }
    for (std::size_t i = 0; i < levels.size(); ++i) {
        const double to = i + 1 < levels.size() ? levels[i + 1].first : figure.length;
        const Range& level = levels[i].second;
        painter.fillRect(QRectF(QPointF(x(levels[i].first), y(level.high)), QPointF(x(to), y(level.low))), theme.tint[1]);
    }
    QPainterPath path(QPointF(rect.left(), rect.bottom()));
    for (const auto& [from, level] : levels) {
        path.lineTo(x(from), path.currentPosition().y());
        path.lineTo(x(from), y(level.likely));
    }
    path.lineTo(rect.right(), path.currentPosition().y());
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(theme.move, theme.u(theme.seriesLine), Qt::SolidLine, Qt::FlatCap, Qt::MiterJoin));
    painter.drawPath(path);
    double taken = rect.left() - 1; // two levels close together: one label would lie on the other
    for (const auto& [from, level] : levels) {
        const QString label = percentRange(level).plain();
        const double width = textWidth(label, strong), left = std::min(x(from) + line * 0.3, rect.right() - width);
        if (left < taken)
            continue;
        taken = left + width + line * 0.3;
        drawText(painter, QRectF(left, y(level.high) - line * 1.25, width + 1, line), Qt::AlignLeft, label, strong, theme.text, Qt::ElideNone);
    }
    painter.restore();
}

} // namespace ferroscope::render
