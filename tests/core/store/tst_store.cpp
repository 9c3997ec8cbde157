// SPDX-FileCopyrightText: The Ferroscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/result_cache.h"
#include "core/store/store.h"

#include "core/store/database.h"
#include "tests/support/sample_assessment.h"
#include <QTemporaryDir>
#include <QtTest>
#include <atomic>
#include <csignal>
#include <sys/wait.h>
#include <thread>
#include <unistd.h>

using namespace ferroscope;
using namespace ferroscope::store;

namespace {

std::int64_t numberIn(const std::string& path, const char* sql)
{
    auto database = Database::open(path);
    return database ? database->number(sql).value_or(-1) : -1;
}

} // namespace

class TestStore : public QObject {
    Q_OBJECT

    QTemporaryDir m_folder;
    Assessment m_assessment = sample::assessment();
    int m_files = 0;

    std::string freshPath() { return m_folder.path().toStdString() + "/" + std::to_string(++m_files) + "/store.sqlite"; }

private slots:
    void snapshots()
    {
        const std::string path = freshPath(), root = "/home/a\xFF/b";
        const auto store = Store::open(path);
        QVERIFY(store.has_value());
        const auto first = (*store)->saveSnapshot(root, m_assessment, "{\"a\":1}", 1000);
        m_assessment.projectName = "renamed";
        const auto second = (*store)->saveSnapshot(root, m_assessment, "{\"a\":1}", 2000);
        const auto third = (*store)->saveSnapshot("/other", m_assessment, "{\"b\":2}", 3000);
        QVERIFY(first && second && third);
        QVERIFY(*first < *second && *second < *third);

        const auto history = (*store)->history(10);
        QCOMPARE(history.size(), std::size_t(3));
        QCOMPARE(history[0].id, *third);
        QCOMPARE(history[2].id, *first);
        QCOMPARE((*store)->history(2).size(), std::size_t(2));
        const auto recent = (*store)->recentProjects(10);
        QCOMPARE(recent.size(), std::size_t(2));
        QCOMPARE(recent[0].root, std::string("/other"));
        QCOMPARE(recent[1].id, *second);
        QCOMPARE(recent[1].name, std::string("renamed"));

        const auto read = (*store)->snapshot(*first);
        QVERIFY(read.has_value());
        QCOMPARE(read->root, root);
        QCOMPARE(read->json, std::string("{\"a\":1}"));
        QCOMPARE(read->savedAt, 1000);
        QCOMPARE(read->commit, *m_assessment.commit);
        QCOMPARE(read->sentence, m_assessment.recommendation.sentence);
        QCOMPARE(read->readiness, m_assessment.totals.readiness);
        QCOMPARE(read->verdicts, m_assessment.totals.verdicts);
        QCOMPARE(read->modules, m_assessment.totals.modules);
        QVERIFY(history[0].json.empty());
        QVERIFY(!(*store)->snapshot(999).has_value());
        QCOMPARE(numberIn(path, "SELECT count(*) FROM document"), 2); // equal documents are stored once

        QVERIFY((*store)->forgetProject(root).has_value());
        QCOMPARE((*store)->history(10).size(), std::size_t(1));
        QCOMPARE(numberIn(path, "SELECT count(*) FROM document"), 1);
        QVERIFY((*store)->forgetProject("/never seen").has_value());
    }

    void settingsAreKeptByFolder()
    {
        const std::string path = freshPath(), root = "/home/a\xFF/b";
        {
            const auto store = Store::open(path);
            QVERIFY(!(*store)->settings(root).has_value());
            QVERIFY((*store)->putSettings(root, "[weights]\ncpu-bound = 1\n").has_value());
            QVERIFY((*store)->putSettings("/other", "").has_value());
            QVERIFY((*store)->putSettings(root, "excludes = ['\xC3\xA4']\n").has_value());
        }
        const auto store = Store::open(path);
        QCOMPARE((*store)->settings(root).value(), std::string("excludes = ['\xC3\xA4']\n"));
        QCOMPARE((*store)->settings("/other").value(), std::string()); // kept, though empty
        QVERIFY((*store)->forgetProject(root).has_value());
        QVERIFY(!(*store)->settings(root).has_value());
        QVERIFY((*store)->settings("/other").has_value());
    }

