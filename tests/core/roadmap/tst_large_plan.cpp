// SPDX-FileCopyrightText: The Ferroscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/roadmap/best_sets.h"
#include "core/roadmap/candidates.h"
#include "tests/core/roadmap/random_plan.h"

#include <QElapsedTimer>
#include <QtTest>
#include <cmath>

using namespace ferroscope;
using namespace ferroscope::roadmap;
using namespace ferroscope::roadmap::testing;

class TestLargePlan : public QObject {
    Q_OBJECT

private slots:
    // As large as the largest repositories; the time is printed, not asserted.
    void largeRepository_data()
    {
        QTest::addColumn<QString>("shape");
        QTest::newRow("modules with local calls") << "modules";
        QTest::newRow("one tangle") << "tangle";
        QTest::newRow("hubs that everything calls") << "hubs";
        QTest::newRow("grid with dear crossings") << "grid";
        QTest::newRow("one chain of calls") << "chain";
    }

    void largeRepository()
    {
        QFETCH(QString, shape);
        constexpr std::uint32_t kUnits = 150'000;
        constexpr std::uint32_t kWidth = 387; // of the grid
        Dice dice(7);
        PlanInput input;
        for (std::uint32_t i = 0; i < kUnits; ++i) {
            const double heat = std::exp(static_cast<double>(dice.roll(1'000'000)) / 1e6 * 14); // 1 ns to 1.2 ms
            Unit unit = unitOf(static_cast<int>(heat), 20 + static_cast<int>(dice.roll(2000)));
            unit.pinned = shape != u"grid" && shape != u"chain" && dice.once(20);
            input.units.push_back(unit);
            input.runTime += unit.time.likely;
        }
        for (std::uint32_t i = 0; i < 3 * kUnits; ++i) {
            std::uint32_t from = dice.roll(kUnits);
            std::uint32_t to = dice.roll(kUnits);
            if (shape == u"modules" && !dice.once(10))
                to = from / 20 * 20 + to % 20;
            else if (shape == u"hubs" && !dice.once(3))
                to = dice.roll(1 + dice.roll(1 + dice.roll(kUnits)));
            else if (shape == u"grid")
                to = (from = i % kUnits) + (i < kUnits ? 1 : kWidth);
            else if (shape == u"chain")
                to = (from = i % kUnits) + 1;
            const double cost = std::exp(static_cast<double>(dice.roll(1'000'000)) / 1e6 * 12);
            input.links.push_back(linkOf(from, std::min(to, kUnits - 1), cost));
        }
        QElapsedTimer timer;
        timer.start();
        const PlanGraph graph = contract(input);
        const qint64 contracted = timer.restart();
        const std::size_t all = bestSetSteps(graph, 0).size();
        const qint64 swept = timer.restart();
        input.cutOff = 1e-7; // low enough that thousands of steps remain
        input.leastGain = 1e-4;
        const std::size_t low = findCandidates(input).size();
        const qint64 found = timer.restart();
        input.cutOff = 1e-5;
        const std::size_t usual = findCandidates(input).size();
        qInfo("contract %lld ms; all %zu steps %lld ms; low cut-off: %zu candidates %lld ms; higher: %zu, %lld ms",
            contracted, all, swept, low, found, usual, timer.elapsed());
        QVERIFY(all > 1000);
    }
};

QTEST_APPLESS_MAIN(TestLargePlan)
#include "tst_large_plan.moc"
