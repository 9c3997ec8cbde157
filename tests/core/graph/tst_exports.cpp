// SPDX-FileCopyrightText: The Ferroscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
// Where an imported name is really defined: each row is a package, and user.py imports `Thing` from it.
#include "tests/support/codebase_builder.h"

#include <QTest>

using namespace ferroscope;
using Files = std::map<std::string, std::string>;
Q_DECLARE_METATYPE(Files)

class TestExports : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void definingModule_data();
    void definingModule();
    void order();
};

void TestExports::definingModule_data()
{
    QTest::addColumn<Files>("files");
    QTest::addColumn<QString>("definedIn");
    const auto row = [](const char* name, Files files, const char* definedIn) {
        files.emplace("user.py", "from pkg import Thing\n");
        files.emplace("pkg/_impl.py", "class Thing: pass\n");
        QTest::newRow(name) << files << QString::fromLatin1(definedIn);
    };
    row("defined there", { { "pkg/__init__.py", "class Thing: pass\n" } }, "pkg/__init__.py");
    row("re-export", { { "pkg/__init__.py", "from ._impl import Thing\n" } }, "pkg/_impl.py");
    row("renamed", { { "pkg/__init__.py", "from ._impl import Other as Thing\n" }, { "pkg/_impl.py", "def Other(): pass\n" } }, "pkg/_impl.py");
    row("chain", { { "pkg/__init__.py", "from .api import Thing as Thing\n" }, { "pkg/api/__init__.py", "from .v1 import Thing\n" },
        { "pkg/api/v1.py", "from .._impl import Thing\n" } }, "pkg/_impl.py");
    row("star", { { "pkg/__init__.py", "from ._impl import *\n" } }, "pkg/_impl.py");
    row("star of a star", { { "pkg/__init__.py", "from .api import *\n" }, { "pkg/api.py", "from ._impl import *\n__all__ = ['Thing']\n" } }, "pkg/_impl.py");
    row("star with an __all__ nobody can read", { { "pkg/__init__.py", "from .api import *\n" },
        { "pkg/api.py", "from . import _impl\nfrom ._impl import Thing\n__all__ = list(_impl.names)\n" } }, "pkg/_impl.py");
    row("type checking or Any", { { "pkg/__init__.py", "if TYPE_CHECKING:\n    from ._impl import Thing\nelse:\n    Thing = object\n" } }, "pkg/_impl.py");
    row("own fallback", { { "pkg/__init__.py", "try:\n    from _speedups import Thing\nexcept ImportError:\n    class Thing: pass\n" } }, "pkg/__init__.py");
    row("lazy table, name to module", { { "pkg/__init__.py", "_names = {'Thing': '._impl'}\ndef __getattr__(name): return load(name)\n" } }, "pkg/_impl.py");
    row("lazy table, absolute", { { "pkg/__init__.py", "_names = {'Thing': 'pkg._impl:Thing'}\ndef __getattr__(name): return load(name)\n" } }, "pkg/_impl.py");
    row("lazy table, module to names", { { "pkg/__init__.py", "_names = {'_impl': ['Other', 'Thing']}\ndef __getattr__(name): return load(name)\n" } }, "pkg/_impl.py");
    row("lazy_loader.attach", { { "pkg/__init__.py", "import lazy_loader as lazy\n__getattr__, __dir__, __all__ = lazy.attach(__name__, submod_attrs={'_impl': ['Thing']})\n" } }, "pkg/_impl.py");
    row("lazy_loader.attach_stub", { { "pkg/__init__.py", "import lazy_loader as lazy\n__getattr__, __dir__, __all__ = lazy.attach_stub(__name__, __file__)\n" },
        { "pkg/__init__.pyi", "from ._impl import Thing\n" } }, "pkg/_impl.py");
    row("lazy through a facade", { { "pkg/__init__.py", "_names = {'Thing': 'api'}\ndef __getattr__(name): return load(name)\n" },
        { "pkg/api.py", "from ._impl import Thing\n" } }, "pkg/_impl.py");
    row("circle", { { "pkg/__init__.py", "from .api import Thing\n" }, { "pkg/api.py", "from . import Thing\n" } }, "");
    row("from outside", { { "pkg/__init__.py", "from numpy import array as Thing\n" } }, "");
    row("nowhere", { { "pkg/__init__.py", "" } }, "");
}

void TestExports::definingModule()
{
    QFETCH(Files, files);
    QFETCH(QString, definedIn);
    const auto code = testing::buildCodebase(files);
    QVERIFY(code.has_value());
    QString found = QStringLiteral("no import");
    for (const graph::ImportedName& each : code->importedNames) {
        if (each.from != *code->find("user.py"))
            continue;
        QCOMPARE(each.via, *code->find("pkg/__init__.py")); // the edge stays what Python executes
        QCOMPARE(each.name, std::string_view("Thing"));
        found = each.definedIn == graph::kNone ? QString() : QString::fromStdString(code->modules[each.definedIn].file.path);
    }
    QCOMPARE(found, definedIn);
}

void TestExports::order()
{
    const auto code = testing::buildCodebase({ { "a.py", "from c import z, y\nfrom b import x\nfrom c import *\n" },
        { "b.py", "x = 1\n" }, { "c.py", "y = z = 1\n" }, { "d.py", "from b import x\n" } });
    QVERIFY(code.has_value());
    std::vector<std::string> rows;
    for (const graph::ImportedName& each : code->importedNames)
        rows.push_back(code->modules[each.from].file.path + " " + code->modules[each.via].file.path + " " + std::string(each.name));
    QCOMPARE(rows, (std::vector<std::string> { "a.py b.py x", "a.py c.py y", "a.py c.py z", "a.py c.py *", "d.py b.py x" }));
}

QTEST_APPLESS_MAIN(TestExports)
#include "tst_exports.moc"
