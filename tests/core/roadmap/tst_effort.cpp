// SPDX-FileCopyrightText: The Ferroscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/roadmap/effort.h"

#include <QtTest>

using namespace ferroscope;
using namespace ferroscope::roadmap;

class TestEffort : public QObject {
    Q_OBJECT

private slots:
    void ordinaryCodeCostsTheUnitPrice()
    {
        const Range effort = portEffort({ 1000, 200, 0, 0 }, {}); // one decision in five lines
        QCOMPARE(effort.likely, 18.0);
        QCOMPARE(effort.low, 18.0 * 0.6);
        QCOMPARE(effort.high, 18.0 * 2.0);
    }

    void neverFree()
    {
        QVERIFY(portEffort({ 0, 0, 0, 0 }, {}).low > 0);
        QVERIFY(portEffort({ 1, 1, 0, 0 }, {}).low > 0);
    }

    void monotone()
    {
        const UnitCosts costs;
        for (std::uint32_t lines = 0; lines < 400; lines += 7) {
            for (std::uint32_t complexity = 1; complexity < 300; complexity += 11) {
                for (std::uint32_t hazards = 0; hazards < 3; ++hazards) {
                    for (const double untyped : { 0.0, 0.4, 1.0 }) {
                        const UnitSize size { lines, complexity, hazards, untyped };
                        const double at = portEffort(size, costs).likely;
                        QVERIFY(portEffort({ lines + 1, complexity, hazards, untyped }, costs).likely >= at);
                        QVERIFY(portEffort({ lines, complexity + 1, hazards, untyped }, costs).likely >= at);
                        QVERIFY(portEffort({ lines, complexity, hazards + 1, untyped }, costs).likely > at);
                        QVERIFY(portEffort({ lines, complexity, hazards, untyped + 0.1 }, costs).likely >= at);
                    }
                }
            }
        }
    }

    void speedup_data()
    {
        QTest::addColumn<QList<double>>("shares"); // arithmetic, containers, text, objects
        QTest::addColumn<QList<double>>("expected"); // low, likely, high
        QTest::newRow("unknown") << QList<double> { 0, 0, 0, 0 } << QList<double> { 2, 5, 10 };
        QTest::newRow("arithmetic") << QList<double> { 1, 0, 0, 0 } << QList<double> { 10, 30, 80 };
        QTest::newRow("containers") << QList<double> { 0, 1, 0, 0 } << QList<double> { 4, 10, 25 };
        QTest::newRow("text") << QList<double> { 0, 0, 1, 0 } << QList<double> { 2, 4, 10 };
        QTest::newRow("objects") << QList<double> { 0, 0, 0, 1 } << QList<double> { 3, 8, 20 };
        QTest::newRow("half text limits") << QList<double> { 0.5, 0, 0.5, 0 }
                                          << QList<double> { 1 / 0.3, 1 / (0.5 / 30 + 0.125), 1 / (0.5 / 80 + 0.05) };
        QTest::newRow("shares need not add up") << QList<double> { 2, 0, 0, 0 } << QList<double> { 10, 30, 80 };
    }

    void speedup()
    {
        QFETCH(QList<double>, shares);
        QFETCH(QList<double>, expected);
        const Range factor = expectedSpeedup({ shares[0], shares[1], shares[2], shares[3] });
        QCOMPARE(factor.low, expected[0]);
        QCOMPARE(factor.likely, expected[1]);
        QCOMPARE(factor.high, expected[2]);
    }
};

QTEST_APPLESS_MAIN(TestEffort)
#include "tst_effort.moc"
