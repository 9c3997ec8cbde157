// SPDX-FileCopyrightText: The Ferroscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
// ferroscope [PATH]: the window. Everything it needs is made here and handed in.
#include "ui/render/fonts.h"
#include "ui/shell/language.h"
#include "ui/shell/main_window.h"

#include <QApplication>
#include <QCommandLineParser>
#include <QDir>
#include <QLocale>
#include <QSettings>

namespace {

// Installed beside the program, or in the source tree while developing.
QString sampleFolder()
{
    for (const QString& folder : QStringList { QCoreApplication::applicationDirPath() + QStringLiteral("/../share/ferroscope/sample"), QStringLiteral(FERROSCOPE_SAMPLE_DIR) }) {
        if (QDir(folder).exists())
            return QDir::cleanPath(folder);
    }
    return {};
}

// The size chosen in the settings, unless the environment says another one. Qt reads it when the application is made.
void applyChosenSize()
{
    const QSettings settings(QSettings::IniFormat, QSettings::UserScope, QStringLiteral("ferroscope"), QStringLiteral("ferroscope"));
    const int size = settings.value(QStringLiteral("general/fontSize"), 100).toInt();
    if (size != 100 && size >= 50 && size <= 300 && qEnvironmentVariableIsEmpty("QT_SCALE_FACTOR"))
        qputenv("QT_SCALE_FACTOR", QByteArray::number(size / 100.0));
}

} // namespace

int main(int argc, char** argv)
{
    using namespace ferroscope;
    applyChosenSize();
    QApplication app(argc, argv);
    QApplication::setApplicationName(QStringLiteral("ferroscope"));
    QApplication::setOrganizationName(QStringLiteral("ferroscope"));
    QApplication::setApplicationDisplayName(QString());
    QApplication::setApplicationVersion(QStringLiteral(FERROSCOPE_VERSION));
    QGuiApplication::setDesktopFileName(QStringLiteral("ferroscope"));
    if (QLocale().language() == QLocale::C)
        QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates));
    QSettings settings(QSettings::IniFormat, QSettings::UserScope, QStringLiteral("ferroscope"), QStringLiteral("ferroscope"));
    ui::applyLanguage(app, ui::languageFor(settings.value(QLatin1String(ui::kLanguageKey)).toString(), QLocale::system()));
    QCommandLineParser options;
    options.setApplicationDescription(QCoreApplication::translate("main", "Which Python is worth moving to Rust?"));
    options.addHelpOption();
    options.addVersionOption();
    options.addPositionalArgument(QStringLiteral("PATH"), QCoreApplication::translate("main", "folder with Python to open"), QStringLiteral("[PATH]"));
    options.process(app);

    render::registerFonts();
    QApplication::setStyle(new ui::WindowStyle);
    QApplication::setFont(ui::Theme::light().font(ui::TextRole::Body));

    ui::WindowTools tools;
    tools.settings = &settings;
    tools.sampleFolder = sampleFolder();
    // Without a store nothing is remembered; everything else works.
    if (auto opened = store::Store::open(store::Store::defaultPath()))
        tools.session.store = std::move(*opened);
    else
        tools.storeError = opened.error();
    ui::MainWindow window(tools);
    window.show();
    if (!options.positionalArguments().isEmpty())
        window.openFolder(options.positionalArguments().constFirst());
    else
        window.restoreSession();
    return QApplication::exec();
}
