// SPDX-FileCopyrightText: The Ferroscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
// The flame chart neither loses nor doubles time, whatever the calls look like.
#include "tests/support/sample_assessment.h"
#include "ui/render/figures/flame.h"

#include <QTest>
#include <map>
#include <random>

using namespace ferroscope;
using namespace ferroscope::render;

namespace {

// One module; function i is named "f<i>", with its own interpreted share and calls per run.
Assessment program(const std::vector<double>& own, const std::vector<std::tuple<int, int, double>>& calls)
{
    Assessment a;
    AssessedModule module;
    module.path = "m.py";
    module.name = "m";
    module.role = "source";
    module.heat.source = HeatSource::Estimated;
    for (std::size_t at = 0; at < own.size(); ++at) {
        AssessedFunction function;
        function.name = "f" + std::to_string(at);
        function.kind = "function";
        function.line = static_cast<std::uint32_t>(at + 1);
        function.heat.source = HeatSource::Estimated;
        function.heat.interpreted = { own[at], own[at], own[at] };
        function.heat.calls = 1;
        module.heat.interpreted += function.heat.interpreted;
        module.functions.edit().push_back(std::move(function));
    }
    a.modules.push_back(std::move(module));
    for (const auto& [from, to, weight] : calls) {
        CallLink link;
        link.from = "m.py:f" + std::to_string(from);
        link.to = "m.py:f" + std::to_string(to);
        link.weight = weight;
        a.calls.edit().push_back(std::move(link));
    }
    return a;
}

double widthOf(const FlameChart& chart, int function)
{
    double sum = 0;
    for (const FlameFrame& frame : chart.frames)
        sum += frame.kind == FlameFrame::Kind::Function && chart.nodes[static_cast<std::size_t>(frame.node)].function == function ? frame.width : 0;
    return sum;
}

void checkWhole(const FlameChart& chart, double total)
{
    QVERIFY(std::abs(chart.total - total) < 1e-9);
    std::map<int, double> own; // by node
    for (std::size_t at = 0; at < chart.frames.size(); ++at) {
        const FlameFrame& frame = chart.frames[at];
        if (frame.kind == FlameFrame::Kind::Function)
            own[frame.node] += frame.own;
        if (frame.parent < 0)
            continue;
        QVERIFY(frame.parent < static_cast<int>(at));
        const FlameFrame& parent = chart.frames[static_cast<std::size_t>(frame.parent)];
        QCOMPARE(frame.depth, parent.depth + 1);
        QVERIFY(frame.start >= parent.start - 1e-9 && frame.start + frame.width <= parent.start + parent.width + 1e-9);
    }
    for (const auto& [node, sum] : own)
        QVERIFY2(std::abs(sum - chart.nodes[static_cast<std::size_t>(node)].interpreted) < 1e-9, "own time in the chart exactly once");
}

} // namespace

class TestFlame : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void timeIsSharedByCalls()
    {
        // f0 calls f2 three times, f1 once: three quarters of f2 stand under f0.
        const FlameChart chart = flameChart(program({ 0.1, 0.1, 0.4 }, { { 0, 2, 3 }, { 1, 2, 1 } }), 0);
        checkWhole(chart, 0.6);
        std::map<int, double> roots;
        for (const FlameFrame& frame : chart.frames) {
            if (frame.parent < 0)
                roots[chart.nodes[static_cast<std::size_t>(frame.node)].function] = frame.width;
        }
        QCOMPARE(roots.size(), std::size_t { 2 });
        QVERIFY(std::abs(roots[0] - 0.4) < 1e-9 && std::abs(roots[1] - 0.2) < 1e-9);
    }

    void nothingIsLostOrDoubled_data()
    {
        using Calls = std::vector<std::tuple<int, int, double>>;
        QTest::addColumn<Calls>("calls");
        QTest::newRow("no calls") << Calls {};
        QTest::newRow("chain") << Calls { { 0, 1, 5 }, { 1, 2, 5 }, { 2, 3, 5 } };
        QTest::newRow("itself") << Calls { { 0, 0, 5 }, { 0, 1, 1 } };
        QTest::newRow("ring") << Calls { { 0, 1, 2 }, { 1, 2, 2 }, { 2, 0, 2 } };
        QTest::newRow("ring with an entry") << Calls { { 4, 1, 1 }, { 1, 2, 2 }, { 2, 3, 2 }, { 3, 1, 2 } };
        QTest::newRow("diamond") << Calls { { 0, 1, 2 }, { 0, 2, 1 }, { 1, 3, 1 }, { 2, 3, 4 } };
        std::mt19937 random(11);
        for (int seed = 0; seed < 4; ++seed) {
            Calls calls;
            for (int at = 0; at < 30; ++at)
                calls.emplace_back(static_cast<int>(random() % 6), static_cast<int>(random() % 6), 1.0 + static_cast<double>(random() % 9));
            QTest::addRow("random %d", seed) << calls;
        }
    }
    void nothingIsLostOrDoubled()
    {
        using Calls = std::vector<std::tuple<int, int, double>>;
        QFETCH(Calls, calls);
        checkWhole(flameChart(program({ 0.05, 0.1, 0.15, 0.2, 0.3, 0.2 }, calls), 0, 1'000'000), 1.0);
    }

    void theWidestAreKept()
    {
        std::vector<std::tuple<int, int, double>> calls;
        std::vector<double> own { 0.0 };
        for (int at = 1; at <= 400; ++at) {
            calls.emplace_back(0, at, 1);
            own.push_back(at / 1e5);
        }
        const FlameChart chart = flameChart(program(own, calls), 0, 51);
        QCOMPARE(chart.frames.size(), std::size_t { 51 });
        QVERIFY(widthOf(chart, 400) > 0);
        QCOMPARE(widthOf(chart, 1), 0.0);
    }

    void zoomFillsTheWidth()
    {
        const FlameChart chart = flameChart(program({ 0.1, 0.3, 0.2 }, { { 0, 1, 1 }, { 1, 2, 1 } }), 0);
        const FlameLayout whole = layOutFlame(chart, -1, 1000, Theme::light());
        for (std::size_t at = 0; at < chart.frames.size(); ++at)
            QVERIFY(whole.frames[at].isNull() || whole.at(whole.frames[at].center()) == static_cast<int>(at));
        const int last = static_cast<int>(chart.frames.size()) - 1;
        const FlameLayout zoomed = layOutFlame(chart, last, 1000, Theme::light());
        QVERIFY(zoomed.frames[static_cast<std::size_t>(last)].width() > 990);
        QVERIFY(zoomed.frames[0].width() > 990); // those above stay in sight
    }

    void nativeAndWaitingAreFramesOfTheirOwn()
    {
        Assessment a = program({ 0.2 }, {});
        a.modules[0].functions.edit()[0].heat.native = { 0.3, 0.3, 0.3 };
        a.modules[0].functions.edit()[0].heat.waiting = { 0.1, 0.1, 0.1 };
        a.modules[0].heat.native = { 0.3, 0.3, 0.3 };
        a.modules[0].heat.waiting = { 0.1, 0.1, 0.1 };
        const FlameChart chart = flameChart(a, 0);
        QVERIFY(std::abs(chart.total - 0.6) < 1e-9);
        QCOMPARE(chart.frames.size(), std::size_t { 3 });
        QVERIFY(std::abs(chart.frames[0].own - 0.2) < 1e-9);
    }
};

QTEST_MAIN(TestFlame)
#include "tst_flame.moc"
