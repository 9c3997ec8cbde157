// SPDX-FileCopyrightText: The Ferroscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
// Opening a store: new, older, newer, damaged, somebody else's, and where none can be.
#include "core/store/migrations.h"

#include "core/store/store.h"
#include <QFile>
#include <QTemporaryDir>
#include <QtTest>
#include <sys/stat.h>

using namespace ferroscope;
using namespace ferroscope::store;

namespace {

// A store of the first version, whatever the current one is.
Database fileWithSchema(const std::string& path, std::span<const Migration> steps)
{
    auto database = Database::open(path);
    if (!database || !migrate(*database, steps))
        qFatal("cannot make a store");
    return std::move(*database);
}

std::int64_t numberIn(const std::string& path, const char* sql)
{
    auto database = Database::open(path);
    return database ? database->number(sql).value_or(-1) : -1;
}

} // namespace

class TestMigrations : public QObject {
    Q_OBJECT

    QTemporaryDir m_folder;
    int m_files = 0;

    std::string freshPath() { return m_folder.path().toStdString() + "/" + std::to_string(++m_files) + "/store.sqlite"; }

private slots:
    void emptyFileIsMigrated()
    {
        const std::string path = freshPath();
        QVERIFY(Store::open(path).has_value());
        QCOMPARE(numberIn(path, "PRAGMA user_version"), std::int64_t(kSchemaVersion));
        QCOMPARE(numberIn(path, "PRAGMA application_id"), std::int64_t(kApplicationId));
        QCOMPARE(migrations().back().version, kSchemaVersion);
        struct stat info {};
        QCOMPARE(stat(path.substr(0, path.rfind('/')).c_str(), &info), 0);
        QCOMPARE(info.st_mode & 0077U, 0U); // only for the user
    }

    void olderFileIsMigratedAndKeepsItsRows()
    {
        const std::string path = m_folder.path().toStdString() + "/older.sqlite";
        {
            Database old = fileWithSchema(path, migrations().first(1));
            QVERIFY(old.execute("INSERT INTO project(root, name) VALUES(x'2F61', 'a')").has_value());
        }
        const Migration steps[] { migrations().front(), { 2, "ALTER TABLE project ADD COLUMN pinned INTEGER NOT NULL DEFAULT 7" },
            { 3, "CREATE TABLE note(id INTEGER PRIMARY KEY)" } };
        auto database = Database::open(path);
        QVERIFY(database.has_value());
        QVERIFY(migrate(*database, steps).has_value());
        QCOMPARE(database->number("PRAGMA user_version").value(), 3);
        QCOMPARE(database->number("SELECT pinned FROM project WHERE name = 'a'").value(), 7);
        QVERIFY(migrate(*database, steps).has_value()); // nothing left to do
    }

    void documentsOfVersion1ArePackedAndReadable()
    {
        const std::string path = m_folder.path().toStdString() + "/documents.sqlite";
        {
            Database old = fileWithSchema(path, migrations().first(1));
            QVERIFY(old.execute("INSERT INTO project(root, name) VALUES(x'2F61', 'a');"
                                "INSERT INTO document(hash, json) VALUES('h', CAST('{\"a\":1}' || printf('%10000s', '') AS BLOB));"
                                "INSERT INTO snapshot(project_id, document_id, saved_at, commit_id, sentence, readiness_low, readiness_likely, "
                                "readiness_high, verdicts, modules) VALUES(1, 1, 5, '', '', 0, 0, 0, '', 1)").has_value());
        }
        const auto store = Store::open(path);
        QVERIFY(store.has_value());
        const auto snapshot = (*store)->snapshot(1);
        QVERIFY(snapshot.has_value());
        QCOMPARE(snapshot->json, "{\"a\":1}" + std::string(10000, ' '));
        QVERIFY(numberIn(path, "SELECT length(packed) FROM document") < 200);
    }

    void failedStepLeavesTheOldVersion()
    {
        const std::string path = m_folder.path().toStdString() + "/failed.sqlite";
        Database database = fileWithSchema(path, migrations().first(1));
        const Migration steps[] { migrations().front(), { 2, "CREATE TABLE half(id INTEGER); CREATE TABLE project(id INTEGER)" } };
        QVERIFY(!migrate(database, steps).has_value());
        QCOMPARE(database.number("PRAGMA user_version").value(), 1);
        QCOMPARE(database.number("SELECT count(*) FROM sqlite_master WHERE name = 'half'").value(), 0);
    }

    void newerFileIsRefusedUntouched()
    {
        const std::string path = freshPath();
        QVERIFY(Store::open(path).has_value());
        {
            auto database = Database::open(path);
            QVERIFY(database->execute("PRAGMA user_version=9999").has_value());
        }
        const auto opened = Store::open(path);
        QVERIFY(!opened.has_value());
        QCOMPARE(opened.error().code, ErrorCode::StoreTooNew);
        QCOMPARE(opened.error().path, path);
        QCOMPARE(numberIn(path, "PRAGMA user_version"), 9999);
    }

    void damagedFiles_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::newRow("text") << QByteArray("this is no database, it is a text that is long enough to have a header").repeated(20);
        QTest::newRow("zeros") << QByteArray(4096, '\0');
        QTest::newRow("header alone") << QByteArray("SQLite format 3\0", 16) + QByteArray(4080, 'x');
    }

    void damagedFiles()
    {
        QFETCH(QByteArray, bytes);
        const QString path = m_folder.filePath(QStringLiteral("damaged.sqlite"));
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(bytes);
        file.close();
        const auto opened = Store::open(path.toStdString());
        QVERIFY(!opened.has_value());
        QCOMPARE(opened.error().code, ErrorCode::StoreDamaged);
        QVERIFY(file.open(QIODevice::ReadOnly));
        QCOMPARE(file.readAll(), bytes); // a file that is not ours stays as it is
    }

    void fileOfAnotherProgramIsRefusedUntouched()
    {
        const std::string path = m_folder.path().toStdString() + "/other.sqlite";
        QVERIFY(Database::open(path)->execute("CREATE TABLE bookmark(id INTEGER)").has_value());
        const auto opened = Store::open(path);
        QVERIFY(!opened.has_value());
        QCOMPARE(opened.error().code, ErrorCode::StoreDamaged);
        QCOMPARE(numberIn(path, "SELECT count(*) FROM sqlite_master"), 1);
    }

    void unwritablePlaces()
    {
        QFile file(m_folder.filePath(QStringLiteral("plain")));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.close();
        const auto below = Store::open(m_folder.path().toStdString() + "/plain/store.sqlite");
        QVERIFY(!below.has_value());
        QCOMPARE(below.error().code, ErrorCode::CannotWrite);
        const auto folder = Store::open(m_folder.path().toStdString());
        QVERIFY(!folder.has_value());
        QCOMPARE(folder.error().code, ErrorCode::CannotWrite);
        QCOMPARE(Store::open("").error().code, ErrorCode::CannotWrite);
    }
};

QTEST_APPLESS_MAIN(TestMigrations)
#include "tst_migrations.moc"
