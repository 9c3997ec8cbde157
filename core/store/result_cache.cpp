// SPDX-FileCopyrightText: The Ferroscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/result_cache.h"
#include "core/store/pack.h"

namespace ferroscope::store {

std::optional<StoredResult> ResultCache::get(const std::string& root, const std::string& settings, const std::string& sources)
{
    auto find = m_database.prepare("SELECT doubtful, value FROM result WHERE root = ? AND settings = ? AND sources = ?");
    if (!find)
        return std::nullopt;
    const auto row = find->bindBlob(1, root).bindText(2, settings).bindText(3, sources).step();
    if (!row || !*row)
        return std::nullopt;
    std::optional<std::string> value = unpack(find->bytes(1));
    if (!value)
        return std::nullopt;
    m_used.emplace_back(root, settings);
    return StoredResult { find->bytes(0), std::move(*value) };
}

Result<void> ResultCache::put(const std::string& root, const std::string& settings, const std::string& sources, const StoredResult& result)
{
    const std::string packed = pack(result.value);
    if (packed.empty() || packed.size() > m_limit)
        return {};
    auto transaction = Transaction::begin(m_database);
    if (!transaction)
        return tl::unexpected(transaction.error());
    auto insert = m_database.prepare("INSERT OR REPLACE INTO result(root, settings, sources, doubtful, value, size, used) "
                                     "VALUES(?, ?, ?, ?, ?, ?, (SELECT coalesce(max(used), 0) + 1 FROM result))");
    if (!insert)
        return tl::unexpected(insert.error());
    insert->bindBlob(1, root).bindText(2, settings).bindText(3, sources).bindBlob(4, result.doubtful).bindBlob(5, packed);
    if (auto done = insert->bind(6, static_cast<std::int64_t>(packed.size() + result.doubtful.size())).run(); !done)
        return done;
    if (auto done = evict(); !done)
        return done;
    return transaction->commit();
}

Result<void> ResultCache::evict()
{
    auto total = m_database.number("SELECT coalesce(sum(size), 0) FROM result");
    if (!total)
        return tl::unexpected(total.error());
    for (std::int64_t left = *total; left > static_cast<std::int64_t>(m_limit);) {
        const auto size = m_database.number("SELECT size FROM result ORDER BY used LIMIT 1");
        if (!size)
            return tl::unexpected(size.error());
        if (auto done = m_database.execute("DELETE FROM result WHERE id = (SELECT id FROM result ORDER BY used LIMIT 1)"); !done)
            return done;
        left -= *size;
    }
    return {};
}

Result<void> ResultCache::forget(const std::string& root)
{
    auto remove = m_database.prepare("DELETE FROM result WHERE root = ?");
    return remove ? remove->bindBlob(1, root).run() : tl::unexpected(remove.error());
}

Result<void> ResultCache::flush()
{
    if (m_used.empty())
        return {};
    auto touch = m_database.prepare("UPDATE result SET used = (SELECT max(used) + 1 FROM result) WHERE root = ? AND settings = ?");
    if (!touch)
        return tl::unexpected(touch.error());
    for (const auto& [root, settings] : m_used) {
        if (auto done = touch->bindBlob(1, root).bindText(2, settings).run(); !done)
            return done;
    }
    m_used.clear();
    return {};
}

} // namespace ferroscope::store
