// SPDX-FileCopyrightText: The Ferroscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/render/marks.h"
#include "ui/render/words.h"

#include <QFontMetricsF>
#include <QLineF>
#include <algorithm>
#include <cmath>
#include <numbers>

using namespace Qt::StringLiterals;

namespace ferroscope::render {

namespace {

struct Saved { // restores the painter on every way out
    explicit Saved(QPainter& p) : painter(p) { painter.save(); }
    ~Saved() { painter.restore(); }
    Saved(const Saved&) = delete;
    Saved& operator=(const Saved&) = delete;
    QPainter& painter;
};

// Liang-Barsky: the part of `line` inside `rect`, or a null line.
QLineF clipped(const QLineF& line, const QRectF& rect)
{
    double from = 0, to = 1;
    const double dx = line.dx(), dy = line.dy();
    const double p[4] = { -dx, dx, -dy, dy };
    const double q[4] = { line.x1() - rect.left(), rect.right() - line.x1(), line.y1() - rect.top(), rect.bottom() - line.y1() };
    for (int i = 0; i < 4; ++i) {
        if (std::abs(p[i]) < 1e-12) {
            if (q[i] < 0)
                return {};
            continue;
        }
        const double t = q[i] / p[i];
        if (p[i] < 0)
            from = std::max(from, t);
        else
            to = std::min(to, t);
    }
    return from >= to ? QLineF() : QLineF(line.pointAt(from), line.pointAt(to));
}

QList<QLineF> hatchLines(const QRectF& rect, double pitch, double degrees)
{
    QList<QLineF> lines;
    if (rect.width() <= 0 || rect.height() <= 0 || pitch <= 0)
        return lines;
    const double angle = degrees * std::numbers::pi / 180;
    const QPointF along(std::cos(angle), -std::sin(angle)), across(std::sin(angle), std::cos(angle));
    const double reach = std::hypot(rect.width(), rect.height());
    // Phase fixed to the origin of the page, so that hatches of neighbours continue each other.
    const double middle = QPointF::dotProduct(rect.center(), across);
    const double first = std::ceil((middle - reach / 2) / pitch) * pitch;
    for (double at = first; at <= middle + reach / 2; at += pitch) {
        const QPointF foot = rect.center() + across * (at - middle);
        const QLineF line = clipped({ foot - along * reach, foot + along * reach }, rect);
        if (!line.isNull())
            lines.append(line);
    }
    return lines;
}

} // namespace

void drawHatch(QPainter& painter, const QRectF& rect, const QColor& color, double pitch, double width, double degrees)
{
    const Saved saved(painter);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(color, width, Qt::SolidLine, Qt::FlatCap));
    painter.drawLines(hatchLines(rect, pitch, degrees));
}

void drawHatch(QPainter& painter, const QPainterPath& area, const QColor& color, double pitch, double width, double degrees)
{
    const Saved saved(painter);
    painter.setClipPath(area, Qt::IntersectClip);
    drawHatch(painter, area.boundingRect(), color, pitch, width, degrees);
}

void drawPattern(QPainter& painter, const QRectF& rect, Pattern pattern, const QColor& color, const Theme& theme)
{
    const double pitch = theme.u(theme.hatchPitch), width = theme.u(theme.markLine);
    switch (pattern) {
    case Pattern::None:
        return;
    case Pattern::Solid:
        painter.fillRect(rect, color);
        return;
    case Pattern::LowerHalf:
        painter.fillRect(QRectF(rect.left(), rect.center().y(), rect.width(), rect.height() / 2), color);
        return;
    case Pattern::Horizontal:
        return drawHatch(painter, rect, color, pitch, width, 0);
    case Pattern::Vertical:
        return drawHatch(painter, rect, color, pitch, width, 90);
    case Pattern::Diagonal45:
        return drawHatch(painter, rect, color, pitch, width, 45);
    case Pattern::Diagonal135:
        return drawHatch(painter, rect, color, pitch, width, 135);
    case Pattern::WideDiagonal:
        return drawHatch(painter, rect, color, pitch * 2, width * 1.6, 45);
    case Pattern::WideHorizontal:
        return drawHatch(painter, rect, color, pitch * 2, width * 1.6, 0);
    case Pattern::CrossHatch:
        drawHatch(painter, rect, color, pitch * 1.2, width * 0.8, 45);
        return drawHatch(painter, rect, color, pitch * 1.2, width * 0.8, 135);
    case Pattern::DashedOutline:
        return drawDashedBox(painter, rect, color, theme);
    case Pattern::Dots: {
        const Saved saved(painter);
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setPen(Qt::NoPen);
        painter.setBrush(color);
        for (double y = rect.top() + pitch / 2; y < rect.bottom(); y += pitch) {
            for (double x = rect.left() + pitch / 2; x < rect.right(); x += pitch)
                painter.drawEllipse(QPointF(x, y), width * 0.7, width * 0.7);
        }
        return;
    }
    }
}

