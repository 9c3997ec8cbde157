// SPDX-FileCopyrightText: The Ferroscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
// What one file's walk records, construct by construct. Exact counts over real files: tst_oracle.cpp.
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
        QTest::newRow("case that takes all, guarded") << "    match a:\n        case 1: pass\n        case _ if b: pass\n" << 2 << 3;
        QTest::newRow("case that takes all by a name") << "    match a:\n        case 1: pass\n        case other: pass\n" << 2 << 2;
        QTest::newRow("case of alternatives, one of them all") << "    match a:\n        case 1 | _: pass\n" << 2 << 1;
        QTest::newRow("case sequence") << "    match a:\n        case x, y: pass\n        case x,: pass\n" << 3 << 3;
        QTest::newRow("except star") << "    try: pass\n    except* E: pass\n    else: pass\n" << 1 << 3;
        QTest::newRow("two handlers") << "    try: pass\n    except E: pass\n    except F: pass\n" << 3 << 3;
        QTest::newRow("async for") << "    async for x in a: pass\n" << 2 << 2;
        QTest::newRow("lambda with a ternary") << "    return lambda x=1 if a else 2: x if b else c\n" << 3 << 1;
        QTest::newRow("not and comparison chain") << "    return not a < b < c\n" << 1 << 1;
        QTest::newRow("walrus in an if") << "    if (x := a): pass\n" << 2 << 2;
        QTest::newRow("default of a closure") << "    def g(x=a or b): pass\n" << 1 << 2;
        QTest::newRow("decorated closure") << "    @d(a or b)\n    def g(): pass\n" << 1 << 2;
        QTest::newRow("loops in a class body inside") << "    class C:\n        for x in a: pass\n" << 1 << 2;
        QTest::newRow("generator with two ifs") << "    return all(x for x in a if x if x > 1)\n" << 4 << 1;
        QTest::newRow("dict comprehension") << "    return {x: y for x, y in a}\n" << 2 << 1;
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

    void cognitive_data()
    {
        // Appendix B of the definition, construct by construct; +n is what nesting adds.
        QTest::addColumn<QString>("body");
        QTest::addColumn<int>("own");
        QTest::addColumn<int>("nested"); // of a function g inside, -1: there is none
        QTest::newRow("plain") << "    return a\n" << 0 << -1;
        QTest::newRow("if, elif, else") << "    if a: pass\n    elif b: pass\n    else: pass\n" << 3 << -1;
        QTest::newRow("if in if in if") << "    if a:\n        if b:\n            if c: pass\n" << 6 << -1;
        QTest::newRow("if in else") << "    if a: pass\n    else:\n        if b: pass\n" << 4 << -1;
        QTest::newRow("if in elif") << "    if a: pass\n    elif b:\n        if c: pass\n" << 4 << -1;
        QTest::newRow("loop with else") << "    for x in a: pass\n    else:\n        if b: pass\n" << 4 << -1;
        QTest::newRow("while with if and else") << "    while a:\n        if b: pass\n        else: pass\n" << 4 << -1;
        QTest::newRow("try and finally are free") << "    try:\n        if a: pass\n    finally:\n        if b: pass\n" << 2 << -1;
        QTest::newRow("handlers nest") << "    try: pass\n    except E:\n        if a: pass\n    except F: pass\n" << 4 << -1;
        QTest::newRow("else of try") << "    try: pass\n    except E: pass\n    else:\n        if a: pass\n" << 4 << -1;
        QTest::newRow("with is free") << "    with a:\n        if b: pass\n" << 1 << -1;
        QTest::newRow("match costs one, cases nothing") << "    match a:\n        case 1:\n            if b: pass\n        case _: pass\n" << 3 << -1;
        QTest::newRow("ternary") << "    return a if b else c\n" << 1 << -1;
        QTest::newRow("ternary in ternary") << "    return a if b else (b if c else a)\n" << 3 << -1;
        QTest::newRow("ternary in a condition") << "    return a if (b if c else a) else b\n" << 3 << -1;
        QTest::newRow("one operator") << "    return a and b and c and a\n" << 1 << -1;
        QTest::newRow("operator changes") << "    return a and b or c and a\n" << 3 << -1;
        QTest::newRow("and back again") << "    return a and b or c and a or b\n" << 4 << -1;
        QTest::newRow("parenthesis") << "    return a and (b or c)\n" << 2 << -1;
        QTest::newRow("not begins anew") << "    return a and not (b and c)\n" << 2 << -1;
        QTest::newRow("recursion") << "    if a: return f(a, b, c)\n" << 2 << -1;
        QTest::newRow("recursion twice") << "    return f(a, b, f(a, b, c))\n" << 1 << -1;
        QTest::newRow("somebody else's f") << "    return a.f(b)\n" << 0 << -1;
        QTest::newRow("lambda nests") << "    return lambda x: a if x else b\n" << 2 << -1;
        QTest::newRow("closure nests and counts for itself") << "    if a: pass\n    def g():\n        if b: pass\n" << 1 << 2;
        QTest::newRow("closure in an if") << "    if a:\n        def g():\n            if b: pass\n" << 1 << 3;
        QTest::newRow("wrapper") << "    def g():\n        if a: pass\n    return g\n" << 0 << 1;
        QTest::newRow("wrapper that decides") << "    def g():\n        if a: pass\n    return g if b else c\n" << 1 << 2;
        QTest::newRow("jumps are free") << "    while a:\n        if b: break\n        elif c: continue\n" << 4 << -1;
        QTest::newRow("comprehensions are free") << "    return [x for x in a if x]\n" << 0 << -1;
    }
    void cognitive()
    {
        QFETCH(QString, body);
        QFETCH(int, own);
        QFETCH(int, nested);
        const FileFacts facts = factsOf("def f(a, b, c):\n" + body.toStdString());
        QCOMPARE(int(named(facts, "f").cognitive), own);
        if (nested >= 0)
            QCOMPARE(int(named(facts, "f.g").cognitive), nested);
    }

    void methodsRecurseThroughSelf()
    {
        const FileFacts facts = factsOf("class C:\n    def a(self): self.a()\n    def b(self): b()\n    def c(self): self.x.c()\n    @classmethod\n    def d(cls): cls.d()\n");
        QVERIFY(named(facts, "C.a").is(kRecursive));
        QVERIFY(!named(facts, "C.b").is(kRecursive));
        QVERIFY(!named(facts, "C.c").is(kRecursive));
        QVERIFY(named(facts, "C.d").is(kRecursive));
        // A method begins at level 0 wherever its class stands.
        const FileFacts inside = factsOf("def f():\n    if a:\n        class C:\n            def m(self):\n                if b: pass\n");
        QCOMPARE(int(named(inside, "f.C.m").cognitive), 1);
    }

    void bareAndBroadHandlers()
    {
        const FileFacts facts = factsOf("try: a\nexcept:  # why\n    b\ntry: a\nexcept Exception as e: b\ntry: a\nexcept ExceptionGroup: b\ntry: a\nexcept OSError: b\n");
        QCOMPARE(facts.sites.size(), std::size_t { 2 });
        QVERIFY(facts.sites[0].kind == SiteKind::BareExcept && facts.sites[0].line == 2);
        QVERIFY(facts.sites[1].kind == SiteKind::BroadExcept && facts.sites[1].line == 5);
    }

    void constantTrips_data()
    {
        QTest::addColumn<QByteArray>("iterable");
        QTest::addColumn<bool>("constant");
        QTest::addColumn<float>("turns");
        QTest::newRow("tuple without parentheses") << QByteArray("1, 2, 3") << true << 3.0F;
        QTest::newRow("tuple") << QByteArray("(1, 2)") << true << 2.0F;
        QTest::newRow("list with comments") << QByteArray("[1,  # one\n  2]") << true << 2.0F;
        QTest::newRow("unpacked") << QByteArray("[*a, 1]") << false << 8.33F;
        QTest::newRow("a name") << QByteArray("a") << false << 8.33F;
    }
    void constantTrips()
    {
        QFETCH(QByteArray, iterable);
        QFETCH(bool, constant);
        QFETCH(float, turns);
        const FileFacts facts = factsOf(("def f():\n  for x in " + iterable + ":\n    g()\n").toStdString());
        QCOMPARE(facts.loops.at(0).constantTrips, constant);
        QCOMPARE(called(facts, "g").frequency, turns);
    }

    void storesToOuterNames()
    {
        const FileFacts facts = factsOf("def f():\n    n = 0\n    def g(self):\n        nonlocal n\n        global m\n        n += 1\n        m = 2\n        self.x -= 1\n        self.y = 1\n        self.z[0] *= 2\n");
        QCOMPARE(facts.stores.size(), std::size_t { 5 });
        const auto is = [&](std::size_t at, Store::Kind kind, bool augmented) { return facts.stores[at].kind == kind && facts.stores[at].augmented == augmented; };
        QVERIFY(is(0, Store::Kind::Nonlocal, true));
        QVERIFY(is(1, Store::Kind::Global, false));
        QVERIFY(is(2, Store::Kind::Attribute, true));
        QVERIFY(is(3, Store::Kind::Attribute, false));
        QVERIFY(is(4, Store::Kind::Subscript, true));
    }

    void formattedStringsAsAstCountsThem()
    {
        QCOMPARE(factsOf("x = f'a' 'b' f'{c}'\ny = f'{f\"{d}\"}'\nz = t'{e}'\n").count(Count::FStrings), 3U);
    }

    void functionsEndWithTheirLastStatement()
    {
        const FileFacts facts = factsOf("def f():\n    pass\n\n    # after\n\ndef g():\n    return (1,\n            2)  # last\n    # after\n");
        QCOMPARE(named(facts, "f").endLine, 2U);
        QCOMPARE(named(facts, "g").endLine, 8U);
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
        QCOMPARE(facts.problems.size(), std::size_t { 1 });
        QCOMPARE(facts.problems[0].line, 4U);
        QCOMPARE(facts.errorLines, 1U);
        QCOMPARE(facts.count(Count::Functions), 3U);
        QCOMPARE(facts.count(Count::Returns), 2U);
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
