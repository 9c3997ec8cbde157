// SPDX-FileCopyrightText: The Ferroscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
// Days: what ISO writes reads back, what is no day is none, and work skips weekends.
#include "core/base/date.h"

#include <QtTest>

using namespace ferroscope;

class TestDate : public QObject {
    Q_OBJECT
private slots:
    void reads_data();
    void reads();
    void worksOnWeekdays_data();
    void worksOnWeekdays();
};

void TestDate::reads_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<bool>("isDay");
    QTest::newRow("a day") << QByteArray("2026-12-01") << true;
    QTest::newRow("leap day") << QByteArray("2028-02-29") << true;
    QTest::newRow("leap day of a century that has one") << QByteArray("2000-02-29") << true;
    QTest::newRow("no leap year") << QByteArray("2100-02-29") << false;
    QTest::newRow("day 31 of 30") << QByteArray("2026-11-31") << false;
    QTest::newRow("month 13") << QByteArray("2026-13-01") << false;
    QTest::newRow("day 0") << QByteArray("2026-12-00") << false;
    QTest::newRow("short") << QByteArray("2026-12-1") << false;
    QTest::newRow("signs for digits") << QByteArray("2026-+1-01") << false;
    QTest::newRow("slashes") << QByteArray("2026/12/01") << false;
    QTest::newRow("before our time") << QByteArray("1899-12-31") << false;
    QTest::newRow("too far") << QByteArray("3000-01-01") << false;
    QTest::newRow("nothing") << QByteArray() << false;
}

void TestDate::reads()
{
    QFETCH(QByteArray, text);
    QFETCH(bool, isDay);
    const auto day = parseIsoDate(text.toStdString());
    QCOMPARE(day.has_value(), isDay);
    if (day)
        QCOMPARE(QByteArray::fromStdString(isoDate(*day)), text);
}

void TestDate::worksOnWeekdays_data()
{
    QTest::addColumn<QByteArray>("from");
    QTest::addColumn<double>("days");
    QTest::addColumn<QByteArray>("first");
    QTest::addColumn<QByteArray>("last");
    QTest::newRow("nothing takes the day it starts") << QByteArray("2026-12-01") << 0.0 << QByteArray("2026-12-01") << QByteArray("2026-12-01");
    QTest::newRow("a day") << QByteArray("2026-12-01") << 1.0 << QByteArray("2026-12-01") << QByteArray("2026-12-01");
    QTest::newRow("a day and a bit") << QByteArray("2026-12-01") << 1.2 << QByteArray("2026-12-01") << QByteArray("2026-12-02");
    QTest::newRow("a week from Monday ends on Friday") << QByteArray("2026-11-30") << 5.0 << QByteArray("2026-11-30") << QByteArray("2026-12-04");
    QTest::newRow("rounding is no sixth day") << QByteArray("2026-11-30") << 5.0000000001 << QByteArray("2026-11-30") << QByteArray("2026-12-04");
    QTest::newRow("six days from Monday end on Monday") << QByteArray("2026-11-30") << 6.0 << QByteArray("2026-11-30") << QByteArray("2026-12-07");
    QTest::newRow("Friday and Monday") << QByteArray("2026-12-04") << 2.0 << QByteArray("2026-12-04") << QByteArray("2026-12-07");
    QTest::newRow("Saturday waits for Monday") << QByteArray("2026-12-05") << 1.0 << QByteArray("2026-12-07") << QByteArray("2026-12-07");
    QTest::newRow("over the new year, leap year") << QByteArray("2027-12-30") << 44.0 << QByteArray("2027-12-30") << QByteArray("2028-02-29");
}

void TestDate::worksOnWeekdays()
{
    QFETCH(QByteArray, from);
    QFETCH(double, days);
    QFETCH(QByteArray, first);
    QFETCH(QByteArray, last);
    const Day day = parseIsoDate(from.toStdString()).value();
    QCOMPARE(QByteArray::fromStdString(isoDate(firstWorkingDay(day))), first);
    QCOMPARE(QByteArray::fromStdString(isoDate(lastWorkingDay(day, days))), last);
}

QTEST_APPLESS_MAIN(TestDate)
#include "tst_date.moc"
