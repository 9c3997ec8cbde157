// SPDX-FileCopyrightText: The Ferroscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/migrations.h"

#include <array>
#include <string>

namespace ferroscope::store {

namespace {

// A document is stored once however many snapshots have it (a run without changes adds a row, not megabytes).
// Cached facts are apart from their keys, so that marking an entry as used rewrites a small row, not its bytes.
constexpr const char* kVersion1 = R"sql(
CREATE TABLE project(
    id INTEGER PRIMARY KEY,
    root BLOB NOT NULL UNIQUE,
    name TEXT NOT NULL
);
CREATE TABLE document(
    id INTEGER PRIMARY KEY,
    hash TEXT NOT NULL UNIQUE,
    json BLOB NOT NULL
);
CREATE TABLE snapshot(
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    project_id INTEGER NOT NULL REFERENCES project(id) ON DELETE CASCADE,
    document_id INTEGER NOT NULL REFERENCES document(id),
    saved_at INTEGER NOT NULL,
    commit_id TEXT NOT NULL,
    sentence TEXT NOT NULL,
    readiness_low REAL NOT NULL,
    readiness_likely REAL NOT NULL,
    readiness_high REAL NOT NULL,
    verdicts TEXT NOT NULL,
    modules INTEGER NOT NULL
);
CREATE INDEX snapshot_of_project ON snapshot(project_id, id);
CREATE INDEX snapshot_of_document ON snapshot(document_id);
CREATE TABLE facts(
    id INTEGER PRIMARY KEY,
    value BLOB NOT NULL
);
CREATE TABLE facts_key(
    key TEXT PRIMARY KEY,
    facts_id INTEGER NOT NULL REFERENCES facts(id),
    used INTEGER NOT NULL,
    size INTEGER NOT NULL
) WITHOUT ROWID;
CREATE INDEX facts_key_of_facts ON facts_key(facts_id);
CREATE TABLE counter(
    name TEXT PRIMARY KEY,
    value INTEGER NOT NULL
) WITHOUT ROWID;
INSERT INTO counter(name, value) VALUES('session', 0), ('facts_bytes', 0);
)sql";

// Whole results beside the facts; documents are packed.
constexpr const char* kVersion2 = R"sql(
CREATE TABLE result(
    id INTEGER PRIMARY KEY,
    root BLOB NOT NULL,
    settings TEXT NOT NULL,
    sources TEXT NOT NULL,
    used INTEGER NOT NULL,
    size INTEGER NOT NULL,
    doubtful BLOB NOT NULL,
    value BLOB NOT NULL,
    UNIQUE(root, settings)
);
CREATE INDEX result_by_use ON result(used);
ALTER TABLE document RENAME COLUMN json TO packed;
UPDATE document SET packed = pack(packed);
)sql";

// By folder, not by project: a folder has settings before its first analysis is kept.
constexpr const char* kVersion3 = R"sql(
CREATE TABLE settings(
    root BLOB PRIMARY KEY,
    toml TEXT NOT NULL
) WITHOUT ROWID;
)sql";

constexpr std::array<Migration, 3> kMigrations { { { 1, kVersion1 }, { 2, kVersion2 }, { 3, kVersion3 } } };

// A file without our mark may be filled only if it is empty: it could belong to another program. Tables are
// counted first: another process that creates them now sets the mark in the same transaction.
Result<void> checkOwner(Database& database)
{
    const auto tables = database.number("SELECT count(*) FROM sqlite_master");
    if (!tables)
        return tl::unexpected(tables.error());
    const auto owner = database.number("PRAGMA application_id");
    if (!owner)
        return tl::unexpected(owner.error());
    if (*owner != kApplicationId && (*owner != 0 || *tables != 0))
        return failure(ErrorCode::StoreDamaged, {}, "a SQLite file of another program");
    return {};
}

Result<void> apply(Database& database, const Migration& step)
{
    auto transaction = Transaction::begin(database);
    if (!transaction)
        return tl::unexpected(transaction.error());
    // Another process may have done it while this one waited for the lock.
    const auto version = database.number("PRAGMA user_version");
    if (!version)
        return tl::unexpected(version.error());
    if (*version >= step.version)
        return {};
    if (auto done = database.execute(step.sql); !done)
        return done;
    const std::string stamp = "PRAGMA user_version=" + std::to_string(step.version)
        + "; PRAGMA application_id=" + std::to_string(kApplicationId);
    if (auto done = database.execute(stamp.c_str()); !done)
        return done;
    return transaction->commit();
}

} // namespace

std::span<const Migration> migrations() { return kMigrations; }

Result<void> migrate(Database& database, std::span<const Migration> steps)
{
    if (auto done = checkOwner(database); !done)
        return done;
    const auto version = database.number("PRAGMA user_version");
    if (!version)
        return tl::unexpected(version.error());
    const int newest = steps.empty() ? 0 : steps.back().version;
    if (*version > newest) {
        return failure(ErrorCode::StoreTooNew, {},
            "schema version " + std::to_string(*version) + ", this program knows " + std::to_string(newest));
    }
    for (const Migration& step : steps) {
        if (step.version <= *version)
            continue;
        if (auto done = apply(database, step); !done)
            return done;
    }
    return {};
}

} // namespace ferroscope::store
