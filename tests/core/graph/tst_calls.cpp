// SPDX-FileCopyrightText: The Ferroscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
// What calls reach. Each row is a small repository; its expectations stand in the Python text itself:
// "# -> b.f, C.m@0.9" lists all edges from the function the line stands in (file:name without the file for
// the same one, certainty after @), "# => numpy.dot" its external calls, "# ?" an unresolved call.
#include "tests/support/codebase_builder.h"

#include <QRegularExpression>
#include <QTest>
#include <set>

using namespace ferroscope;
using Files = std::map<std::string, std::string>;
Q_DECLARE_METATYPE(Files)

namespace {

struct Outcome {
    QStringList edges, externals;
    int unresolved = 0;
};

QString shortName(const graph::Codebase& code, graph::FunctionId id)
{
    return QString::fromStdString(code.functionName(id)).replace(QStringLiteral(".py:"), QStringLiteral(":"));
}

Outcome expected(const Files& files)
{
    Outcome outcome;
    static const QRegularExpression definition(QStringLiteral("^( *)(async def|def|class) (\\w+)"));
    for (const auto& [path, text] : files) {
        const QString module = QString::fromStdString(path).chopped(3);
        std::vector<std::tuple<qsizetype, QString, bool>> open; // indent, name, is a class
        for (const QString& line : QString::fromStdString(text).split(u'\n')) {
            const qsizetype indent = line.size() - line.trimmed().size();
            while (!open.empty() && !line.trimmed().isEmpty() && std::get<0>(open.back()) >= indent)
                open.pop_back();
            QString from = QStringLiteral("<module>"), qualified;
            const auto match = definition.match(line);
            if (match.hasMatch())
                open.emplace_back(indent, match.captured(3), match.captured(2) == QStringLiteral("class"));
            for (const auto& [at, name, isClass] : open) {
                qualified += (qualified.isEmpty() ? QString() : QStringLiteral(".")) + name;
                if (!isClass)
                    from = qualified;
            }
            const auto targets = [&](const char* arrow, QStringList& list, bool local) {
                const qsizetype at = line.indexOf(QString::fromLatin1(arrow));
                if (at < 0)
                    return;
                for (QString target : line.mid(at + 5).split(QStringLiteral(", "))) {
                    if (local && !target.contains(u':'))
                        target.prepend(module + u':');
                    list << module + u':' + from + QStringLiteral(" ") + target.trimmed();
                }
            };
            targets("# -> ", outcome.edges, true);
            targets("# => ", outcome.externals, false);
            outcome.unresolved += line.endsWith(QStringLiteral("# ?")) ? 1 : 0;
        }
    }
    outcome.edges.sort();
    outcome.externals.sort();
    return outcome;
}

Outcome found(const graph::Codebase& code, const QStringList& like)
{
    Outcome outcome;
    for (const graph::CallEdge& edge : code.calls) {
        QString row = shortName(code, edge.from) + u' ' + shortName(code, edge.to);
        const QString sure = row + u'@' + QString::number(static_cast<double>(edge.certainty), 'g', 3);
        outcome.edges << (like.contains(row) ? row : sure); // certainty only where the text gives one
    }
    for (const graph::ExternalCall& call : code.externalCalls)
        outcome.externals << shortName(code, call.from) + u' ' + QString::fromStdString(std::string(call.target));
    outcome.unresolved = static_cast<int>(code.callsTotal - code.callsResolved);
    outcome.edges.sort();
    outcome.externals.sort();
    return outcome;
}

} // namespace

class TestCalls : public QObject {
    Q_OBJECT
private slots:
    void edges_data();
    void edges();
    void weights();
    void countsAddUp();
    void chainsAndReturns();
};

