// SPDX-FileCopyrightText: The Ferroscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
// The parser behind its wrapper: kinds, fields, positions, and the bound on hostile text.
#include "core/syntax/tree.h"

#include <QTest>
#include <string>

using namespace ferroscope::syntax;

class TestTree : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void kindsAndFields()
    {
        Parser parser;
        const std::string text = "async def area(w: int) -> int:\n    return w * w\n";
        const auto tree = parser.parse(text);
        QVERIFY(tree.has_value());
        const Node module = tree->root();
        QVERIFY(module.kind() == Kind::Module);
        const Node function = module.namedChild(0);
        QVERIFY(function.kind() == Kind::FunctionDefinition);
        QVERIFY(function.child(0).kind() == Kind::Async);
        QCOMPARE(std::string(function.field(Field::Name).text(text)), std::string("area"));
        QVERIFY(function.field(Field::ReturnType).kind() == Kind::Type);
        QVERIFY(function.field(Field::Alternative).isNull());
        QCOMPARE(function.field(Field::Body).startRow(), 1U);
        const Node product = function.field(Field::Body).namedChild(0).namedChild(0);
        QVERIFY(product.kind() == Kind::BinaryOperator);
        QVERIFY(product.field(Field::Operator).kind() == Kind::Star);
        QVERIFY(!module.hasError());
    }

    void cursorVisitsEveryNodeOnce()
    {
        Parser parser;
        const std::string text = "a = [f(x) for x in y if x]\n";
        const auto tree = parser.parse(text);
        QVERIFY(tree.has_value());
        Cursor cursor(*tree);
        int identifiers = 0;
        for (bool done = false; !done;) {
            identifiers += cursor.node().kind() == Kind::Identifier ? 1 : 0;
            if (cursor.toFirstChild())
                continue;
            while (!cursor.toNextSibling()) {
                if (!cursor.toParent()) {
                    done = true;
                    break;
                }
            }
        }
        QCOMPARE(identifiers, 6); // a f x x y x
    }

    void brokenTextGivesATreeWithErrors()
    {
        Parser parser;
        const auto tree = parser.parse("def f(:\n    return ((\n");
        QVERIFY(tree.has_value());
        QVERIFY(tree->root().hasError());
        // The same parser goes on with the next text.
        QVERIFY(!parser.parse("x = 1\n")->root().hasError());
    }

    void deepNestingIsNoRecursion()
    {
        Parser parser;
        const std::string deep = "x = " + std::string(100'000, '(') + "1" + std::string(100'000, ')') + "\n";
        const auto tree = parser.parse(deep); // walking back up must not recurse either
        QVERIFY(tree.has_value());
        QVERIFY(tree->root().endByte() >= deep.size() - 1);
        QVERIFY(!parser.parse("y = 2\n")->root().hasError());
    }
};

QTEST_APPLESS_MAIN(TestTree)
#include "tst_tree.moc"
