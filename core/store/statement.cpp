// SPDX-FileCopyrightText: The Ferroscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/statement.h"

#include <utility>

namespace ferroscope::store {

Error sqliteError(sqlite3* database)
{
    const int code = database ? sqlite3_errcode(database) & 0xFF : SQLITE_NOMEM; // without the extended part
    const char* const text = database ? sqlite3_errmsg(database) : "out of memory";
    const char* const file = database ? sqlite3_db_filename(database, "main") : nullptr;
    Error error { ErrorCode::Internal, file ? file : "", text };
    switch (code) {
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
        error.code = ErrorCode::StoreBusy;
        break;
    case SQLITE_NOTADB:
    case SQLITE_CORRUPT:
    case SQLITE_FORMAT:
        error.code = ErrorCode::StoreDamaged;
        break;
    case SQLITE_READONLY:
    case SQLITE_CANTOPEN:
    case SQLITE_PERM:
    case SQLITE_FULL:
    case SQLITE_IOERR:
    case SQLITE_TOOBIG:
        error.code = ErrorCode::CannotWrite;
        break;
    default:
        break;
    }
    return error;
}

Statement::Statement(sqlite3_stmt* statement)
    : m_statement(statement)
{
}

Statement::Statement(Statement&& other) noexcept
    : m_statement(std::exchange(other.m_statement, nullptr))
{
}

Statement& Statement::operator=(Statement&& other) noexcept
{
    std::swap(m_statement, other.m_statement);
    return *this;
}

Statement::~Statement() { sqlite3_finalize(m_statement); }

Statement& Statement::bind(int parameter, std::int64_t value)
{
    sqlite3_bind_int64(m_statement, parameter, value);
    return *this;
}

Statement& Statement::bind(int parameter, double value)
{
    sqlite3_bind_double(m_statement, parameter, value);
    return *this;
}

// An empty view may hold a null pointer, which SQLite would bind as NULL.
Statement& Statement::bindText(int parameter, std::string_view value)
{
    sqlite3_bind_text64(m_statement, parameter, value.empty() ? "" : value.data(), value.size(), SQLITE_STATIC, SQLITE_UTF8);
    return *this;
}

Statement& Statement::bindBlob(int parameter, std::string_view value)
{
    sqlite3_bind_blob64(m_statement, parameter, value.empty() ? "" : value.data(), value.size(), SQLITE_STATIC);
    return *this;
}

Result<bool> Statement::step()
{
    const int code = sqlite3_step(m_statement);
    if (code == SQLITE_ROW)
        return true;
    if (code == SQLITE_DONE) {
        reset();
        return false;
    }
    Error error = sqliteError(sqlite3_db_handle(m_statement));
    reset();
    return tl::unexpected(std::move(error));
}

Result<void> Statement::run()
{
    for (;;) {
        const Result<bool> row = step();
        if (!row)
            return tl::unexpected(row.error());
        if (!*row)
            return {};
    }
}

void Statement::reset()
{
    sqlite3_reset(m_statement);
    sqlite3_clear_bindings(m_statement);
}

std::int64_t Statement::integer(int column) const { return sqlite3_column_int64(m_statement, column); }
double Statement::real(int column) const { return sqlite3_column_double(m_statement, column); }

std::string Statement::bytes(int column) const
{
    const void* const data = sqlite3_column_blob(m_statement, column); // before the size: it may convert
    const int size = sqlite3_column_bytes(m_statement, column);
    return data ? std::string(static_cast<const char*>(data), static_cast<std::size_t>(size)) : std::string();
}

} // namespace ferroscope::store
