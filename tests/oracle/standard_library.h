// SPDX-FileCopyrightText: The Ferroscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
// Where the Python files are that tests over real code read.
#pragma once

#include <QProcess>
#include <QStandardPaths>
#include <QString>

namespace ferroscope::oracle {

inline QString python() { return QStandardPaths::findExecutable(QStringLiteral("python3")); }

// The folder of the installed standard library; empty if there is no python3.
inline QString standardLibrary()
{
    QProcess ask;
    ask.start(python(), { QStringLiteral("-c"), QStringLiteral("import sysconfig; print(sysconfig.get_paths()['stdlib'])") });
    return ask.waitForFinished() ? QString::fromLocal8Bit(ask.readAllStandardOutput()).trimmed() : QString();
}

} // namespace ferroscope::oracle
