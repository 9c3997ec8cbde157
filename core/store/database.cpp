// SPDX-FileCopyrightText: The Ferroscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/database.h"
#include "core/store/pack.h"

#include <utility>

namespace ferroscope::store {

Result<Database> Database::open(const std::string& path)
{
    // An empty name would be a temporary database that is lost on closing.
    if (path.empty())
        return failure(ErrorCode::CannotWrite, path, "no file name");
    sqlite3* handle = nullptr;
    const int code = sqlite3_open_v2(path.c_str(), &handle,
        SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE | SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_EXRESCODE, nullptr);
    Database database(handle);
    if (code != SQLITE_OK) {
        Error error = sqliteError(handle);
        error.path = path;
        return tl::unexpected(std::move(error));
    }
    database.setPatience(kBusyMilliseconds);
    // A write-protected file opens all the same, read-only.
    if (sqlite3_db_readonly(handle, "main") == 1)
        return failure(ErrorCode::CannotWrite, path, "the file is write-protected");
    // The first statement that reads the file finds out whether it is one of SQLite.
    if (const auto header = database.number("PRAGMA schema_version"); !header)
        return tl::unexpected(header.error());
    if (addPackFunction(handle) != SQLITE_OK)
        return tl::unexpected(sqliteError(handle));
    if (auto done = database.execute("PRAGMA synchronous=NORMAL; PRAGMA foreign_keys=ON;"); !done)
        return tl::unexpected(done.error());
    return database;
}

Database::Database(Database&& other) noexcept
    : m_handle(std::exchange(other.m_handle, nullptr))
{
}

Database::~Database() { sqlite3_close_v2(m_handle); }

Result<void> Database::execute(const char* sql)
{
    if (sqlite3_exec(m_handle, sql, nullptr, nullptr, nullptr) != SQLITE_OK)
        return tl::unexpected(sqliteError(m_handle));
    return {};
}

Result<Statement> Database::prepare(const char* sql)
{
    sqlite3_stmt* statement = nullptr;
    if (sqlite3_prepare_v3(m_handle, sql, -1, SQLITE_PREPARE_PERSISTENT, &statement, nullptr) != SQLITE_OK)
        return tl::unexpected(sqliteError(m_handle));
    return Statement(statement);
}

Result<std::int64_t> Database::number(const char* sql)
{
    Result<Statement> statement = prepare(sql);
    if (!statement)
        return tl::unexpected(statement.error());
    const Result<bool> row = statement->step();
    if (!row)
        return tl::unexpected(row.error());
    return *row ? statement->integer(0) : 0;
}

Result<Transaction> Transaction::begin(Database& database)
{
    if (auto done = database.execute("BEGIN IMMEDIATE"); !done)
        return tl::unexpected(done.error());
    return Transaction(database);
}

Transaction::Transaction(Transaction&& other) noexcept
    : m_database(std::exchange(other.m_database, nullptr))
{
}

Transaction::~Transaction()
{
    if (m_database)
        (void)m_database->execute("ROLLBACK"); // fails only where SQLite has rolled back by itself
}

Result<void> Transaction::commit()
{
    auto done = m_database->execute("COMMIT");
    if (done)
        m_database = nullptr;
    return done;
}

} // namespace ferroscope::store
