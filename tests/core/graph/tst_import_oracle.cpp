// SPDX-FileCopyrightText: The Ferroscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
// Every import edge of the installed standard library, with its flags, equals what Python's own ast says
// (tests/oracle/import_edges.py).
#include "core/base/file_system.h"
#include "core/facts/extract.h"
#include "core/graph/link.h"
#include "core/source/decode.h"

#include <QProcess>
#include <QStandardPaths>
#include <QTest>
#include <map>
#include <set>

using namespace ferroscope;

class TestImportOracle : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void standardLibrary();
};

void TestImportOracle::standardLibrary()
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
    oracle.start(python, { QStringLiteral("-W"), QStringLiteral("ignore"),
        QStringLiteral(FERROSCOPE_SOURCE_DIR "/tests/oracle/import_edges.py"), QStringLiteral("edges"), root });
    QVERIFY(oracle.waitForFinished(540'000));
    QCOMPARE(oracle.exitCode(), 0);
    std::map<std::pair<QByteArray, QByteArray>, QByteArray> expected;
    std::set<QByteArray> known; // files that an edge of the oracle begins at
    for (const QByteArray& line : oracle.readAllStandardOutput().split('\n')) {
        const QList<QByteArray> row = line.split('\t');
        if (row.size() != 3)
            continue;
        expected[{ row[0], row[1] }] = row[2];
        known.insert(row[0]);
    }
    QVERIFY(expected.size() > 1000);

    auto sources = source::discover(*realFileSystem(), root.toStdString(), {}, {}, {});
    QVERIFY(sources.has_value());
    facts::Extractor extractor;
    std::vector<std::shared_ptr<const facts::FileFacts>> facts;
    std::set<QByteArray> seen;
    for (const source::SourceFile& file : sources->files) {
        const auto bytes = realFileSystem()->read(sources->root + "/" + file.path, 1ULL << 26U);
        facts.push_back(bytes ? std::make_shared<const facts::FileFacts>(extractor.extract(source::decode(*bytes).text)) : nullptr);
        seen.insert(QByteArray::fromStdString(file.path));
    }
    const auto code = graph::link(std::move(*sources), std::move(facts), {}, {});
    QVERIFY(code.has_value());

    QStringList wrong;
    const auto path = [&](graph::ModuleId id) { return QByteArray::fromStdString(code->modules[id].file.path); };
    std::size_t compared = 0;
    for (const graph::ImportEdge& edge : code->imports) {
        if (!known.contains(path(edge.from)))
            continue; // ast cannot read it, or it is no module by its name
        QList<QByteArray> flags;
        const std::pair<int, const char*> names[] = { { facts::kConditional, "cond" }, { facts::kDynamic, "dyn" },
            { facts::kLazy, "lazy" }, { facts::kStar, "star" }, { facts::kTypeChecking, "tc" } };
        for (const auto& [flag, name] : names) {
            if ((edge.flags & flag) != 0)
                flags << name;
        }
        const auto found = expected.find({ path(edge.from), path(edge.to) });
        if (found == expected.end())
            wrong << QStringLiteral("+ %1 -> %2").arg(QString::fromUtf8(path(edge.from)), QString::fromUtf8(path(edge.to)));
        else if (found->second != flags.join(','))
            wrong << QStringLiteral("flags of %1 -> %2: %3, not %4").arg(QString::fromUtf8(path(edge.from)), QString::fromUtf8(path(edge.to)), QString::fromUtf8(flags.join(',')), QString::fromUtf8(found->second));
        if (found != expected.end())
            expected.erase(found);
        ++compared;
    }
    for (const auto& [edge, flags] : expected) {
        if (seen.contains(edge.first) && seen.contains(edge.second))
            wrong << QStringLiteral("- %1 -> %2").arg(QString::fromUtf8(edge.first), QString::fromUtf8(edge.second));
    }
    QVERIFY2(wrong.isEmpty(), qPrintable(wrong.mid(0, 40).join(QLatin1Char('\n'))));
    QVERIFY(compared > 1000);
}

QTEST_GUILESS_MAIN(TestImportOracle)
#include "tst_import_oracle.moc"
