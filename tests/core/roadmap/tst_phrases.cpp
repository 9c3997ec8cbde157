// SPDX-FileCopyrightText: The Ferroscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/roadmap/phrases.h"

#include <QtTest>

using namespace ferroscope;
using namespace ferroscope::roadmap;

class TestPhrases : public QObject {
    Q_OBJECT

private slots:
    void phrases()
    {
        QCOMPARE(percentText(0.1234), std::string("12 %"));
        QCOMPARE(percentText(0.0345), std::string("3.5 %"));
        QCOMPARE(percentText(0.02), std::string("2 %"));
        QCOMPARE(percentText(0.0004), std::string("less than 0.1 %"));
        QCOMPARE(percentText(0), std::string("0 %"));
        QCOMPARE(daysText(1), std::string("1 person-day"));
        QCOMPARE(daysText(Range { 2.5, 4, 12.4 }), std::string("2.5 to 12 person-days"));
        QCOMPARE(countText(1234567), std::string("1.2 million"));
        QCOMPARE(countText(45678), std::string("45,678"));
        QCOMPARE(timeText(1.5e9), std::string("1.5 s"));
        QCOMPARE(timeText(2e6), std::string("2 ms"));
        QCOMPARE(timeText(350), std::string("350 ns"));
        QCOMPARE(joined({ "a", "b", "c" }), std::string("a, b and c"));
    }
};

QTEST_APPLESS_MAIN(TestPhrases)
#include "tst_phrases.moc"
