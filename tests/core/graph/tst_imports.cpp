// SPDX-FileCopyrightText: The Ferroscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
// What import statements mean: each row is a small repository and the edges it must have.
#include "tests/support/codebase_builder.h"

#include <QTest>

using namespace ferroscope;
using Files = std::map<std::string, std::string>;
Q_DECLARE_METATYPE(Files)

namespace {

// "from -> to [flags]" per edge, "from => target" per external import, "from !line" per unresolved one.
QStringList described(const graph::Codebase& code)
{
    QStringList rows;
    const auto path = [&](graph::ModuleId id) { return QString::fromStdString(code.modules[id].file.path); };
    for (const graph::ImportEdge& edge : code.imports) {
        QString row = path(edge.from) + QStringLiteral(" -> ") + path(edge.to);
        const std::pair<int, const char*> flags[] = { { facts::kTypeChecking, " tc" }, { facts::kLazy, " lazy" },
            { facts::kConditional, " cond" }, { facts::kStar, " star" }, { facts::kDynamic, " dyn" } };
        for (const auto& [flag, name] : flags)
            row += (edge.flags & flag) != 0 ? QString::fromLatin1(name) : QString();
        rows << row;
    }
    for (const graph::ExternalImport& import : code.externalImports)
        rows << path(import.module) + QStringLiteral(" => ") + QString::fromStdString(import.target);
    for (const auto& [module, line] : code.unresolvedImports)
        rows << path(module) + QStringLiteral(" !") + QString::number(line);
    return rows;
}

} // namespace

class TestImports : public QObject {
    Q_OBJECT
private slots:
    void edges_data();
    void edges();
    void namesAndFans();
    void stubs();
    void dynamicWithoutLiteral();
    void testsOfModules();
};

void TestImports::edges_data()
{
    QTest::addColumn<Files>("files");
    QTest::addColumn<QStringList>("expected");
    const auto row = [](const char* name, Files files, const QStringList& expected) {
        QTest::newRow(name) << std::move(files) << expected;
    };
    const auto s = [](const char* text) { return QString::fromLatin1(text); };

    row("plain import of a submodule, none of its packages",
        { { "p/__init__.py", "" }, { "p/q/__init__.py", "" }, { "p/q/m.py", "" }, { "main.py", "import p.q.m\n" } },
        { s("main.py -> p/q/m.py") });
    row("from-import: submodule before attribute",
        { { "p/__init__.py", "x = 1\n" }, { "p/m.py", "" }, { "main.py", "from p import m, x\n" } },
        { s("main.py -> p/__init__.py"), s("main.py -> p/m.py") });
    row("star", { { "p.py", "" }, { "main.py", "from p import *\n" } }, { s("main.py -> p.py star") });
    row("relative levels",
        { { "p/__init__.py", "" }, { "p/a.py", "" }, { "p/q/__init__.py", "from ..a import f\nfrom .m import g\n" },
            { "p/q/m.py", "from ... import beyond\nfrom . import other\nfrom .. import a\n" } },
        { s("p/q/__init__.py -> p/a.py"), s("p/q/__init__.py -> p/q/m.py"), s("p/q/m.py -> p/a.py"),
            s("p/q/m.py -> p/q/__init__.py"), s("p/q/m.py !1") });
    row("a package refers to its own submodule",
        { { "p/__init__.py", "from . import m\n" }, { "p/m.py", "import p\n" } },
        { s("p/__init__.py -> p/m.py"), s("p/m.py -> p/__init__.py") });
    row("an import of itself is no edge", { { "p/__init__.py", "import p\nfrom . import nothing\n" } }, {});
    row("type checking, its else, lazy, conditional",
        { { "a.py", "" }, { "b.py", "" }, { "c.py", "" }, { "d.py", "" },
            { "main.py",
                "from typing import TYPE_CHECKING\nif TYPE_CHECKING:\n    import a\nelse:\n    import b\ndef f():\n    "
                "import c\ntry:\n    import d\nexcept ImportError:\n    pass\n" } },
        { s("main.py -> a.py tc"), s("main.py -> b.py"), s("main.py -> c.py lazy"), s("main.py -> d.py cond"),
            s("main.py => typing.TYPE_CHECKING") });
    row("a flag holds only if all statements have it",
        { { "a.py", "" }, { "main.py", "def f():\n    import a\nimport a\n" } }, { s("main.py -> a.py") });
    row("import_module and __import__",
        { { "a.py", "" }, { "p/__init__.py", "" },
            { "p/b.py", "import importlib\nimportlib.import_module('.c', __package__)\n__import__('a')\n" },
            { "p/c.py", "" } },
        { s("p/b.py -> a.py dyn"), s("p/b.py -> p/c.py dyn"), s("p/b.py => importlib") });
    row("namespace packages: known, no module",
        { { "ns/part/leaf.py", "" },
            { "main.py", "import ns.part\nfrom ns.part.leaf import q\nimport ns.elsewhere\n" } },
        { s("main.py -> ns/part/leaf.py"), s("main.py => ns.elsewhere") });
    row("missing leaf of a package of ours",
        { { "p/__init__.py", "" }, { "main.py", "import p.missing\nfrom p.missing import x\n" } },
        { s("main.py !1"), s("main.py !2") });
    row("externals as far as the statement says",
        { { "main.py", "import os.path as p, numpy\nfrom numpy.linalg import norm\nfrom flask import *\n" } },
        { s("main.py => numpy"), s("main.py => os.path"), s("main.py => numpy.linalg.norm"), s("main.py => flask") });
    row("src layout", { { "src/p/__init__.py", "" }, { "src/p/m.py", "from p import n\n" }, { "src/p/n.py", "" } },
        { s("src/p/m.py -> src/p/n.py") });
    row("a script finds its siblings",
        { { "tools/run.py", "import helper\nfrom kit.one import x\n" }, { "tools/helper.py", "" },
            { "tools/kit/__init__.py", "" }, { "tools/kit/one.py", "" } },
        { s("tools/run.py -> tools/helper.py"), s("tools/run.py -> tools/kit/one.py") });
    row("a module of a package does not",
        { { "p/__init__.py", "" }, { "p/run.py", "import helper\n" }, { "p/helper.py", "" } },
        { s("p/run.py => helper") });
    row("of two files of one name the nearer",
        { { "a/conftest.py", "" }, { "src/conftest.py", "" }, { "src/x.py", "import conftest\n" } },
        { s("src/x.py -> src/conftest.py") });
    row("unreadable files are left out", { { "a.py", "<unreadable>" }, { "b.py", "import a\n" } }, { s("b.py => a") });
}

