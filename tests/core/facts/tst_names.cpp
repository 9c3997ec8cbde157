// SPDX-FileCopyrightText: The Ferroscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
// Flags of imports, attributes read through names, tables of lazy packages.
#include "core/facts/extract.h"

#include <QTest>
#include <algorithm>

using namespace ferroscope::facts;

namespace {

FileFacts factsOf(const std::string& text)
{
    Extractor extractor;
    return extractor.extract(text);
}

} // namespace

class TestNames : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void importFlags_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<int>("flags");
        const auto row = [](const char* name, const char* text, int flags) { QTest::newRow(name) << QByteArray(text) << flags; };
        row("plain", "import a\n", 0);
        row("function", "def f():\n    import a\n", kLazy);
        row("function under a condition", "try:\n    def f():\n        import a\nexcept E: pass\n", kLazy | kConditional);
        row("method under else", "if x: pass\nelse:\n    class C:\n        def f(self):\n            import a\n", kLazy | kConditional);
        row("lambda", "f = lambda: __import__('a')\n", kLazy | kDynamic);
        row("type checking", "if t.TYPE_CHECKING:\n    import a\n", kTypeChecking);
        row("else of type checking", "if TYPE_CHECKING:\n    pass\nelse:\n    import a\n", 0);
        row("else of not type checking", "if not TYPE_CHECKING:\n    pass\nelse:\n    import a\n", kTypeChecking);
        row("star in finally", "try: pass\nfinally:\n    from a import *\n", kStar | kConditional);
    }
    void importFlags()
    {
        QFETCH(QByteArray, text);
        QFETCH(int, flags);
        const FileFacts facts = factsOf(text.toStdString());
        QCOMPARE(facts.imports.size(), std::size_t { 1 });
        QCOMPARE(int { facts.imports[0].flags }, flags);
    }

    void attributeReads()
    {
        const FileFacts facts = factsOf("def f(self, car, row):\n    self.x = car.speed + car.speed\n    for wheel in car.wheels:\n"
                                        "        wheel.turn()\n        row.count = wheel.size\n    return self.x\ncar.speed\n");
        std::vector<std::pair<std::string, float>> reads;
        for (const AttributeReads& each : facts.attributeReads)
            reads.emplace_back(facts.text(each.object), each.expected);
        std::sort(reads.begin(), reads.end());
        QCOMPARE(reads.size(), std::size_t { 2 }); // no call of a method, no store, not self, not at module level
        QCOMPARE(reads[0], std::pair(std::string("car"), 3.F));
        QCOMPARE(reads[1].first, std::string("wheel"));
        QVERIFY(std::abs(reads[1].second - 8.33F) < 0.01F);
    }

    void lazyNames_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QByteArray>("pairs");
        const QByteArray end = "def __getattr__(name):\n    return load(name)\n";
        QTest::newRow("name to module") << "_lazy = {'A': '._a', \"B\": 'pkg.b'}\n" + end << QByteArray("A=._a B=pkg.b ");
        QTest::newRow("module to names") << "_lazy = {'_a': ['A', 'B'], 'b': ('C',)}\n" + end << QByteArray("_a=A _a=B b=C ");
        QTest::newRow("by subscript") << "_lazy = {}\n_lazy['m'] = ['A']\n" + end << QByteArray("m=A ");
        QTest::newRow("attach") << QByteArray("x = lazy.attach(__name__, submod_attrs={'m': ['A']})\n") << QByteArray("m=A ");
        QTest::newRow("not lazy") << QByteArray("_names = {'A': '._a'}\n") << QByteArray();
        QTest::newRow("method of a class") << QByteArray("_names = {'A': 'b'}\nclass C:\n    def __getattr__(self, n): pass\n") << QByteArray();
        QTest::newRow("in a function") << "def f():\n    t = {'A': 'b'}\n" + end << QByteArray();
        QTest::newRow("no strings") << "t = {'A': 1, 2: 'b', 'C': f'd', **e}\n" + end << QByteArray();
    }
    void lazyNames()
    {
        QFETCH(QByteArray, text);
        QFETCH(QByteArray, pairs);
        const FileFacts facts = factsOf(text.toStdString());
        std::string found;
        for (const LazyName& each : facts.lazyNames)
            found += std::string(facts.text(each.key)) + "=" + std::string(facts.text(each.value)) + " ";
        QCOMPARE(found, pairs.toStdString());
    }
};

QTEST_APPLESS_MAIN(TestNames)
#include "tst_names.moc"