void drawDashedBox(QPainter& painter, const QRectF& rect, const QColor& color, const Theme& theme)
{
    const Saved saved(painter);
    painter.setRenderHint(QPainter::Antialiasing);
    const double width = theme.u(theme.kind == Theme::Kind::Print ? 0.6 : 1);
    QPen pen(color, width, Qt::CustomDashLine, Qt::FlatCap, Qt::MiterJoin);
    pen.setDashPattern({ 3, 2 });
    painter.setPen(pen);
    painter.setBrush(Qt::NoBrush);
    painter.drawRect(rect.adjusted(width / 2, width / 2, -width / 2, -width / 2));
}

void drawEstimated(QPainter& painter, const QRectF& rect, const Theme& theme)
{
    drawHatch(painter, rect, theme.hatch, theme.u(theme.hatchPitch), theme.u(theme.markLine));
    drawDashedBox(painter, rect, theme.text3, theme);
}

void drawUnknown(QPainter& painter, const QRectF& rect, const Theme& theme)
{
    drawPattern(painter, rect, Pattern::CrossHatch, theme.hatch, theme);
    drawDashedBox(painter, rect, theme.text3, theme);
    const QFont font = theme.font(TextRole::Label, true);
    const double needed = textWidth(u"?"_s, font) + theme.u(4);
    if (rect.width() < needed || rect.height() < theme.lineHeight(TextRole::Label))
        return;
    painter.fillRect(QRectF(rect.center().x() - needed / 2, rect.center().y() - theme.lineHeight(TextRole::Label) / 2, needed,
                         theme.lineHeight(TextRole::Label)),
        theme.surface);
    drawText(painter, rect, Qt::AlignCenter, u"?"_s, font, theme.text);
}

QString certaintyPrefix(Certainty certainty)
{
    switch (certainty) {
    case Certainty::Measured:
        return u"●"_s;
    case Certainty::Counted:
        return u"▪"_s;
    case Certainty::Estimated:
        return u"≈"_s;
    case Certainty::Unknown:
        break;
    }
    return u"?"_s;
}

QString certaintyName(Certainty certainty)
{
    switch (certainty) {
    case Certainty::Measured:
        return words(QT_TRANSLATE_NOOP("Figures", "measured"));
    case Certainty::Counted:
        return words(QT_TRANSLATE_NOOP("Figures", "counted"));
    case Certainty::Estimated:
        return words(QT_TRANSLATE_NOOP("Figures", "estimated"));
    case Certainty::Unknown:
        break;
    }
    return words(QT_TRANSLATE_NOOP("Figures", "unknown"));
}

void drawCertainty(QPainter& painter, const QRectF& rect, Certainty certainty, const Theme& theme)
{
    const Saved saved(painter);
    painter.setRenderHint(QPainter::Antialiasing);
    const double size = std::min(rect.width(), rect.height());
    if (certainty == Certainty::Measured || certainty == Certainty::Counted) {
        painter.setPen(Qt::NoPen);
        painter.setBrush(theme.text2);
        if (certainty == Certainty::Measured)
            painter.drawEllipse(rect.center(), size * 0.33, size * 0.33);
        else
            painter.drawRect(QRectF(rect.center().x() - size * 0.22, rect.center().y() - size * 0.22, size * 0.44, size * 0.44));
        return;
    }
    drawText(painter, rect, Qt::AlignCenter, certaintyPrefix(certainty), theme.font(TextRole::Caption, true), theme.text2, Qt::ElideNone);
}

Certainty certaintyOf(HeatSource source)
{
    if (source == HeatSource::Measured)
        return Certainty::Measured;
    return source == HeatSource::Estimated ? Certainty::Estimated : Certainty::Unknown;
}

double position(double value, double from, double to, double left, double right)
{
    if (!(to > from) || std::isnan(value))
        return left;
    return left + (right - left) * std::clamp((value - from) / (to - from), 0.0, 1.0);
}

