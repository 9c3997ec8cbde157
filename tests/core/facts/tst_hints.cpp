// SPDX-FileCopyrightText: The Ferroscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
// Type hints: slots and grades, overloads, type comments, names as the imports of the file bind them.
#include "core/facts/annotations.h"
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

const Function& named(const FileFacts& facts, std::string_view name)
{
    const auto at = std::find_if(facts.functions.begin(), facts.functions.end(),
        [&](const Function& function) { return facts.text(function.qualifiedName) == name; });
    Q_ASSERT(at != facts.functions.end());
    return *at;
}

} // namespace

class TestHints : public QObject {
    Q_OBJECT
private Q_SLOTS:
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
        QTest::newRow("words that say no type") << QByteArray("'not a type'") << int(HintGrade::Exact);
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

    void namesInHintsAreResolved_data()
    {
        QTest::addColumn<QByteArray>("imports");
        QTest::addColumn<QByteArray>("annotation");
        QTest::addColumn<int>("grade");
        QTest::newRow("alias of Any") << QByteArray("from typing import Any as A") << QByteArray("A") << int(HintGrade::Any);
        QTest::newRow("alias of typing") << QByteArray("import typing as t") << QByteArray("t.Any") << int(HintGrade::Any);
        QTest::newRow("alias inside") << QByteArray("import typing as t") << QByteArray("t.List[t.Any]") << int(HintGrade::Loose);
        QTest::newRow("bare alias") << QByteArray("from typing import List as L") << QByteArray("L") << int(HintGrade::Loose);
        QTest::newRow("somebody else's Any") << QByteArray("from orders import Any") << QByteArray("Any") << int(HintGrade::Exact);
        QTest::newRow("own class List") << QByteArray("class List: pass") << QByteArray("List") << int(HintGrade::Exact);
        QTest::newRow("literal") << QByteArray("from typing import Literal") << QByteArray("Literal['list', 'Any']") << int(HintGrade::Exact);
        QTest::newRow("quoted") << QByteArray("from typing import Any") << QByteArray("'list[Any]'") << int(HintGrade::Loose);
        QTest::newRow("abstract") << QByteArray("import collections.abc") << QByteArray("collections.abc.Sequence") << int(HintGrade::Loose);
    }
    void namesInHintsAreResolved()
    {
        QFETCH(QByteArray, imports);
        QFETCH(QByteArray, annotation);
        QFETCH(int, grade);
        const FileFacts facts = factsOf((imports + "\ndef f(x: " + annotation + "): pass\n").toStdString());
        const HintCounts& hints = named(facts, "f").hints;
        QCOMPARE(hints.slotCount, 2U);
        QCOMPARE(hints.annotated(), 1U);
        QCOMPARE(hints.any, grade == int(HintGrade::Any) ? 1U : 0U);
        QCOMPARE(hints.loose, grade == int(HintGrade::Loose) ? 1U : 0U);
        QCOMPARE(hints.exact, grade == int(HintGrade::Exact) ? 1U : 0U);
    }

    void implementationsOfOverloadsHaveNoSlots()
    {
        const FileFacts facts = factsOf("from typing import overload\nclass C:\n    @overload\n    def m(self, a: int) -> int: ...\n    @overload\n    def m(self, a: str) -> str: ...\n"
                                        "    def m(self, a): return a\n    def n(self, a): pass\ndef m(a): pass\n");
        QCOMPARE(facts.functions.at(3).hints.slotCount, 0U);
        QCOMPARE(facts.functions.at(1).hints.slotCount, 2U);
        QCOMPARE(facts.functions.at(4).hints.slotCount, 2U); // another name
        QCOMPARE(facts.functions.at(5).hints.slotCount, 2U); // another scope
        QCOMPARE(facts.hints.slotCount, 8U);
    }

    void typeCommentsAreHints_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<int>("slotCount");
        QTest::addColumn<int>("exact");
        QTest::addColumn<int>("loose");
        QTest::newRow("after the head") << QByteArray("def f(a, b):  # type: (int, str) -> bool\n    pass\n") << 3 << 3 << 0;
        QTest::newRow("below the head") << QByteArray("def f(a, b):\n    # type: (int, list) -> bool\n    pass\n") << 3 << 2 << 1;
        QTest::newRow("by parameter") << QByteArray("def f(a,  # type: int\n      b,  # type: dict\n      ):\n    # type: (...) -> bool\n    pass\n") << 3 << 2 << 1;
        QTest::newRow("not said") << QByteArray("def f(a, b):\n    # type: (...) -> bool\n    pass\n") << 3 << 1 << 2;
        QTest::newRow("ignored") << QByteArray("def f(a, b):  # type: ignore\n    pass\n") << 3 << 0 << 0;
        QTest::newRow("stars") << QByteArray("def f(*a, **b):  # type: (*int, **str) -> bool\n    pass\n") << 3 << 3 << 0;
    }
    void typeCommentsAreHints()
    {
        QFETCH(QByteArray, text);
        const FileFacts facts = factsOf(text.toStdString());
        QTEST(int(named(facts, "f").hints.slotCount), "slotCount");
        QTEST(int(named(facts, "f").hints.exact), "exact");
        QTEST(int(named(facts, "f").hints.loose), "loose");
    }
};

QTEST_APPLESS_MAIN(TestHints)
#include "tst_hints.moc"
