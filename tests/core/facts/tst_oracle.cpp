// SPDX-FileCopyrightText: The Ferroscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
// Every count of every file of the installed standard library equals Python's own ast and tokenize.
#include "core/base/file_system.h"
#include "core/facts/extract.h"

#include <QDir>
#include <QProcess>
#include <QStandardPaths>
#include <QTest>
#include <map>

using namespace ferroscope;

class TestOracle : public QObject {
    Q_OBJECT
private slots:
    void standardLibrary();
};

void TestOracle::standardLibrary()
{
    const QString python = QStandardPaths::findExecutable(QStringLiteral("python3"));
    QVERIFY2(!python.isEmpty(), "python3 is the oracle of this test; cmake/setup.sh installs it");
    QString root = qEnvironmentVariable("FERROSCOPE_ORACLE_ROOT");
    if (root.isEmpty()) {
        QProcess ask;
        ask.start(python, { QStringLiteral("-c"), QStringLiteral("import sysconfig; print(sysconfig.get_paths()['stdlib'])") });
        QVERIFY(ask.waitForFinished());
        root = QString::fromLocal8Bit(ask.readAllStandardOutput()).trimmed();
    }
    QProcess oracle;
    oracle.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    oracle.start(python, { QStringLiteral(FERROSCOPE_SOURCE_DIR "/tests/oracle/facts_oracle.py"), root });
    QVERIFY(oracle.waitForFinished(540'000));
    QCOMPARE(oracle.exitCode(), 0);
    const QList<QByteArray> rows = oracle.readAllStandardOutput().split('\n');
    const QList<QByteArray> columns = rows.front().split('\t');
    QVERIFY(rows.size() > 200);

    facts::Extractor extractor;
    using facts::Count;
    int files = 0;
    std::map<QByteArray, int> wrongByColumn;
    QStringList wrong;
    QByteArrayList limits;
    for (qsizetype at = 1; at < rows.size(); ++at) {
        const QList<QByteArray> row = rows[at].split('\t');
        if (row.size() != columns.size())
            continue;
        const std::string path = root.toStdString() + "/" + row[0].toStdString();
        const Result<std::string> bytes = realFileSystem()->read(path, 1ULL << 26U);
        QVERIFY(bytes.has_value());
        const QByteArray head = QByteArray::fromStdString(bytes->substr(0, 200)).toLower();
        if (!QByteArray::fromStdString(*bytes).isValidUtf8() || bytes->substr(0, 3) == "\xEF\xBB\xBF" || head.contains("coding: latin"))
            continue; // decoding is core/source's, tested there
        const facts::FileFacts f = extractor.extract(*bytes);
        const std::map<QByteArray, unsigned> got { { "functions", f.count(Count::Functions) },
            { "async_functions", f.count(Count::AsyncFunctions) }, { "methods", f.count(Count::Methods) },
            { "classes", f.count(Count::Classes) }, { "lambdas", f.count(Count::Lambdas) },
            { "decorators", f.count(Count::Decorators) }, { "imports", f.count(Count::Imports) },
            { "for_loops", f.count(Count::ForLoops) }, { "while_loops", f.count(Count::WhileLoops) },
            { "comprehensions", f.count(Count::Comprehensions) }, { "tries", f.count(Count::Tries) },
            { "withs", f.count(Count::Withs) }, { "matches", f.count(Count::Matches) },
            { "returns", f.count(Count::Returns) }, { "yields", f.count(Count::Yields) },
            { "raises", f.count(Count::Raises) }, { "asserts", f.count(Count::Asserts) },
            { "awaits", f.count(Count::Awaits) }, { "globals", f.count(Count::Globals) },
            { "nonlocals", f.count(Count::Nonlocals) }, { "physical", f.lines.physical }, { "code", f.lines.code },
            { "doc", f.lines.doc }, { "comment", f.lines.comment }, { "blank", f.lines.blank },
            { "logical", f.lines.logical }, { "slots", f.hints.slotCount }, { "annotated", f.hints.annotated() } };
        ++files;
        if (!f.problems.empty()) { // the grammar could not read all of it, and says so
            limits += row[0];
            continue;
        }
        for (qsizetype column = 1; column < columns.size(); ++column) {
            const std::uint32_t want = row[column].toUInt();
            if (got.at(columns[column]) == want)
                continue;
            ++wrongByColumn[columns[column]];
            wrong += QStringLiteral("%1 %2: %3, ast says %4").arg(QString::fromUtf8(row[0]), QString::fromUtf8(columns[column])).arg(got.at(columns[column])).arg(want);
        }
    }
    for (const auto& [column, count] : wrongByColumn)
        qInfo("%s differs in %d files", column.constData(), count);
    qInfo("%d files compared, %d of them reported as not wholly parsed: %s", files, int(limits.size()), limits.join(", ").constData());
    QVERIFY(limits.size() * 300 < files);
    QVERIFY2(wrong.isEmpty(), qPrintable(wrong.mid(0, 60).join(QLatin1Char('\n'))));
}

QTEST_APPLESS_MAIN(TestOracle)
#include "tst_oracle.moc"
