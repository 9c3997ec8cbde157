// SPDX-FileCopyrightText: The Ferroscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
// Calls that are found by following values. Each row: one module (or several) and all edges between functions, module
// code and lambdas; "<module>" is left out where nothing is called from it. Lambdas are named by their line.
#include "tests/support/codebase_builder.h"

#include <QTest>
#include <algorithm>
#include <map>

using namespace ferroscope;
using Files = std::map<std::string, std::string>;
Q_DECLARE_METATYPE(Files)

namespace {

QStringList edgesOf(const graph::Codebase& code)
{
    QStringList edges;
    const auto add = [&](const graph::CallEdge& edge) {
        const QString from = QString::fromStdString(code.functionName(edge.from));
        const QString to = QString::fromStdString(code.functionName(edge.to));
        edges << QString(from + QStringLiteral(" ") + to).replace(QStringLiteral("m.py:"), QString());
    };
    for (const graph::CallEdge& edge : code.calls) {
        if (!edge.inLambda)
            add(edge);
    }
    for (const graph::CallEdge& edge : code.lambdaCalls)
        add(edge);
    edges.sort();
    return edges;
}

} // namespace

class TestFlow : public QObject {
    Q_OBJECT
private slots:
    void edges_data();
    void edges();
    void certainty();
    void lambdasBelongToTheirFunction();
    void jobsChangeNothing();
};

