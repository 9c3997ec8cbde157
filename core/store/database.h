// SPDX-FileCopyrightText: The Ferroscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
// Database: one connection to a SQLite file, set up the way the store needs it (WAL, synchronous NORMAL,
// foreign keys, 5 s of patience with other writers). Transaction: all of it or nothing.
#pragma once

#include "core/store/statement.h"
#include <string>

namespace ferroscope::store {

inline constexpr int kBusyMilliseconds = 5000;

class Database {
public:
    // Creates the file, not its folder. StoreDamaged: not a SQLite file; CannotWrite: also for read-only files.
    static Result<Database> open(const std::string& path);
    Database(Database&& other) noexcept;
    Database& operator=(Database&&) = delete;
    Database(const Database&) = delete;
    Database& operator=(const Database&) = delete;
    ~Database();

    Result<void> execute(const char* sql); // any number of statements without parameters
    Result<Statement> prepare(const char* sql);
    Result<std::int64_t> number(const char* sql); // first column of the first row, 0 without a row
    std::int64_t lastInsertedId() const { return sqlite3_last_insert_rowid(m_handle); }
    void setPatience(int milliseconds) { sqlite3_busy_timeout(m_handle, milliseconds); }

private:
    explicit Database(sqlite3* handle)
        : m_handle(handle)
    {
    }
    sqlite3* m_handle = nullptr;
};

// Rolled back in the destructor unless commit() succeeded. Takes the write lock at once, so that it
// cannot fail half-way because another process writes.
class Transaction {
public:
    static Result<Transaction> begin(Database& database);
    Transaction(Transaction&& other) noexcept;
    Transaction& operator=(Transaction&&) = delete;
    Transaction(const Transaction&) = delete;
    Transaction& operator=(const Transaction&) = delete;
    ~Transaction();
    Result<void> commit();

private:
    explicit Transaction(Database& database)
        : m_database(&database)
    {
    }
    Database* m_database = nullptr;
};

} // namespace ferroscope::store