    void settingsThatCannotBeKeptSayWhy()
    {
        const std::string path = freshPath();
        const auto store = Store::open(path);
        auto other = Database::open(path); // holds the lock for writing
        QVERIFY(other->execute("BEGIN IMMEDIATE").has_value());
        const auto kept = (*store)->putSettings("/a", "x");
        QVERIFY(!kept.has_value());
        QCOMPARE(kept.error().code, ErrorCode::StoreBusy);
        QVERIFY(other->execute("ROLLBACK").has_value());
        QVERIFY((*store)->putSettings("/a", "x").has_value());
    }

    void factsSurviveAndAreReplaced()
    {
        const std::string path = freshPath();
        const std::string bytes("\0\xFF\x01", 3);
        {
            const auto store = Store::open(path);
            QVERIFY(!(*store)->facts("k1").has_value());
            QVERIFY((*store)->putFacts({ { "k1", bytes }, { "k2", "" } }).has_value());
            QVERIFY((*store)->putFacts({}).has_value());
        }
        const auto store = Store::open(path);
        QCOMPARE((*store)->facts("k1").value(), bytes);
        QCOMPARE((*store)->facts("k2").value(), std::string());
        QVERIFY((*store)->putFacts({ { "k1", "new" } }).has_value());
        QCOMPARE((*store)->facts("k1").value(), std::string("new"));
        QCOMPARE(numberIn(path, "SELECT value FROM counter WHERE name = 'facts_bytes'"),
            numberIn(path, "SELECT sum(size) FROM facts_key"));
        QCOMPARE(numberIn(path, "SELECT count(*) FROM facts"), 2);
    }

    void longestUnusedFactsGoFirst()
    {
        const std::string path = freshPath();
        const std::string block(1000, 'x');
        const auto session = [&](const std::vector<std::string>& reads, const std::vector<std::string>& writes) {
            const auto store = Store::open(path, 5100);
            for (const std::string& key : reads)
                (void)(*store)->facts(key);
            std::vector<std::pair<std::string, std::string>> entries;
            for (const std::string& key : writes)
                entries.emplace_back(key, block);
            if (!(*store)->putFacts(entries))
                qFatal("cannot store facts");
        };
        session({}, { "a" });
        session({}, { "b" });
        session({}, { "c", "d", "e" });
        session({ "a" }, {}); // noted when the store closes
        session({}, { "f" }); // 6 entries: two too many for nine tenths of the bound
        const auto store = Store::open(path, 5100);
        QVERIFY((*store)->facts("a").has_value());
        QVERIFY(!(*store)->facts("b").has_value());
        QVERIFY(!(*store)->facts("c").has_value());
        QVERIFY((*store)->facts("d").has_value());
        QVERIFY((*store)->facts("f").has_value());
        QCOMPARE(numberIn(path, "SELECT count(*) FROM facts"), 4);
        QCOMPARE(numberIn(path, "SELECT value FROM counter WHERE name = 'facts_bytes'"), 4 * 1001);
    }

    void oldestSnapshotsGoFirst()
    {
        const std::string path = freshPath();
        const auto store = Store::open(path, kFactsLimit, 4000); // bytes, packed
        std::string noise; // does not pack
        for (unsigned at = 0, value = 1; at < 1000; ++at, value = value * 1103515245U + 12345U)
            noise += static_cast<char>(value >> 16U);
        const auto other = (*store)->saveSnapshot("/other", m_assessment, "first" + noise, 1);
        std::vector<std::int64_t> ids;
        for (int at = 0; at < 6; ++at)
            ids.push_back((*store)->saveSnapshot("/a", m_assessment, std::to_string(at) + noise, at).value());
        QVERIFY((*store)->snapshot(*other).has_value()); // the newest of its project
        QVERIFY(!(*store)->snapshot(ids[0]).has_value());
        QVERIFY(!(*store)->snapshot(ids[3]).has_value());
        QVERIFY((*store)->snapshot(ids[4]).has_value());
        QCOMPARE((*store)->snapshot(ids[5])->json, "5" + noise);
        QVERIFY(numberIn(path, "SELECT sum(length(packed)) FROM document") <= 4000);
    }

