// SPDX-FileCopyrightText: The Ferroscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
// Text, ranges, hashes, parallelFor, the file system in memory.
#include "core/base/file_system.h"
#include "core/base/hash.h"
#include "core/base/parallel.h"
#include "core/base/range.h"
#include "core/base/text.h"

#include <QTest>
#include <atomic>
#include <vector>

using namespace ferroscope;

class TestBase : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void pathsBecomePrintable_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<QByteArray>("shown");
        QTest::newRow("plain") << QByteArray("a/b.py") << QByteArray("a/b.py");
        QTest::newRow("valid utf-8 stays") << QByteArray("gr\xC3\xBC\xC3\x9F" "e.py") << QByteArray("gr\xC3\xBC\xC3\x9F" "e.py");
        QTest::newRow("not utf-8") << QByteArray("x\xFF.py") << QByteArray("x%FF.py");
        QTest::newRow("overlong slash") << QByteArray("\xC0\xAF.py") << QByteArray("%C0%AF.py");
        QTest::newRow("surrogate") << QByteArray("\xED\xA0\x80") << QByteArray("%ED%A0%80");
        QTest::newRow("newline and escape") << QByteArray("a\nb\x1B[2J") << QByteArray("a%0Ab%1B[2J");
        QTest::newRow("percent is escaped, so it reads back") << QByteArray("50%.py") << QByteArray("50%25.py");
    }
    void pathsBecomePrintable()
    {
        QFETCH(QByteArray, bytes);
        QFETCH(QByteArray, shown);
        QCOMPARE(QByteArray::fromStdString(printablePath(bytes.toStdString())), shown);
    }

    void countsReadAloud()
    {
        QCOMPARE(counted(1, "module"), std::string("1 module"));
        QCOMPARE(counted(0, "module"), std::string("0 modules"));
        QCOMPARE(counted(1234567, "entry", "entries"), std::string("1,234,567 entries"));
        QCOMPARE(withThousands(-1000), std::string("\xE2\x88\x92" "1,000"));
    }

    void rangesKeepTheirOrder()
    {
        const Range sum = Range { 1, 2, 3 } + Range { 10, 20, 30 } * 0.5;
        QVERIFY((sum == Range { 6, 12, 18 }));
        QVERIFY((Range { 3, 9, 1 }.ordered() == Range { 1, 3, 9 }));
    }

    void hashesAreStable()
    {
        // Keys of the cache: a change here throws every user's cache away.
        QCOMPARE(contentHash(""), std::string("99aa06d3014798d86001c324468d497f"));
        QVERIFY(contentHash("a") != contentHash("b"));
    }

    void parallelForRunsEachIndexOnce()
    {
        for (const unsigned jobs : { 1U, 2U, 7U }) {
            std::vector<std::atomic<int>> seen(1000);
            QVERIFY(parallelFor(seen.size(), jobs, {}, [&](std::size_t at, unsigned worker) {
                ++seen[at];
                QVERIFY(worker < jobs);
            }));
            for (const auto& count : seen)
                QCOMPARE(count.load(), 1);
        }
    }

    void parallelForStops()
    {
        std::stop_source stop;
        std::atomic<int> ran { 0 };
        const bool all = parallelFor(100'000, 2, stop.get_token(), [&](std::size_t, unsigned) {
            if (++ran == 10)
                stop.request_stop();
        });
        QVERIFY(!all);
        QVERIFY(ran < 100);
    }

    void memoryFilesBehaveLikeFiles()
    {
        const MemoryFileSystem files({ { "a/b.py", "12345" }, { "c.py", "" } });
        const auto root = files.list("");
        QVERIFY(root.has_value());
        QCOMPARE(root->size(), std::size_t { 2 });
        QVERIFY(root->front().kind == EntryKind::Directory);
        QVERIFY(!files.read("a/b.py", 4).has_value());
        QCOMPARE(*files.read("a/b.py", 5), std::string("12345"));
        QVERIFY(files.list("c.py").error().code == ErrorCode::NotADirectory);
        QVERIFY(files.read("nope", 9).error().code == ErrorCode::NotFound);
    }
};

QTEST_APPLESS_MAIN(TestBase)
#include "tst_base.moc"
