// SPDX-FileCopyrightText: The Ferroscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
// Figures and sentences as people read them.
#include "tests/support/sample_assessment.h"
#include "ui/models/headlines.h"
#include "ui/models/text.h"

#include <QTest>

using namespace ferroscope;
using namespace ferroscope::ui;

class TestText : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void figures_data()
    {
        QTest::addColumn<QString>("written");
        QTest::addColumn<QString>("expected");
        QTest::newRow("thousands") << number(48310) << QStringLiteral("48,310");
        QTest::newRow("true minus") << number(-7.25, 1) << QStringLiteral("−7.3");
        QTest::newRow("no minus zero") << number(-0.01) << QStringLiteral("0");
        QTest::newRow("percent") << percent(0.204) << QStringLiteral("20 %");
        QTest::newRow("small percent") << percent(0.0634) << QStringLiteral("6.3 %");
        QTest::newRow("tiny percent") << percent(0.0001) << QStringLiteral("<0.1 %");
        QTest::newRow("no percent") << percent(0) << QStringLiteral("0 %");
        QTest::newRow("range") << rangeText({ 73, 81, 86 }) << QStringLiteral("73–86");
        QTest::newRow("range of one") << rangeText({ 73, 73, 73 }) << QStringLiteral("73");
        QTest::newRow("days") << days(17) << QStringLiteral("17 pd");
        QTest::newRow("half a day") << days(1.5, true) << QStringLiteral("1.5 person-days");
        QTest::newRow("one day") << days(1, true) << QStringLiteral("1 person-day");
        QTest::newRow("change") << signedNumber(4.2, 1) << QStringLiteral("+4.2");
        QTest::newRow("nanoseconds") << nanoseconds(1.2e9) << QStringLiteral("1.2 s");
        QTest::newRow("date") << dateText("2026-11-17") << QStringLiteral("17 Nov 2026");
    }
    void figures()
    {
        QFETCH(QString, written);
        QFETCH(QString, expected);
        QCOMPARE(written.replace(QChar(0x00A0), QLatin1Char(' ')), expected);
    }

    void unitsKeepToTheirNumber() { QVERIFY(percent(0.5).contains(QChar(0x00A0))); }

    void estimatedSaysSo()
    {
        Heat heat;
        QCOMPARE(heatShare(heat), QStringLiteral("?"));
        heat.source = HeatSource::Estimated;
        heat.interpreted = Range::exactly(0.3);
        QVERIFY(heatShare(heat).startsWith(QChar(0x2248)));
        heat.source = HeatSource::Measured;
        QVERIFY(!heatShare(heat).startsWith(QChar(0x2248)));
    }

    void headlinesAreShortSentences()
    {
        const Assessment a = sample::assessment();
        std::vector<Headline> all { overviewHeadline(a), mapHeadline(a), modulesHeadline(a), roadmapHeadline(a), packagesHeadline(a), reportHeadline(a, 19, QStringLiteral("Northgate")) };
        for (const AssessedModule& module : a.modules)
            all.push_back(moduleHeadline(a, module));
        for (const Headline& headline : all) {
            QVERIFY2(headline.sentence.size() <= 90, qPrintable(headline.sentence));
            QVERIFY2(headline.sentence.endsWith(QLatin1Char('.')), qPrintable(headline.sentence));
            QVERIFY2(!headline.sentence.contains(QLatin1Char('%') + QStringLiteral("1")), qPrintable(headline.sentence));
        }
    }

    void headlinesOfNothing()
    {
        const Assessment empty;
        QVERIFY(!mapHeadline(empty).sentence.isEmpty());
        QVERIFY(!modulesHeadline(empty).sentence.isEmpty());
        QVERIFY(roadmapHeadline(empty).sentence.contains(QStringLiteral("nothing to plan")));
        QVERIFY(packagesHeadline(empty).sentence.contains(QStringLiteral("No third-party")));
        QCOMPARE(verdictLine({}), QStringLiteral("Nothing worth moving"));
    }
};

QTEST_GUILESS_MAIN(TestText)
#include "tst_text.moc"