    void aProjectKeepsSoManySnapshots()
    {
        const std::string path = freshPath();
        const auto store = Store::open(path);
        for (std::size_t at = 0; at < kMostSnapshots + 3; ++at)
            QVERIFY((*store)->saveSnapshot("/a", m_assessment, "{}", static_cast<std::int64_t>(at)).has_value());
        QCOMPARE((*store)->history(10'000).size(), kMostSnapshots);
        QCOMPARE((*store)->history(1).front().savedAt, static_cast<std::int64_t>(kMostSnapshots + 2));
    }

    void resultsAreRecalledByWhatTheyWereMadeFrom()
    {
        const std::string path = freshPath();
        const std::string bytes("\0\xFF value", 8);
        {
            const auto store = Store::open(path);
            QVERIFY((*store)->putResult("/a", "s1", "made1", { "d", bytes }).has_value());
            QVERIFY((*store)->putResult("/a", "s2", "made1", { "", "other settings" }).has_value());
        }
        const auto store = Store::open(path);
        QCOMPARE((*store)->result("/a", "s1", "made1")->value, bytes);
        QCOMPARE((*store)->result("/a", "s1", "made1")->doubtful, std::string("d"));
        QVERIFY(!(*store)->result("/a", "s1", "made2").has_value());
        QVERIFY(!(*store)->result("/b", "s1", "made1").has_value());
        QVERIFY((*store)->putResult("/a", "s1", "made2", { "", "newer" }).has_value());
        QVERIFY(!(*store)->result("/a", "s1", "made1").has_value()); // replaced
        QCOMPARE((*store)->result("/a", "s2", "made1")->value, std::string("other settings"));
        QVERIFY((*store)->forgetProject("/a").has_value());
        QVERIFY(!(*store)->result("/a", "s1", "made2").has_value());
    }

    void longestUnusedResultsGoFirst()
    {
        const std::string path = freshPath();
        QVERIFY(Store::open(path).has_value()); // makes the tables
        auto database = Database::open(path);
        ResultCache cache(*database, 100);
        const auto put = [&](const char* root) { return cache.put(root, "", "", { std::string(20, 'd'), "v" }).has_value(); };
        QVERIFY(put("/a") && put("/b") && put("/c"));
        QVERIFY(cache.get("/a", "", "").has_value());
        QVERIFY(cache.flush().has_value());
        QVERIFY(put("/d"));
        QVERIFY(cache.get("/a", "", "").has_value());
        QVERIFY(!cache.get("/b", "", "").has_value());
        QVERIFY(cache.get("/d", "", "").has_value());
    }

    void damagedResultsAreNone()
    {
        const std::string path = freshPath();
        const auto store = Store::open(path);
        QVERIFY((*store)->putResult("/a", "", "", { "", std::string(1000, 'x') }).has_value());
        auto database = Database::open(path);
        for (const char* damage : { "UPDATE result SET value = x''", "UPDATE result SET value = x'00112233445566778899'",
                 "UPDATE result SET value = x'28B52FFDA0FFFFFF7F0000'" }) { // claims two gigabytes
            QVERIFY(database->execute(damage).has_value());
            QVERIFY(!(*store)->result("/a", "", "").has_value());
        }
    }

    void twoConnectionsAtOnce()
    {
        const std::string path = freshPath();
        constexpr int kRounds = 20;
        std::atomic<int> failures { 0 };
        const auto work = [&](const std::string& name) { // each with its own connection, also the first opening
            const auto store = Store::open(path);
            if (!store) {
                ++failures;
                return;
            }
            for (int round = 0; round < kRounds; ++round) {
                const std::string key = name + std::to_string(round);
                failures += (*store)->putFacts({ { key, key } }) ? 0 : 1;
                failures += (*store)->saveSnapshot("/" + name, m_assessment, key, round) ? 0 : 1;
            }
        };
        std::thread other(work, "left");
        work("right");
        other.join();
        QCOMPARE(failures.load(), 0);
        const auto store = Store::open(path);
        QCOMPARE((*store)->history(1000).size(), std::size_t(2 * kRounds));
        QCOMPARE((*store)->facts("left19").value(), std::string("left19"));
    }

    void oneStoreFromManyThreads()
    {
        const auto store = Store::open(freshPath());
        std::vector<std::thread> threads;
        for (int at = 0; at < 4; ++at) {
            threads.emplace_back([&store, at] {
                for (int round = 0; round < 20; ++round) {
                    const std::string key = std::to_string(at) + "." + std::to_string(round);
                    (void)(*store)->putFacts({ { key, key } });
                    (void)(*store)->facts(key);
                }
            });
        }
        for (std::thread& thread : threads)
            thread.join();
        QCOMPARE((*store)->facts("3.19").value(), std::string("3.19"));
    }

    // A process killed at any moment loses at most the write in flight.
    void killedWriter()
    {
        const std::string path = freshPath();
        QVERIFY(Store::open(path).has_value());
        std::int64_t announced = 0;
        for (int round = 0; round < 5; ++round) {
            int ends[2];
            QCOMPARE(pipe(ends), 0);
            const pid_t child = fork();
            QVERIFY(child >= 0); // -1 as a target of kill() would be everything
            if (child == 0) {
                const auto store = Store::open(path);
                const std::string json(200'000, 'j');
                for (std::int64_t number = 0; store; ++number) {
                    (void)(*store)->putFacts({ { std::to_string(number), json } });
                    const auto id = (*store)->saveSnapshot("/p", m_assessment, json + std::to_string(getpid() * 1000LL + number), number);
                    if (!id || write(ends[1], &*id, sizeof *id) != sizeof *id)
                        break;
                }
                _exit(1);
            }
            close(ends[1]);
            for (int seen = 0; seen < 4 + round; ++seen)
                QCOMPARE(read(ends[0], &announced, sizeof announced), ssize_t(sizeof announced));
            usleep(static_cast<useconds_t>(round * 700));
            kill(child, SIGKILL);
            while (read(ends[0], &announced, sizeof announced) > 0) { }
            close(ends[0]);
            int status = 0;
            waitpid(child, &status, 0);
            QVERIFY(WIFSIGNALED(status));

            const auto store = Store::open(path);
            QVERIFY(store.has_value());
            auto database = Database::open(path);
            auto check = database->prepare("PRAGMA integrity_check");
            QVERIFY(check->step().value());
            QCOMPARE(check->bytes(0), std::string("ok"));
            QCOMPARE(database->number("SELECT count(*) FROM pragma_foreign_key_check").value(), 0);
            for (const SnapshotInfo& info : (*store)->history(10000))
                QVERIFY((*store)->snapshot(info.id)->json.size() > 200'000);
            QVERIFY((*store)->snapshot(announced).has_value()); // what was reported as saved is there
            QCOMPARE(database->number("SELECT count(*) FROM facts").value(), database->number("SELECT count(*) FROM facts_key").value());
        }
    }

    void defaultPath()
    {
        const QByteArray data = qgetenv("XDG_DATA_HOME"), home = qgetenv("HOME");
        qputenv("HOME", "/home/someone");
        qputenv("XDG_DATA_HOME", "/data//");
        QCOMPARE(Store::defaultPath(), std::string("/data/ferroscope/ferroscope.sqlite"));
        qputenv("XDG_DATA_HOME", "relative/is/ignored");
        QCOMPARE(Store::defaultPath(), std::string("/home/someone/.local/share/ferroscope/ferroscope.sqlite"));
        qunsetenv("XDG_DATA_HOME");
        QCOMPARE(Store::defaultPath(), std::string("/home/someone/.local/share/ferroscope/ferroscope.sqlite"));
        data.isNull() ? qunsetenv("XDG_DATA_HOME") : qputenv("XDG_DATA_HOME", data);
        qputenv("HOME", home);
    }
};

QTEST_APPLESS_MAIN(TestStore)
#include "tst_store.moc"
