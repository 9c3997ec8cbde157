// SPDX-FileCopyrightText: The Ferroscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
// What lies beside a module: its stub, and native modules that it imports.
#include "core/graph/stub_hints.h"
#include "tests/support/codebase_builder.h"

#include <QtTest>

using namespace ferroscope;

namespace {

facts::FunctionIndex named(const graph::Module& module, std::string_view name)
{
    for (facts::FunctionIndex at = 0; at < module.facts->functions.size(); ++at) {
        if (module.facts->text(module.facts->functions[at].qualifiedName) == name)
            return at;
    }
    return 0;
}

} // namespace

class TestBesidePython : public QObject {
    Q_OBJECT
private slots:
    void aStubWinsFunctionByFunction();
    void stubPackagesApart();
    void nativeImports_data();
    void nativeImports();
};

void TestBesidePython::aStubWinsFunctionByFunction()
{
    const auto codebase = testing::buildCodebase({
        { "shop/__init__.py", "" },
        { "shop/core.py", "def price(x, y):\n    return x\n\n\ndef own(x: int) -> int:\n    return x\n\n\nclass A:\n    def m(self, x):\n        return x\n" },
        { "shop/core.pyi", "from typing import overload\n\n@overload\ndef price(x: int, y: int) -> int: ...\n@overload\ndef price(x: str, y: str) -> str: ...\n\nclass A:\n    def m(self, x: int) -> int: ...\n\ndef only_here(x: int): ...\n" },
    });
    QVERIFY(codebase.has_value());
    const graph::ModuleId id = *codebase->find("shop/core.py");
    const graph::Module& module = codebase->modules[id];
    QVERIFY(module.stub != graph::kNone);
    const graph::StubHints hints(*codebase, id);
    QCOMPARE(hints.of(named(module, "price")).slotCount, 3U);
    QCOMPARE(hints.of(named(module, "price")).exact, 3U); // the first overload
    QCOMPARE(hints.of(named(module, "own")).exact, 2U); // a partial stub leaves it its own
    QCOMPARE(hints.of(named(module, "A.m")).exact, 2U);
    QCOMPARE(hints.total().slotCount, 7U);
    QCOMPARE(hints.total().exact, 7U);
    const graph::ModuleId init = *codebase->find("shop/__init__.py");
    QCOMPARE(graph::StubHints(*codebase, init).total().slotCount, 0U);
}

void TestBesidePython::stubPackagesApart()
{
    // PEP 561: shop-stubs/core.pyi is named shop.core, as discovery does it.
    source::SourceSet sources;
    std::vector<std::shared_ptr<const facts::FileFacts>> facts;
    facts::Extractor extractor;
    for (const auto& [path, text] : std::map<std::string, std::string> { { "shop-stubs/core.pyi", "def price(x: int) -> int: ...\n" }, { "shop/core.py", "def price(x):\n    return x\n" } }) {
        sources.files.push_back(testing::sourceFile(path, text.size()));
        sources.files.back().module = "shop.core";
        facts.push_back(std::make_shared<const facts::FileFacts>(extractor.extract(text)));
    }
    const auto codebase = graph::link(std::move(sources), std::move(facts), {}, {});
    QVERIFY(codebase.has_value());
    const graph::ModuleId id = *codebase->find("shop/core.py");
    QCOMPARE(graph::StubHints(*codebase, id).total().exact, 2U);
}

void TestBesidePython::nativeImports_data()
{
    QTest::addColumn<QByteArray>("statement");
    QTest::addColumn<bool>("isNative");
    const auto row = [](const char* statement, bool isNative) { QTest::newRow(statement) << QByteArray(statement) << isNative; };
    row("import shop._fast", true);
    row("from shop import _fast", true);
    row("from shop._fast import price", true);
    row("from . import _fast", true);
    row("from ._fast import price as p", true);
    row("from .typed import price", true);
    row("from shop import slow", false);
    row("from .slow import price", false);
    row("import _fast", false);
    row("import numpy", false);
    row("from shop import price", false);
}

void TestBesidePython::nativeImports()
{
    QFETCH(QByteArray, statement);
    QFETCH(bool, isNative);
    const auto codebase = testing::buildCodebase({ { "shop/__init__.py", "" }, { "shop/_fast.pyx", "" }, { "shop/typed.pyx", "" },
        { "shop/typed.pyi", "def price(x: int) -> int: ...\n" }, { "shop/slow.py", "def price(x):\n    return x\n" }, { "shop/use.py", statement.toStdString() + "\n" } });
    QVERIFY(codebase.has_value());
    QCOMPARE(codebase->nativeImports.size(), isNative ? std::size_t(1) : std::size_t(0));
    if (isNative) {
        QCOMPARE(codebase->modules[codebase->nativeImports[0].module].file.path, std::string("shop/use.py"));
        QCOMPARE(codebase->nativeImports[0].line, 1U);
    }
}

QTEST_APPLESS_MAIN(TestBesidePython)
#include "tst_beside_python.moc"
