// SPDX-FileCopyrightText: The Ferroscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
// The shapes of marks.h: verdict glyphs.
#include "ui/render/marks.h"

#include <cmath>
#include <numbers>

namespace ferroscope::render {

namespace {

QRectF squareIn(const QRectF& rect)
{
    const double side = std::min(rect.width(), rect.height());
    return { rect.center().x() - side / 2, rect.center().y() - side / 2, side, side };
}

QPainterPath polygon(const QPointF& center, double radius, int corners, double firstDegrees)
{
    QPainterPath path;
    for (int i = 0; i < corners; ++i) {
        const double angle = (firstDegrees + 360.0 * i / corners) * std::numbers::pi / 180;
        const QPointF point(center.x() + radius * std::cos(angle), center.y() + radius * std::sin(angle));
        if (i == 0)
            path.moveTo(point);
        else
            path.lineTo(point);
    }
    path.closeSubpath();
    return path;
}

} // namespace

QPainterPath shapePath(const QRectF& rect, Shape shape)
{
    const QRectF box = squareIn(rect);
    const QPointF c = box.center();
    const double r = box.width() / 2;
    QPainterPath path;
    switch (shape) {
    case Shape::HollowCircle:
    case Shape::RingWithDot:
    case Shape::DashedCircle:
        path.addEllipse(c, r * 0.88, r * 0.88);
        break;
    case Shape::SmallDot:
        path.addEllipse(c, r * 0.5, r * 0.5);
        break;
    case Shape::FilledDiamond:
    case Shape::HollowDiamond:
        path = polygon(c, r, 4, 0);
        break;
    case Shape::HollowHexagon:
    case Shape::FilledHexagon:
        path = polygon(c, r * 0.98, 6, 0);
        break;
    case Shape::HollowTriangle:
    case Shape::FilledTriangle:
        path = polygon({ c.x(), c.y() + r * 0.18 }, r * 1.04, 3, -90);
        break;
    case Shape::HalfSquare:
    case Shape::FilledSquare:
        path.addRect(box.adjusted(r * 0.17, r * 0.17, -r * 0.17, -r * 0.17));
        break;
    case Shape::FilledChevron:
        path.moveTo(c.x() - r * 0.6, c.y() - r * 0.85);
        path.lineTo(c.x() - r * 0.02, c.y() - r * 0.85);
        path.lineTo(c.x() + r * 0.75, c.y());
        path.lineTo(c.x() - r * 0.02, c.y() + r * 0.85);
        path.lineTo(c.x() - r * 0.6, c.y() + r * 0.85);
        path.lineTo(c.x() + r * 0.12, c.y());
        path.closeSubpath();
        break;
    case Shape::ThreeBars:
        for (const double y : { -0.8, -0.2, 0.4 })
            path.addRect(QRectF(c.x() - r * 0.85, c.y() + r * y, r * 1.7, r * 0.4));
        break;
    }
    return path;
}

void drawShape(QPainter& painter, const QRectF& rect, Shape shape, const QColor& color, const Theme& theme, const QColor& ground)
{
    const QRectF box = squareIn(rect);
    const double size = box.width(), line = std::min(theme.u(theme.markLine), size * 0.16);
    // Outlines stay inside the box.
    const QPainterPath outline = shapePath(box.adjusted(line / 2, line / 2, -line / 2, -line / 2), shape);
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    QPen pen(color, line);
    pen.setJoinStyle(Qt::MiterJoin);
    const QBrush inside = ground.isValid() ? QBrush(ground) : QBrush(Qt::NoBrush);
    switch (shape) {
    case Shape::FilledDiamond:
    case Shape::FilledSquare:
    case Shape::FilledTriangle:
    case Shape::FilledHexagon:
    case Shape::FilledChevron:
    case Shape::ThreeBars:
    case Shape::SmallDot:
        painter.fillPath(shapePath(box, shape), color);
        break;
    case Shape::HollowCircle:
    case Shape::HollowHexagon:
    case Shape::HollowTriangle:
    case Shape::HollowDiamond:
        painter.setPen(pen);
        painter.setBrush(inside);
        painter.drawPath(outline);
        break;
    case Shape::DashedCircle:
        pen.setDashPattern({ 2.2, 1.8 });
        pen.setCapStyle(Qt::FlatCap);
        painter.setPen(pen);
        painter.setBrush(inside);
        painter.drawPath(outline);
        break;
    case Shape::RingWithDot:
        painter.setPen(pen);
        painter.setBrush(inside);
        painter.drawPath(outline);
        painter.setPen(Qt::NoPen);
        painter.setBrush(color);
        painter.drawEllipse(box.center(), size * 0.15, size * 0.15);
        break;
    case Shape::HalfSquare: {
        painter.setPen(pen);
        painter.setBrush(inside);
        painter.drawPath(outline);
        const QRectF half = outline.boundingRect();
        painter.fillRect(QRectF(half.left(), half.center().y(), half.width(), half.height() / 2), color);
        break;
    }
    }
    painter.restore();
}

void drawVerdict(QPainter& painter, const QRectF& rect, Verdict verdict, const Theme& theme)
{
    const VerdictStyle& style = theme.verdict(verdict);
    drawShape(painter, rect, style.shape, style.color, theme);
}

} // namespace ferroscope::render
