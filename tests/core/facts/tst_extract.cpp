// SPDX-FileCopyrightText: The Ferroscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
// What one file's walk records, construct by construct. Exact counts over real files: tst_oracle.cpp.
#include "core/facts/annotations.h"
#include "core/facts/codec.h"
#include "core/facts/extract.h"

#include <QTest>
#include <algorithm>
#include <cmath>

using namespace ferroscope::facts;

namespace {

FileFacts factsOf(const std::string& text)
{
    Extractor extractor;
    return extractor.extract(text);
}

const Function& named(const FileFacts& facts, std::string_view name)
{
    const auto at = std::find_if(facts.functions.begin(), facts.functions.end(),
        [&](const Function& function) { return facts.text(function.qualifiedName) == name; });
    Q_ASSERT(at != facts.functions.end());
    return *at;
}

const CallSite& called(const FileFacts& facts, std::string_view callee)
{
    const auto at = std::find_if(facts.calls.begin(), facts.calls.end(), [&](const CallSite& site) { return facts.text(site.callee) == callee; });
    Q_ASSERT(at != facts.calls.end());
    return *at;
}

} // namespace

class TestExtract : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void complexity_data()
    {
        // One construct per function; radon and ruff C901 as in reference tables of six tools.
        QTest::addColumn<QString>("body");
        QTest::addColumn<int>("radon");
        QTest::addColumn<int>("c901");
        QTest::newRow("plain") << "    pass\n" << 1 << 1;
        QTest::newRow("if") << "    if a: pass\n" << 2 << 2;
        QTest::newRow("elif") << "    if a: pass\n    elif b: pass\n    else: pass\n" << 3 << 3;
        QTest::newRow("for") << "    for x in a: pass\n" << 2 << 2;
        QTest::newRow("for-else") << "    for x in a: pass\n    else: pass\n" << 3 << 2;
        QTest::newRow("while-else") << "    while a: pass\n    else: pass\n" << 3 << 2;
        QTest::newRow("try") << "    try: pass\n    except E: pass\n" << 2 << 2;
        QTest::newRow("try-else") << "    try: pass\n    except E: pass\n    else: pass\n" << 3 << 3;
        QTest::newRow("try-finally") << "    try: pass\n    finally: pass\n" << 1 << 1;
        QTest::newRow("with") << "    with a: pass\n" << 1 << 1;
        QTest::newRow("and or") << "    return a and b or c\n" << 3 << 1;
        QTest::newRow("ternary") << "    return 1 if a else 2\n" << 2 << 1;
        QTest::newRow("comprehension") << "    return [x for y in a for x in y if x if y]\n" << 5 << 1;
        QTest::newRow("assert looks no deeper") << "    assert a and a > 1\n" << 2 << 1;
        QTest::newRow("match") << "    match a:\n        case 1: pass\n        case 2: pass\n        case _: pass\n" << 3 << 3;
        QTest::newRow("match with a guard") << "    match a:\n        case 1 if a: pass\n        case [x, y]: pass\n" << 3 << 3;
        QTest::newRow("closure") << "    def g():\n        if 1: pass\n    return g\n" << 1 << 3;
        QTest::newRow("class inside") << "    class C:\n        def m(self):\n            if self: pass\n" << 1 << 3;
    }
    void complexity()
    {
        QFETCH(QString, body);
        QFETCH(int, radon);
        QFETCH(int, c901);
        const FileFacts facts = factsOf("def f(a, b, c):\n" + body.toStdString());
        QCOMPARE(int(named(facts, "f").ccRadon), radon);
        QCOMPARE(int(named(facts, "f").ccC901), c901);
    }

    void hintGrades_data()
    {
        QTest::addColumn<QByteArray>("annotation");
        QTest::addColumn<int>("grade");
        QTest::newRow("any") << QByteArray("typing.Any") << int(HintGrade::Any);
        QTest::newRow("bare list") << QByteArray("list") << int(HintGrade::Loose);
        QTest::newRow("list of any") << QByteArray("list[Any]") << int(HintGrade::Loose);
        QTest::newRow("list of int") << QByteArray("list[int]") << int(HintGrade::Exact);
        QTest::newRow("quoted") << QByteArray("'Order'") << int(HintGrade::Exact);
        QTest::newRow("optional dict") << QByteArray("dict | None") << int(HintGrade::Loose);
        QTest::newRow("a name that only begins like one") << QByteArray("listing") << int(HintGrade::Exact);
    }
    void hintGrades()
    {
        QFETCH(QByteArray, annotation);
        QFETCH(int, grade);
        QCOMPARE(int(TypingNames().gradeOf(annotation.toStdString())), grade);
    }

    void slotsOfASignature()
    {
        const FileFacts facts = factsOf("class C:\n"
                                        "    def __init__(self, a: int, b): pass\n"
                                        "    @staticmethod\n    def s(x) -> int: pass\n"
                                        "    def m(self, *args: str, key=1, **rest) -> None: pass\n");
        QCOMPARE(named(facts, "C.__init__").hints.slotCount, 2U); // no return slot, no self
        QCOMPARE(named(facts, "C.__init__").hints.exact, 1U);
        QCOMPARE(named(facts, "C.s").hints.slotCount, 2U);
        QCOMPARE(named(facts, "C.m").hints.slotCount, 4U);
        QCOMPARE(named(facts, "C.m").hints.annotated(), 2U);
    }

    void frequenciesOfLoopsAndBranches()
    {
        const FileFacts facts = factsOf("def f(rows):\n"
                                        "    once()\n"
                                        "    for row in rows:\n"
                                        "        often(row)\n"
                                        "        if row is None:\n"
                                        "            raise never()\n"
                                        "    for i in range(4):\n"
                                        "        four(i)\n"
                                        "    if __debug__:\n        half()\n    else:\n        other()\n");
        QCOMPARE(called(facts, "once").frequency, 1.0F);
        QVERIFY(std::abs(called(facts, "often").frequency - 8.33F) < 0.01F);
        QVERIFY(called(facts, "never").frequency < called(facts, "often").frequency / 10);
        QCOMPARE(called(facts, "four").frequency, 4.0F);
        QCOMPARE(called(facts, "half").frequency, 0.5F);
        QCOMPARE(called(facts, "other").frequency, 0.5F);
        QVERIFY(called(facts, "often").is(kPerElement));
        QVERIFY(!called(facts, "once").is(kPerElement));
        QCOMPARE(int(named(facts, "f").loopDepth), 1);
    }

    void typeCheckingNeverRuns()
    {
        const FileFacts facts = factsOf("from typing import TYPE_CHECKING\n"
                                        "if TYPE_CHECKING:\n    from a import b\nelse:\n    import c\n"
                                        "try:\n    import d\nexcept ImportError:\n    d = None\n"
                                        "def f():\n    from . import e\n    import importlib\n    importlib.import_module('x.y')\n");
        QCOMPARE(facts.imports.size(), std::size_t { 7 });
        QCOMPARE(int(facts.imports[1].flags), int(kTypeChecking));
        QCOMPARE(int(facts.imports[2].flags), 0);
        QCOMPARE(int(facts.imports[3].flags), int(kConditional));
        QCOMPARE(int(facts.imports[4].flags), int(kLazy));
        QCOMPARE(int(facts.imports[4].level), 1);
        QVERIFY((facts.imports[6].flags & kDynamic) != 0);
        QCOMPARE(std::string(facts.text(facts.imports[6].module)), std::string("x.y"));
    }

    void storesAndReads()
    {
        const FileFacts facts = factsOf("CACHE = {}\ncount = 0\n"
                                        "def f(self, key):\n    global count\n    count += 1\n    CACHE[key] = self.size\n    self.last = local = key\n    return local\n");
        QCOMPARE(facts.stores.size(), std::size_t { 3 });
        QVERIFY(facts.stores[0].kind == Store::Kind::Global);
        QVERIFY(facts.stores[1].kind == Store::Kind::Subscript);
        QCOMPARE(std::string(facts.text(facts.stores[1].target)), std::string("CACHE"));
        QVERIFY(facts.stores[2].kind == Store::Kind::Attribute);
        std::vector<std::string> reads;
        for (const NameId id : named(facts, "f").reads)
            reads.emplace_back(facts.text(id));
        std::sort(reads.begin(), reads.end());
        QCOMPARE(reads, (std::vector<std::string> { "CACHE", "count" })); // neither parameters nor locals
    }

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

    void loopsSayKindNestingAndTurns()
    {
        const FileFacts facts = factsOf("async def f(rows, queue):\n"
                                        "    for row in rows:\n"
                                        "        while row:\n            pass\n"
                                        "        for i in range(4):\n            pass\n"
                                        "    async for item in queue:\n        pass\n"
                                        "    return [x for x in rows if x]\n");
        QCOMPARE(facts.loops.size(), std::size_t { 5 });
        const auto& loops = facts.loops;
        QVERIFY(loops[0].kind == LoopKind::For && loops[0].parent == kNone && !loops[0].isAsync);
        QVERIFY(std::abs(loops[0].turns - 8.33F) < 0.01F);
        QVERIFY(loops[1].kind == LoopKind::While && loops[1].parent == 0);
        QVERIFY(loops[1].turns < loops[0].turns && loops[1].turns > 1); // nested: fewer
        QVERIFY(loops[2].parent == 0 && loops[2].constantTrips);
        QVERIFY(loops[3].isAsync && loops[3].parent == kNone);
        QVERIFY(loops[4].kind == LoopKind::Comprehension && loops[4].turns > 1);
    }

    void operationClasses_data()
    {
        QTest::addColumn<QByteArray>("expression");
        QTest::addColumn<int>("op");
        QTest::addColumn<int>("places");
        const auto row = [](const char* expression, Op op, int places) {
            QTest::addRow("%s", expression) << QByteArray(expression) << static_cast<int>(op) << places;
        };
        row("a + b", Op::Arithmetic, 1);
        row("a + b", Op::IntegerArithmetic, 0);
        row("a + 1", Op::Arithmetic, 1);
        row("a + 1", Op::IntegerArithmetic, 1);
        row("7 * a // 2", Op::IntegerArithmetic, 2);
        row("a / 2", Op::FloatArithmetic, 1);
        row("a / 2", Op::IntegerArithmetic, 0);
        row("a * 0.5", Op::FloatArithmetic, 1);
        row("a & 1", Op::Bit, 1);
        row("a & 1", Op::IntegerArithmetic, 0);
        row("'%d' % 1", Op::StringBuild, 1);
        row("'%d' % 1", Op::IntegerArithmetic, 0);
        row("a < b < 3", Op::Compare, 2);
        row("a[1:2]", Op::Slice, 1);
        row("[a, (b,)]", Op::Container, 2);
        row("b'x' + a", Op::Bytes, 1);
        row("bytearray(a)", Op::Bytes, 1);
        row("struct.unpack('<I', a)", Op::Bytes, 1);
        row("int.from_bytes(a, 'big')", Op::Bytes, 1);
        row("'x'.join(a)", Op::Bytes, 0);
    }
    void operationClasses()
    {
        QFETCH(QByteArray, expression);
        QFETCH(int, op);
        QFETCH(int, places);
        const FileFacts facts = factsOf("def f(a, b):\n    return " + expression.toStdString() + "\n");
        QCOMPARE(int(named(facts, "f").ops.places(static_cast<Op>(op))), places);
    }

    void augmentedIntegersAreIntegers()
    {
        const FileFacts facts = factsOf("def f(a, b):\n    a += 1\n    b += a\n    a <<= 2\n");
        QCOMPARE(named(facts, "f").ops.places(Op::IntegerArithmetic), 1U);
        QCOMPARE(named(facts, "f").ops.places(Op::Arithmetic), 2U);
        QCOMPARE(named(facts, "f").ops.places(Op::Bit), 1U);
    }

    void argumentsHaveShapes()
    {
        const FileFacts facts = factsOf("class C:\n    def m(self, a):\n"
                                        "        f(self, a, a.b, a[0], 1, 's', b'x', None)\n"
                                        "        g([1], [x for x in a], h(a), lambda: 0, a + 1, *a, key=a.b, **a)\n"
                                        "        k(x for x in a)\n        n()\n");
        using S = ArgumentShape;
        const auto shapes = [&](std::string_view callee) {
            std::vector<int> all;
            for (unsigned at = 0; at < kMostShapes; ++at)
                all.push_back(static_cast<int>(called(facts, callee).shape(at)));
            return all;
        };
        const auto are = [](std::initializer_list<S> wanted) {
            std::vector<int> all;
            for (const S shape : wanted)
                all.push_back(static_cast<int>(shape));
            all.resize(kMostShapes, 0);
            return all;
        };
        QCOMPARE(shapes("f"), are({ S::Self, S::Name, S::Attribute, S::Subscript, S::Number, S::String, S::Bytes, S::Constant }));
        QCOMPARE(shapes("g"), are({ S::Container, S::Comprehension, S::Call, S::Lambda, S::Operation, S::Star, S::Attribute, S::Star }));
        QCOMPARE(shapes("k"), are({ S::Comprehension }));
        QCOMPARE(shapes("n"), are({}));
        QCOMPARE(int(called(facts, "g").arguments), 8);
        QCOMPARE(int(called(facts, "g").keywords), 1);
        QVERIFY(called(facts, "g").shape(kMostShapes) == S::None);
    }

    void exceptionsAndContexts()
    {
        const FileFacts facts = factsOf("def f(a):\n"
                                        "    for x in a:\n"
                                        "        try:\n            raise errors.Bad(x)\n"
                                        "        except (KeyError, os.error) as e:\n            raise\n"
                                        "        except:\n            raise a[0]\n"
                                        "    with open(a) as handle, lock:\n        pass\n"
                                        "async def g(self):\n    async with self.pool.get() as (x, y):\n        pass\n");
        std::string seen;
        for (const Exception& each : facts.exceptions)
            seen += std::to_string(each.line) + (each.kind == Exception::Kind::Caught ? "?" : each.kind == Exception::Kind::Raised ? "!" : "^") + std::string(facts.text(each.type)) + " ";
        QCOMPARE(seen, std::string("4!errors.Bad 5?KeyError 5?os.error 6^ 7? 8! "));
        QVERIFY(facts.exceptions[0].loop == 0);
        QVERIFY(facts.exceptions[3].frequency < facts.exceptions[0].frequency / 10); // in a handler
        QCOMPARE(facts.withItems.size(), std::size_t { 3 });
        const auto& items = facts.withItems;
        QCOMPARE(std::string(facts.text(items[0].context)), std::string("open"));
        QCOMPARE(std::string(facts.text(items[0].target)), std::string("handle"));
        QVERIFY(items[0].isCall && !items[0].isAsync && items[0].loop == kNone);
        QCOMPARE(std::string(facts.text(items[1].context)), std::string("lock"));
        QVERIFY(!items[1].isCall && items[1].target == 0);
        QCOMPARE(std::string(facts.text(items[2].context)), std::string("self.pool.get"));
        QVERIFY(items[2].isAsync && items[2].target == 0);
    }

    void linesOfEveryKind()
    {
        const FileFacts facts = factsOf("\"\"\"Doc.\n\nMore.\"\"\"\n# comment\n\nx = 1  # code\ny = '''a\n\nb'''\n");
        QCOMPARE(facts.lines.doc, 3U);
        QCOMPARE(facts.lines.comment, 1U);
        QCOMPARE(facts.lines.code, 4U); // the blank line inside the string is part of it
        QCOMPARE(facts.lines.blank, 1U);
        QCOMPARE(facts.lines.physical, 9U);
        QCOMPARE(facts.lines.logical, 3U);
    }

    void carriageReturnsEndLines()
    {
        QCOMPARE(factsOf("x = 1\ry = 2\r").lines.logical, 2U);
        QCOMPARE(factsOf("x = 1\r\ny = 2\r\n").lines.physical, 2U);
    }

    void brokenTextIsReportedAndTheRestCounted()
    {
        const FileFacts facts = factsOf("def good():\n    return 1\n\ndef bad(:\n    pass\n\ndef also_good():\n    return 2\n");
        QVERIFY(!facts.problems.empty());
        QVERIFY(facts.count(Count::Functions) >= 2);
    }

    void deepNestingIsCounted()
    {
        const FileFacts facts = factsOf("x = " + std::string(20'000, '[') + std::string(20'000, ']') + "\ndef f(): pass\n");
        QVERIFY(facts.count(Count::Functions) == 1 || !facts.problems.empty());
    }

    void codecGivesBackWhatWentIn()
    {
        const FileFacts facts = factsOf("import os\nclass A(B):\n    def m(self, x: int = []) -> str:\n        for y in x:\n            self.z = f(y, 'lit', y.q)\n        with a.b as c:\n            try:\n                raise E(1)\n            except E:\n                pass\n        return ''\nT = {'A': 'b'}\ndef __getattr__(n): pass\n");
        const std::string bytes = encode(facts);
        const auto back = decode(bytes);
        QVERIFY(back.has_value());
        QCOMPARE(encode(*back), bytes);
        QCOMPARE(std::string(back->text(back->functions.at(1).qualifiedName)), std::string("A.m"));
        QCOMPARE(back->exceptions.size(), std::size_t { 2 });
        QCOMPARE(std::string(back->text(back->withItems.at(0).target)), std::string("c"));
        QVERIFY(called(*back, "f").shape(1) == ArgumentShape::String);
        QCOMPARE(back->loops.at(0).turns, facts.loops.at(0).turns);
        // Damage of any kind is refused, never believed.
        for (std::size_t length = 0; length < bytes.size(); length += 7)
            QVERIFY(!decode(std::string_view(bytes).substr(0, length)).has_value());
        for (std::size_t at = 0; at < bytes.size(); ++at) {
            std::string damaged = bytes;
            damaged[at] = static_cast<char>(damaged[at] ^ 0x5A);
            const auto read = decode(damaged); // may be a different valid value, must not crash
            if (read)
                QVERIFY(read->functions.size() <= damaged.size());
        }
    }
};

QTEST_APPLESS_MAIN(TestExtract)
#include "tst_extract.moc"
