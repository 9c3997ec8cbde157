// SPDX-FileCopyrightText: The Ferroscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
// Text of other Python versions and broken text: what is respelled, what is lost, what stays.
#include "core/syntax/logical_lines.h"
#include "core/syntax/repair.h"
#include "core/syntax/spellings.h"

#include <QTest>
#include <algorithm>
#include <string>

using namespace ferroscope::syntax;

namespace {

Repaired repaired(const std::string& text)
{
    Parser parser;
    std::vector<Rows> errors;
    {
        const auto tree = parser.parse(text);
        if (tree)
            errors = errorRows(*tree);
    }
    return repair(parser, text, &errors);
}

bool isWhole(const std::string& text)
{
    Parser parser;
    const auto tree = parser.parse(text);
    return tree && !tree->root().hasError();
}

} // namespace

class TestRepair : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void linesOfAnyText_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QByteArrayList>("lines");
        QTest::newRow("brackets go on") << QByteArray("f(a,\n  b)\nc\n") << QByteArrayList { "f(a,\n  b)", "c" };
        QTest::newRow("strings hide brackets") << QByteArray("x = '(' # (\ny = \"\"\"\n(\n\"\"\"\nz\n") << QByteArrayList { "x = '('", "y = \"\"\"\n(\n\"\"\"", "z" };
        QTest::newRow("backslash") << QByteArray("x = \\\n  1\ny\n") << QByteArrayList { "x = \\\n  1", "y" };
        QTest::newRow("an open bracket ends before a statement") << QByteArray("f(a\nreturn b\n") << QByteArrayList { "f(a", "return b" };
        QTest::newRow("an open bracket ends at less indentation") << QByteArray("  f(a,\n    b\n  c = d\n  e\n") << QByteArrayList { "f(a,\n    b", "c = d", "e" };
        QTest::newRow("an open head ends at its colon") << QByteArray("def f(:\n  a\nb\n") << QByteArrayList { "def f(:", "a", "b" };
        QTest::newRow("an open string ends with its row") << QByteArray("x = 'a\ny\n") << QByteArrayList { "x = 'a", "y" };
        QTest::newRow("open triple quotes end with their row") << QByteArray("x = '''a\ny\n") << QByteArrayList { "x = '''a", "y" };
        QTest::newRow("nothing") << QByteArray("\n# only\n   \n") << QByteArrayList {};
    }
    void linesOfAnyText()
    {
        QFETCH(QByteArray, text);
        QFETCH(QByteArrayList, lines);
        QByteArrayList got;
        const std::string bytes = text.toStdString();
        for (const LogicalLine& line : logicalLines(bytes)) {
            got += text.mid(qsizetype(line.begin), qsizetype(line.codeEnd - line.begin));
            QCOMPARE(line.firstRow, std::uint32_t(std::count(bytes.begin(), bytes.begin() + std::ptrdiff_t(line.begin), '\n')));
            QCOMPARE(line.lastRow, std::uint32_t(std::count(bytes.begin(), bytes.begin() + std::ptrdiff_t(line.end), '\n')));
        }
        QCOMPARE(got, lines);
    }

    void otherVersionsAreRespelled_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QByteArray>("parsed");
        QTest::newRow("backquotes") << QByteArray("x = `y` + `f(`z`)`\n") << QByteArray("x = (y) + (f((z)))\n");
        QTest::newRow("exec of an expression") << QByteArray("exec f(x) in d\n") << QByteArray("del  f(x) in d\n");
        QTest::newRow("async as a name") << QByteArray("x.async = async\n") << QByteArray("x.asyn_ = asyn_\n");
        QTest::newRow("await as an attribute") << QByteArray("y = x.await\n") << QByteArray("y = x.awai_\n");
        QTest::newRow("True as a name") << QByteArray("True = 1\n") << QByteArray("Tru_ = 1\n");
        QTest::newRow("defaults of type parameters") << QByteArray("def f[T, *Ts = *U](x): pass\n") << QByteArray("def f[T, *Ts :  U](x): pass\n");
        QTest::newRow("row indented less than its block") << QByteArray("if a:\n    (b.\n c())\n") << QByteArray("if a:\n    (b.\\\nc())\n");
    }
    void otherVersionsAreRespelled()
    {
        QFETCH(QByteArray, text);
        QFETCH(QByteArray, parsed);
        const Repaired got = repaired(text.toStdString());
        QCOMPARE(QByteArray::fromStdString(got.parsed), parsed);
        QVERIFY(got.lost.empty());
        QCOMPARE(QByteArray::fromStdString(got.read), text); // names come from what was written
        QVERIFY(isWhole(got.parsed));
    }

    void whatNothingHelpsIsLost_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QByteArray>("parsed");
        QTest::addColumn<int>("row");
        QTest::newRow("statement") << QByteArray("a = 1\nb = = 2\nc = 3\n") << QByteArray("a = 1\n0      \nc = 3\n") << 1;
        QTest::newRow("head keeps its block") << QByteArray("if a b:\n    c\nd\n") << QByteArray("if 0:  \n    c\nd\n") << 0;
        QTest::newRow("function keeps its name") << QByteArray("def f(a b):\n    c\nd\n") << QByteArray("def f():   \n    c\nd\n") << 0;
        QTest::newRow("or what there is room for") << QByteArray("def name(:\n    c\nd\n") << QByteArray("def nam():\n    c\nd\n") << 0;
        QTest::newRow("or at least its block") << QByteArray("def f(:\n    c\nd\n") << QByteArray("if 0:  \n    c\nd\n") << 0;
        QTest::newRow("clause stays a clause") << QByteArray("try:\n    a\nexcept A B C:\n    b\n") << QByteArray("try:\n    a\nexcept:      \n    b\n") << 2;
        QTest::newRow("several rows") << QByteArray("f(a b,\n  c)\nd\n") << QByteArray("0     \n    \nd\n") << 0;
    }
    void whatNothingHelpsIsLost()
    {
        QFETCH(QByteArray, text);
        QFETCH(QByteArray, parsed);
        QFETCH(int, row);
        const Repaired got = repaired(text.toStdString());
        QCOMPARE(QByteArray::fromStdString(got.parsed), parsed);
        QVERIFY(isWhole(got.parsed));
        QCOMPARE(got.lost.size(), std::size_t { 1 });
        QCOMPARE(int(got.lost[0].first), row);
        QCOMPARE(got.parsed.size(), got.read.size());
    }

    void lengthAndRowsNeverChange()
    {
        const std::string text = "class A:\n\tdef f(self:\n\t\treturn `x`\n    exec a.b\n\"\"\"\nopen( [\n'\n@@\nx = {\n";
        const Repaired got = repaired(text);
        QCOMPARE(got.parsed.size(), text.size());
        QCOMPARE(std::count(got.parsed.begin(), got.parsed.end(), '\n'), std::count(text.begin(), text.end(), '\n'));
    }

    void onlyTheFirstLinesOfHopelessTextAreTried()
    {
        std::string text;
        for (int line = 0; line < 20'000; ++line)
            text += "$ $\n";
        Parser parser;
        QVERIFY(!repair(parser, text, nullptr).isComplete);
        QVERIFY(repair(parser, "x = 1\n", nullptr).isComplete);
    }
};

QTEST_APPLESS_MAIN(TestRepair)
#include "tst_repair.moc"
