// SPDX-FileCopyrightText: The Ferroscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
// A folder of its own for the tests of the command line: input files, a private default store, the program.
#pragma once

#include <QDateTime>
#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <QProcess>
#include <QTemporaryDir>

namespace ferroscope::tests {

struct Run {
    int code = -1; // -1: crashed or did not end
    QString out, err;
};

class CliFixture {
public:
    QString path(const char* relative) const { return m_folder.path() + QLatin1Char('/') + QString::fromUtf8(relative); }
    void makeFolder(const char* relative) { QDir().mkpath(path(relative)); }

    void write(const char* relative, const QByteArray& bytes)
    {
        QDir().mkpath(QFileInfo(path(relative)).path());
        QFile file(path(relative));
        if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
            qFatal("cannot write the fixture");
    }

    QByteArray read(const char* relative) const
    {
        QFile file(path(relative));
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }

    // Names, sizes and times of everything below.
    QByteArray listing(const char* relative) const
    {
        QStringList entries;
        QDirIterator walk(path(relative), QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot, QDirIterator::Subdirectories);
        while (walk.hasNext()) {
            const QFileInfo info(walk.next());
            entries += info.filePath() + QStringLiteral(" %1 %2").arg(info.size()).arg(info.lastModified().toMSecsSinceEpoch());
        }
        entries.sort();
        return entries.join(QLatin1Char('\n')).toUtf8();
    }

    void start(QProcess& process, const QStringList& arguments) const
    {
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        environment.insert(QStringLiteral("XDG_DATA_HOME"), path("data"));
        process.setProcessEnvironment(environment);
        process.setWorkingDirectory(m_folder.path());
        process.start(QStringLiteral(FERROSCOPE_BINARY_DIR "/bin/ferroscope-cli"), arguments);
    }

    Run run(const QStringList& arguments) const
    {
        QProcess process;
        start(process, arguments);
        if (!process.waitForFinished(60000) || process.exitStatus() != QProcess::NormalExit)
            return { -1, {}, QString::fromUtf8(process.readAllStandardError()) };
        return { process.exitCode(), QString::fromUtf8(process.readAllStandardOutput()), QString::fromUtf8(process.readAllStandardError()) };
    }

    // Six files: a package with a hot loop, waiting code, an import cycle, and a test.
    void writeSample()
    {
        write("sample/shop/__init__.py", "");
        write("sample/shop/hot.py",
            "def distance(a, b):\n    total = 0\n    for x in a:\n        for y in b:\n            total += (x - y) * (x - y)\n"
            "    return total\n\n\ndef nearest(points, wanted):\n    best = None\n    for point in points:\n"
            "        d = distance(point, wanted)\n        if best is None or d < best:\n            best = d\n    return best\n");
        write("sample/shop/model.py", "from shop import store\n\n\nclass Order:\n    def __init__(self, lines: list[int]) -> None:\n"
                                      "        self.lines = lines\n\n    def total(self) -> int:\n        return sum(self.lines)\n");
        write("sample/shop/store.py", "import sqlite3\n\nfrom shop import model\n\n\ndef load(ids):\n    rows = []\n"
                                      "    connection = sqlite3.connect('x')\n    for i in ids:\n"
                                      "        rows.append(connection.execute('select * from t where id = ?', (i,)))\n"
                                      "    return [model.Order(row) for row in rows]\n");
        write("sample/shop/broken.py", "def f(:\n    return 1\n\n\ndef g(x):\n    return x\n");
        write("sample/tests/test_hot.py", "from shop.hot import nearest\n\n\ndef test_nearest():\n    assert nearest([[1]], [1]) == 0\n");
    }

    void writeLarge(const char* folder, int files)
    {
        QByteArray text;
        for (int function = 0; function < 200; ++function) {
            const QByteArray number = QByteArray::number(function);
            text += "def f" + number + "(a, b):\n    total = 0\n    for x in range(a):\n        if x % 3 == b:\n"
                "            total += x * " + number + "\n    return total\n\n\n";
        }
        for (int file = 0; file < files; ++file)
            write(QByteArray(folder + QByteArray("/m") + QByteArray::number(file) + ".py").constData(), text + "# " + QByteArray::number(file) + "\n");
    }

private:
    QTemporaryDir m_folder;
};

} // namespace ferroscope::tests
