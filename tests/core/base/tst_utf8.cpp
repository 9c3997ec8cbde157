// SPDX-FileCopyrightText: The Ferroscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/text.h"
#include <QtTest>

using namespace ferroscope;

class TestUtf8 : public QObject {
    Q_OBJECT
private slots:
    void lengthOfSequence_data();
    void lengthOfSequence();
};

void TestUtf8::lengthOfSequence_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<int>("length");
    QTest::newRow("letter") << QByteArray("a") << 1;
    QTest::newRow("NUL is a character") << QByteArray("\0", 1) << 1;
    QTest::newRow("e acute") << QByteArray("\xC3\xA9") << 2;
    QTest::newRow("euro sign") << QByteArray("\xE2\x82\xAC") << 3;
    QTest::newRow("crab") << QByteArray("\xF0\x9F\xA6\x80") << 4;
    QTest::newRow("cut off") << QByteArray("\xE2\x82") << 0;
    QTest::newRow("continuation alone") << QByteArray("\x80") << 0;
    QTest::newRow("overlong slash") << QByteArray("\xC0\xAF") << 0;
    QTest::newRow("overlong with three bytes") << QByteArray("\xE0\x80\xAF") << 0;
    QTest::newRow("surrogate") << QByteArray("\xED\xA0\x80") << 0;
    QTest::newRow("beyond U+10FFFF") << QByteArray("\xF4\x90\x80\x80") << 0;
    QTest::newRow("never a first byte") << QByteArray("\xFF") << 0;
}

void TestUtf8::lengthOfSequence()
{
    QFETCH(QByteArray, bytes);
    QFETCH(int, length);
    const std::string text = "x" + bytes.toStdString();
    QCOMPARE(utf8SequenceLength(text, 0), std::size_t { 1 });
    QCOMPARE(utf8SequenceLength(text, 1), static_cast<std::size_t>(length));
    QCOMPARE(isValidUtf8(text), length > 0);
}

QTEST_APPLESS_MAIN(TestUtf8)
#include "tst_utf8.moc"