void drawRange(QPainter& painter, const QRectF& rect, const Range& range, double from, double to, const QColor& color,
    const Theme& theme, bool estimated)
{
    const Saved saved(painter);
    painter.setRenderHint(QPainter::Antialiasing);
    const Range r = range.ordered();
    const double low = position(r.low, from, to, rect.left(), rect.right()), high = position(r.high, from, to, rect.left(), rect.right());
    const double likely = position(r.likely, from, to, rect.left(), rect.right()), middle = rect.center().y();
    const bool print = theme.kind == Theme::Kind::Print;
    const double scale = print ? 0.72 : 1; // the tokens are in pixels, print is in points
    const double band = std::min(theme.u(6 * scale), rect.height()), tall = std::min(theme.u(12 * scale), rect.height());
    const double cap = std::min(theme.u(8 * scale), rect.height()), line = theme.u(print ? 0.7 : 1), heavy = theme.u(print ? 1.4 : 3);
    const QRectF area(low, middle - band / 2, high - low, band);
    if (estimated && print) {
        drawDashedBox(painter, area, color, theme);
    } else {
        painter.fillRect(area, print ? theme.tint[1] : mixed(color, theme.surface, 0.26));
        if (estimated)
            drawDashedBox(painter, area, color, theme);
    }
    if (!print) {
        painter.fillRect(QRectF(low - line / 2, middle - cap / 2, line, cap), color);
        painter.fillRect(QRectF(high - line / 2, middle - cap / 2, line, cap), color);
    }
    painter.fillRect(QRectF(likely - heavy / 2, middle - tall / 2, heavy, tall), color);
}

QString oneLine(const QString& text)
{
    QString out;
    out.reserve(text.size());
    for (const QChar c : text) {
        const char16_t code = c.unicode();
        const bool direction = (code >= 0x202A && code <= 0x202E) || (code >= 0x2066 && code <= 0x2069) || code == 0x200E || code == 0x200F
            || code == 0x061C || code == 0xFEFF;
        if (direction || code == 0xFFFE || code == 0xFFFF)
            continue;
        out.append(c.category() == QChar::Other_Control || code == 0x2028 || code == 0x2029 ? QChar(u' ') : c);
    }
    return out;
}

double textWidth(const QString& text, const QFont& font) { return QFontMetricsF(font).horizontalAdvance(text); }

double drawText(QPainter& painter, const QRectF& rect, Qt::Alignment alignment, const QString& text, const QFont& font,
    const QColor& color, Qt::TextElideMode elide)
{
    const QFontMetricsF metrics(font);
    QString line = oneLine(text);
    double width = metrics.horizontalAdvance(line);
    if (elide != Qt::ElideNone && width > rect.width() + 0.5) {
        line = metrics.elidedText(line, elide, rect.width());
        width = metrics.horizontalAdvance(line);
    }
    if (line.isEmpty())
        return 0;
    double x = rect.left();
    if (alignment & Qt::AlignRight)
        x = rect.right() - width;
    else if (alignment & Qt::AlignHCenter)
        x = rect.center().x() - width / 2;
    // Set by the height of capitals, so a line in the middle of a bar looks centred.
    double base = rect.top() + metrics.ascent();
    if (alignment & Qt::AlignBottom)
        base = rect.bottom() - metrics.descent();
    else if (alignment & Qt::AlignVCenter)
        base = rect.center().y() + metrics.capHeight() / 2;
    const Saved saved(painter);
    painter.setFont(font);
    painter.setPen(color);
    painter.drawText(QPointF(x, base), line);
    return width;
}

void drawTwoLines(QPainter& painter, const QRectF& rect, Qt::Alignment vertical, const QString& text, const QFont& font, const QColor& color,
    double lineHeight)
{
    const QString line = oneLine(text);
    if (textWidth(line, font) <= rect.width() || rect.height() < lineHeight * 1.9) {
        drawText(painter, rect, Qt::AlignLeft | vertical, line, font, color);
        return;
    }
    qsizetype end = line.lastIndexOf(u' ');
    while (end > 0 && textWidth(line.left(end), font) > rect.width())
        end = line.lastIndexOf(u' ', end - 1);
    if (end <= 0) { // one long word
        drawText(painter, rect, Qt::AlignLeft | vertical, line, font, color, Qt::ElideMiddle);
        return;
    }
    const double top = vertical & Qt::AlignVCenter ? rect.center().y() - lineHeight : rect.top();
    const QRectF upper(rect.left(), top, rect.width(), lineHeight);
    const Qt::Alignment inside = Qt::AlignLeft | (vertical & Qt::AlignVCenter ? Qt::AlignVCenter : Qt::AlignTop);
    drawText(painter, upper, inside, line.left(end), font, color);
    drawText(painter, upper.translated(0, lineHeight), inside, line.mid(end + 1), font, color);
}

} // namespace ferroscope::render