void TestFlow::edges_data()
{
    QTest::addColumn<Files>("files");
    QTest::addColumn<QStringList>("expected");
    using Edges = std::initializer_list<const char*>;
    const auto files = [](const char* name, Files many, Edges edges) {
        QStringList expected;
        for (const char* edge : edges)
            expected << QString::fromLatin1(edge);
        expected.sort();
        QTest::newRow(name) << std::move(many) << expected;
    };
    const auto row = [&](const char* name, const char* text, Edges edges) { files(name, { { "m.py", text } }, edges); };

    row("argument to parameter",
        "def a(): pass\ndef run(what): what()\nrun(a)\n", { "<module> run", "run a" });
    row("keyword argument, default value",
        "def a(): pass\ndef b(): pass\ndef run(x=a, *, y): x(); y()\nrun(y=b)\n",
        { "<module> run", "run a", "run b" });
    row("*args and **kwargs handed on", R"(
def a(): pass
def b(): pass
def inner(f, key): f(); key()
def outer(*args, **kwargs): inner(*args, **kwargs)
outer(a, key=b)
)",
        { "<module> outer", "outer inner", "inner a", "inner b" });
    row("assignments, tuples, stars", R"(
def a(): pass
def b(): pass
def c(): pass
x = y = a
(p, (q, r)) = a, (b, c)
first, *rest = c, b
x(); q(); first(); rest[0]()
)",
        { "<module> a", "<module> b", "<module> c" });
    row("a store that is overwritten at once calls nothing",
        "def a(): pass\ndef b(): pass\nx = a\nx = b\nx()\nd = {'k': a, 'l': b}\nd['k'] = b\nd['k']()\n", { "<module> b" });
    row("... but may be read by a call, a branch or a name before",
        "def a(): pass\ndef b(): pass\ndef run(): x()\nx = a\nrun()\nx = b\ny = a\nz = y\ny = b\nz()\n",
        { "<module> run", "run a", "run b", "<module> a", "<module> b" });
    row("returned functions and closures", R"(
def make():
    def inner(): pass
    return inner
def again(): return make()
again()()
)",
        { "<module> again", "again make", "<module> make.inner" });
    row("dictionaries by literal key", R"(
def a(): pass
def b(): pass
table = {"a": a, "b": b}
def use(key):
    table["a"]()
def any(key):
    table[key]()
use(1); any(1)
)",
        { "<module> use", "<module> any", "use a", "any a", "any b" });
    row("dictionaries: update, get, values, items, nesting", R"(
def a(): pass
def b(): pass
d = {}
d.update({"x": {"y": a}})
def one(): d["x"]["y"]()
def two():
    for f in {"k": b}.values(): f()
def three():
    for k, f in {"k": b}.items(): f()
def four(): {"k": b}.get("k")()
one(); two(); three(); four()
)",
        { "<module> one", "<module> two", "<module> three", "<module> four", "one a",
            "two b", "three b", "four b" });
    row("lists: index, slice, append, comprehension", R"(
def a(): pass
def b(): pass
def c(): pass
fs = [a, b, c]
def one(): fs[1]()
def two(): fs[1:][1]()
def three():
    own = []
    own.append(a)
    for f in own: f()
def four(): [f() for f in [b]]
def five():
    for f in (g for g in [c]): f()
one(); two(); three(); four(); five()
)",
        { "<module> one", "<module> two", "<module> three", "<module> four", "<module> five",
            "one b", "two c", "three a", "four b",
            "five c" });
    row("attributes from __init__ and from outside", R"(
class Box:
    def __init__(self, f):
        self.f = f
    def run(self):
        self.f()
        self.g()
def a(): pass
def b(): pass
box = Box(a)
box.g = b
box.run()
)",
        { "<module> Box.__init__", "<module> Box.run", "Box.run a", "Box.run b" });
    row("class attributes are bound, attributes of objects are not", R"(
def plain(x): x()
def a(): pass
class C:
    method = plain
    def __init__(self):
        self.own = plain
    def __call__(self): pass
def go():
    C().method()
def stay():
    C().own(a)
go(); stay()
)",
        { "<module> go", "<module> stay", "go C.__init__", "stay C.__init__",
            "go plain", "stay plain", "plain C.__call__",
            "plain a" });
    row("a base class calls what its subclasses define", R"(
class Base:
    def run(self): self.step()
class Sub(Base):
    def step(self): pass
Sub().run()
)",
        { "<module> Base.run", "Base.run Sub.step" });
    row("super() follows the order of the object's class", R"(
class A:
    def f(self): pass
class B(A):
    def f(self): super().f()
class C(A):
    def f(self): super().f()
class D(B, C):
    pass
D().f()
)",
        { "<module> B.f", "B.f A.f", "B.f C.f", "C.f A.f" });
    row("classmethod, staticmethod, __new__, metaclass", R"(
class Meta(type):
    def __call__(cls): pass
class M(metaclass=Meta):
    pass
class C:
    def __new__(cls): pass
    @classmethod
    def make(cls): return cls.other()
    @staticmethod
    def other(): pass
M()
C()
C.make()
)",
        { "<module> Meta.__call__", "<module> C.__new__", "<module> C.make", "C.make C.other" });
    row("properties: read, written, of a subclass", R"(
class A:
    @property
    def size(self): return helper()
    @size.setter
    def size(self, value): value()
def helper(): pass
def f(): pass
class B(A): pass
def read(): B().size
def write():
    B().size = f
read(); write()
)",
        { "<module> read", "<module> write", "read A.size", "A.size helper",
            "write A.size", "A.size f" });
    row("descriptors", R"(
class D:
    def __get__(self, obj, kind): return f
def f(): pass
class C:
    d = D()
def use(): C().d()
use()
)",
        { "<module> use", "use D.__get__", "use f" });
    row("decorators: wrapped, with arguments, of a class, wraps", R"(
import functools
def deco(f):
    @functools.wraps(f)
    def wrapper(*args): return f(*args)
    return wrapper
def named(name):
    def outer(f): return f
    return outer
def register(cls): return cls
@deco
def one(): pass
@named("x")
def two(): pass
@register
class C:
    def go(self): pass
def use():
    one()
    two()
    C().go()
use()
)",
        { "<module> deco", "<module> named", "<module> named.outer", "<module> register", "<module> use",
            "use deco.wrapper", "deco.wrapper one", "use two",
            "use C.go" });
    row("lru_cache, contextmanager and other decorators of libraries", R"(
import functools, contextlib
@functools.lru_cache(maxsize=None)
def cached(): pass
@contextlib.contextmanager
def opened():
    yield thing
def thing(): pass
def use():
    cached()
    with opened() as t:
        t()
use()
)",
        { "<module> use", "use cached", "use opened", "use thing" });
    row("partial: function, arguments", R"(
from functools import partial
def run(f, g): f(); g()
def a(): pass
def b(): pass
p = partial(run, a)
def use(): p(b)
use()
)",
        { "<module> use", "use run", "run a", "run b" });
    row("lambdas call and are called", R"(
def a(): pass
def run(f): f()
run(lambda: a())
g = lambda h: h()
g(lambda: None)
)",
        { "<module> run", "run <lambda>:4", "<lambda>:4 a", "<module> <lambda>:5",
            "<lambda>:5 <lambda>:6" });
    row("callbacks of native functions get the elements", R"(
class Row:
    def key(self): pass
def take(row): row.key()
rows = [Row()]
def use():
    map(take, rows)
    sorted(rows, key=lambda row: row.key())
use()
)",
        { "<module> use", "use take", "take Row.key", "use <lambda>:8",
            "<lambda>:8 Row.key" });
    row("a function handed to something unknown may be called there",
        "import lib\ndef a(): pass\nlib.on_event(a)\n", { "<module> a" });
    row("... one handed to a known function that does nothing is not",
        "def keep(f): pass\ndef a(): pass\nkeep(a)\n", { "<module> keep" });
    row("generators: next, yield from, send on", R"(
def a(): pass
def gen():
    yield a
def more():
    yield from gen()
def use():
    for f in more(): f()
    next(gen())()
use()
)",
        { "<module> use", "use more", "more gen", "use gen",
            "use a" });
    row("iterators and context managers of the repository", R"(
class It:
    def __iter__(self): return self
    def __next__(self): return f
class Cm:
    def __enter__(self): return f
    def __exit__(self, *a): pass
def f(): pass
def loop(it):
    for x in it: x()
def enter(cm):
    with cm as x: x()
loop(It()); enter(Cm())
)",
        { "<module> loop", "<module> enter", "loop It.__iter__", "loop It.__next__",
            "loop f", "enter Cm.__enter__", "enter Cm.__exit__",
            "enter f" });
    row("operators of a known class", R"(
class V:
    def __add__(self, other): return self
    def __eq__(self, other): return True
    def __getitem__(self, i): pass
    def __contains__(self, i): pass
    def __neg__(self): pass
    def __len__(self): pass
def use(v):
    (v + 1) == 2
    v[0]
    3 in v
    -v
    len(v)
use(V())
)",
        { "<module> use", "use V.__add__", "use V.__eq__",
            "use V.__getitem__", "use V.__contains__", "use V.__neg__",
            "use V.__len__" });
    row("raised and caught", R"(
class E(Exception):
    def __init__(self): pass
    def text(self): pass
def go():
    try:
        raise E
    except (E, ValueError) as e:
        e.text()
go()
)",
        { "<module> go", "go E.__init__", "go E.text" });
    row("dataclasses run __post_init__",
        "from dataclasses import dataclass\n@dataclass\nclass P:\n    x: int\n    def __post_init__(self): pass\nP(1)\n",
        { "<module> P.__post_init__" });
    row("either, or, walrus, conditional definitions", R"(
def a(): pass
def b(): pass
if True:
    def c(): pass
else:
    def c(): return 1
def use(x):
    (a if x else b)()
    (y := c)()
use(1)
)",
        { "<module> use", "use a", "use b", "use c", "use c" });
    row("global and nonlocal names", R"(
hook = None
def a(): pass
def set():
    global hook
    hook = a
def outer():
    f = None
    def inner():
        nonlocal f
        f = a
    inner()
    f()
set(); outer(); hook()
)",
        { "<module> set", "<module> outer", "<module> a", "outer outer.inner",
            "outer a" });
    files("modules: attributes, stars, cycles of imports, __getattr__",
        { { "m.py", "import p\nfrom q import *\nimport lazy\ndef home(): p.f(); g()\nhome()\nlazy.anything()\n" },
            { "p.py", "import m\ndef f(): m.home()\n" }, { "q.py", "from p import f as g\n" },
            { "lazy.py", "def made(): pass\ndef __getattr__(name): return made\n" } },
        { "<module> home", "home p.py:f", "p.py:f home",
            "<module> lazy.py:__getattr__", "<module> lazy.py:made" });
    row("annotations of parameters, fields and results", R"(
class E:
    def run(self): pass
class Car:
    engine: E
    def go(self): self.engine.run()
def make() -> "E": ...
def use(e: E): e.run()
def chain(): make().run()
)",
        { "Car.go E.run", "use E.run", "chain make",
            "chain E.run" });
    row("a local name hides the module's", "def f(): pass\ndef g():\n    f = 1\n    f()\ng()\n", { "<module> g" });
}

