// SPDX-FileCopyrightText: The Ferroscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
// Bytes to text: what Python would do, and what we say where Python would refuse.
#include "core/base/text.h"
#include "core/source/decode.h"
#include "core/source/encodings.h"
#include "tests/core/source/support.h"

using namespace ferroscope;
using namespace ferroscope::source;

class TestDecode : public QObject {
    Q_OBJECT
private slots:
    void decodes_data();
    void decodes();
    void everyEncodingOfTheTableIsThere();
    void everyByteOfEveryEncodingGivesUtf8();
    void utf8IsFoundWrongAtEveryPlace();
    void newlinesAndFormFeedsStay();
    void unchangedTextIsNotCopied();
};

void TestDecode::decodes_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QByteArray>("encoding");
    QTest::addColumn<QByteArray>("problem");
    const auto row = [](const char* name, const QByteArray& bytes, const QByteArray& text, const char* encoding, const char* problem = "") {
        QTest::newRow(name) << bytes << text << QByteArray(encoding) << QByteArray(problem);
    };
    row("empty", "", "", "utf-8");
    row("ASCII", "x = 1\n", "x = 1\n", "utf-8");
    row("UTF-8", "s = 'h\xC3\xA9'\n", "s = 'h\xC3\xA9'\n", "utf-8");
    row("UTF-8 with its mark", "\xEF\xBB\xBFx = 1\n", "x = 1\n", "utf-8");
    row("mark and the same cookie", "\xEF\xBB\xBF# coding: utf-8\n", "# coding: utf-8\n", "utf-8");
    row("mark and another cookie", "\xEF\xBB\xBF# coding: latin-1\n\xC3\xA9", "# coding: latin-1\n\xC3\xA9", "utf-8",
        "begins with the mark of UTF-8 but declares 'latin-1'");
    row("latin-1 in the first line", "# coding: latin-1\n\xE9", "# coding: latin-1\n\xC3\xA9", "latin-1");
    row("in the second line", "#!/usr/bin/python\n# -*- coding: iso-8859-15 -*-\n\xA4",
        "#!/usr/bin/python\n# -*- coding: iso-8859-15 -*-\n\xE2\x82\xAC", "iso8859-15");
    row("in the second line, Windows", "#!python\r\n# coding=cp1252\r\n\x80", "#!python\r\n# coding=cp1252\r\n\xE2\x82\xAC", "cp1252");
    row("in the second line, old Mac", "#!python\r# coding=cp1252\r\x80", "#!python\r# coding=cp1252\r\xE2\x82\xAC", "cp1252");
    row("vim's way", "# vim: set fileencoding=cp1251 :\n\xCF", "# vim: set fileencoding=cp1251 :\n\xD0\x9F", "cp1251");
    row("not in the third line", "\n\n# coding: latin-1\n\xC3\xA9", "\n\n# coding: latin-1\n\xC3\xA9", "utf-8");
    row("not after code", "x = 1\n# coding: latin-1\n\xC3\xA9", "x = 1\n# coding: latin-1\n\xC3\xA9", "utf-8");
    row("not in code", "coding = 'latin-1'\n\xC3\xA9", "coding = 'latin-1'\n\xC3\xA9", "utf-8");
    row("after a blank line", " \t\f\n# coding: latin-1\n\xE9", " \t\f\n# coding: latin-1\n\xC3\xA9", "latin-1");
    row("underscores and case", "# coding: ISO_8859_1\n\xE9", "# coding: ISO_8859_1\n\xC3\xA9", "latin-1");
    row("Shift JIS keeps the backslash", "# coding: sjis\n'\\n\x82\xA0'", "# coding: sjis\n'\\n\xE3\x81\x82'", "shift_jis");
    row("KOI8-R", "# coding: koi8-r\n\xF0", "# coding: koi8-r\n\xD0\x9F", "koi8-r");
    row("unknown encoding", "# coding: uft-8\n\xC3\xA9", "# coding: uft-8\n\xC3\xA9", "utf-8", "unknown encoding 'uft-8', read as UTF-8");
    row("no codec of text", "# coding: rot13\nk", "# coding: rot13\nk", "utf-8", "unknown encoding 'rot13', read as UTF-8");
    row("a wide cookie in a narrow file", "# coding: utf-16\nx", "# coding: utf-16\nx", "utf-8",
        "declares 'utf-16' but is not in it, read as UTF-8");
    row("one wrong byte", "a\xFF" "b", "a\xEF\xBF\xBD" "b", "utf-8", "1 byte is not UTF-8 and was replaced");
    row("latin-1 without a cookie", "s = '\xE9\xE8\xE0'\n", "s = '\xEF\xBF\xBD\xEF\xBF\xBD\xEF\xBF\xBD'\n", "utf-8",
        "3 bytes are not UTF-8 and were replaced");
    row("cut off", "x\xE2\x82", "x\xEF\xBF\xBD\xEF\xBF\xBD", "utf-8", "2 bytes are not UTF-8 and were replaced");
    row("not ASCII as declared", "# coding: ascii\n\xE9", "# coding: ascii\n\xEF\xBF\xBD", "ascii", "1 byte is not ascii and was replaced");
    row("NUL", QByteArray("a\0b", 3), "a\xEF\xBF\xBD" "b", "utf-8", "contains 1 NUL byte");
    row("NULs and wrong bytes", QByteArray("\0\xFF\0", 3), "\xEF\xBF\xBD\xEF\xBF\xBD\xEF\xBF\xBD", "utf-8",
        "1 byte is not UTF-8 and was replaced; contains 2 NUL bytes");
    row("NUL after eight bytes", QByteArray("12345678\0", 9), "12345678\xEF\xBF\xBD", "utf-8", "contains 1 NUL byte");
    row("UTF-16, little", QByteArray("\xFF\xFEx\0\xE9\0", 6), "x\xC3\xA9", "utf-16-le");
    row("UTF-16, big", QByteArray("\xFE\xFF\0x\0\xE9", 6), "x\xC3\xA9", "utf-16-be");
    row("UTF-16, cut off", QByteArray("\xFF\xFEx\0y", 5), "x\xEF\xBF\xBD", "utf-16-le", "1 byte is not UTF-16-le and was replaced");
    row("UTF-16, lone surrogate", QByteArray("\xFF\xFE\x00\xD8x\0", 6), "\xEF\xBF\xBDx", "utf-16-le", "2 bytes are not UTF-16-le and were replaced");
    row("UTF-32, little", QByteArray("\xFF\xFE\0\0x\0\0\0", 8), "x", "utf-32-le");
    row("UTF-32, big", QByteArray("\0\0\xFE\xFF\0\0\0x", 8), "x", "utf-32-be");
}