void TestImports::edges()
{
    QFETCH(Files, files);
    QFETCH(QStringList, expected);
    const auto code = testing::buildCodebase(files);
    QVERIFY(code.has_value());
    QCOMPARE(described(*code), expected);
}

void TestImports::namesAndFans()
{
    const auto code = testing::buildCodebase({ { "all.py", "__all__ = ['a', 'b', 'c']\na = b = c = 1\n" },
        { "main.py",
            "from all import *\nfrom all import a\nfrom typing import TYPE_CHECKING\nif TYPE_CHECKING:\n    import "
            "other\n" },
        { "other.py", "import all\n" } });
    QVERIFY(code.has_value());
    QCOMPARE(code->imports[0].names, 4U); // three by star, one by name
    QCOMPARE(code->imports[0].line, 1U);
    const auto& all = code->modules[*code->find("all.py")];
    const auto& main = code->modules[*code->find("main.py")];
    const auto& other = code->modules[*code->find("other.py")];
    QCOMPARE(all.fanIn, 2U);
    QCOMPARE(main.fanOut, 1U); // type checking left out
    QCOMPARE(other.fanIn, 0U);
    QCOMPARE(other.fanOut, 1U);
}

void TestImports::stubs()
{
    const auto code
        = testing::buildCodebase({ { "fast.pyi", "import os\ndef f() -> int: ...\n" }, { "slow.py", "def g(): pass\n" },
            { "slow.pyi", "import re\ndef g() -> int: ...\n" }, { "main.py", "import fast, slow\n" } });
    QVERIFY(code.has_value());
    QCOMPARE(described(*code),
        (QStringList { QStringLiteral("main.py -> fast.pyi"), QStringLiteral("main.py -> slow.py"),
            QStringLiteral("fast.pyi => os") }));
    QCOMPARE(code->modules[*code->find("slow.py")].stub, *code->find("slow.pyi"));
    QCOMPARE(code->modules[*code->find("main.py")].stub, graph::kNone);
}

void TestImports::dynamicWithoutLiteral()
{
    const auto code = testing::buildCodebase(
        { { "main.py", "import importlib\ndef f(n):\n    importlib.import_module(n)\n    __import__('x' + n)\n" } });
    QVERIFY(code.has_value());
    QCOMPARE(code->dynamicImports, std::size_t(2));
}

void TestImports::testsOfModules()
{
    const auto code = testing::buildCodebase({ { "shop/__init__.py",
                                                   "from .order import Order\nfrom .cart import Cart\n" },
        { "shop/order.py", "class Order: pass\n" }, { "shop/cart.py", "from .price import total\nclass Cart: pass\n" },
        { "shop/price.py", "def total(): pass\n" }, { "tests/test_direct.py", "import shop.price\n" },
        { "tests/test_facade.py", "from shop import Order\n" }, { "tests/test_whole.py", "import shop\n" } });
    QVERIFY(code.has_value());
    const auto testsOf = [&](const char* path) {
        QStringList paths;
        for (const graph::ModuleId id : code->modules[*code->find(path)].tests)
            paths << QString::fromStdString(code->modules[id].file.path);
        return paths;
    };
    QCOMPARE(testsOf("shop/price.py"), QStringList { QStringLiteral("tests/test_direct.py") });
    QCOMPARE(testsOf("shop/order.py"),
        (QStringList { QStringLiteral("tests/test_facade.py"), QStringLiteral("tests/test_whole.py") }));
    QCOMPARE(testsOf("shop/cart.py"), QStringList { QStringLiteral("tests/test_whole.py") });
    QCOMPARE(testsOf("tests/test_whole.py"), QStringList {});
}

QTEST_APPLESS_MAIN(TestImports)
#include "tst_imports.moc"
