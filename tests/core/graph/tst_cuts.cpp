// SPDX-FileCopyrightText: The Ferroscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
// What a cut would take: each row is a cycle a -> b -> a whose cheaper edge is a -> b.
#include "tests/support/codebase_builder.h"

#include <QTest>

using namespace ferroscope;
using Files = std::map<std::string, std::string>;
Q_DECLARE_METATYPE(Files)
Q_DECLARE_METATYPE(ferroscope::graph::CutKind)

class TestCuts : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void kinds_data();
    void kinds();
    void cheapestEdgeIsCut();
    void exactness();
};

void TestCuts::kinds_data()
{
    using graph::CutKind;
    QTest::addColumn<QByteArray>("a");
    QTest::addColumn<CutKind>("kind");
    QTest::addColumn<QByteArray>("names");
    QTest::addColumn<int>("users");
    QTest::addColumn<QByteArray>("use");
    const auto row = [](const char* name, const char* a, CutKind kind, const char* names, int users, const char* use) {
        QTest::newRow(name) << QByteArray(a) << kind << QByteArray(names) << users << QByteArray(use);
    };
    row("unused", "from b import x\n", CutKind::Remove, "x", 0, "");
    row("unused module", "import b\n", CutKind::Remove, "b", 0, "");
    row("annotations", "from b import X, Y\ndef f(x: X) -> 'list[Y]': pass\n", CutKind::TypeChecking, "X,Y", 0, "in annotations");
    row("annotated variable", "from b import X\nx: X | None = None\n", CutKind::TypeChecking, "X", 0, "in annotations");
    row("inside functions", "from b import x\ndef f(): return x()\nclass C:\n    def g(self): return x\n", CutKind::Lazy, "x", 2, "in 2 functions");
    row("one hard name of two", "from b import x, X\ndef f(a: X): return x()\n", CutKind::Lazy, "x", 1, "in 1 function");
    row("isinstance", "from b import X\ndef f(a):\n    return isinstance(a, X)\n", CutKind::Protocol, "X", 1, "in isinstance checks");
    row("isinstance and made", "from b import X\ndef f(a):\n    return a if isinstance(a, X) else X(a)\n", CutKind::Lazy, "X", 1, "in 1 function");
    row("base class", "from b import X\nclass C(X): pass\n", CutKind::Protocol, "X", 1, "as a base class");
    row("decorator", "from b import x\n@x\ndef f(): pass\n", CutKind::Move, "x", 1, "as a decorator");
    row("decorator of a method", "from b import x\nclass C:\n    @x()\n    def f(self): pass\n", CutKind::Move, "x", 1, "as a decorator");
    row("while loading", "from b import x\ny = x + 1\n", CutKind::Move, "x", 1, "while the module loads");
    row("default", "from b import x\ndef f(y=x): pass\n", CutKind::Move, "x", 1, "while the module loads");
    row("module while loading", "import b\ny = b.x + 1\n", CutKind::Move, "b", 0, "while the module loads");
    row("facade", "from b import x\n__all__ = ['x']\n", CutKind::Facade, "x", 0, "");
    row("local of the same name", "from b import x\ndef f():\n    x = 1\n    return x\n", CutKind::Remove, "x", 0, "");
}

void TestCuts::kinds()
{
    QFETCH(QByteArray, a);
    QFETCH(graph::CutKind, kind);
    QFETCH(QByteArray, names);
    QFETCH(int, users);
    QFETCH(QByteArray, use);
    const auto code = testing::buildCodebase({ { "a.py", a.toStdString() },
        { "b.py", "from a import p, q, r, s\nt = [p, q, r, s]\nclass X: pass\nclass Y: pass\ndef x(): pass\n" } });
    QVERIFY(code.has_value());
    QCOMPARE(code->cuts.size(), std::size_t(1));
    const graph::Cut& cut = code->cuts[0];
    QCOMPARE(cut.from, 0U);
    QCOMPARE(cut.line, 1U);
    QCOMPARE(cut.kind, kind);
    QByteArray found;
    for (const std::string& name : cut.names)
        found += (found.isEmpty() ? "" : ",") + QByteArray::fromStdString(name);
    QCOMPARE(found, names);
    QCOMPARE(int(cut.users), users);
    QCOMPARE(QByteArray::fromStdString(cut.use), use);
    QVERIFY(cut.exact);
}

void TestCuts::cheapestEdgeIsCut()
{
    // Both directions import one name; annotations are cheaper to free than a base class.
    const auto code = testing::buildCodebase({ { "a.py", "from b import Base\nclass A(Base): pass\n" },
        { "b.py", "from a import A\nclass Base:\n    def f(self) -> A: pass\n" } });
    QVERIFY(code.has_value());
    QCOMPARE(code->cuts.size(), std::size_t(1));
    QCOMPARE(code->cuts[0].from, 1U);
    QCOMPARE(code->cuts[0].kind, graph::CutKind::TypeChecking);
    // A facade that many import through is dearer than a lazy import of the module behind it.
    Files files { { "pkg/__init__.py", "from pkg.core import run\n" }, { "pkg/core.py", "import pkg\ndef run(): return pkg.run\n" } };
    for (int i = 0; i < 6; ++i)
        files["user" + std::to_string(i) + ".py"] = "from pkg import run\nrun()\n";
    const auto facade = testing::buildCodebase(files);
    QVERIFY(facade.has_value());
    QCOMPARE(facade->cuts.size(), std::size_t(1));
    QCOMPARE(facade->cuts[0].from, *facade->find("pkg/core.py"));
    QCOMPARE(facade->cuts[0].kind, graph::CutKind::Lazy);
}

void TestCuts::exactness()
{
    for (const int modules : { 16, 17 }) {
        Files files;
        for (int i = 0; i < modules; ++i)
            files["m" + std::to_string(i) + ".py"] = "import m" + std::to_string((i + 1) % modules) + "\n";
        const auto code = testing::buildCodebase(files);
        QVERIFY(code.has_value());
        QCOMPARE(code->cuts.size(), std::size_t(1));
        QCOMPARE(code->cuts[0].exact, modules == 16);
    }
}

QTEST_APPLESS_MAIN(TestCuts)
#include "tst_cuts.moc"
