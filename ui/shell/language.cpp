// SPDX-FileCopyrightText: The Ferroscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/language.h"

#include <QCoreApplication>
#include <QLibraryInfo>
#include <QTranslator>
#include <memory>

namespace ferroscope::ui {

QStringList languages() { return { QStringLiteral("en"), QStringLiteral("zh_CN") }; }

QString languageName(const QString& language)
{
    return language == QLatin1String("zh_CN") ? QStringLiteral("简体中文") : QStringLiteral("English");
}

QString languageFor(const QString& setting, const QLocale& system)
{
    if (languages().contains(setting))
        return setting;
    const bool simplified = system.language() == QLocale::Chinese && system.script() == QLocale::SimplifiedChineseScript;
    return simplified ? QStringLiteral("zh_CN") : QStringLiteral("en");
}

bool applyLanguage(QCoreApplication& app, const QString& language)
{
    if (language == QLatin1String("en"))
        return true; // what the strings are written in
    auto own = std::make_unique<QTranslator>(&app);
    if (!languages().contains(language) || !own->load(QStringLiteral(":/ferroscope/i18n/ferroscope_%1.qm").arg(language)))
        return false;
    // Qt's dialogs: from the system, below ours.
    if (auto qt = std::make_unique<QTranslator>(&app); qt->load(QStringLiteral("qtbase_") + language, QLibraryInfo::path(QLibraryInfo::TranslationsPath)))
        QCoreApplication::installTranslator(qt.release());
    QCoreApplication::installTranslator(own.release());
    QLocale::setDefault(QLocale(language));
    return true;
}

} // namespace ferroscope::ui