void TestDecode::decodes()
{
    QFETCH(QByteArray, bytes);
    QFETCH(QByteArray, text);
    QFETCH(QByteArray, encoding);
    QFETCH(QByteArray, problem);
    const Decoded decoded = decode(bytes.toStdString());
    QCOMPARE(decoded.text, text.toStdString());
    QCOMPARE(decoded.encoding, encoding.toStdString());
    QCOMPARE(decoded.problem, problem.toStdString());
}

void TestDecode::everyEncodingOfTheTableIsThere()
{
    for (const char* name : { "latin-1", "iso-8859-2", "iso-8859-16", "cp1250", "cp1258", "cp437", "cp866", "koi8-u", "mac-roman",
             "shift_jis", "euc-jp", "iso-2022-jp", "gb2312", "gbk", "gb18030", "big5", "cp950", "euc-kr", "cp949", "tis-620" }) {
        const Encoding* encoding = findEncoding(name);
        QVERIFY2(encoding, name);
        const Converted converted = toUtf8("def f(): pass", *encoding);
        QVERIFY2(converted.isKnown, name);
        QCOMPARE(converted.text, std::string("def f(): pass"));
    }
    QVERIFY(!findEncoding(""));
    QVERIFY(!findEncoding("utf-8//TRANSLIT"));
    QVERIFY(!findEncoding("../x"));
}

void TestDecode::everyByteOfEveryEncodingGivesUtf8()
{
    std::string bytes;
    for (int i = 0; i < 256; ++i)
        bytes += { static_cast<char>(i), static_cast<char>(255 - i), static_cast<char>(i ^ 0x5A) };
    for (const char* name : { "utf-8", "ascii", "latin-1", "cp1252", "cp1255", "shift_jis", "euc-jp", "iso-2022-jp", "gb18030", "big5", "euc-kr", "no-such" }) {
        const Decoded decoded = decode("# coding: " + std::string(name) + "\n" + bytes);
        QVERIFY2(isValidUtf8(decoded.text), name);
        QVERIFY2(decoded.text.find('\0') == std::string::npos, name);
        QVERIFY2(decoded.problem.find("NUL") != std::string::npos, name);
    }
    for (const char* mark : { "\xFF\xFE", "\xFE\xFF", "\xEF\xBB\xBF" })
        QVERIFY(isValidUtf8(decode(mark + bytes).text));
}

// The fast way over eight bytes at a time must not look past anything.
void TestDecode::utf8IsFoundWrongAtEveryPlace()
{
    for (std::size_t at = 0; at < 40; ++at) {
        for (const char wrong : { '\x80', '\xFF', '\0' }) {
            std::string bytes(40, '\x01'); // the smallest byte that is no NUL
            bytes[at] = wrong;
            const Decoded decoded = decode(bytes);
            QCOMPARE(decoded.text, std::string(at, '\x01') + "\xEF\xBF\xBD" + std::string(39 - at, '\x01'));
            QVERIFY(!decoded.problem.empty());
        }
        std::string good(40, '\x7F');
        good.replace(at, 1, "\xF0\x9F\xA6\x80");
        QCOMPARE(decode(good).text, good);
        QVERIFY(decode(good).problem.empty());
    }
}

void TestDecode::newlinesAndFormFeedsStay()
{
    const std::string text = "a\r\nb\rc\n\f\x0B" "d\n";
    QCOMPARE(decode(text).text, text);
}

void TestDecode::unchangedTextIsNotCopied()
{
    std::string text(100'000, 'x');
    const char* before = text.data();
    const Decoded decoded = decode(std::move(text));
    QCOMPARE(static_cast<const void*>(decoded.text.data()), static_cast<const void*>(before));
}

QTEST_APPLESS_MAIN(TestDecode)
#include "tst_decode.moc"
