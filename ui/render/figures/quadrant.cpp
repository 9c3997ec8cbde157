// SPDX-FileCopyrightText: The Ferroscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/render/figures/quadrant.h"

#include "ui/render/figures/axis.h"
#include "ui/render/figures/contexts.h"
#include "ui/render/format.h"
#include "ui/render/marks.h"
#include "ui/render/words.h"
#include <QPaintEngine>
#include <QPixmap>
#include <algorithm>
#include <cmath>
#include <map>

using namespace Qt::StringLiterals;

namespace ferroscope::render {

namespace {

QString scoreText(const Range& readiness)
{
    return words(QT_TRANSLATE_NOOP("Figures", "readiness %1")).arg(number(readiness.likely)) + u" ("_s + number(readiness.low) + u'–' + number(readiness.high) + u')';
}

} // namespace

Quadrant quadrantOf(const Assessment& assessment, std::size_t named, std::size_t alsoNamed)
{
    Quadrant quadrant;
    quadrant.valueTitle = words(QT_TRANSLATE_NOOP("Figures", "value: what a move would gain"));
    quadrant.easeTitle = words(QT_TRANSLATE_NOOP("Figures", "ease: how easily it could move"));
    quadrant.zoneTitle = words(QT_TRANSLATE_NOOP("Figures", "worth moving"));
    std::vector<const AssessedModule*> fixes;
    for (const AssessedModule& module : assessment.modules) {
        if (!module.judged())
            continue;
        quadrant.points.push_back({ module.value, module.ease, module.verdict.id, false, module.heat.source != HeatSource::Measured, {}, {},
            {}, static_cast<int>(&module - assessment.modules.data()) });
        if (module.verdict.id == Verdict::FixInPython)
            fixes.push_back(&module);
    }
    // What acts is drawn last, over what stays.
    std::stable_sort(quadrant.points.begin(), quadrant.points.end(), [](const QuadrantPoint& a, const QuadrantPoint& b) {
        const auto rank = [](Verdict v) { return movesToRust(v) ? 2 : isBlocker(v) ? 1 : 0; };
        return rank(a.verdict) < rank(b.verdict);
    });
    std::stable_sort(fixes.begin(), fixes.end(),
        [](const AssessedModule* a, const AssessedModule* b) { return a->heat.waiting.likely > b->heat.waiting.likely; });
    for (std::size_t i = std::min(alsoNamed, fixes.size()); i-- > 0;)
        quadrant.points.push_back({ fixes[i]->value, fixes[i]->ease, Verdict::FixInPython, true, fixes[i]->heat.source != HeatSource::Measured,
            text(fixes[i]->name.substr(fixes[i]->name.rfind('.') + 1)), words(QT_TRANSLATE_NOOP("Figures", "fix in Python")), {}, static_cast<int>(fixes[i] - assessment.modules.data()) });
    for (std::size_t i = std::min(named, assessment.candidates.size()); i-- > 0;) {
        const Candidate& candidate = assessment.candidates[i];
        const AssessedModule* lead = leadModule(assessment, candidate);
        const Range value = lead ? Range { std::min(lead->value.low, candidate.value), candidate.value, std::max(lead->value.high, candidate.value) }
                                 : Range::exactly(candidate.value);
        quadrant.points.push_back({ value, easeOf(assessment, candidate), candidate.strategy, true,
            !lead || lead->heat.source != HeatSource::Measured, text(candidate.id) + u' ' + text(candidate.title),
            lead ? scoreText(readinessOf(assessment, candidate)) : QString(), text(candidate.id), static_cast<int>(i) });
    }
    return quadrant;
}

int QuadrantLayout::pointAt(const QPointF& where, double reach) const
{
    int best = -1;
    double nearest = reach;
    for (std::size_t i = 0; i < at.size(); ++i) {
        const double distance = std::hypot(at[i].x() - where.x(), at[i].y() - where.y());
        if (distance <= nearest) { // later ones lie on top
            nearest = distance;
            best = static_cast<int>(i);
        }
    }
    return best;
}

QuadrantLayout layoutQuadrant(const Quadrant& quadrant, const QRectF& rect, const Theme& theme)
{
    const double line = theme.lineHeight(TextRole::Label);
    QuadrantLayout layout;
    const double numbers = textWidth(u"100"_s, theme.font(TextRole::Label)) + line * 0.5;
    layout.plot = rect.adjusted(numbers, line * 1.4, -line * 0.3, -line * 2.5);
    layout.largeMark = theme.u(theme.glyph) * (theme.kind == Theme::Kind::Print ? 1.2 : 1.1);
    layout.smallMark = layout.largeMark * 0.5;
    // Ease below 25 is rare: leave that part out when it is empty, and the others get room.
    const bool low = std::any_of(quadrant.points.begin(), quadrant.points.end(), [](const QuadrantPoint& p) { return p.ease.likely < 22; });
    layout.easeFrom = low ? 0 : 15;
    std::vector<QRectF> taken;
    std::vector<LabelRequest> requests;
    std::vector<std::size_t> asking;
    const QFont strong = theme.font(TextRole::Label, true), plain = theme.font(TextRole::Label);
    for (const QuadrantPoint& point : quadrant.points) {
        const auto x = [&](double ease) { return position(ease, layout.easeFrom, layout.easeTo, layout.plot.left(), layout.plot.right()); };
        const auto y = [&](double value) { return position(value, layout.valueFrom, layout.valueTo, layout.plot.bottom(), layout.plot.top()); };
        const QPointF at(x(point.ease.likely), y(point.value.likely));
        layout.at.push_back(at);
        const double half = (point.strong ? layout.largeMark : layout.smallMark) / 2, thin = line * 0.12;
        taken.push_back(QRectF(at.x() - half, at.y() - half, 2 * half, 2 * half));
        if (point.strong) {
            taken.push_back(QRectF(QPointF(x(point.ease.low), at.y() - thin), QPointF(x(point.ease.high), at.y() + thin)));
            taken.push_back(QRectF(QPointF(at.x() - thin, y(point.value.high)), QPointF(at.x() + thin, y(point.value.low))));
        }
    }
    // Labels may touch the two lines, but rather do not.
    const double lineX = position(quadrant.easeLine, layout.easeFrom, layout.easeTo, layout.plot.left(), layout.plot.right());
    const double lineY = position(quadrant.valueLine, layout.valueFrom, layout.valueTo, layout.plot.bottom(), layout.plot.top());
    taken.push_back(QRectF(lineX - line * 0.15, layout.plot.top(), line * 0.3, layout.plot.height()));
    taken.push_back(QRectF(layout.plot.left(), lineY - line * 0.15, layout.plot.width(), line * 0.3));
    // The zone's name stands in the corner at the top right.
    const double zone = textWidth(quadrant.zoneTitle, strong) + line;
    taken.push_back(QRectF(layout.plot.right() - zone, layout.plot.top(), zone, line * 1.4));
    for (std::size_t i = quadrant.points.size(); i-- > 0;) { // best candidate first
        const QuadrantPoint& point = quadrant.points[i];
        if (point.label.isEmpty())
            continue;
        const double width = std::min(layout.plot.width() * 0.45, std::max(textWidth(point.label, strong), textWidth(point.sublabel, plain)));
        const QSizeF shorter = point.shortLabel.isEmpty() ? QSizeF() : QSizeF(textWidth(point.shortLabel, strong) + line * 0.2, line * 1.05);
        requests.push_back({ layout.at[i], QSizeF(width + line * 0.2, line * (point.sublabel.isEmpty() ? 1.05 : 2)), layout.largeMark * 0.9, shorter });
        asking.push_back(i);
    }
    const std::vector<LabelPlace> places = placeLabels(requests, layout.plot.adjusted(line * 0.2, line * 0.2, -line * 0.2, -line * 0.2), taken);
    layout.labels.resize(quadrant.points.size());
    for (std::size_t i = 0; i < asking.size(); ++i)
        layout.labels[asking[i]] = places[i];
    return layout;
}

void paintQuadrant(QPainter& painter, const QRectF& rect, const Quadrant& quadrant, const Theme& theme)
{
    paintQuadrant(painter, layoutQuadrant(quadrant, rect, theme), quadrant, theme);
}

namespace {

void paintGround(QPainter& painter, const QuadrantLayout& layout, const Quadrant& quadrant, const Theme& theme)
{
    const QRectF& plot = layout.plot;
    const QFont plain = theme.font(TextRole::Label), strong = theme.font(TextRole::Label, true);
    const double line = theme.lineHeight(TextRole::Label), hair = theme.u(theme.kind == Theme::Kind::Print ? 0.5 : 1);
    const double zoneLeft = position(quadrant.easeLine, layout.easeFrom, layout.easeTo, plot.left(), plot.right());
    const double zoneBottom = position(quadrant.valueLine, layout.valueFrom, layout.valueTo, plot.bottom(), plot.top());
    painter.fillRect(QRectF(QPointF(zoneLeft, plot.top()), QPointF(plot.right(), zoneBottom)), theme.moveSoft);
    for (const double value : { 0.0, 25.0, 50.0, 75.0, 100.0 }) {
        const double y = position(value, layout.valueFrom, layout.valueTo, plot.bottom(), plot.top());
        painter.setPen(QPen(theme.axis, hair));
        painter.drawLine(QPointF(plot.left(), y), QPointF(plot.right(), y));
        drawText(painter, QRectF(plot.left() - line * 4, y - line / 2, line * 3.6, line), Qt::AlignRight | Qt::AlignVCenter, number(value), plain,
            theme.text3);
        if (value < layout.easeFrom)
            continue;
        const double x = position(value, layout.easeFrom, layout.easeTo, plot.left(), plot.right());
        painter.drawLine(QPointF(x, plot.bottom()), QPointF(x, plot.bottom() + line * 0.25));
        const bool last = value == 100;
        drawText(painter, last ? QRectF(x - line * 2, plot.bottom() + line * 0.35, line * 2, line) : QRectF(x - line * 2, plot.bottom() + line * 0.35, line * 4, line),
            last ? Qt::AlignRight : Qt::AlignHCenter, number(value), plain, theme.text3);
    }
    painter.setPen(QPen(theme.grey[2], hair * 1.4));
    painter.drawLine(QPointF(zoneLeft, plot.top()), QPointF(zoneLeft, plot.bottom()));
    painter.drawLine(QPointF(plot.left(), zoneBottom), QPointF(plot.right(), zoneBottom));
    drawText(painter, QRectF(plot.left(), plot.top() - line * 1.4, plot.width(), line), Qt::AlignLeft, quadrant.valueTitle, plain, theme.text2);
    drawText(painter, QRectF(plot.left(), plot.bottom() + line * 1.45, plot.width(), line), Qt::AlignRight, quadrant.easeTitle, plain, theme.text2);
    drawText(painter, plot.adjusted(0, line * 0.3, -line * 0.4, 0), Qt::AlignRight, quadrant.zoneTitle, strong, theme.move);
}

// Thousands of small marks of a dozen kinds: on a screen each kind is drawn once and stamped, on whole pixels. Documents
// and small figures draw every mark.
class Stamps {
public:
    Stamps(const QPainter& painter, std::size_t marks)
        : m_on(marks > kMany && painter.paintEngine() && painter.paintEngine()->type() == QPaintEngine::Raster && painter.transform().type() <= QTransform::TxScale)
        , m_ratio(m_on ? painter.device()->devicePixelRatioF() : 1)
    {
    }
    bool draw(QPainter& painter, const QRectF& box, Shape shape, const QColor& color, const Theme& theme)
    {
        if (!m_on)
            return false;
        QPixmap& stamp = m_stamps[{ static_cast<int>(shape), color.rgba() }];
        constexpr double margin = 1;
        if (stamp.isNull()) {
            stamp = QPixmap(((box.size() + QSizeF(2 * margin, 2 * margin)) * m_ratio).toSize() + QSize(1, 1));
            stamp.setDevicePixelRatio(m_ratio);
            stamp.fill(Qt::transparent);
            QPainter inside(&stamp);
            inside.setRenderHint(QPainter::Antialiasing);
            drawShape(inside, QRectF(QPointF(margin, margin), box.size()), shape, color, theme);
        }
        const QPointF at = box.topLeft() - QPointF(margin, margin);
        painter.drawPixmap(QPointF(std::round(at.x() * m_ratio), std::round(at.y() * m_ratio)) / m_ratio, stamp);
        return true;
    }

private:
    static constexpr std::size_t kMany = 1500;
    bool m_on;
    double m_ratio;
    std::map<std::pair<int, QRgb>, QPixmap> m_stamps;
};

void paintWhiskers(QPainter& painter, const QuadrantLayout& layout, const QuadrantPoint& point, const QPointF& at, const QColor& color, const Theme& theme)
{
    const auto x = [&](double ease) { return position(ease, layout.easeFrom, layout.easeTo, layout.plot.left(), layout.plot.right()); };
    const auto y = [&](double value) { return position(value, layout.valueFrom, layout.valueTo, layout.plot.bottom(), layout.plot.top()); };
    QPen pen(color, theme.u(theme.kind == Theme::Kind::Print ? 1 : 1.4), Qt::SolidLine, Qt::FlatCap);
    if (point.estimated)
        pen.setDashPattern({ 3, 1.6 });
    painter.setPen(pen);
    painter.drawLine(QPointF(x(point.ease.low), at.y()), QPointF(x(point.ease.high), at.y()));
    painter.drawLine(QPointF(at.x(), y(point.value.low)), QPointF(at.x(), y(point.value.high)));
}

} // namespace

void paintQuadrant(QPainter& painter, const QuadrantLayout& layout, const Quadrant& quadrant, const Theme& theme)
{
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    paintGround(painter, layout, quadrant, theme);
    const QFont plain = theme.font(TextRole::Label), strong = theme.font(TextRole::Label, true);
    const double line = theme.lineHeight(TextRole::Label);
    Stamps stamps(painter, quadrant.points.size());
    for (std::size_t i = 0; i < quadrant.points.size(); ++i) {
        const QuadrantPoint& point = quadrant.points[i];
        const VerdictStyle& style = theme.verdict(point.verdict);
        const double side = point.strong ? layout.largeMark : layout.smallMark;
        const QRectF box(layout.at[i].x() - side / 2, layout.at[i].y() - side / 2, side, side);
        if (point.strong)
            paintWhiskers(painter, layout, point, layout.at[i], style.color, theme);
        const bool stays = !movesToRust(point.verdict) && !isBlocker(point.verdict);
        const QColor color = stays && !point.strong ? mixed(style.color, theme.surface, 0.7) : style.color;
        if (point.strong || !stamps.draw(painter, box, style.shape, color, theme))
            drawShape(painter, box, style.shape, color, theme, point.strong ? theme.surface : QColor());
    }
    for (std::size_t i = 0; i < quadrant.points.size(); ++i) {
        const LabelPlace& place = layout.labels[i];
        if (place.rect.isNull())
            continue;
        const QuadrantPoint& point = quadrant.points[i];
        if (place.leader) {
            painter.setPen(QPen(theme.grey[1], theme.u(theme.hairline)));
            const QPointF from = layout.at[i];
            const QPointF to(std::clamp(from.x(), place.rect.left(), place.rect.right()), std::clamp(from.y(), place.rect.top(), place.rect.bottom()));
            const double length = std::hypot(to.x() - from.x(), to.y() - from.y()), reach = layout.largeMark * 0.7;
            if (length > reach)
                painter.drawLine(from + (to - from) * (reach / length), to);
        }
        const Qt::Alignment side = place.alignRight ? Qt::AlignRight : Qt::AlignLeft;
        drawText(painter, QRectF(place.rect.topLeft(), QSizeF(place.rect.width(), line)), side, place.isShort ? point.shortLabel : point.label, strong, theme.text);
        if (place.isShort)
            continue;
        drawText(painter, QRectF(place.rect.left(), place.rect.top() + line * 0.96, place.rect.width(), line), side, point.sublabel, plain, theme.text3);
    }
    painter.restore();
}

} // namespace ferroscope::render