void TestFlow::edges()
{
    QFETCH(Files, files);
    QFETCH(QStringList, expected);
    const auto code = testing::buildCodebase(files);
    QVERIFY(code.has_value());
    QCOMPARE(edgesOf(*code).join(u'\n'), expected.join(u'\n'));
}

// The surer the way, the higher: values followed, native callbacks, functions merely handed on.
void TestFlow::certainty()
{
    const auto code = testing::buildCodebase({ { "m.py",
        "import lib\ndef a(): pass\ndef b(): pass\ndef c(): pass\nfs = [a]\nfs[0]()\nmap(b, [])\nlib.x(c)\n" } });
    QVERIFY(code.has_value());
    QCOMPARE(code->calls.size(), std::size_t(3));
    QVERIFY(code->calls[0].certainty > code->calls[1].certainty);
    QVERIFY(code->calls[1].certainty > code->calls[2].certainty);
}

// For everything but the list of edges, what a lambda calls is called by the function it stands in.
void TestFlow::lambdasBelongToTheirFunction()
{
    const auto code = testing::buildCodebase(
        { { "m.py", "def a(): pass\ndef f(xs):\n    for x in xs:\n        run(lambda: a())\ndef run(g): g()\n" } });
    QVERIFY(code.has_value());
    const auto fromF = std::find_if(code->calls.begin(), code->calls.end(),
        [&](const graph::CallEdge& edge) { return code->functionName(edge.to) == "m.py:a"; });
    QVERIFY(fromF != code->calls.end());
    QCOMPARE(code->functionName(fromF->from), std::string("m.py:f"));
    QVERIFY(fromF->inLambda);
    QVERIFY(fromF->weight > 5); // as often as the loop turns
    QCOMPARE(code->lambdaCalls.size(), std::size_t(2));
    const auto byLambda = std::find_if(code->lambdaCalls.begin(), code->lambdaCalls.end(),
        [&](const graph::CallEdge& edge) { return code->functionName(edge.from) == "m.py:<lambda>:4"; });
    QVERIFY(byLambda != code->lambdaCalls.end());
    QCOMPARE(byLambda->weight, 1.0F); // per run of the lambda
    QCOMPARE(code->functionCount, std::size_t(4));
}

void TestFlow::jobsChangeNothing()
{
    source::SourceSet sources;
    std::vector<std::shared_ptr<const facts::FileFacts>> facts;
    facts::Extractor extractor;
    for (int i = 0; i < 20; ++i) {
        const std::string n = std::to_string(i), next = std::to_string((i + 1) % 20);
        const std::string text = "from m" + next + " import run as r, K\nclass K" + n + "(K):\n    def go(self): r(self.go)\n"
            + "class K:\n    def go(self): pass\ndef run(f):\n    f()\n    K" + n + "().go()\nrun(lambda: r(K().go))\n";
        sources.files.push_back(testing::sourceFile("m" + n + ".py", text.size()));
        facts.push_back(std::make_shared<facts::FileFacts>(extractor.extract(text)));
    }
    const auto one = graph::link(sources, facts, {}, {}, 1);
    const auto many = graph::link(sources, facts, {}, {}, 4);
    QVERIFY(one.has_value() && many.has_value());
    QVERIFY(one->calls.size() > 60);
    QCOMPARE(edgesOf(*one), edgesOf(*many));
}

QTEST_APPLESS_MAIN(TestFlow)
#include "tst_flow.moc"
