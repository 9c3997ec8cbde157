// SPDX-FileCopyrightText: The Ferroscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
// The language of the window: "system", "en" or "zh_CN" in the setting general/language. It is read once, before the
// first window: a change takes effect at the next start, and the menu says so. Words made in core (why-sentences,
// findings, risks) and the report are English in every language.
#pragma once

#include <QLocale>
#include <QString>
#include <QStringList>

class QCoreApplication;
class QSettings;

namespace ferroscope::ui {

inline constexpr const char* kLanguageKey = "general/language";

QStringList languages(); // what there are translations for, English first: "en", "zh_CN"
QString languageName(const QString& language); // in itself: "English", "简体中文"
// The one to use for a setting on a system; "en" where the system's is not among them.
QString languageFor(const QString& setting, const QLocale& system);
// Installs the translations (and Qt's own, where the system has them) and the default locale for figures and dates.
// False: the language has no translation here, nothing was changed.
bool applyLanguage(QCoreApplication& app, const QString& language);

} // namespace ferroscope::ui
