// SPDX-FileCopyrightText: The Ferroscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
// The learning curve against a simulation in small steps, and the calendar against figures worked out by hand.
#include "core/roadmap/dates.h"
#include "core/roadmap/learning_curve.h"

#include <QtTest>
#include <cmath>

using namespace ferroscope;
using namespace ferroscope::roadmap;

namespace {

Team teamOf(const char* experience, double developers, double focus = 0.7)
{
    Team team;
    team.experience = experience;
    if (developers > 0)
        team.developers = developers;
    team.focus = focus;
    return team;
}

// Day by day in small steps: what one developer spends on `work` when the factor falls in a straight line.
double simulated(double first, double rampUp, double before, double work)
{
    double day = before;
    double done = 0;
    while (done < work) {
        const double factor = day < rampUp ? first - (first - 1) * day / rampUp : 1;
        const double step = std::min(1e-3, (work - done) * factor);
        done += step / factor;
        day += step;
    }
    return day - before;
}

bool isNear(double value, double expected, double tolerance = 1e-3) { return std::abs(value - expected) <= tolerance * std::max(1.0, std::abs(expected)); }

} // namespace

class TestSchedule : public QObject {
    Q_OBJECT

private slots:
    void firstDays_data()
    {
        QTest::addColumn<QString>("experience");
        QTest::addColumn<double>("low");
        QTest::addColumn<double>("likely");
        QTest::addColumn<double>("high");
        QTest::newRow("none") << QStringLiteral("none") << 2.0 << 2.5 << 4.0;
        QTest::newRow("some") << QStringLiteral("some") << 1.5 << 1.75 << 2.5;
        QTest::newRow("fluent") << QStringLiteral("fluent") << 1.0 << 1.0 << 1.0;
        QTest::newRow("not known: from fluent to none") << QString() << 1.0 << 1.75 << 4.0;
    }

    void firstDays()
    {
        QFETCH(QString, experience);
        QFETCH(double, low);
        QFETCH(double, likely);
        QFETCH(double, high);
        LearningCurve curve(teamOf(experience.toLatin1().constData(), 0), {});
        QCOMPARE(curve.first().low, low);
        QCOMPARE(curve.first().likely, likely);
        QCOMPARE(curve.first().high, high);
        const Range factor = curve.next(0); // no work: the factor of the first day
        QCOMPARE(factor.likely, likely);
        QCOMPARE(factor.high, high);
    }

    void factorsFallAsTheTeamLearns()
    {
        // 14 weeks x 5 days x 0.7 = 49 days; simulated: 2.1536, 1.3766, 1.
        LearningCurve curve(teamOf("none", 1), {});
        const double works[] = { 10, 20, 30, 5 };
        double before = 0;
        for (const double work : works) {
            const Range factor = curve.next(work);
            const double spent = simulated(2.5, 49, before, work);
            QVERIFY2(isNear(factor.likely, spent / work), qPrintable(QString::number(factor.likely)));
            // Low and high leave the same share of what is above 1.
            QVERIFY(isNear(factor.low - 1, (factor.likely - 1) * 1 / 1.5));
            QVERIFY(isNear(factor.high - 1, (factor.likely - 1) * 3 / 1.5));
            before += spent;
        }
        LearningCurve again(teamOf("none", 1), {});
        QVERIFY(isNear(again.next(10).likely, 2.15358));
        QVERIFY(isNear(again.next(20).likely, 1.37660));
        QVERIFY(isNear(again.next(30).likely, 1.0));
    }

    void developersLearnSideBySide()
    {
        LearningCurve alone(teamOf("none", 1), {});
        LearningCurve four(teamOf("none", 4), {});
        const double one = alone.next(10).likely;
        QCOMPARE(four.next(40).likely, one); // each of them does ten days
        LearningCurve half(teamOf("none", 0.5), {}); // half a post is one learner all the same
        QCOMPARE(half.next(10).likely, one);
        LearningCurve unknown(teamOf("none", 0), {});
        QCOMPARE(unknown.next(10).likely, one);
    }

    void itsNumbersCanBeSet()
    {
        Team team = teamOf("none", 1, 0.5);
        LearningCurve slower(team, {});
        QVERIFY(isNear(slower.next(10).likely, 2.03327)); // 35 days of ramp-up
        team.rampUpWeeks = 0;
        LearningCurve none(team, {});
        QCOMPARE(none.next(10).high, 1.0);
        UnitCosts costs;
        costs.firstProjectFactor = 1;
        LearningCurve flat(teamOf("none", 1), costs);
        QCOMPARE(flat.next(10).high, 1.0);
        costs.firstProjectFactor = 4;
        QCOMPARE(LearningCurve(teamOf("none", 1), costs).first().low, 3.0);
        QCOMPARE(LearningCurve(teamOf("none", 1), costs).first().high, 7.0);
    }

    void weeksAndDates()
    {
        std::vector<Wave> waves(3);
        for (int at = 0; at < 3; ++at)
            waves[static_cast<std::size_t>(at)].number = at;
        waves[0].effort = { 3.5, 7, 14 };
        waves[1].effort = { 14, 28, 56 };
        waves[2].effort = { 7, 14, 28 };
        Team team = teamOf("some", 2, 0.7); // seven person-days a week
        scheduleWaves(waves, team);
        QCOMPARE(waves[0].weeks, (Range { 0.5, 1, 2 }));
        QCOMPARE(waves[1].weeks.likely, 4.0);
        QVERIFY(!waves[1].dates.known());
        team.start = "2026-11-28"; // a Saturday
        scheduleWaves(waves, team);
        const auto are = [](const Dates& dates, const char* start, const char* low, const char* likely, const char* high) {
            return dates.start == start && dates.endLow == low && dates.endLikely == likely && dates.endHigh == high;
        };
        // Wave 0: 2.5, 5 and 10 working days from Monday the 30th.
        QVERIFY(are(waves[0].dates, "2026-11-30", "2026-12-02", "2026-12-04", "2026-12-11"));
        // Wave 1: 10 and 20 days from the 7th; at the latest 10 + 40 days from the 30th.
        QVERIFY2(are(waves[1].dates, "2026-12-07", "2026-12-18", "2027-01-01", "2027-02-05"), waves[1].dates.endHigh.c_str());
        // Wave 2: 5 and 10 days from the 4th of January; at the latest 70 days from the 30th of November.
        QVERIFY2(are(waves[2].dates, "2027-01-04", "2027-01-08", "2027-01-15", "2027-03-05"), waves[2].dates.endHigh.c_str());
    }

    void nothingIsAssumed()
    {
        std::vector<Wave> waves(1);
        waves[0].effort = { 1, 2, 4 };
        Team team;
        team.start = "2026-12-01";
        scheduleWaves(waves, team); // nobody to do it
        QCOMPARE(waves[0].weeks, Range {});
        QVERIFY(!waves[0].dates.known());
        team.developers = 1;
        team.start = "soon";
        scheduleWaves(waves, team);
        QVERIFY(waves[0].weeks.likely > 0 && !waves[0].dates.known());
    }
};

QTEST_APPLESS_MAIN(TestSchedule)
#include "tst_schedule.moc"
