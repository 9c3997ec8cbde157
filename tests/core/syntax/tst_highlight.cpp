// SPDX-FileCopyrightText: The Ferroscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
// The grammar's own query decides what is a keyword, a string, a name; spans are sorted and apart.
#include "core/syntax/highlight.h"

#include <QTest>
#include <random>
#include <string>

using namespace ferroscope::syntax;

namespace {

// A letter per byte: k s n c N, '.' for nothing.
std::string marks(std::string_view text)
{
    std::string made(text.size(), '.');
    for (const HighlightSpan& span : highlights(text)) {
        for (std::uint32_t at = span.first; at < span.last; ++at)
            made[at] = ".ksncN"[static_cast<int>(span.what)];
    }
    return made;
}

} // namespace

class TestHighlight : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void parts_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QByteArray>("expected");
        const auto row = [](const char* name, const char* text, const char* expected) { QTest::newRow(name) << QByteArray(text) << QByteArray(expected); };
        row("definition", "def area(x):", "kkk.NNNN....");
        row("number and comment", "x = 10 # ten", "....nn.ccccc");
        row("string", "x = 'if'", "....ssss");
        row("soft keyword as a name", "match = 1", "........n");
        row("constants", "return None", "kkkkkk.kkkk");
        row("inside an f-string", "f'{len(a)}'", "ss.NNN....s");
        row("class", "class Box: pass", "kkkkk.NNN..kkkk");
        row("keyword inside a name", "iffy = 2", ".......n");
        row("nothing", "", "");
    }
    void parts()
    {
        QFETCH(QByteArray, text);
        QFETCH(QByteArray, expected);
        QCOMPARE(QByteArray::fromStdString(marks(text.toStdString())), expected);
    }

    void spansAreSortedAndApart()
    {
        std::mt19937 dice(3);
        const std::string alphabet = "def f(x): '\"#{}[]\n  \\ 1.0 class async @ \xc3\xa9";
        for (int round = 0; round < 300; ++round) {
            std::string text;
            for (int at = 0; at < 200; ++at)
                text += alphabet[dice() % alphabet.size()];
            std::uint32_t end = 0;
            for (const HighlightSpan& span : highlights(text)) {
                QVERIFY(span.first >= end && span.last > span.first && span.last <= text.size());
                QVERIFY(span.what != Highlight::None);
                end = span.last;
            }
        }
    }

    void stopsWhenAsked()
    {
        std::stop_source source;
        source.request_stop();
        QVERIFY(highlights("x = 1", source.get_token()).empty());
    }
};

QTEST_APPLESS_MAIN(TestHighlight)
#include "tst_highlight.moc"
