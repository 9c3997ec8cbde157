// SPDX-FileCopyrightText: The Ferroscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/style.h"

#include "ui/widgets/icons.h"

#include <QAbstractItemView>
#include <QAbstractScrollArea>
#include <QCheckBox>
#include <QComboBox>
#include <QHeaderView>
#include <QLineEdit>
#include <QMenu>
#include <QPainter>
#include <QPainterPath>
#include <QPushButton>
#include <QScrollBar>
#include <QStyleOption>
#include <QToolButton>
#include <QToolTip>

namespace ferroscope::ui {

namespace {

QString look(const QWidget* widget) { return widget ? widget->property("look").toString() : QString(); }
QString iconName(const QWidget* widget) { return widget ? widget->property("iconName").toString() : QString(); }
QString keycap(const QWidget* widget) { return widget ? widget->property("keycap").toString() : QString(); }

const Theme& themeOf(const QStyleOption* option) { return ferroscope::ui::themeOf(option->palette); }

void drawBox(QPainter* painter, const QRectF& rect, double radius, const QColor& fill, const QColor& border)
{
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setBrush(fill.isValid() ? QBrush(fill) : QBrush(Qt::NoBrush));
    painter->setPen(border.isValid() ? QPen(border, 1) : QPen(Qt::NoPen));
    // Half-pixel, so that a hairline is one sharp pixel.
    painter->drawRoundedRect(rect.adjusted(0.5, 0.5, -0.5, -0.5), radius, radius);
    painter->restore();
}

constexpr int kButtonPadding = 12;
constexpr int kIconSize = 16;
constexpr int kButtonGap = 7;

} // namespace

WindowStyle::WindowStyle()
    : QProxyStyle(QStringLiteral("fusion"))
{
}

void WindowStyle::polish(QWidget* widget)
{
    QProxyStyle::polish(widget);
    const bool pointed = qobject_cast<QAbstractButton*>(widget) || qobject_cast<QComboBox*>(widget) || qobject_cast<QHeaderView*>(widget);
    if (pointed)
        widget->setAttribute(Qt::WA_Hover);
    if (qobject_cast<QAbstractButton*>(widget) || qobject_cast<QComboBox*>(widget) || qobject_cast<QLineEdit*>(widget)
        || qobject_cast<QAbstractItemView*>(widget) || qobject_cast<QMenu*>(widget)) {
        QFont font = Theme::light().font(TextRole::Table);
        if (look(widget) == QLatin1String("primary") || look(widget) == QLatin1String("link") || qobject_cast<QPushButton*>(widget))
            font.setWeight(QFont::Medium);
        if (!widget->testAttribute(Qt::WA_SetFont))
            widget->setFont(font);
    }
    if (auto* header = qobject_cast<QHeaderView*>(widget))
        header->setFont(Theme::light().font(TextRole::Caption));
}

int WindowStyle::pixelMetric(PixelMetric metric, const QStyleOption* option, const QWidget* widget) const
{
    switch (metric) {
    case PM_ScrollBarExtent: return 10;
    case PM_ScrollBarSliderMin: return 32;
    case PM_ButtonShiftHorizontal:
    case PM_ButtonShiftVertical: return 0;
    case PM_IndicatorWidth:
    case PM_IndicatorHeight:
    case PM_ExclusiveIndicatorWidth:
    case PM_ExclusiveIndicatorHeight: return 15;
    case PM_CheckBoxLabelSpacing:
    case PM_RadioButtonLabelSpacing: return 8;
    case PM_HeaderMargin: return 8;
    case PM_HeaderMarkSize: return 12;
    case PM_FocusFrameHMargin:
    case PM_FocusFrameVMargin: return 4;
    case PM_MenuPanelWidth: return 1;
    case PM_MenuHMargin: return 0;
    case PM_MenuVMargin: return 4;
    case PM_ToolTipLabelFrameWidth: return 6;
    case PM_LayoutHorizontalSpacing:
    case PM_LayoutVerticalSpacing: return 8;
    default: return QProxyStyle::pixelMetric(metric, option, widget);
    }
}

int WindowStyle::styleHint(StyleHint hint, const QStyleOption* option, const QWidget* widget, QStyleHintReturn* data) const
{
    switch (hint) {
    case SH_ComboBox_Popup: return 0;
    case SH_DialogButtonBox_ButtonsHaveIcons: return 0;
    case SH_UnderlineShortcut: return 0;
    case SH_ScrollBar_LeftClickAbsolutePosition: return 1;
    case SH_Table_GridLineColor: return static_cast<int>((option ? themeOf(option) : Theme::light()).line.rgb());
    case SH_ToolTip_WakeUpDelay: return 500;
    case SH_EtchDisabledText: return 0;
    case SH_FocusFrame_AboveWidget: return 1;
    default: return QProxyStyle::styleHint(hint, option, widget, data);
    }
}

QSize WindowStyle::sizeFromContents(ContentsType type, const QStyleOption* option, const QSize& size, const QWidget* widget) const
{
    const Theme& theme = option ? themeOf(option) : Theme::light();
    if (type == CT_PushButton) {
        const auto* button = qstyleoption_cast<const QStyleOptionButton*>(option);
        const bool link = look(widget) == QLatin1String("link");
        int width = button ? button->fontMetrics.horizontalAdvance(button->text) : size.width();
        width += 2 * (link ? 2 : kButtonPadding);
        if (!iconName(widget).isEmpty())
            width += kIconSize + (button && !button->text.isEmpty() ? kButtonGap : 0);
        if (!keycap(widget).isEmpty())
            width += keycapWidth(keycap(widget), theme) + kButtonGap;
        const double height = link ? 20 : look(widget) == QLatin1String("small") ? theme.controlSmall : theme.control;
        return { width + 1, static_cast<int>(height) };
    }
    if (type == CT_ToolButton && !iconName(widget).isEmpty())
        return { 30, 30 };
    if (type == CT_ComboBox)
        return { size.width() + 40, 28 };
    if (type == CT_LineEdit)
        return { size.width(), static_cast<int>(theme.controlSmall) };
    if (type == CT_MenuItem) {
        const auto* item = qstyleoption_cast<const QStyleOptionMenuItem*>(option);
        QSize own = QProxyStyle::sizeFromContents(type, option, size, widget);
        if (item && item->menuItemType != QStyleOptionMenuItem::Separator)
            own.setHeight(28);
        own.rwidth() += 24;
        return own;
    }
    if (type == CT_HeaderSection) {
        QSize own = QProxyStyle::sizeFromContents(type, option, size, widget);
        own.setHeight(28);
        return own;
    }
    return QProxyStyle::sizeFromContents(type, option, size, widget);
}

QRect WindowStyle::subElementRect(SubElement element, const QStyleOption* option, const QWidget* widget) const
{
    if (element == SE_LineEditContents)
        return look(widget) == QLatin1String("bare") ? option->rect : option->rect.adjusted(6, 0, -4, 0);
    return QProxyStyle::subElementRect(element, option, widget);
}

QRect WindowStyle::subControlRect(ComplexControl control, const QStyleOptionComplex* option, SubControl part, const QWidget* widget) const
{
    if (control == CC_ComboBox && part == SC_ComboBoxEditField)
        return option->rect.adjusted(10, 0, -28, 0);
    if (control == CC_ScrollBar) {
        // No arrow buttons: the groove is the whole bar.
        const auto* bar = qstyleoption_cast<const QStyleOptionSlider*>(option);
        if (bar && (part == SC_ScrollBarAddLine || part == SC_ScrollBarSubLine))
            return {};
        if (bar && part == SC_ScrollBarGroove)
            return bar->rect;
        if (bar) {
            const bool flat = bar->orientation == Qt::Horizontal;
            const int length = flat ? bar->rect.width() : bar->rect.height();
            int slider = length;
            if (bar->maximum != bar->minimum) {
                const double all = bar->maximum - bar->minimum + bar->pageStep;
                slider = std::clamp(static_cast<int>(length * (bar->pageStep / all)), std::min(32, length), length);
            }
            const int start = sliderPositionFromValue(bar->minimum, bar->maximum, bar->sliderPosition, length - slider, bar->upsideDown);
            const auto cut = [&](int from, int size) { return flat ? QRect(from, 0, size, bar->rect.height()) : QRect(0, from, bar->rect.width(), size); };
            if (part == SC_ScrollBarSlider)
                return cut(start, slider);
            if (part == SC_ScrollBarSubPage)
                return cut(0, start);
            if (part == SC_ScrollBarAddPage)
                return cut(start + slider, length - start - slider);
        }
    }
    return QProxyStyle::subControlRect(control, option, part, widget);
}

void WindowStyle::drawPrimitive(PrimitiveElement element, const QStyleOption* option, QPainter* painter, const QWidget* widget) const
{
    const Theme& theme = themeOf(option);
    const bool enabled = option->state & State_Enabled, hover = enabled && (option->state & State_MouseOver);
    const bool down = option->state & State_Sunken, on = option->state & State_On;
    switch (element) {
    case PE_PanelButtonCommand: {
        const QString kind = look(widget);
        if (kind == QLatin1String("link") || kind == QLatin1String("segment"))
            return;
        if (kind == QLatin1String("primary")) {
            const QColor fill = !enabled ? theme.line : down || hover ? render::mixed(theme.text, theme.accent, 0.16) : theme.accent;
            drawBox(painter, option->rect, theme.radiusControl, fill, fill);
            return;
        }
        const QColor fill = on ? theme.accentSoft : down ? theme.line : hover ? theme.sunken : theme.surface;
        drawBox(painter, option->rect, theme.radiusControl, fill, on ? theme.accent : enabled ? theme.lineStrong : theme.line);
        return;
    }
    case PE_PanelButtonTool:
        if (down || on || hover)
            drawBox(painter, option->rect, theme.radiusControl, down || on ? theme.line : theme.sunken, {});
        return;
    case PE_FrameDefaultButton:
        return;
    case PE_PanelLineEdit: {
        if (widget && widget->property("look").toString() == QLatin1String("bare"))
            return;
        const bool focus = option->state & State_HasFocus;
        drawBox(painter, option->rect, theme.radiusControl, enabled ? theme.surface : theme.sunken, focus ? theme.accent : theme.lineStrong);
        if (focus) {
            painter->save();
            painter->setRenderHint(QPainter::Antialiasing);
            painter->setPen(QPen(theme.accent, 2));
            painter->setBrush(Qt::NoBrush);
            painter->drawRoundedRect(QRectF(option->rect).adjusted(1, 1, -1, -1), theme.radiusControl - 0.5, theme.radiusControl - 0.5);
            painter->restore();
        }
        return;
    }
    case PE_FrameLineEdit:
        return;
    case PE_FrameFocusRect: {
        // Buttons get their ring outside (FocusRing); rows and tiles inside.
        if (qobject_cast<const QAbstractButton*>(widget) || qobject_cast<const QComboBox*>(widget))
            return;
        if (option->state & State_KeyboardFocusChange)
            drawFocusRing(painter, QRectF(option->rect).adjusted(1, 1, -1, -1), theme.radiusTile, theme);
        return;
    }
    case PE_IndicatorCheckBox:
    case PE_IndicatorItemViewItemCheck: {
        const bool part = option->state & State_NoChange;
        const QRectF box(option->rect);
        drawBox(painter, box, 4, on || part ? theme.accent : theme.surface, on || part ? theme.accent : enabled ? theme.lineStrong : theme.line);
        if (on || part)
            drawIcon(painter, box.adjusted(1, 1, -1, -1), part ? QStringLiteral("minus") : QStringLiteral("check"), theme.onAccent);
        return;
    }
    case PE_PanelItemViewItem:
    case PE_PanelItemViewRow: {
        if (option->state & State_Selected)
            painter->fillRect(option->rect, theme.accentSoft);
        else if (hover && element == PE_PanelItemViewItem)
            painter->fillRect(option->rect, theme.sunken);
        return;
    }
    case PE_FrameMenu:
    case PE_PanelTipLabel:
        painter->setPen(theme.line);
        painter->setBrush(theme.raised);
        painter->drawRect(option->rect.adjusted(0, 0, -1, -1));
        return;
    case PE_PanelMenu:
        painter->fillRect(option->rect, theme.raised);
        return;
    case PE_IndicatorHeaderArrow:
        return; // stands with the words, see drawHeader()
    default:
        QProxyStyle::drawPrimitive(element, option, painter, widget);
    }
}

void WindowStyle::drawControl(ControlElement element, const QStyleOption* option, QPainter* painter, const QWidget* widget) const
{
    const Theme& theme = themeOf(option);
    switch (element) {
    case CE_PushButtonLabel:
        drawButtonLabel(option, painter, widget);
        return;
    case CE_HeaderSection:
    case CE_HeaderLabel:
    case CE_HeaderEmptyArea:
        drawHeader(element, option, painter);
        return;
    case CE_FocusFrame:
        drawFocusRing(painter, QRectF(option->rect).adjusted(1, 1, -1, -1), theme.radiusControl + 3, theme);
        return;
    case CE_ComboBoxLabel: {
        const auto* combo = qstyleoption_cast<const QStyleOptionComboBox*>(option);
        painter->setPen(option->palette.color(QPalette::Text));
        const QRect text = subControlRect(CC_ComboBox, combo, SC_ComboBoxEditField, widget);
        painter->drawText(text, Qt::AlignVCenter | Qt::AlignLeft, option->fontMetrics.elidedText(combo->currentText, Qt::ElideRight, text.width()));
        return;
    }
    case CE_ProgressBarGroove:
    case CE_ProgressBarContents: {
        const auto* bar = qstyleoption_cast<const QStyleOptionProgressBar*>(option);
        QRectF rect(option->rect);
        rect = QRectF(rect.left(), rect.center().y() - 3.5, rect.width(), 7);
        if (element == CE_ProgressBarGroove) {
            painter->setPen(theme.lineStrong);
            painter->setBrush(theme.sunken);
            painter->drawRect(rect.adjusted(0.5, 0.5, -0.5, -0.5));
            return;
        }
        if (bar->maximum > bar->minimum) {
            const double share = static_cast<double>(bar->progress - bar->minimum) / (bar->maximum - bar->minimum);
            painter->fillRect(QRectF(rect.left(), rect.top(), rect.width() * std::clamp(share, 0.0, 1.0), rect.height()), theme.accent);
        }
        return;
    }
    case CE_ProgressBarLabel:
        return;
    default:
        QProxyStyle::drawControl(element, option, painter, widget);
    }
}

void WindowStyle::drawComplexControl(ComplexControl control, const QStyleOptionComplex* option, QPainter* painter, const QWidget* widget) const
{
    switch (control) {
    case CC_ScrollBar:
        drawScrollBar(option, painter, widget);
        return;
    case CC_ComboBox:
        drawComboBox(option, painter, widget);
        return;
    case CC_ToolButton:
        if (!iconName(widget).isEmpty()) {
            drawToolButton(option, painter, widget);
            return;
        }
        [[fallthrough]];
    default:
        QProxyStyle::drawComplexControl(control, option, painter, widget);
    }
}

void WindowStyle::drawButtonLabel(const QStyleOption* option, QPainter* painter, const QWidget* widget) const
{
    const auto* button = qstyleoption_cast<const QStyleOptionButton*>(option);
    if (!button)
        return;
    const Theme& theme = themeOf(option);
    const QString kind = look(widget), icon = iconName(widget), key = keycap(widget);
    const bool enabled = option->state & State_Enabled;
    QColor ink = enabled ? theme.text : theme.text3;
    if (kind == QLatin1String("primary") && enabled)
        ink = theme.onAccent;
    else if (kind == QLatin1String("link") && enabled)
        ink = theme.accent;
    else if (kind == QLatin1String("segment") && enabled && !(option->state & State_On))
        ink = theme.text2;
    const int textWidth = option->fontMetrics.horizontalAdvance(button->text);
    const int iconWidth = icon.isEmpty() ? 0 : kIconSize + (button->text.isEmpty() ? 0 : kButtonGap);
    const int keyWidth = key.isEmpty() ? 0 : keycapWidth(key, theme) + kButtonGap;
    const bool left = kind == QLatin1String("link") || (widget && widget->property("alignLeft").toBool());
    const int all = iconWidth + textWidth + keyWidth;
    int x = left ? option->rect.left() + 2 : option->rect.left() + std::max(4, (option->rect.width() - all) / 2);
    // Laid out from the left; from right to left it is the mirror image.
    const auto mirrored = [&](const QRect& rect) { return visualRect(option->direction, option->rect, rect); };
    if (!icon.isEmpty()) {
        drawIcon(painter, mirrored(QRect(x, option->rect.center().y() + 1 - kIconSize / 2, kIconSize, kIconSize)), icon, kind.isEmpty() && enabled ? theme.text2 : ink);
        x += iconWidth;
    }
    painter->setPen(ink);
    const int room = option->rect.right() - x - keyWidth + 1;
    const QRect words = mirrored(QRect(x, option->rect.top(), room, option->rect.height()));
    painter->drawText(words, Qt::AlignVCenter | Qt::AlignLeft | Qt::TextHideMnemonic,
        textWidth > room ? option->fontMetrics.elidedText(button->text, Qt::ElideRight, room) : button->text);
    if (kind == QLatin1String("link") && (option->state & State_MouseOver)) {
        const int base = option->rect.center().y() + option->fontMetrics.ascent() / 2 + 2;
        const QRect line = mirrored(QRect(x, base, std::min(textWidth, room), 1));
        painter->drawLine(line.left(), base, line.right() + 1, base);
    }
    if (!key.isEmpty())
        drawKeycap(painter, mirrored(QRect(x + textWidth + kButtonGap, option->rect.center().y() - 8, keycapWidth(key, theme), 18)), key, theme);
}

void WindowStyle::drawHeader(ControlElement element, const QStyleOption* option, QPainter* painter) const
{
    const Theme& theme = themeOf(option);
    if (element != CE_HeaderLabel) {
        painter->fillRect(option->rect, theme.surface);
        painter->fillRect(QRect(option->rect.left(), option->rect.bottom(), option->rect.width(), 1), theme.line);
        return;
    }
    const auto* header = qstyleoption_cast<const QStyleOptionHeader*>(option);
    if (!header)
        return;
    const bool sorted = header->sortIndicator != QStyleOptionHeader::None;
    painter->setFont(theme.font(TextRole::Caption, sorted));
    painter->setPen(sorted ? theme.text : theme.text3);
    const QFontMetrics metrics(painter->font());
    // The arrow stands right of the words, wherever they are aligned.
    const int arrow = sorted ? 14 : 0;
    const QString text = metrics.elidedText(header->text, Qt::ElideRight, option->rect.width() - arrow);
    QRect words = option->rect;
    if (header->textAlignment & Qt::AlignRight)
        words.setRight(words.right() - arrow);
    painter->drawText(words, (header->textAlignment & Qt::AlignHorizontal_Mask) | Qt::AlignVCenter, text);
    if (sorted) {
        const int x = header->textAlignment & Qt::AlignRight ? words.right() + 2 : words.left() + metrics.horizontalAdvance(text) + 2;
        // Qt says SortDown for ascending order; the design's ↓ means largest first.
        const QString name = header->sortIndicator == QStyleOptionHeader::SortDown ? QStringLiteral("sort-up") : QStringLiteral("sort");
        drawIcon(painter, QRectF(x, option->rect.center().y() - 6, 13, 13), name, theme.text);
    }
}

void WindowStyle::drawScrollBar(const QStyleOptionComplex* option, QPainter* painter, const QWidget* widget) const
{
    const auto* bar = qstyleoption_cast<const QStyleOptionSlider*>(option);
    if (!bar || bar->maximum <= bar->minimum)
        return;
    const Theme& theme = themeOf(option);
    QRectF slider(subControlRect(CC_ScrollBar, option, SC_ScrollBarSlider, widget));
    slider = bar->orientation == Qt::Horizontal ? slider.adjusted(2, 3, -2, -2) : slider.adjusted(3, 2, -2, -2);
    const bool active = option->state & (State_MouseOver | State_Sunken);
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setPen(Qt::NoPen);
    painter->setBrush(active ? theme.text3 : theme.lineStrong);
    painter->drawRoundedRect(slider, 2.5, 2.5);
    painter->restore();
}

void WindowStyle::drawComboBox(const QStyleOptionComplex* option, QPainter* painter, const QWidget*) const
{
    const Theme& theme = themeOf(option);
    const bool enabled = option->state & State_Enabled, hover = enabled && (option->state & State_MouseOver);
    drawBox(painter, option->rect, theme.radiusControl, hover ? theme.sunken : theme.surface, enabled ? theme.lineStrong : theme.line);
    drawIcon(painter, QRectF(option->rect.right() - 23, option->rect.center().y() - 7, 16, 16), QStringLiteral("chevron-down"), theme.text2);
}

void WindowStyle::drawToolButton(const QStyleOptionComplex* option, QPainter* painter, const QWidget* widget) const
{
    const Theme& theme = themeOf(option);
    QStyleOption panel(*option);
    drawPrimitive(PE_PanelButtonTool, &panel, painter, widget);
    QColor ink = theme.text2;
    if (!(option->state & State_Enabled))
        ink = render::mixed(theme.lineStrong, theme.surface, 0.55);
    const double size = widget->property("iconPixels").isValid() ? widget->property("iconPixels").toDouble() : 20;
    const QRectF rect(option->rect);
    drawIcon(painter, QRectF(std::floor(rect.center().x() - size / 2), std::floor(rect.center().y() - size / 2), size, size), iconName(widget), ink);
}

} // namespace ferroscope::ui
