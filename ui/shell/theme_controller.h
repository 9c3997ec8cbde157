// SPDX-FileCopyrightText: The Ferroscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
// ThemeController: light, dark or as the system has it; applied to the application's palette and remembered.
#pragma once

#include "ui/widgets/style.h"
#include <QObject>

class QSettings;

namespace ferroscope::ui {

class ThemeController final : public QObject {
    Q_OBJECT
public:
    enum class Choice { System, Light, Dark };
    explicit ThemeController(QSettings* settings, QObject* parent = nullptr);

    Choice choice() const { return m_choice; }
    void setChoice(Choice choice);
    bool dark() const { return m_dark; }

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void apply();
    QSettings* m_settings;
    Choice m_choice = Choice::System;
    bool m_dark = false, m_applying = false;
};

} // namespace ferroscope::ui