void TestCalls::edges_data()
{
    QTest::addColumn<Files>("files");
    const auto row = [](const char* name, Files files) { QTest::newRow(name) << std::move(files); };

    row("names of the module, recursion, nested functions", { { "m.py", R"(
def f():
    return f()  # -> f@1
def g():
    def inner():
        pass
    inner()  # -> g.inner@1
    f()  # -> f
def h():
    inner()  # ?
)" } });
    row("imports, aliases, re-exports through packages, stars",
        { { "p/__init__.py", "from .a import f as shown\nfrom .b import *\nfrom . import c\n" },
            { "p/a.py", "def f(): pass\n" }, { "p/b.py", "__all__ = ['g']\ndef g(): pass\ndef hidden(): pass\n" },
            { "p/c.py", "def k(): pass\n" }, { "main.py", R"(
import p
import p.c as pc
from p import shown, c
from p import *
def go():
    shown()  # -> p/a:f@1
    p.shown()
    p.c.k()  # -> p/c:k
    pc.k()
    c.k()
    g()  # -> p/b:g@1
    p.g()
    p.hidden()  # ?
)" } });
    row("a function hides the submodule it comes from",
        { { "p/__init__.py", "from .order import order\n" }, { "p/order.py", "def order(): pass\n" },
            { "main.py", "from p import order\norder()  # -> p/order:order\n" } });
    row("classes: constructors, methods, inheritance", { { "m.py", R"(
class A:
    def __init__(self):
        self.run()  # -> A.run@0.95, B.run@0.7
    def run(self):
        pass
class B(A):
    def run(self):
        super().run()  # -> A.run@0.95
    @classmethod
    def make(cls):
        return cls()  # -> A.__init__@0.95
    @staticmethod
    def help():
        pass
class Empty:
    pass
def use():
    x = A()  # -> A.__init__@1
    x.run()  # -> A.run@1
    B.make()  # -> B.make@1
    B.help()  # -> B.help
    A.run(x)
    Empty()
)" } });
    row("overrides share their certainty", { { "m.py", R"(
class Base:
    def go(self):
        self.step()  # -> Base.step@0.95, One.step@0.3, Two.step@0.3
    def step(self):
        pass
class One(Base):
    def step(self):
        pass
class Two(Base):
    def step(self):
        pass
)" } });
    row("a method that only subclasses have", { { "m.py", R"(
class Base:
    def go(self):
        self.hook()  # -> Impl.hook@0.6
class Impl(Base):
    def hook(self):
        pass
)" } });
    row("attributes of self, annotations, parameters",
        { { "engine.py", "class Engine:\n    def run(self): pass\n    def stop(self): pass\n" }, { "m.py", R"(
from __future__ import annotations
from typing import Optional, List
from engine import Engine
import engine as e
class Car:
    spare: Engine
    def __init__(self, given: Optional[Engine]):
        self.engine = Engine()
        self.given = given
        self.later: "e.Engine | None" = None
    def drive(self):
        self.engine.run()  # -> engine:Engine.run@0.9
        self.spare.stop()  # -> engine:Engine.stop@0.9
        self.later.run()
        self.given.run()
def one(x: "Engine"):
    x.run()  # -> engine:Engine.run@0.9
def two(xs: List[Engine]):
    for x in xs:
        x.run()  # -> engine:Engine.run@0.9
def three() -> Engine:
    pass
def four():
    made = three()  # -> three
    made.run()  # -> engine:Engine.run@0.9
def five():
    car = Car(None)  # -> Car.__init__
    car.engine.run()  # -> engine:Engine.run@0.9
)" } });
    row("instances at module level, imported",
        { { "a.py", "class Log:\n    def write_all(self): pass\nlog = Log()\n" }, { "m.py", R"(
from a import log
import a
def f():
    log.write_all()  # -> a:Log.write_all@0.9
def g():
    a.log.write_all()  # -> a:Log.write_all@0.9
)" } });
    row("a local name hides an outer one", { { "m.py", R"(
def f():
    pass
def g(f):
    f()  # ?
def h(pairs):
    for f, x in pairs:
        f()  # ?
)" } });
    row("functions handed on, partial, decorators", { { "m.py", R"(
from functools import partial
def f():
    pass
def deco(g):
    return g
@deco  # -> deco@1
def one():
    map(f, [])  # -> f@0.7
    partial(f)
@deco
class C:
    pass
)" } });
    row("properties give their annotation", { { "m.py", R"(
class Engine:
    def run(self):
        pass
class Car:
    @property
    def engine(self) -> Engine:
        return None
    def go(self):
        self.engine.run()  # -> Engine.run@0.9, Car.engine@0.8
)" } });
    row("the order of bases decides", { { "m.py", R"(
class A:
    def f(self):
        pass
class B(A):
    pass
class C(A):
    def f(self):
        pass
class D(B, C):
    pass
def go():
    d = D()
    d.f()  # -> C.f@0.9
)" } });
    row("for and with over objects of ours", { { "m.py", R"(
class Rows:
    def __iter__(self):
        return self
    def __next__(self):
        pass
    def __enter__(self):
        return self
    def __exit__(self, *a):
        pass
def go():
    with Rows() as rows:  # -> Rows.__enter__@0.9, Rows.__exit__@0.9
        pass
def each():
    for row in Rows():  # -> Rows.__iter__@0.9, Rows.__next__@0.9
        pass
)" } });
    row("outside: packages, builtins, methods of literals", { { "m.py", R"(
import numpy as np
import os.path
from time import sleep as nap
import requests
from pandas import DataFrame
class T(np.ndarray):
    def go(self):
        self.sum()  # => numpy.ndarray.sum
def f(df: DataFrame, rows: list, unknown):
    np.dot(1, 2)  # => numpy.dot, os.path.join, time.sleep, builtins.len
    os.path.join("a")
    nap(1)
    len(rows)
    ",".join(rows)  # => str.join
    x = np.array(rows)  # => numpy.array, numpy.array().sum
    x.sum()
    resp = requests.get("u")  # => requests.get, requests.get().json
    resp.json()
    df.groupby("a")  # => pandas.DataFrame.groupby
    rows.append(1)  # => list.append
    unknown.append(1)  # => ?.append
    unknown.frobnicate()  # ?
)" } });
    row("a method only one family of classes has", { { "m.py", R"(
class G:
    def add_edge(self):
        pass
class H(G):
    def add_edge(self):
        pass
    def only(self):
        pass
class I:
    def twice(self):
        pass
class J:
    def twice(self):
        pass
def f(x):
    x.add_edge()  # -> G.add_edge@0.25, H.add_edge@0.25
    x.only()  # -> H.only@0.5
    x.twice()  # ?
)" } });
    row("... but not an unrelated module's",
        { { "a.py", "def f(x):\n    x.rare()  # ?\n" }, { "b.py", "class C:\n    def rare(self): pass\n" } });
    row("circular assignments, imports and bases end",
        { { "a.py",
              "from b import f\nx = y\ny = x\nclass C(D): pass\nclass D(C): pass\nf()  # ?\nx()  # ?\nC().g()  # ?\n" },
            { "b.py", "from a import f\n" } });
    row("alternatives are less sure",
        { { "a.py", "def f(): pass\n" }, { "b.py", "def f(): pass\n" },
            { "m.py",
                "try:\n    from a import f\nexcept ImportError:\n    from b import f\nf()  # -> a:f@0.7, "
                "b:f@0.7\n" } });
}

void TestCalls::edges()
{
    QFETCH(Files, files);
    const auto code = testing::buildCodebase(files);
    QVERIFY(code.has_value());
    const Outcome want = expected(files);
    const Outcome got = found(*code, want.edges);
    QCOMPARE(got.edges.join(QStringLiteral("\n")), want.edges.join(QStringLiteral("\n")));
    if (!want.externals.isEmpty())
        QCOMPARE(got.externals, want.externals);
    QCOMPARE(got.unresolved, want.unresolved);
}

void TestCalls::weights()
{
    const auto code = testing::buildCodebase(
        { { "m.py", "def f(a): pass\ndef g(xs):\n    f(1)\n    for x in xs:\n        f(x)\n" } });
    QVERIFY(code.has_value());
    QCOMPARE(code->calls.size(), std::size_t(1));
    QCOMPARE(code->calls[0].line, 3U);
    QVERIFY(qAbs(static_cast<double>(code->calls[0].weight) - 9.33) < 0.01);
    QCOMPARE(code->calls[0].arguments, 1U);
}

void TestCalls::countsAddUp()
{
    const auto code = testing::buildCodebase({ { "m.py",
        "import os\ndef f(g, h):\n    g()\n    h.unheard_of()\n    h[0]()\n    os.getcwd()\n    f(1, 2)\n    "
        "print(f)\n" } });
    QVERIFY(code.has_value());
    std::size_t unresolved = 0;
    for (const std::size_t each : code->unresolvedCalls)
        unresolved += each;
    QCOMPARE(code->callsTotal, std::size_t(6));
    QCOMPARE(code->callsResolved + unresolved, code->callsTotal);
    QCOMPARE(code->unresolvedCalls[static_cast<std::size_t>(graph::Unresolved::UnknownReceiver)], std::size_t(1));
    QCOMPARE(code->unresolvedCalls[static_cast<std::size_t>(graph::Unresolved::UnknownName)], std::size_t(1));
    QCOMPARE(code->unresolvedCalls[static_cast<std::size_t>(graph::Unresolved::ComputedCallee)], std::size_t(1));
}

// A callee may be written with calls in it, and a Binding may stand for what a function returns.
void TestCalls::chainsAndReturns()
{
    facts::Extractor extractor;
    facts::FileFacts facts = extractor.extract(
        "class E:\n    def run(self): pass\ndef make(): pass\ndef typed() -> E: pass\ndef go():\n    E, make, typed\n");
    const auto call = [&](const char* callee) {
        facts::CallSite site;
        site.function = 4;
        site.receiver = facts::Receiver::Call;
        site.callee = facts.names.add(callee);
        site.method = facts.names.add(lastComponent(callee));
        facts.calls.push_back(site);
    };
    call("E().run");
    call("make().run");
    call("typed().run");
    call("make()");
    facts::Binding returned;
    returned.function = 2;
    returned.kind = facts::Binding::Kind::Call;
    returned.target = facts.names.add("return");
    returned.value = facts.names.add("E");
    facts.bindings.push_back(returned);
    source::SourceSet sources;
    sources.files.push_back(testing::sourceFile("m.py", 1));
    const auto code = graph::link(sources, { std::make_shared<const facts::FileFacts>(std::move(facts)) }, {}, {});
    QVERIFY(code.has_value());
    QCOMPARE(code->calls.size(), std::size_t(1)); // all to E.run; an E itself cannot be called
    QCOMPARE(shortName(*code, code->calls[0].to), QStringLiteral("m:E.run"));
    QCOMPARE(code->calls[0].weight, 3.0F);
    QCOMPARE(code->calls[0].certainty, 0.9F);
    QCOMPARE(code->callsResolved, std::size_t(3));
}

QTEST_APPLESS_MAIN(TestCalls)
#include "tst_calls.moc"
