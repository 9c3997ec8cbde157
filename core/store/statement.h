// SPDX-FileCopyrightText: The Ferroscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
// Statement: one prepared SQL statement, reusable. Parameters count from 1, columns from 0, as in SQLite.
// Text and blobs are bound without a copy: what they point at must live until the next reset().
// Used by one thread at a time (the Store's mutex).
#pragma once

#include "core/base/result.h"
#include <cstdint>
#include <sqlite3.h>
#include <string>
#include <string_view>

namespace ferroscope::store {

class Statement {
public:
    Statement() = default; // empty; only assignment is allowed
    explicit Statement(sqlite3_stmt* statement);
    Statement(Statement&& other) noexcept;
    Statement& operator=(Statement&& other) noexcept;
    Statement(const Statement&) = delete;
    Statement& operator=(const Statement&) = delete;
    ~Statement();

    bool isPrepared() const { return m_statement != nullptr; }
    Statement& bind(int parameter, std::int64_t value);
    Statement& bind(int parameter, double value);
    Statement& bindText(int parameter, std::string_view value);
    Statement& bindBlob(int parameter, std::string_view value);
    // true: there is a row to read; false: done, and the statement is reset.
    Result<bool> step();
    Result<void> run(); // steps to the end
    void reset();

    std::int64_t integer(int column) const;
    double real(int column) const;
    std::string bytes(int column) const; // text or blob

private:
    sqlite3_stmt* m_statement = nullptr;
};

// The Error of the last failed call on `database`.
Error sqliteError(sqlite3* database);

} // namespace ferroscope::store
