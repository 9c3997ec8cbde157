// SPDX-FileCopyrightText: The Ferroscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
// Heat: loops make it, callers carry it, entry points start it; native and waiting time are told apart.
#include "core/evidence/call_flow.h"
#include "core/evidence/entry_points.h"
#include "core/evidence/frequency.h"
#include "core/evidence/heat.h"
#include "tests/support/codebase_builder.h"

#include <QTest>
#include <numeric>

using namespace ferroscope;

namespace {

struct Heated {
    graph::Codebase codebase;
    evidence::HeatMap heat;
    const evidence::FunctionHeat& of(const std::string& name) const
    {
        for (graph::FunctionId id = 0; id < codebase.functionCount; ++id) {
            if (codebase.functionName(id) == name)
                return heat.functions[id];
        }
        qFatal("no function %s", name.c_str());
    }
};

Heated heatOf(const std::map<std::string, std::string>& files)
{
    Heated made { *testing::buildCodebase(files), {} };
    made.heat = evidence::estimateHeat(made.codebase, knowledge::knowledge(), {});
    return made;
}

} // namespace

class TestHeat : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void loopsMakeHeat()
    {
        const Heated h = heatOf({ { "a.py", "def flat(x):\n    return x + 1\n\ndef looped(xs):\n    t = 0\n    for x in xs:\n        for y in xs:\n            t += x * y\n    return t\n" } });
        QVERIFY(h.of("a.py:looped").interpreted.likely > 10 * h.of("a.py:flat").interpreted.likely);
        const Range range = h.of("a.py:looped").interpreted;
        QVERIFY(range.low < range.likely && range.likely < range.high); // estimated is never exact
    }

    void callersCarryHeatToTheirCallees()
    {
        const Heated h = heatOf({ { "a.py", "from b import hot, cold\n\ndef run(rows):\n    cold()\n    for row in rows:\n        hot(row)\n" },
            { "b.py", "def hot(x):\n    return x * 2\n\ndef cold():\n    return 2 * 2\n" } });
        QVERIFY(h.of("b.py:hot").calls > h.of("b.py:cold").calls);
    }

    void testsCarryNone()
    {
        const std::string library = "def f(x):\n    return x * 2\n";
        const Heated alone = heatOf({ { "a.py", library } });
        const Heated tested = heatOf({ { "a.py", library }, { "tests/test_a.py", "from a import f\n\ndef test_f():\n    for i in range(100):\n        f(i)\n" } });
        QCOMPARE(tested.of("a.py:f").interpreted.likely, alone.of("a.py:f").interpreted.likely);
        QCOMPARE(tested.of("tests/test_a.py:test_f").interpreted.likely, 0.0);
    }

    void nativeAndWaitingAreNotInterpreted()
    {
        const Heated h = heatOf({ { "a.py", "import numpy as np\nimport requests\n\ndef fast(a):\n    return np.linalg.solve(a, a)\n\ndef slow(url):\n    return requests.get(url)\n" } });
        QVERIFY(h.of("a.py:fast").native.likely > h.of("a.py:fast").interpreted.likely);
        QVERIFY(h.of("a.py:slow").waiting.likely > h.of("a.py:slow").interpreted.likely);
        QCOMPARE(h.of("a.py:fast").waiting.likely, 0.0);
    }

    void recursionIsBounded()
    {
        const Heated h = heatOf({ { "a.py", "def walk(n):\n    for c in n:\n        other(c)\n\ndef other(n):\n    for c in n:\n        walk(c)\n" } });
        QVERIFY(h.of("a.py:walk").calls > 1);
        QVERIFY(std::isfinite(h.of("a.py:walk").interpreted.high));
    }

    void entryPointsAreFound_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<int>("kind");
        QTest::newRow("fastapi") << QByteArray("from fastapi import FastAPI\napp = FastAPI()\n@app.get('/')\ndef f(): pass\n") << int(evidence::EntryKind::Route);
        QTest::newRow("celery") << QByteArray("from celery import shared_task\n@shared_task\ndef f(): pass\n") << int(evidence::EntryKind::Task);
        QTest::newRow("click") << QByteArray("import click\n@click.command()\ndef f(): pass\n") << int(evidence::EntryKind::Command);
        QTest::newRow("operator") << QByteArray("class A:\n    def __add__(self, o): pass\n") << int(evidence::EntryKind::Implicit);
        QTest::newRow("property") << QByteArray("class A:\n    @property\n    def size(self): pass\n") << int(evidence::EntryKind::Implicit);
        QTest::newRow("called") << QByteArray("def f(): pass\ndef g(): f()\n") << int(evidence::EntryKind::Called);
        QTest::newRow("public") << QByteArray("def f(): pass\n") << int(evidence::EntryKind::PublicApi);
    }
    void entryPointsAreFound()
    {
        QFETCH(QByteArray, text);
        QFETCH(int, kind);
        const graph::Codebase codebase = *testing::buildCodebase({ { "pkg/__init__.py", "" }, { "pkg/m.py", text.toStdString() } });
        bool found = false;
        for (const evidence::EntryPoint& entry : evidence::entryPoints(codebase, knowledge::knowledge()))
            found = found || int(entry.kind) == kind;
        QVERIFY(found);
    }

    void callsWithoutACallInTheTextAreExpected()
    {
        const Heated h = heatOf({ { "a.py", "class A:\n    def __getitem__(self, i):\n        return self.rows[i]\n\n    @property\n    def size(self):\n        return self.rows[0]\n\n    def plain(self, i):\n        return self.rows[i]\n" } });
        QVERIFY(h.of("a.py:A.__getitem__").calls > h.of("a.py:A.size").calls);
        QVERIFY(h.of("a.py:A.size").calls > h.of("a.py:A.plain").calls);
    }

    void whatIsHandedOverIsCalledByTheReceiver()
    {
        const std::string body = "def apply(rows, do):\n    for row in rows:\n        do(row)\n\ndef work(row):\n    return row\n\ndef other(row):\n    return row\n\ndef run(rows):\n    apply(rows, work)\n";
        const Heated h = heatOf({ { "a.py", body } });
        QVERIFY(h.of("a.py:work").calls > 1.2 * h.of("a.py:other").calls);
    }

    void methodsShareTheUseOfTheirClass()
    {
        // Nothing resolved leads to either `rest`; but objects of Used are in use.
        const std::string type = ":\n    def step(self):\n        return 1\n\n    def rest(self):\n        return 1\n\n";
        const Heated h = heatOf({ { "a.py", "class Used" + type + "class Idle" + type + "def run(rows):\n    used = Used()\n    for row in rows:\n        used.step()\n" } });
        QVERIFY(h.of("a.py:Used.rest").calls > h.of("a.py:Idle.rest").calls);
        QVERIFY(h.of("a.py:Used.step").calls > h.of("a.py:Used.rest").calls);
    }

    void loopsAboveCountToo()
    {
        // leaf is called once per call of middle in both files, but inner turns in a loop of its caller.
        const auto text = [](const std::string& around) {
            return "def leaf(x):\n    return x\n\ndef middle(x):\n    return leaf(x)\n\ndef top(xs):\n" + around;
        };
        const Heated looped = heatOf({ { "a.py", text("    for x in xs:\n        middle(x)\n") } });
        const Heated once = heatOf({ { "a.py", text("    middle(xs)\n    return len(xs)\n") } });
        const auto loopsOf = [](const Heated& h) {
            const evidence::CallFlow flow = evidence::callFlow(h.codebase, evidence::entryPoints(h.codebase, knowledge::knowledge()), {});
            for (graph::FunctionId id = 0; id < h.codebase.functionCount; ++id) {
                if (h.codebase.functionName(id) == "a.py:leaf")
                    return int(flow.loops[id]);
            }
            return -1;
        };
        QCOMPARE(loopsOf(looped), 1);
        QCOMPARE(loopsOf(once), 0);
        QVERIFY(looped.of("a.py:leaf").calls > once.of("a.py:leaf").calls);
    }

    void otherModulesChangeNothing()
    {
        const std::string library = "class A:\n    def f(self, xs):\n        for x in xs:\n            self.g(x)\n\n    def g(self, x):\n        return x * 2\n";
        const Heated alone = heatOf({ { "a.py", library } });
        const Heated beside = heatOf({ { "a.py", library }, { "zz.py", "def loop(n):\n    for i in range(n):\n        loop(i)\n" } });
        QCOMPARE(beside.of("a.py:A.g").interpreted.likely, alone.of("a.py:A.g").interpreted.likely);
        QCOMPARE(beside.of("a.py:A.f").calls, alone.of("a.py:A.f").calls);
    }

    void stoppedGivesFiguresOfEveryFunction()
    {
        std::stop_source stop;
        stop.request_stop();
        const auto codebase = testing::buildCodebase({ { "a.py", "def f():\n    return g()\n\ndef g():\n    return 1\n" } });
        const evidence::HeatMap heat = evidence::estimateHeat(*codebase, knowledge::knowledge(), stop.get_token());
        QCOMPARE(heat.functions.size(), codebase->functionCount);
        QCOMPARE(heat.edgeCalls.size(), codebase->calls.size());
    }

    void edgesShareTheCallsOfTheirCallee()
    {
        const Heated h = heatOf({ { "a.py", "def one(xs):\n    for x in xs:\n        leaf(x)\n\ndef two(x):\n    leaf(x)\n\ndef leaf(x):\n    return x\n" } });
        double sum = 0;
        for (std::size_t at = 0; at < h.codebase.calls.size(); ++at) {
            if (h.codebase.functionName(h.codebase.calls[at].to) == "a.py:leaf")
                sum += h.heat.edgeCalls[at];
        }
        QVERIFY(sum > 0 && sum <= h.of("a.py:leaf").calls * 1.000001);
    }
};

QTEST_APPLESS_MAIN(TestHeat)
#include "tst_heat.moc"
