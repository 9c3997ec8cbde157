// SPDX-FileCopyrightText: The Ferroscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
// The command line from outside: what it keeps, what it leaves alone, and what an interrupt leaves behind.
#include "tests/cli/cli_fixture.h"
#include <QtTest>
#include <csignal>

using namespace ferroscope::tests;

class TestCliStore : public QObject {
    Q_OBJECT

    CliFixture m_fixture;

    Run cli(const QStringList& arguments) { return m_fixture.run(arguments); }
    QString sample() const { return m_fixture.path("sample"); }

private slots:
    void initTestCase() { m_fixture.writeSample(); }

    void history()
    {
        const QStringList store { QStringLiteral("--store"), m_fixture.path("history/h.sqlite") };
        QCOMPARE(cli(QStringList { QStringLiteral("history") } + store).code, 3);
        for (int run = 0; run < 2; ++run)
            QCOMPARE(cli(QStringList { QStringLiteral("analyze"), sample(), QStringLiteral("--quiet") } + store).code, 0);
        const Run run = cli(QStringList { QStringLiteral("history") } + store);
        QCOMPARE(run.code, 0);
        QCOMPARE(run.out.count(QStringLiteral("readiness")), 2);
        QVERIFY(run.out.contains(sample()));
    }

    void noCacheKeepsNothing()
    {
        CliFixture fresh;
        fresh.writeSample();
        QCOMPARE(fresh.run({ QStringLiteral("analyze"), fresh.path("sample"), QStringLiteral("--no-cache") }).code, 0);
        QVERIFY(!QFile::exists(fresh.path("data")));
        const Run run = fresh.run({ QStringLiteral("history") });
        QCOMPARE(run.code, 0);
        QVERIFY(!QFile::exists(fresh.path("data")));
        QCOMPARE(fresh.run({ QStringLiteral("analyze"), fresh.path("sample") }).code, 0);
        QVERIFY(QFile::exists(fresh.path("data/ferroscope/ferroscope.sqlite")));
    }

    void storeTroubleIsNoFailure()
    {
        m_fixture.write("broken.sqlite", QByteArray("this is no database at all, but long enough to be read as one ").repeated(20));
        const Run run = cli({ QStringLiteral("analyze"), sample(), QStringLiteral("--quiet"), QStringLiteral("--store"), m_fixture.path("broken.sqlite") });
        QCOMPARE(run.code, 0);
        QVERIFY(run.out.contains(QStringLiteral("Verdicts")));
        QVERIFY2(run.err.contains(QStringLiteral("without a store")) && run.err.contains(QStringLiteral("broken.sqlite")), qPrintable(run.err));
    }

    void writesNothingIntoTheRepository()
    {
        const QByteArray before = m_fixture.listing("sample");
        QCOMPARE(cli({ QStringLiteral("analyze"), sample() }).code, 0);
        QCOMPARE(m_fixture.listing("sample"), before);
    }

    void interruptKeepsWhatWasRead()
    {
        m_fixture.writeLarge("large", 500);
        QProcess process;
        const QStringList store { QStringLiteral("--store"), m_fixture.path("interrupted.sqlite") };
        m_fixture.start(process, QStringList { QStringLiteral("analyze"), m_fixture.path("large"), QStringLiteral("--jobs"), QStringLiteral("1") } + store);
        process.setReadChannel(QProcess::StandardError);
        QByteArray err;
        while (!err.contains("Reading") && process.waitForReadyRead(20000))
            err += process.readAllStandardError();
        const auto id = static_cast<pid_t>(process.processId());
        QVERIFY(id > 0); // 0 would be the group of this test
        QCOMPARE(kill(id, SIGINT), 0);
        QVERIFY(process.waitForFinished(20000));
        err += process.readAllStandardError();
        QCOMPARE(process.exitStatus(), QProcess::NormalExit);
        QCOMPARE(process.exitCode(), 130);
        QVERIFY2(err.contains("Cancelled.") && err.contains("interrupted.sqlite"), err.constData());
        QVERIFY(process.readAllStandardOutput().isEmpty());
        QCOMPARE(cli(QStringList { QStringLiteral("history") } + store).code, 0); // the store is whole
    }
};

QTEST_GUILESS_MAIN(TestCliStore)
#include "tst_cli_store.moc"
