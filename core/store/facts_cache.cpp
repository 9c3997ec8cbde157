// SPDX-FileCopyrightText: The Ferroscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/facts_cache.h"

namespace ferroscope::store {

FactsCache::FactsCache(Database& database, std::uint64_t limit)
    : m_database(database)
    , m_limit(limit)
{
}

Result<void> FactsCache::prepare()
{
    if (m_get.isPrepared())
        return {};
    const std::pair<Statement*, const char*> wanted[] {
        { &m_touch, "UPDATE facts_key SET used = ?1 WHERE key = ?2 AND used < ?1" },
        { &m_find, "SELECT facts_id, size FROM facts_key WHERE key = ?" },
        { &m_removeKey, "DELETE FROM facts_key WHERE key = ?" },
        { &m_removeFacts, "DELETE FROM facts WHERE id = ?" },
        { &m_insertFacts, "INSERT INTO facts(value) VALUES(?)" },
        { &m_insertKey, "INSERT INTO facts_key(key, facts_id, used, size) VALUES(?, ?, ?, ?)" },
        { &m_get, "SELECT facts.value FROM facts_key JOIN facts ON facts.id = facts_key.facts_id WHERE facts_key.key = ?" },
    };
    for (const auto& [statement, sql] : wanted) {
        auto prepared = m_database.prepare(sql);
        if (!prepared)
            return tl::unexpected(prepared.error());
        *statement = std::move(*prepared);
    }
    return {};
}

std::optional<std::string> FactsCache::get(const std::string& key)
{
    if (!prepare())
        return std::nullopt;
    m_get.bindText(1, key);
    const auto row = m_get.step();
    std::optional<std::string> value;
    if (row && *row) {
        value = m_get.bytes(0);
        m_used.insert(key);
    }
    m_get.reset();
    return value;
}

Result<void> FactsCache::countSession()
{
    if (m_session != 0)
        return {};
    if (auto done = m_database.execute("UPDATE counter SET value = value + 1 WHERE name = 'session'"); !done)
        return done;
    const auto session = m_database.number("SELECT value FROM counter WHERE name = 'session'");
    if (!session)
        return tl::unexpected(session.error());
    m_session = *session;
    return {};
}

Result<void> FactsCache::noteUses()
{
    for (const std::string& key : m_used) {
        if (auto done = m_touch.bind(1, m_session).bindText(2, key).run(); !done)
            return done;
    }
    return {};
}

Result<void> FactsCache::remove(const std::string& key)
{
    const auto row = m_find.bindText(1, key).step();
    if (!row)
        return tl::unexpected(row.error());
    if (!*row)
        return {};
    const std::int64_t id = m_find.integer(0);
    m_growth -= m_find.integer(1);
    m_find.reset();
    if (auto done = m_removeKey.bindText(1, key).run(); !done)
        return done;
    return m_removeFacts.bind(1, id).run();
}

Result<void> FactsCache::insert(const std::string& key, const std::string& value)
{
    if (auto done = m_insertFacts.bindBlob(1, value).run(); !done)
        return done;
    const auto size = static_cast<std::int64_t>(key.size() + value.size());
    m_growth += size;
    return m_insertKey.bindText(1, key).bind(2, m_database.lastInsertedId()).bind(3, m_session).bind(4, size).run();
}

// Down to nine tenths, so that not every run evicts. Ties (one session) go by key.
Result<void> FactsCache::evict(std::int64_t total)
{
    auto oldest = m_database.prepare("SELECT key, size FROM facts_key ORDER BY used, key");
    if (!oldest)
        return tl::unexpected(oldest.error());
    std::int64_t excess = total - static_cast<std::int64_t>(m_limit / 10 * 9);
    std::vector<std::string> keys;
    while (excess > 0) {
        const auto row = oldest->step();
        if (!row)
            return tl::unexpected(row.error());
        if (!*row)
            break;
        keys.push_back(oldest->bytes(0));
        excess -= oldest->integer(1);
    }
    oldest->reset();
    for (const std::string& key : keys) {
        if (auto done = remove(key); !done)
            return done;
    }
    return {};
}

Result<void> FactsCache::write(const Entries& entries)
{
    if (auto done = countSession(); !done)
        return done;
    if (auto done = noteUses(); !done)
        return done;
    for (const auto& [key, value] : entries) {
        if (auto done = remove(key); !done)
            return done;
        if (auto done = insert(key, value); !done)
            return done;
    }
    const auto before = m_database.number("SELECT value FROM counter WHERE name = 'facts_bytes'");
    if (!before)
        return tl::unexpected(before.error());
    if (const std::int64_t total = *before + m_growth; total > static_cast<std::int64_t>(m_limit)) {
        if (auto done = evict(total); !done)
            return done;
    }
    auto count = m_database.prepare("UPDATE counter SET value = value + ? WHERE name = 'facts_bytes'");
    if (!count)
        return tl::unexpected(count.error());
    return count->bind(1, m_growth).run();
}

Result<void> FactsCache::put(const Entries& entries)
{
    if (entries.empty() && m_used.empty())
        return {};
    if (auto done = prepare(); !done)
        return done;
    auto transaction = Transaction::begin(m_database);
    if (!transaction)
        return tl::unexpected(transaction.error());
    const std::int64_t session = m_session;
    m_growth = 0;
    auto done = write(entries);
    if (done)
        done = transaction->commit();
    if (done)
        m_used.clear();
    else
        m_session = session; // what was counted is rolled back
    return done;
}

Result<void> FactsCache::flush() { return put({}); }

} // namespace ferroscope::store
