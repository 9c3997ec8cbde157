// SPDX-FileCopyrightText: The Ferroscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/roadmap/money.h"

#include <QtTest>
#include <algorithm>
#include <cmath>

using namespace ferroscope;
using namespace ferroscope::roadmap;

namespace {

std::vector<Wave> twoWaves()
{
    std::vector<Wave> waves(2);
    waves[0].effort = { 2, 4, 8 };
    waves[0].gain = { 0, 0.05, 0.1 };
    waves[1].effort = { 8, 16, 42 };
    waves[1].gain = { 0, 0.15, 0.3 };
    return waves;
}

bool says(const MoneyPlan& money, const char* part)
{
    return std::any_of(money.assumptions.begin(), money.assumptions.end(), [&](const std::string& each) { return each.find(part) != std::string::npos; });
}

bool isNear(double value, double expected) { return std::abs(value - expected) <= 1e-9 * std::abs(expected); }

} // namespace

class TestMoney : public QObject {
    Q_OBJECT

private slots:
    void nothingGiven()
    {
        MoneyTerms terms;
        terms.growthPerYear = 0.2;
        terms.horizonYears = 5;
        QVERIFY(!moneyPlan(twoWaves(), terms, true));
    }

    void everythingGiven()
    {
        const MoneyTerms terms { "EUR", 1000, 100'000, 0.1, 2.5 };
        const MoneyPlan money = moneyPlan(twoWaves(), terms, true).value();
        QCOMPARE(money.currency, std::string("EUR"));
        QCOMPARE(*money.cost, (Range { 10'000, 20'000, 50'000 }));
        QVERIFY(isNear(money.savingPerYear->likely, 20'000) && isNear(money.savingPerYear->high, 40'000));
        QVERIFY(isNear(money.paybackYears->likely, 1));
        QVERIFY(isNear(money.paybackYears->low, 0.25));
        QCOMPARE(money.paybackYears->high, kNever); // the low end saves nothing
        // 1 + 1.1 + half of 1.21 years of today's saving.
        QVERIFY(isNear(money.costOfDoingNothing->likely, 20'000 * 2.705));
        QCOMPARE(money.costOfDoingNothing->low, 0.0);
        QCOMPARE(money.horizonYears, 2.5);
        QVERIFY(says(money, "A person-day costs 1,000 EUR; the plan takes 10 to 50 person-days."));
        QVERIFY(says(money, "cost 100,000 EUR a year"));
        QVERIFY(says(money, "The load changes by +10 % a year."));
        QVERIFY(says(money, "come from a measured profile"));
        QVERIFY(!says(money, "No "));
    }

    void onlyADayRate()
    {
        const MoneyPlan money = moneyPlan(twoWaves(), { "CHF", 500, {}, 0.1, {} }, false).value();
        QCOMPARE(money.cost->likely, 10'000.0);
        QVERIFY(!money.savingPerYear && !money.paybackYears && !money.costOfDoingNothing);
        QVERIFY(says(money, "What the machines cost a year is not given"));
    }

    void onlyMachines()
    {
        const MoneyPlan money = moneyPlan(twoWaves(), { "EUR", {}, 1000, {}, {} }, false).value();
        QVERIFY(!money.cost && !money.paybackYears);
        QVERIFY(isNear(money.costOfDoingNothing->likely, 3 * 200)); // three years, no growth
        QVERIFY(says(money, "No day rate is given"));
        QVERIFY(says(money, "No growth is given"));
        QVERIFY(says(money, "No horizon is given: 3 years."));
        QVERIFY(says(money, "estimated from the code"));
    }

    void moreThanTheRunIsNotSaved()
    {
        std::vector<Wave> waves = twoWaves();
        waves[0].gain = { 0.5, 0.9, 1 };
        const MoneyPlan money = moneyPlan(waves, { "EUR", 1000, 1000, {}, {} }, true).value();
        QVERIFY(isNear(money.savingPerYear->high, 1000));
        QVERIFY(money.paybackYears->low <= money.paybackYears->likely && money.paybackYears->likely <= money.paybackYears->high);
    }
};

QTEST_APPLESS_MAIN(TestMoney)
#include "tst_money.moc"
