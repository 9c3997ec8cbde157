// SPDX-FileCopyrightText: The Ferroscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
// FactsCache: bytes by key, bounded in size. "Last used" counts sessions (open stores that touched the cache),
// not time, so that the order of eviction does not hang on a clock. Reads note what was used in memory; the
// notes are written with the next put() or by flush(), so a read never waits for a writer.
// Used by one thread at a time (the Store's mutex).
#pragma once

#include "core/store/database.h"
#include <optional>
#include <string>
#include <unordered_set>
#include <utility>
#include <vector>

namespace ferroscope::store {

class FactsCache {
public:
    using Entries = std::vector<std::pair<std::string, std::string>>;
    FactsCache(Database& database, std::uint64_t limit);
    std::optional<std::string> get(const std::string& key);
    Result<void> put(const Entries& entries); // replaces; nothing to do: nothing written
    Result<void> flush(); // the notes alone

private:
    Result<void> prepare();
    Result<void> write(const Entries& entries); // inside a transaction
    Result<void> countSession();
    Result<void> noteUses();
    Result<void> insert(const std::string& key, const std::string& value);
    Result<void> remove(const std::string& key);
    Result<void> evict(std::int64_t total);

    Database& m_database;
    std::uint64_t m_limit;
    std::int64_t m_session = 0; // 0: not yet counted
    std::int64_t m_growth = 0; // bytes, within one transaction
    std::unordered_set<std::string> m_used; // read since the last write
    Statement m_get, m_touch, m_find, m_removeKey, m_removeFacts, m_insertKey, m_insertFacts;
};

} // namespace ferroscope::store
