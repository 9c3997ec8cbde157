// SPDX-FileCopyrightText: The Ferroscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/roadmap/strategy.h"
#include "core/roadmap/titles.h"

#include <QtTest>

using namespace ferroscope;
using namespace ferroscope::roadmap;

namespace {

// Module 0 holds units 0..7 (10 lines of 100 each), module 1 one unit that calls unit 0.
PlanInput sample()
{
    PlanInput input;
    input.modules.resize(2);
    input.modules[0].path = "settlement/engine.py";
    input.modules[0].name = "settlement.engine";
    input.modules[0].codeLines = 100;
    input.modules[1].path = "app.py";
    input.modules[1].name = "app";
    input.modules[1].codeLines = 100;
    for (int i = 0; i < 9; ++i) {
        Unit unit;
        unit.name = "f" + std::to_string(i);
        unit.functions = { "settlement/engine.py:" + unit.name };
        unit.module = i == 8 ? 1 : 0;
        unit.time = Range::exactly(10);
        unit.codeLines = 10;
        input.units.push_back(unit);
    }
    input.runTime = 100;
    Link link;
    link.from = 8;
    link.to = 0;
    link.cost = 1;
    input.links.push_back(link);
    return input;
}

CandidateSet setOf(std::uint32_t units)
{
    CandidateSet set;
    for (std::uint32_t i = 0; i < units; ++i)
        set.units.push_back(i);
    set.crossings = { 0 };
    return set;
}

} // namespace

class TestStrategy : public QObject {
    Q_OBJECT

private slots:
    void rules_data()
    {
        QTest::addColumn<QString>("flags"); // of module 0: p(ipeline) c(li) w(orker) s(ervice); W: module 1 is a worker
        QTest::addColumn<int>("units");
        QTest::addColumn<QString>("strategy");
        QTest::addColumn<QString>("runnerUp");
        QTest::newRow("one function") << "" << 1 << "extract-pyo3" << "extract-module";
        QTest::newRow("four functions") << "" << 4 << "extract-pyo3" << "extract-module";
        QTest::newRow("half of the code") << "" << 5 << "extract-module" << "extract-pyo3";
        QTest::newRow("row pipeline") << "p" << 1 << "data-pipeline" << "extract-pyo3";
        QTest::newRow("pipeline before cli") << "pc" << 1 << "data-pipeline" << "cli";
        QTest::newRow("cli") << "c" << 5 << "cli" << "extract-module";
        QTest::newRow("worker called by others") << "w" << 1 << "extract-pyo3" << "extract-module";
        QTest::newRow("worker called by workers") << "wW" << 1 << "worker" << "extract-pyo3";
        QTest::newRow("service") << "s" << 2 << "service" << "extract-pyo3";
        QTest::newRow("cli before worker before service") << "cwsW" << 2 << "cli" << "worker";
    }

    void rules()
    {
        QFETCH(QString, flags);
        QFETCH(int, units);
        QFETCH(QString, strategy);
        QFETCH(QString, runnerUp);
        PlanInput input = sample();
        input.modules[0].isRowPipeline = flags.contains(u'p');
        input.modules[0].isCli = flags.contains(u'c');
        input.modules[0].isWorker = flags.contains(u'w');
        input.modules[0].isService = flags.contains(u's');
        input.modules[1].isWorker = flags.contains(u'W');
        const StrategyChoice choice = chooseStrategy(input, setOf(static_cast<std::uint32_t>(units)));
        QCOMPARE(verdictId(choice.strategy), std::string_view(strategy.toStdString()));
        QCOMPARE(verdictId(choice.runnerUp), std::string_view(runnerUp.toStdString()));
        QVERIFY(choice.reason.ends_with('.'));
    }

    void manyFunctionsWithoutKnownLines()
    {
        PlanInput input = sample();
        for (Unit& unit : input.units)
            unit.codeLines = 0;
        QCOMPARE(chooseStrategy(input, setOf(4)).strategy, Verdict::ExtractPyo3);
        QCOMPARE(chooseStrategy(input, setOf(5)).strategy, Verdict::ExtractModule);
    }

    void cliMeansAllOfIt()
    {
        PlanInput input = sample();
        input.modules[0].isCli = true;
        input.units[1].module = 1;
        QCOMPARE(chooseStrategy(input, setOf(2)).strategy, Verdict::ExtractPyo3);
    }

    void mostOfTheTimeDecides()
    {
        PlanInput input = sample();
        input.modules[1].isRowPipeline = true;
        input.units[1].module = 1;
        QCOMPARE(chooseStrategy(input, setOf(2)).strategy, Verdict::ExtractPyo3); // exactly half is not most
        input.units[1].time = Range::exactly(11);
        QCOMPARE(chooseStrategy(input, setOf(2)).strategy, Verdict::DataPipeline);
    }

    void readableNames_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QString>("title");
        QTest::newRow("two parts") << "settlement.engine" << "Settlement engine";
        QTest::newRow("last two parts") << "acme.shop._price_book" << "Shop price book";
        QTest::newRow("repeated") << "tariff.tariff" << "Tariff";
        QTest::newRow("one part") << "forecast" << "Forecast";
        QTest::newRow("dunder") << "tool.__main__" << "Tool main";
        QTest::newRow("nothing") << "" << "";
    }

    void readableNames()
    {
        QFETCH(QString, name);
        QFETCH(QString, title);
        QCOMPARE(QString::fromStdString(readableModule(name.toStdString())), title);
    }

    void titles()
    {
        PlanInput input = sample();
        CandidateSet whole = setOf(8);
        CandidateSet one;
        one.units = { 3 };
        const std::vector<std::string> titles = candidateTitles(input, { whole, one, whole, one },
            { Verdict::ExtractModule, Verdict::ExtractPyo3, Verdict::ExtractModule, Verdict::ExtractPyo3 });
        const std::vector<std::string> expected { "Settlement engine", "f3 in settlement.engine",
            "Settlement engine: f0", "f3 in settlement.engine 2" };
        QCOMPARE(titles, expected);
    }
};

QTEST_APPLESS_MAIN(TestStrategy)
#include "tst_strategy.moc"
