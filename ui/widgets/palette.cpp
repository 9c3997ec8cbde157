// SPDX-FileCopyrightText: The Ferroscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
// How a theme becomes a palette and is found again from one, and the two small signs style and delegates share.
#include "ui/widgets/style.h"

#include <QPainter>
#include <QWidget>

namespace ferroscope::ui {

const Theme& themeOf(const QPalette& palette)
{
    const bool dark = palette.color(QPalette::Window).lightness() < palette.color(QPalette::WindowText).lightness();
    return dark ? Theme::dark() : Theme::light();
}

const Theme& themeOf(const QWidget* widget) { return themeOf(widget->palette()); }

QPalette paletteOf(const Theme& theme)
{
    QPalette palette;
    const auto all = [&](QPalette::ColorRole role, const QColor& color) { palette.setColor(QPalette::All, role, color); };
    all(QPalette::Window, theme.window);
    all(QPalette::WindowText, theme.text);
    all(QPalette::Base, theme.surface);
    all(QPalette::AlternateBase, theme.sunken);
    all(QPalette::Text, theme.text);
    all(QPalette::PlaceholderText, theme.text3);
    all(QPalette::Button, theme.surface);
    all(QPalette::ButtonText, theme.text);
    all(QPalette::BrightText, theme.danger);
    all(QPalette::Light, theme.raised);
    all(QPalette::Midlight, theme.line);
    all(QPalette::Mid, theme.line);
    all(QPalette::Dark, theme.lineStrong);
    all(QPalette::Shadow, theme.lineStrong);
    all(QPalette::Highlight, theme.accentSoft);
    all(QPalette::HighlightedText, theme.text);
    all(QPalette::Link, theme.accent);
    all(QPalette::LinkVisited, theme.text2);
    all(QPalette::ToolTipBase, theme.raised);
    all(QPalette::ToolTipText, theme.text);
    for (const auto role : { QPalette::WindowText, QPalette::Text, QPalette::ButtonText, QPalette::HighlightedText })
        palette.setColor(QPalette::Disabled, role, render::mixed(theme.text3, theme.window, 0.75));
    return palette;
}

int keycapWidth(const QString& text, const Theme& theme)
{
    return QFontMetrics(theme.font(TextRole::Caption)).horizontalAdvance(text) + 12;
}

void drawKeycap(QPainter* painter, const QRectF& rect, const QString& text, const Theme& theme)
{
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setPen(QPen(theme.line, 1));
    painter->setBrush(theme.surface);
    const QRectF box = rect.adjusted(0.5, 0.5, -0.5, -0.5);
    painter->drawRoundedRect(box, theme.radiusKey, theme.radiusKey);
    painter->setPen(QPen(theme.lineStrong, 1));
    painter->drawLine(QPointF(box.left() + 3, box.bottom()), QPointF(box.right() - 3, box.bottom()));
    QFont font = theme.font(TextRole::Caption);
    font.setWeight(QFont::Medium);
    painter->setFont(font);
    painter->setPen(theme.text2);
    painter->drawText(rect, Qt::AlignCenter, text);
    painter->restore();
}

void drawFocusRing(QPainter* painter, const QRectF& rect, double radius, const Theme& theme)
{
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setPen(QPen(theme.accent, theme.focusLine));
    painter->setBrush(Qt::NoBrush);
    painter->drawRoundedRect(rect, radius, radius);
    painter->restore();
}

} // namespace ferroscope::ui
