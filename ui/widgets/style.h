// SPDX-FileCopyrightText: The Ferroscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
// WindowStyle: Fusion with the parts of the visual language. Colours reach widgets through the palette
// (paletteOf), so a theme is switched by one QApplication::setPalette() and nothing is restyled by hand.
//
// Dynamic properties that the style reads, all set by the helpers in controls.h:
//   "look"    on a push button: "primary", "link" or "small" (default: ordinary)
//   "iconName" on a push or tool button: name of a file in resources/icons, drawn in the text colour
//   "keycap"  on a push button: the key that presses it, drawn as a key
#pragma once

#include "ui/render/theme.h"
#include <QPalette>
#include <QProxyStyle>

namespace ferroscope::ui {

using render::TextRole;
using render::Theme;

// The theme whose palette this is: told apart by lightness, as Qt 6.4 has no colour scheme.
const Theme& themeOf(const QPalette& palette);
const Theme& themeOf(const QWidget* widget);
QPalette paletteOf(const Theme& theme);

class WindowStyle final : public QProxyStyle {
    Q_OBJECT
public:
    WindowStyle();

    using QProxyStyle::polish;
    void polish(QWidget* widget) override;
    int pixelMetric(PixelMetric metric, const QStyleOption* option, const QWidget* widget) const override;
    int styleHint(StyleHint hint, const QStyleOption* option, const QWidget* widget, QStyleHintReturn* data) const override;
    QSize sizeFromContents(ContentsType type, const QStyleOption* option, const QSize& size, const QWidget* widget) const override;
    QRect subElementRect(SubElement element, const QStyleOption* option, const QWidget* widget) const override;
    QRect subControlRect(ComplexControl control, const QStyleOptionComplex* option, SubControl part, const QWidget* widget) const override;
    void drawPrimitive(PrimitiveElement element, const QStyleOption* option, QPainter* painter, const QWidget* widget) const override;
    void drawControl(ControlElement element, const QStyleOption* option, QPainter* painter, const QWidget* widget) const override;
    void drawComplexControl(ComplexControl control, const QStyleOptionComplex* option, QPainter* painter, const QWidget* widget) const override;

private:
    void drawButtonLabel(const QStyleOption* option, QPainter* painter, const QWidget* widget) const;
    void drawScrollBar(const QStyleOptionComplex* option, QPainter* painter, const QWidget* widget) const;
    void drawComboBox(const QStyleOptionComplex* option, QPainter* painter, const QWidget* widget) const;
    void drawToolButton(const QStyleOptionComplex* option, QPainter* painter, const QWidget* widget) const;
    void drawHeader(ControlElement element, const QStyleOption* option, QPainter* painter) const;
};

// Shared by style and delegates.
void drawKeycap(QPainter* painter, const QRectF& rect, const QString& text, const Theme& theme);
int keycapWidth(const QString& text, const Theme& theme);
void drawFocusRing(QPainter* painter, const QRectF& rect, double radius, const Theme& theme);

} // namespace ferroscope::ui
