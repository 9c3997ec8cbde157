// SPDX-FileCopyrightText: The Ferroscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
// Watching: after any edit, what is made with the facts kept in memory is what a run from nothing makes, to the byte,
// and on any number of threads. Edits are random, from a fixed seed.
#include "core/analysis/analyzer.h"
#include "core/analysis/kept_facts.h"
#include "core/report/json_writer.h"

#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>
#include <fcntl.h>
#include <random>
#include <sys/stat.h>

using namespace ferroscope;

namespace {

constexpr int kEdits = 15;

QByteArray contentOf(const QString& path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        qFatal("cannot read %s", qPrintable(path));
    return file.readAll();
}

void write(const QString& path, const QByteArray& bytes)
{
    QDir().mkpath(QFileInfo(path).path());
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
        qFatal("cannot write %s", qPrintable(path));
}

// So long ago that size and time are enough to know the file.
void makeOld(const QString& path)
{
    timespec times[2] {};
    times[0].tv_sec = times[1].tv_sec = 1'500'000'000;
    if (utimensat(AT_FDCWD, qPrintable(path), times, 0) != 0)
        qFatal("cannot set the time of %s", qPrintable(path));
}

std::string json(const QString& root, unsigned jobs, const std::shared_ptr<analysis::KeptFacts>& kept)
{
    analysis::Request request;
    request.root = root.toStdString();
    request.jobs = jobs;
    request.kept = kept;
    auto outcome = analysis::analyze(*realFileSystem(), request, nullptr, {}, {});
    if (!outcome)
        qFatal("not analyzed: %s", outcome.error().detail.c_str());
    return report::toJson(*outcome->assessment);
}

class Editor {
public:
    explicit Editor(QStringList files)
        : m_files(std::move(files))
    {
    }
    // What was done, for the message of a test that fails.
    QString edit()
    {
        const QString path = m_files[pick(m_files.size())];
        QList<QByteArray> lines = contentOf(path).split('\n');
        const auto at = static_cast<qsizetype>(pick(lines.size()));
        switch (pick(6)) {
        case 0: // somebody else's function is called, perhaps one that is not there
            lines << "def added_later(value):" << "    from " + moduleOf(m_files[pick(m_files.size())]) + " import run"
                  << "    return [run(each) for each in value]" << "";
            break;
        case 1: // most likely no Python any more
            lines.removeAt(at);
            break;
        case 2:
            lines.insert(at, lines[at]);
            break;
        case 3:
            lines.insert(0, "import " + moduleOf(m_files[pick(m_files.size())]));
            break;
        case 4: // a name everywhere in the file
            lines = lines.join('\n').replace("self", "this").split('\n');
            break;
        default:
            lines = lines.mid(0, at);
            break;
        }
        write(path, lines.join('\n'));
        return path;
    }

private:
    static QByteArray moduleOf(const QString& path) { return QFileInfo(path).completeBaseName().toUtf8(); }
    qsizetype pick(qsizetype count)
    {
        return static_cast<qsizetype>(m_random() % static_cast<std::mt19937::result_type>(count));
    }

    QStringList m_files;
    std::mt19937 m_random { 20 };
};

} // namespace

class TestEdits : public QObject {
    Q_OBJECT

private slots:
    void keptFactsGiveWhatARunFromNothingGives_data()
    {
        QTest::addColumn<QString>("from");
        QTest::newRow("sample") << QStringLiteral(FERROSCOPE_SOURCE_DIR "/resources/sample");
        // A real package, where there is one.
        const QDir library(QStringLiteral("/usr/lib"));
        const QStringList pythons = library.entryList({ QStringLiteral("python3.*") }, QDir::Dirs, QDir::Name);
        QTest::newRow("asyncio") << (pythons.isEmpty() ? QString() : library.filePath(pythons.last() + QStringLiteral("/asyncio")));
    }

    void keptFactsGiveWhatARunFromNothingGives()
    {
        QFETCH(QString, from);
        if (!QFileInfo(from).isDir())
            QSKIP("not on this machine");
        const QTemporaryDir folder;
        const QString root = folder.filePath(QStringLiteral("repo"));
        QStringList files;
        QDirIterator all(from, { QStringLiteral("*.py") }, QDir::Files, QDirIterator::Subdirectories);
        while (all.hasNext()) {
            const QString path = all.next();
            files << root + QLatin1Char('/') + QDir(from).relativeFilePath(path);
            write(files.last(), contentOf(path));
            makeOld(files.last());
        }
        files.sort();
        QVERIFY(files.size() > 5);
        const auto kept = std::make_shared<analysis::KeptFacts>();
        QCOMPARE(json(root, 2, kept), json(root, 1, nullptr));
        Editor editor(files);
        for (int round = 0; round < kEdits; ++round) {
            const QString edited = editor.edit();
            const std::string again = json(root, 2, kept), anew = json(root, 1, nullptr);
            QVERIFY2(again == anew, qPrintable(QStringLiteral("round %1, %2").arg(round).arg(edited)));
        }
    }
};

QTEST_APPLESS_MAIN(TestEdits)
#include "tst_edits.moc"
