// SPDX-FileCopyrightText: The Ferroscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
// Every count of every file and of every function of the installed standard library equals Python's own ast
// and tokenize. FERROSCOPE_ORACLE_ROOT names another folder of Python files to compare.
#include "core/base/file_system.h"
#include "core/facts/extract.h"
#include "core/source/decode.h"
#include "tests/oracle/fact_rows.h"
#include "tests/oracle/standard_library.h"

#include <QProcess>
#include <QTest>
#include <map>

using namespace ferroscope;

namespace {

// What differs between our row and the oracle's, by column name.
class Comparison {
public:
    void compare(const QByteArray& what, const oracle::Row& ours, const QByteArrayList& columns, const QByteArrayList& row, qsizetype first)
    {
        QCOMPARE(qsizetype(ours.size()), columns.size() - first);
        QCOMPARE(row.size(), columns.size());
        for (std::size_t at = 0; at < ours.size(); ++at) {
            const qsizetype column = first + qsizetype(at);
            QCOMPARE(QByteArray::fromStdString(ours[at].first), columns[column]);
            if (ours[at].second == row[column].toUInt())
                continue;
            ++byColumn[columns[column]];
            wrong += QStringLiteral("%1 %2: %3, ast says %4").arg(QString::fromUtf8(what), QString::fromUtf8(columns[column])).arg(ours[at].second).arg(row[column].toUInt());
        }
    }
    std::map<QByteArray, int> byColumn;
    QStringList wrong;
};

} // namespace

class TestOracle : public QObject {
    Q_OBJECT
private slots:
    void everyFileAndFunction();
};

void TestOracle::everyFileAndFunction()
{
    const QString python = oracle::python();
    QVERIFY2(!python.isEmpty(), "python3 is the oracle of this test; cmake/setup.sh installs it");
    QString root = qEnvironmentVariable("FERROSCOPE_ORACLE_ROOT");
    if (root.isEmpty())
        root = oracle::standardLibrary();
    QVERIFY(!root.isEmpty());
    QProcess oracle;
    oracle.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    oracle.start(python, { QStringLiteral("-B"), QStringLiteral(FERROSCOPE_SOURCE_DIR "/tests/oracle/facts_oracle.py"), root });
    QVERIFY(oracle.waitForFinished(540'000));
    QCOMPARE(oracle.exitCode(), 0);
    const QByteArrayList rows = oracle.readAllStandardOutput().split('\n');
    QVERIFY(rows.size() > 3);
    const QByteArrayList fileColumns = rows[0].split('\t');
    const QByteArrayList functionColumns = rows[1].split('\t');

    facts::Extractor extractor;
    facts::FileFacts facts;
    std::map<std::uint32_t, const facts::Function*> byLine;
    Comparison files;
    Comparison functions;
    QByteArrayList limits;
    int fileCount = 0;
    int functionCount = 0;
    bool isLimit = false;
    for (qsizetype at = 2; at < rows.size(); ++at) {
        const QByteArrayList row = rows[at].split('\t');
        if (row[0] == "file") {
            Result<std::string> bytes = realFileSystem()->read(root.toStdString() + "/" + row[1].toStdString(), 1ULL << 26U);
            QVERIFY(bytes.has_value());
            facts = extractor.extract(source::decode(std::move(*bytes)).text);
            byLine.clear();
            for (std::size_t index = 1; index < facts.functions.size(); ++index)
                byLine[facts.functions[index].line] = &facts.functions[index];
            ++fileCount;
            isLimit = !facts.problems.empty();
            if (isLimit) // the grammar could not read all of it, and says so
                limits += row[1];
            else
                files.compare(row[1], oracle::fileRow(facts), fileColumns, row, 2);
        } else if (row[0] == "function" && !isLimit) {
            ++functionCount;
            const auto found = byLine.find(row[2].toUInt());
            const QByteArray where = row[1] + ':' + row[2] + ' ' + row[3];
            QVERIFY2(found != byLine.end(), where.constData());
            QCOMPARE(QByteArray::fromStdString(std::string(facts.text(found->second->qualifiedName))), row[3]);
            functions.compare(where, oracle::functionRow(*found->second), functionColumns, row, 4);
        }
    }
    for (const auto& [column, count] : files.byColumn)
        qInfo("%s differs in %d files", column.constData(), count);
    for (const auto& [column, count] : functions.byColumn)
        qInfo("%s differs in %d functions", column.constData(), count);
    qInfo("%d files and %d functions compared; %d files reported as not wholly parsed: %s", fileCount, functionCount,
        int(limits.size()), limits.join(", ").constData());
    QVERIFY(fileCount > 0);
    QVERIFY(limits.size() * 500 <= fileCount);
    const QStringList wrong = files.wrong + functions.wrong;
    QVERIFY2(wrong.isEmpty(), qPrintable(wrong.mid(0, 60).join(QLatin1Char('\n'))));
}

QTEST_APPLESS_MAIN(TestOracle)
#include "tst_oracle.moc"
