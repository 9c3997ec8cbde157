// SPDX-FileCopyrightText: The Ferroscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
// --profile and --coverage from the outside: the sample with a real profile, and what is refused.
#include "tests/cli/cli_fixture.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

using namespace ferroscope::tests;

namespace {

const QString kSample = QStringLiteral(FERROSCOPE_SOURCE_DIR "/resources/sample");
QString profile(const char* name) { return QStringLiteral(FERROSCOPE_SOURCE_DIR "/tests/fixtures/profiles/") + QString::fromLatin1(name); }
QStringList analyze(const QStringList& more) { return QStringList { QStringLiteral("analyze"), kSample, QStringLiteral("--no-cache"), QStringLiteral("--quiet") } + more; }

} // namespace

class TestCliProfile : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void measured()
    {
        const Run run = m_fixture.run(analyze({ QStringLiteral("--profile"), profile("gridwatch.py311.prof"), QStringLiteral("--format"), QStringLiteral("json") }));
        QCOMPARE(run.code, 0);
        QVERIFY2(run.err.isEmpty(), qPrintable(run.err));
        const QJsonObject json = QJsonDocument::fromJson(run.out.toUtf8()).object();
        const QJsonObject match = json[u"coverage"].toObject()[u"profile"].toObject();
        QCOMPARE(match[u"kind"].toString(), QStringLiteral("cProfile"));
        QVERIFY(match[u"matched_share"].toDouble() > 0.9);
        QCOMPARE(json[u"project"].toObject()[u"profile_hash"].toString().size(), 32);
        QVERIFY(!run.out.contains(QStringLiteral("/tests/fixtures"))); // where the file lay is nobody's business
        const Run summary = m_fixture.run(analyze({ QStringLiteral("--profile"), profile("gridwatch.py311.prof") }));
        QVERIFY2(summary.out.contains(QStringLiteral("Of the measured run")), qPrintable(summary.out));
        QVERIFY(summary.out.contains(QStringLiteral("(cProfile, every call counted)")));
    }

    void severalOfOneKindAreSummed()
    {
        const QStringList twice { QStringLiteral("--profile"), profile("gridwatch.py311.prof"), QStringLiteral("--profile"), profile("gridwatch.py311.prof"), QStringLiteral("--format"), QStringLiteral("json") };
        const Run run = m_fixture.run(analyze(twice));
        QCOMPARE(run.code, 0);
        const QJsonObject match = QJsonDocument::fromJson(run.out.toUtf8()).object()[u"coverage"].toObject()[u"profile"].toObject();
        QVERIFY(qAbs(match[u"self_seconds"].toDouble() - 2 * 0.673062) < 1e-4);
    }

    void refused_data()
    {
        QTest::addColumn<QStringList>("options");
        QTest::addColumn<QString>("says");
        m_fixture.write("notes.txt", "hello\n");
        m_fixture.write("coverage.xml", "<!DOCTYPE c [<!ENTITY a \"b\">]><coverage>&a;</coverage>");
        QTest::newRow("missing") << QStringList { QStringLiteral("--profile"), m_fixture.path("none.prof") } << QStringLiteral("There is no ");
        QTest::newRow("a folder") << QStringList { QStringLiteral("--profile"), kSample } << QStringLiteral("cannot be ");
        QTest::newRow("no profile") << QStringList { QStringLiteral("--profile"), m_fixture.path("notes.txt") } << QStringLiteral("none of the known profiles");
        QTest::newRow("mixed") << QStringList { QStringLiteral("--profile"), profile("gridwatch.py311.prof"), QStringLiteral("--profile"), profile("austin_cpu_bound.txt") } << QStringLiteral("not added to each other");
        QTest::newRow("no coverage file") << QStringList { QStringLiteral("--coverage"), m_fixture.path("notes.txt") } << QStringLiteral("neither a coverage.xml");
        QTest::newRow("entities") << QStringList { QStringLiteral("--coverage"), m_fixture.path("coverage.xml") } << QStringLiteral("declares entities");
    }

    void refused()
    {
        QFETCH(QStringList, options);
        QFETCH(QString, says);
        const Run run = m_fixture.run(analyze(options));
        QCOMPARE(run.code, 3);
        QVERIFY(run.out.isEmpty());
        QVERIFY2(run.err.contains(says), qPrintable(run.err));
        QCOMPARE(run.err.count(QLatin1Char('\n')), 1);
    }

private:
    CliFixture m_fixture;
};

QTEST_GUILESS_MAIN(TestCliProfile)
#include "tst_cli_profile.moc"
