// SPDX-FileCopyrightText: The Ferroscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
// main() of the window's tests. The offscreen platform warns about size hints and grabs, which have
// nothing to do with us, so warnings are made failures by the tests themselves (failOnOwnWarnings) instead of
// by QT_FATAL_WARNINGS.
#pragma once

#include <QApplication>
#include <QDir>
#include <QRegularExpression>
#include <QTest>

namespace ferroscope::ui {

// The one message of the offscreen platform that comes with every window; it would bury all others.
inline void dropPlatformNoise(QtMsgType type, const QMessageLogContext& context, const QString& text);

inline QtMessageHandler& messageHandlerOfTheTest()
{
    static QtMessageHandler handler = nullptr;
    return handler;
}

inline void dropPlatformNoise(QtMsgType type, const QMessageLogContext& context, const QString& text)
{
    if (text != QLatin1String("This plugin does not support propagateSizeHints()") && messageHandlerOfTheTest())
        messageHandlerOfTheTest()(type, context, text);
}

inline void failOnOwnWarnings()
{
    if (const QtMessageHandler before = qInstallMessageHandler(&dropPlatformNoise); before != &dropPlatformNoise)
        messageHandlerOfTheTest() = before;
    QTest::failOnWarning(QRegularExpression(QStringLiteral("^(?!This plugin does not support)")));
}

} // namespace ferroscope::ui

#define FERROSCOPE_WINDOW_TEST(Class)                                                                                            \
    int main(int argc, char** argv)                                                                                              \
    {                                                                                                                            \
        qunsetenv("QT_FATAL_WARNINGS");                                                                                          \
        if (qEnvironmentVariableIsEmpty("XDG_RUNTIME_DIR"))                                                                      \
            qputenv("XDG_RUNTIME_DIR", QDir::tempPath().toUtf8());                                                               \
        QApplication app(argc, argv);                                                                                            \
        QTEST_SET_MAIN_SOURCE_PATH                                                                                               \
        Class test;                                                                                                              \
        return QTest::qExec(&test, argc, argv);                                                                                  \
    }
