// SPDX-FileCopyrightText: The Ferroscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
// What comments and docstrings speak of: whole words, never names, never of native code.
#include "core/facts/extract.h"
#include "core/facts/vocabulary.h"

#include <QTest>
#include <bit>

using namespace ferroscope::facts;

class TestVocabulary : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void speed_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<bool>("speaks");
        const auto row = [](const char* name, const char* text, bool speaks) { QTest::newRow(name) << QByteArray(text) << speaks; };
        row("adverb", "# this is faster than a dict", true);
        row("any case", "# OPTIMIZED by hand", true);
        row("at the end", "# keep it cheap", true);
        row("order", "# O(n log n) on the whole", true);
        row("order of a call", "# returns FOO(n)", false);
        row("order that never closes", "# O(n", false);
        row("lower-case o", "# o(n)", false);
        row("part of a word", "# breakfast, steadfastly", false);
        row("profile is no speed", "# the user's profile", false);
        row("nothing", "#", false);
        row("empty", "", false);
        row("a twin", "# slow; the C version is used where it can be", false);
        row("a twin first", "# pure Python, and slow", false);
        row("an extension", "# the speedups extension is faster", false);
        row("a variable c", "# fast when c is small", true);
        row("not ASCII", "# plus rapide, fast \xc3\xa9t\xc3\xa9", true);
        row("a very long word", "# fastfastfastfastfastfastfastfast", false);
    }
    void speed()
    {
        QFETCH(QByteArray, text);
        QFETCH(bool, speaks);
        QCOMPARE(subjectsOf(text.toStdString()).ofSpeed, speaks);
    }

    void waiting_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<int>("subjects");
        const auto row = [](const char* name, const char* text, int subjects) { QTest::newRow(name) << QByteArray(text) << subjects; };
        row("none", "Sorts the list in place.", 0);
        row("one subject, two words", "The connection connects.", 1);
        row("three", "Retry the request after a timeout", 3);
        row("part of a word", "reconnection, clientele, threadbare", 0);
        row("with an underscore", "see http_server", 0);
        row("first and last of the list", "async workers", 2);
    }
    void waiting()
    {
        QFETCH(QByteArray, text);
        QFETCH(int, subjects);
        QCOMPARE(std::popcount(subjectsOf(text.toStdString()).waiting), subjects);
    }

    void ofAFile()
    {
        Extractor extractor;
        const FileFacts facts = extractor.extract("\"\"\"Sessions over a socket.\"\"\"\n"
                                                  "fast = 1  # slow at first\n"
                                                  "def server(request):\n"
                                                  "    'Takes a lock.'\n"
                                                  "    # O(1)\n"
                                                  "    return 'a thread and a process'\n");
        QCOMPARE(facts.speedComments, (std::vector<std::uint32_t> { 2, 5 }));
        QCOMPARE(std::popcount(facts.waitingSubjects), 3); // session, socket, lock: names and other strings are not read
    }

    void linesAreBounded()
    {
        std::string text;
        for (std::size_t at = 0; at < kMostSpeedComments + 10; ++at)
            text += "# fast\n";
        Extractor extractor;
        QCOMPARE(extractor.extract(text).speedComments.size(), kMostSpeedComments);
    }
};

QTEST_APPLESS_MAIN(TestVocabulary)
#include "tst_vocabulary.moc"
