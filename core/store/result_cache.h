// SPDX-FileCopyrightText: The Ferroscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
// ResultCache: one whole result per root and settings, packed, bounded in size; the longest unused go first.
// "Used" is a running number, not a time. Uses are noted in memory and written by flush(), so a read never waits
// for a writer. Used by one thread at a time (the Store's mutex).
#pragma once

#include "core/store/database.h"
#include "core/store/store.h"

namespace ferroscope::store {

class ResultCache {
public:
    ResultCache(Database& database, std::uint64_t limit)
        : m_database(database)
        , m_limit(limit)
    {
    }
    std::optional<StoredResult> get(const std::string& root, const std::string& settings, const std::string& sources);
    Result<void> put(const std::string& root, const std::string& settings, const std::string& sources, const StoredResult& result);
    Result<void> forget(const std::string& root);
    Result<void> flush();

private:
    Result<void> evict();
    Database& m_database;
    std::uint64_t m_limit;
    std::vector<std::pair<std::string, std::string>> m_used; // root, settings
};

} // namespace ferroscope::store
