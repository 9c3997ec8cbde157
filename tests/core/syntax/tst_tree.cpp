// SPDX-FileCopyrightText: The Ferroscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
// The parser behind its wrapper: kinds, fields, positions, and the bound on hostile text.
#include "core/syntax/symbols.h"
#include "core/syntax/tree.h"

#include <QDirIterator>
#include <QFile>
#include <QTest>
#include <string>

using namespace ferroscope::syntax;

namespace {

// Everything a Node says, against tree-sitter's own cursor and functions; "" if all is equal.
QString difference(const QByteArray& text)
{
    Parser ours;
    const auto tree = ours.parse({ text.data(), static_cast<std::size_t>(text.size()) });
    TSParser* parser = ts_parser_new();
    ts_parser_set_language(parser, symbols().language);
    TSTree* reference = ts_parser_parse_string(parser, nullptr, text.data(), static_cast<std::uint32_t>(text.size()));
    TSTreeCursor theirs = ts_tree_cursor_new(ts_tree_root_node(reference));
    Cursor cursor(*tree);
    QString wrong;
    for (bool done = false; !done && wrong.isEmpty();) {
        const TSNode a = ts_tree_cursor_current_node(&theirs);
        const Node b = cursor.node();
        const TSSymbol symbol = ts_node_symbol(a);
        const Kind kind = symbol < symbols().kinds.size() ? symbols().kinds[symbol] : Kind::Error;
        const bool same = kind == b.kind() && ts_node_start_byte(a) == b.startByte() && ts_node_end_byte(a) == b.endByte()
            && ts_node_start_point(a).row == b.startRow() && ts_node_end_point(a).row == b.endRow()
            && ts_node_child_count(a) == b.childCount() && ts_node_named_child_count(a) == b.namedChildCount()
            && ts_node_is_named(a) == b.isNamed() && ts_node_is_missing(a) == b.isMissing() && ts_node_has_error(a) == b.hasError()
            && symbols().fields[ts_tree_cursor_current_field_id(&theirs)] == cursor.field();
        if (!same)
            wrong = QStringLiteral("%1 at byte %2").arg(QLatin1String(ts_node_type(a))).arg(ts_node_start_byte(a));
        for (std::uint32_t at = 0; at < std::min(3U, b.namedChildCount()); ++at) {
            if (ts_node_start_byte(ts_node_named_child(a, at)) != b.namedChild(at).startByte())
                wrong = QStringLiteral("named child %1 at byte %2").arg(at).arg(b.startByte());
        }
        for (std::size_t id = 1; id < symbols().fields.size(); ++id) {
            if (symbols().fields[id] == Field::None)
                continue;
            const TSNode child = ts_node_child_by_field_id(a, static_cast<TSFieldId>(id));
            const Node found = b.field(symbols().fields[id]);
            // Theirs also finds grandchildren below an alias; inside errors the two may differ.
            const bool isChild = !ts_node_is_null(child) && ts_node_eq(ts_node_parent(child), a);
            if (!b.hasError() && (isChild == found.isNull() || (isChild && ts_node_start_byte(child) != found.startByte())))
                wrong = QStringLiteral("field %1 at byte %2").arg(id).arg(b.startByte());
        }
        const bool down = ts_tree_cursor_goto_first_child(&theirs);
        if (down != cursor.toFirstChild())
            return QStringLiteral("children at byte %1").arg(b.startByte());
        while (!down && !done) {
            const bool on = ts_tree_cursor_goto_next_sibling(&theirs);
            if (on != cursor.toNextSibling())
                return QStringLiteral("sibling of byte %1").arg(b.startByte());
            if (on)
                break;
            done = !ts_tree_cursor_goto_parent(&theirs);
            if (done == cursor.toParent())
                return QStringLiteral("parent of byte %1").arg(b.startByte());
        }
    }
    ts_tree_cursor_delete(&theirs);
    ts_tree_delete(reference);
    ts_parser_delete(parser);
    return wrong;
}

} // namespace

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

    void everyNodeIsWhatTreeSitterSays_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::newRow("empty") << QByteArray();
        QTest::newRow("only white space") << QByteArray("\n\n   \n");
        QTest::newRow("comments everywhere") << QByteArray("# a\ndef f(a, # b\n  *, c: int = 1): # d\n  # e\n  return (a # f\n   )\n# g\n");
        QTest::newRow("aliases and hidden nodes") << QByteArray("print 1\nexec x\nmatch x:\n  case [a, *b] if c: pass\nimport a.b as c\nfrom . import (d, e as f,)\n"
                                                               "async def f(): return await g(*h, **i)\nx: int = y = f'{a!r:>{w}}' 'b'\nwith a as b, c: pass\n");
        QTest::newRow("broken") << QByteArray("def f(:\n  return ((\nclass\n  x = [1, 2\ndef g(): pass\n");
        QTest::newRow("not ASCII") << QByteArray("\xc3\xa4 = '\xe2\x82\xac' # \xf0\x9f\x90\x8d\n");
        for (const char* folder : { "/resources/sample", "/tests/fixtures" }) {
            QDirIterator walk(QStringLiteral(FERROSCOPE_SOURCE_DIR) + QLatin1String(folder), { QStringLiteral("*.py") }, QDir::Files, QDirIterator::Subdirectories);
            while (walk.hasNext()) {
                QFile file(walk.next());
                QVERIFY(file.open(QIODevice::ReadOnly));
                const QByteArray text = file.readAll();
                QTest::newRow(qPrintable(walk.filePath())) << text;
                QTest::newRow(qPrintable(walk.filePath() + QStringLiteral(" cut off"))) << text.left(text.size() / 2);
            }
        }
    }

    void everyNodeIsWhatTreeSitterSays()
    {
        QFETCH(QByteArray, text);
        QCOMPARE(difference(text), QString());
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
