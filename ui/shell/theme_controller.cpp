// SPDX-FileCopyrightText: The Ferroscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/theme_controller.h"

#include <QApplication>
#include <QEvent>
#include <QSettings>
#include <QToolTip>

namespace ferroscope::ui {

namespace {
const QString kKey = QStringLiteral("theme");
}

ThemeController::ThemeController(QSettings* settings, QObject* parent)
    : QObject(parent)
    , m_settings(settings)
{
    const QString stored = settings ? settings->value(kKey).toString() : QString();
    m_choice = stored == QLatin1String("dark") ? Choice::Dark : stored == QLatin1String("light") ? Choice::Light : Choice::System;
    qApp->installEventFilter(this);
    apply();
}

void ThemeController::setChoice(Choice choice)
{
    m_choice = choice;
    if (m_settings)
        m_settings->setValue(kKey, choice == Choice::Dark ? QStringLiteral("dark") : choice == Choice::Light ? QStringLiteral("light") : QStringLiteral("system"));
    apply();
}

bool ThemeController::eventFilter(QObject* watched, QEvent* event)
{
    if (event->type() == QEvent::ThemeChange && m_choice == Choice::System && !m_applying)
        apply();
    return QObject::eventFilter(watched, event);
}

void ThemeController::apply()
{
    m_applying = true;
    m_dark = m_choice == Choice::Dark;
    if (m_choice == Choice::System) {
        // The palette of the platform shows through once ours is taken away.
        QApplication::setPalette(QPalette());
        const QPalette system = QApplication::palette();
        m_dark = system.color(QPalette::Window).lightness() < system.color(QPalette::WindowText).lightness();
    }
    const QPalette palette = paletteOf(m_dark ? Theme::dark() : Theme::light());
    QApplication::setPalette(palette);
    QToolTip::setPalette(palette);
    QToolTip::setFont(Theme::light().font(TextRole::Table));
    m_applying = false;
}

} // namespace ferroscope::ui
