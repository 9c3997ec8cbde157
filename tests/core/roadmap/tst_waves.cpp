// SPDX-FileCopyrightText: The Ferroscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/roadmap/waves.h"

#include "core/roadmap/wave_order.h"
#include "tests/core/roadmap/random_plan.h"

#include <QtTest>
#include <algorithm>
#include <cmath>
#include <set>

using namespace ferroscope;
using namespace ferroscope::roadmap;
using namespace ferroscope::roadmap::testing;

namespace {

// A run of 1 s: an engine of two units with a chatty caller, a checksum that much depends on, a small codec.
PlanInput sample()
{
    PlanInput input;
    input.runTime = 1e9;
    const char* const names[] = { "settlement.engine", "ingest.framing", "codec", "api", "netting" };
    for (const char* name : names) {
        PlanModule module;
        module.name = name;
        module.path = std::string(name) + ".py";
        module.tested = true;
        module.value = 50;
        input.modules.push_back(module);
    }
    input.modules[1].fanIn = 12;
    input.modules[2].fanIn = 1;
    const auto add = [&](const char* name, std::uint32_t module, double time, Range effort) {
        Unit unit;
        unit.name = name;
        unit.functions = { input.modules[module].path + ":" + name };
        unit.module = module;
        unit.time = { time * 0.9, time, time * 1.1 };
        unit.effort = effort;
        input.units.push_back(unit);
    };
    add("settle", 0, 300e6, { 5, 10, 20 });
    add("net", 4, 100e6, { 10, 20, 40 });
    add("crc16", 1, 100e6, { 0.5, 1, 2 });
    add("decode", 2, 60e6, { 0.5, 1.2, 2 });
    add("handler", 3, 1e6, { 1, 2, 4 });
    const auto link = [&](std::uint32_t from, std::uint32_t to, double calls, double cost) {
        Link made = linkOf(from, to, cost);
        made.calls = calls;
        made.fromFunction = input.units[from].functions[0];
        made.toFunction = input.units[to].functions[0];
        input.links.push_back(made);
    };
    link(1, 0, 1e6, 30e6);
    link(4, 1, 1000, 30e3);
    link(4, 2, 50'000, 1.5e6);
    link(4, 3, 20'000, 0.6e6);
    input.measured = true;
    for (PlanModule& module : input.modules)
        module.profiled = true;
    return input;
}

Plan planOf(const PlanInput& input, const std::vector<Preparation>& preparations = {})
{
    return buildPlan(input, findCandidates(input), preparations);
}

Preparation preparation(const char* title, double gain, std::vector<std::size_t> enables)
{
    Preparation made;
    made.item.title = title;
    made.item.kind = gain > 0 ? Verdict::FixInPython : Verdict::TypeFirst;
    made.item.effort = { 0.5, 1, 2 };
    made.item.gain = { gain / 2, gain, gain };
    made.enables = std::move(enables);
    return made;
}

bool anyContains(const std::vector<std::string>& sentences, std::string_view part)
{
    return std::any_of(sentences.begin(), sentences.end(),
        [&](const std::string& sentence) { return sentence.find(part) != std::string::npos; });
}

const Candidate* titled(const Plan& plan, std::string_view title)
{
    for (const Candidate& candidate : plan.candidates) {
        if (candidate.title == title)
            return &candidate;
    }
    return nullptr;
}

} // namespace

class TestWaves : public QObject {
    Q_OBJECT

private slots:
    void nothingToDo()
    {
        const Plan plan = buildPlan(sample(), {}, {});
        QVERIFY(plan.candidates.empty() && plan.waves.empty() && plan.waveOfModule.empty());
    }

    void onlyFixesInPython()
    {
        const Plan plan = buildPlan(sample(), {}, { preparation("Batch the queries of api", 0.3, {}) });
        QCOMPARE(plan.waves.size(), 1U);
        QCOMPARE(plan.waves[0].number, 0);
        QCOMPARE(plan.waves[0].work.size(), 2U); // with the baseline that shows whether the fix helps
        QCOMPARE(plan.waves[0].gain.likely, 0.3);
        QVERIFY(anyContains(plan.waves[0].exitCriteria, "\"Batch the queries of api\" saves at least 15 % of the run"));
        QVERIFY(plan.waves[0].exitCriteria.back().starts_with("Stop here"));
    }

    void samplePlan()
    {
        PlanInput input = sample();
        input.team.experience = "fluent"; // the learning curve has a test of its own
        const Plan plan = planOf(input, { preparation("Type the parameters of codec", 0, { 0, 1, 2, 3 }) });
        QCOMPARE(plan.candidates.size(), 4U);
        const Candidate* crc = titled(plan, "crc16 in ingest.framing");
        const Candidate* codec = titled(plan, "decode in codec");
        const Candidate* settle = titled(plan, "settle in settlement.engine");
        const Candidate* net = titled(plan, "net in netting");
        QVERIFY(crc && codec && settle && net);

        // Wave 1: crc16 and codec are the small ones; codec is depended on less.
        QCOMPARE(plan.waves.size(), 3U);
        QCOMPARE(plan.waves[1].candidates, std::vector<std::string> { codec->id });
        QCOMPARE(plan.waves[2].candidates, (std::vector<std::string> { crc->id, settle->id, net->id }));
        QVERIFY(plan.waves[2].prerequisites == std::vector<std::string> { "Type the parameters of codec" });
        QCOMPARE(plan.waveOfModule, (std::map<std::uint32_t, int> { { 0, 2 }, { 1, 2 }, { 2, 1 }, { 4, 2 } }));

        // Unit, fixed work, one crossing pair.
        QCOMPARE(codec->effort.likely, 1.2 + 2 + 0.1);
        QCOMPARE(codec->effort.low, 0.5 + 2.1 * 0.6);
        QCOMPARE(crc->effort.likely, 1 + 2 + 0.1);
        QCOMPARE(plan.waves[2].effort.likely, crc->effort.likely + settle->effort.likely + net->effort.likely);

        // 100 ms at factor 5 saves 80 ms, less 1.5 ms of calls.
        QCOMPARE(crc->gain.likely, 0.0785);
        QCOMPARE(crc->crossings.size(), 1U);
        QCOMPARE(crc->crossings[0].source, std::string("measured"));
        QCOMPARE(settle->gain.likely, 0.24 - 0.03);
        QVERIFY(std::abs(net->gain.likely - (0.08 + 0.03 - 0.00003)) < 1e-12);
        // net needs settle: the prediction is for both.
        QVERIFY(std::abs(net->predictedSeconds->likely - (1 - settle->gain.likely - net->gain.likely)) < 1e-12);
        QVERIFY(std::abs(crc->predictedSeconds->likely - (1 - 0.0785)) < 1e-12);
        // What crosses after wave 2: the handler's calls only, and not those between settle and net.
        QCOMPARE(plan.waves[2].crossings, 1.5e6 + 30e3);

        QVERIFY(anyContains(plan.waves[1].exitCriteria,
            codec->id + " saves at least 2.6 % of the run (low end) with identical results on the recorded inputs"));
        QVERIFY(plan.waves[1].exitCriteria.back().starts_with("Go on to wave 2 if"));
        QVERIFY(plan.waves[2].exitCriteria.back().starts_with("Keep the change if"));
        QVERIFY(anyContains(plan.waves[1].measure, "api.py:handler to codec.py:decode per run, expected about 20,000"));
        QVERIFY(anyContains(plan.waves[2].exitCriteria, "at most 3.1 ms of a run, twice what is expected"));
        QVERIFY(anyContains(plan.waves[2].exitCriteria, "cover all 3 functions of "));
        QVERIFY2(!anyContains(plan.waves[2].measure, "net to "), "no crossing is left between settle and net");
        QCOMPARE(plan.waves[0].work.size(), 2U); // a profile is at hand: baseline and the given item
    }

    void theWayBackFollowsTheStrategy_data()
    {
        QTest::addColumn<QString>("kind");
        QTest::addColumn<QString>("expected");
        QTest::newRow("function") << QString() << QStringLiteral("C1: the Python version stays beside the Rust one; SHOP_PURE_PYTHON=1 makes its module import it again");
        QTest::newRow("command line") << QStringLiteral("cli") << QStringLiteral("C1: the Python program stays installable under its old name");
        QTest::newRow("service") << QStringLiteral("service") << QStringLiteral("C1: the Python endpoints stay deployed; the gateway");
        QTest::newRow("worker") << QStringLiteral("worker") << QStringLiteral("C1: the Python consumer stays deployed without load; the queue");
        QTest::newRow("pipeline") << QStringLiteral("pipeline") << QStringLiteral("C1: a flag of each run picks the old or the new pipeline");
    }

    void theWayBackFollowsTheStrategy()
    {
        QFETCH(QString, kind);
        QFETCH(QString, expected);
        PlanInput input;
        input.runTime = 1e9;
        input.modules.resize(1);
        input.modules[0].path = "shop/price.py";
        input.modules[0].name = "shop.price";
        input.modules[0].package = "shop";
        input.modules[0].isCli = kind == QStringLiteral("cli");
        input.modules[0].isService = kind == QStringLiteral("service");
        input.modules[0].isWorker = kind == QStringLiteral("worker");
        input.modules[0].isRowPipeline = kind == QStringLiteral("pipeline");
        input.units = { unitOf(300'000'000, 100) };
        const Plan plan = planOf(input);
        QCOMPARE(plan.waves.size(), 2U);
        const QString rollback = QString::fromStdString(plan.waves[1].rollback);
        QVERIFY2(rollback.startsWith(expected), qPrintable(rollback));
        QVERIFY(rollback.endsWith(QStringLiteral("two releases without a switch back.")));
        QVERIFY(plan.waves[0].rollback.starts_with("Everything in this wave is an ordinary change in Python"));
        QVERIFY(plan.waves[1].stopRule.starts_with("Keep the change if"));
    }

    void waveOneKeepsAwayFromWhatIsCritical()
    {
        PlanInput input = sample();
        input.modules[2].criticality = "high"; // codec, wave 1 else
        const Plan plan = planOf(input);
        QCOMPARE(plan.waves[1].candidates, std::vector<std::string> { titled(plan, "crc16 in ingest.framing")->id });
        for (PlanModule& module : input.modules)
            module.criticality = "high"; // nothing else is left
        QCOMPARE(planOf(input).waves[1].candidates, std::vector<std::string> { titled(plan, "decode in codec")->id });
    }

    void estimatedPlanAsksForAProfile()
    {
        PlanInput input = sample();
        input.measured = false;
        const Plan plan = planOf(input);
        QCOMPARE(plan.waves[0].work.size(), 2U);
        QCOMPARE(plan.waves[0].work[1].title, std::string("Profile a typical run"));
        QCOMPARE(plan.waves[0].effort.likely, input.costs.baselineDays);
        QVERIFY(plan.waves[0].exitCriteria.back().find("Go on to wave 1 if the profile gives") == 0);
        QCOMPARE(plan.waves[1].prerequisites.size(), 2U);
        for (const Candidate& candidate : plan.candidates) {
            QVERIFY(!candidate.predictedSeconds);
            QVERIFY(anyContains(candidate.risks, "estimated from the code only"));
            QCOMPARE(candidate.crossings[0].source, std::string("virtual"));
        }
    }

    void risksComeFromFacts()
    {
        PlanInput input = sample();
        input.modules[1].tested = false;
        input.modules[1].inCycle = true;
        input.modules[1].churn = 40;
        input.modules[1].missingHints = 3;
        input.modules[1].profiled = false;
        Link callback = linkOf(2, 4, 100);
        callback.calls = 5000;
        callback.callback = true;
        input.links.push_back(callback);
        const Plan plan = planOf(input);
        const std::vector<std::string>& risks = titled(plan, "crc16 in ingest.framing")->risks;
        QCOMPARE(risks.size(), 6U);
        QVERIFY(anyContains(risks, "The profile does not cover ingest.framing."));
        QVERIFY(anyContains(risks, "No test was found for ingest.framing"));
        QVERIFY(anyContains(risks, "call back into Python about 5,000 times per run"));
        QVERIFY(anyContains(risks, "ingest.framing is part of an import cycle"));
        QVERIFY(anyContains(risks, "ingest.framing changes often"));
        QVERIFY(anyContains(risks, "3 interface slots"));
        QVERIFY(titled(plan, "decode in codec")->risks.empty());
    }

    // A loss at the low end is no gain, and whoever ends the crossing pays for it first.
    void lossesAreNotForgotten()
    {
        PlanInput input;
        input.runTime = 1e9;
        input.modules.resize(2);
        Unit first = unitOf(0, 1000);
        first.time = { 50e6, 500e6, 600e6 };
        Unit second = unitOf(0, 4000);
        second.module = 1;
        second.time = Range::exactly(200e6);
        input.units = { first, second };
        input.links = { linkOf(1, 0, 90e6) };
        input.units[0].speedup = input.units[1].speedup = { 2, 5, 10 };
        const Plan plan = planOf(input);
        QCOMPARE(plan.candidates.size(), 2U);
        QCOMPARE(plan.candidates[0].gain.low, 0.0); // 25 - 90 ms
        QVERIFY(anyContains(plan.candidates[0].risks, "crossings eat up the gain"));
        // Low: 25 + 100 ms for both together, not 190.
        QCOMPARE(plan.candidates[1].gain.low, 0.125);
        QCOMPARE(plan.candidates[0].gain.likely + plan.candidates[1].gain.likely, 0.56);
    }

    void crossingTableIsCapped()
    {
        PlanInput input;
        input.runTime = 1e9;
        input.team.experience = "fluent";
        input.modules.resize(1);
        input.units = { unitOf(300'000'000, 100) };
        for (std::uint32_t i = 1; i <= 30; ++i) {
            input.units.push_back(unitOf(0, 100));
            input.links.push_back(linkOf(i, 0, 1000 * i));
        }
        const Plan plan = planOf(input);
        const std::vector<Crossing>& table = plan.candidates[0].crossings;
        QCOMPARE(table.size(), 20U);
        QCOMPARE(table[0].cost, 30'000.0);
        QVERIFY(std::is_sorted(table.begin(), table.end(), [](auto& a, auto& b) { return a.cost > b.cost; }));
        QVERIFY(std::abs(plan.candidates[0].effort.likely - (0.1 + 2 + 0.1)) < 1e-9); // one function is made callable, however many call it
    }

    void invariants()
    {
        Dice dice(99);
        for (int trial = 0; trial < 2'000; ++trial) {
            PlanInput input = randomPlan(dice, 30);
            input.cutOff = trial % 2 == 0 ? 0 : 0.01;
            input.leastGain = trial % 3 == 0 ? 0 : 0.01;
            for (Unit& unit : input.units) {
                const double factor = 1 + dice.roll(20) / 10.0;
                unit.time = { unit.time.likely / factor, unit.time.likely, unit.time.likely * factor };
                unit.effort = unit.effort * 1000;
            }
            input.cutOff /= 1000;
            input.runTime *= dice.once(2) ? 1 : 2;
            input.measured = dice.once(2);
            const std::vector<CandidateSet> sets = findCandidates(input);
            std::vector<Preparation> preparations;
            if (dice.once(2))
                preparations = { preparation("Fix", 0.7, {}), preparation("Type", 0, { 0, 99 }) };
            const Plan plan = buildPlan(input, sets, preparations);
            checkPlan(input, sets, plan);
            const Plan again = buildPlan(input, sets, preparations);
            for (std::size_t i = 0; i < plan.waves.size(); ++i) {
                QCOMPARE(plan.waves[i].candidates, again.waves[i].candidates);
                QCOMPARE(plan.waves[i].exitCriteria, again.waves[i].exitCriteria);
            }
        }
    }

private:
    static void checkPlan(const PlanInput& input, const std::vector<CandidateSet>& sets, const Plan& plan)
    {
        QCOMPARE(plan.candidates.size(), sets.size());
        std::set<std::string> titles;
        std::map<std::string, int> waveOf;
        Range total;
        for (std::size_t i = 0; i < plan.waves.size(); ++i) {
            const Wave& wave = plan.waves[i];
            QCOMPARE(wave.number, static_cast<int>(i));
            QVERIFY(i == 0 || (!wave.candidates.empty() && wave.candidates.size() <= kMostPerWave));
            QVERIFY(i != 1 || wave.candidates.size() == 1);
            QVERIFY(!wave.title.empty() && !wave.exitCriteria.empty() && !wave.measure.empty());
            QVERIFY(wave.stopRule == wave.exitCriteria.back() && !wave.rollback.empty());
            QVERIFY(wave.gain.low >= 0 && wave.gain.low <= wave.gain.likely && wave.gain.likely <= wave.gain.high);
            total += wave.gain;
            for (const std::string& id : wave.candidates)
                QVERIFY2(waveOf.try_emplace(id, wave.number).second, "in one wave only");
        }
        QVERIFY(total.low <= 1 + 1e-9 && total.likely <= 1 + 1e-9 && total.high <= 1 + 1e-9);
        QCOMPARE(waveOf.size(), sets.size());
        double likely = 0;
        double timeShare = 0;
        for (std::size_t i = 0; i < sets.size(); ++i) {
            const Candidate& candidate = plan.candidates[i];
            QCOMPARE(candidate.id, "C" + std::to_string(i + 1));
            QVERIFY(titles.insert(candidate.title).second);
            QVERIFY(movesToRust(candidate.strategy));
            QVERIFY(candidate.gain.low >= 0 && candidate.gain.low <= candidate.gain.likely);
            QVERIFY(candidate.gain.likely <= candidate.gain.high && candidate.gain.high <= 1);
            QVERIFY(candidate.effort.low > 0 && candidate.effort.low <= candidate.effort.likely && candidate.effort.likely <= candidate.effort.high);
            for (const std::uint32_t need : sets[i].needs)
                QVERIFY(waveOf[plan.candidates[need].id] <= waveOf[candidate.id]);
            likely += candidate.gain.likely;
            for (const std::uint32_t unit : sets[i].units)
                timeShare += input.units[unit].time.likely / input.runTime;
        }
        QVERIFY(likely <= timeShare + 1e-9);
    }
};

QTEST_APPLESS_MAIN(TestWaves)
#include "tst_waves.moc"
