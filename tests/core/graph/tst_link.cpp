// SPDX-FileCopyrightText: The Ferroscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/graph/call_graph.h"
#include "tests/support/codebase_builder.h"

#include <QTest>

using namespace ferroscope;
using Files = std::map<std::string, std::string>;

class TestLink : public QObject {
    Q_OBJECT
private slots:
    void ids();
    void nothing();
    void cancelled();
    void progress();
    void jobsChangeNothing();
};

void TestLink::ids()
{
    const auto code
        = testing::buildCodebase({ { "b.py", "def f():\n    def g(): pass\nclass C:\n    def m(self): pass\n" },
            { "a.py", "def h(): pass\n" }, { "gone.py", "<unreadable>" }, { "odd\xff.py", "def k(): pass\n" } });
    QVERIFY(code.has_value());
    QCOMPARE(code->modules.size(), std::size_t(3));
    QCOMPARE(code->functionCount, std::size_t(8));
    QVERIFY(!code->find("gone.py"));
    const graph::ModuleId b = *code->find("b.py");
    QCOMPARE(b, 1U);
    const graph::FunctionId first = code->modules[b].firstFunction;
    QCOMPARE(first, 2U);
    QCOMPARE(code->functionName(first), std::string("b.py:<module>"));
    QCOMPARE(code->functionName(first + 2), std::string("b.py:f.g"));
    QCOMPARE(code->functionName(first + 3), std::string("b.py:C.m"));
    QCOMPARE(code->functionName(7), std::string("odd%FF.py:k"));
    for (graph::FunctionId id = 0; id < code->functionCount; ++id) {
        const graph::Module& module = code->modules[code->moduleOf(id)];
        QVERIFY(id >= module.firstFunction && id < module.firstFunction + module.functionCount);
    }
    QCOMPARE(code->function(first + 3).line, 4U);
}

void TestLink::nothing()
{
    const auto code = testing::buildCodebase({});
    QVERIFY(code.has_value());
    QVERIFY(code->modules.empty() && code->calls.empty() && code->contexts.empty());
}

void TestLink::cancelled()
{
    std::stop_source source;
    source.request_stop();
    const auto code = testing::buildCodebase({ { "a.py", "import b\n" }, { "b.py", "" } }, source.get_token());
    QVERIFY(!code.has_value());
    QVERIFY(code.error().code == ErrorCode::Cancelled);
}

void TestLink::progress()
{
    std::vector<Progress> reports;
    const auto code = testing::buildCodebase({ { "a.py", "import b\n" }, { "b.py", "" } }, {},
        [&](const Progress& progress) { reports.push_back(progress); });
    QVERIFY(code.has_value());
    QVERIFY(!reports.empty());
    for (std::size_t i = 0; i < reports.size(); ++i) {
        QVERIFY(reports[i].stage == Stage::Link);
        QVERIFY(i == 0 || reports[i].fraction >= reports[i - 1].fraction);
    }
    QCOMPARE(reports.back().done, std::size_t(2));
    QCOMPARE(reports.back().fraction, 1.0);
}

void TestLink::jobsChangeNothing()
{
    Files files;
    for (int i = 0; i < 60; ++i) {
        const std::string next = std::to_string((i * 7 + 3) % 60);
        files["p/m" + std::to_string(i) + ".py"] = "from p.m" + next + " import *\nfrom p import m" + next
            + " as other\nclass C" + std::to_string(i) + "(other.C" + next
            + "):\n    def run(self):\n        self.step()\n        other.helper()\n        self.unknown.only_here()\n "
              "   def step(self): pass\ndef helper(): pass\n";
    }
    files["p/__init__.py"] = "";
    auto code = testing::buildCodebase(files);
    QVERIFY(code.has_value());
    const std::vector<graph::CallEdge> expected = code->calls;
    for (const unsigned jobs : { 1U, 2U, 7U }) {
        const graph::ModuleIndex index(code->modules);
        const graph::ImportTargets targets = graph::resolveImports(code->modules, index, jobs, {});
        const graph::Symbols symbols(code->modules, targets, jobs, {});
        graph::Program program { code->modules, index, targets, symbols, graph::Classes(code->modules) };
        graph::resolveBases(program, jobs, {});
        code->calls.clear();
        graph::buildCallGraph(*code, program, jobs, {}, [](unsigned) {}, [](std::size_t) {});
        QCOMPARE(code->calls.size(), expected.size());
        for (std::size_t i = 0; i < expected.size(); ++i) {
            QCOMPARE(code->calls[i].from, expected[i].from);
            QCOMPARE(code->calls[i].to, expected[i].to);
            QCOMPARE(code->calls[i].weight, expected[i].weight);
            QCOMPARE(code->calls[i].certainty, expected[i].certainty);
        }
    }
}

QTEST_APPLESS_MAIN(TestLink)
#include "tst_link.moc"
