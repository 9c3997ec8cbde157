// SPDX-FileCopyrightText: The Ferroscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/pack.h"

#include <zstd.h>

namespace ferroscope::store {

namespace {

constexpr int kLevel = 1; // an eighth of the size of a document; higher levels cost time and save little

void packInSql(sqlite3_context* context, int, sqlite3_value** arguments)
{
    const auto* const bytes = static_cast<const char*>(sqlite3_value_blob(arguments[0]));
    const std::string packed = pack({ bytes ? bytes : "", static_cast<std::size_t>(sqlite3_value_bytes(arguments[0])) });
    sqlite3_result_blob64(context, packed.data(), packed.size(), SQLITE_TRANSIENT);
}

} // namespace

std::string pack(std::string_view bytes)
{
    std::string out(ZSTD_compressBound(bytes.size()), '\0');
    const std::size_t size = ZSTD_compress(out.data(), out.size(), bytes.data(), bytes.size(), kLevel);
    out.resize(ZSTD_isError(size) != 0 ? 0 : size);
    return out;
}

std::optional<std::string> unpack(std::string_view packed)
{
    const unsigned long long size = ZSTD_getFrameContentSize(packed.data(), packed.size());
    if (size == ZSTD_CONTENTSIZE_ERROR || size == ZSTD_CONTENTSIZE_UNKNOWN || size > kMostUnpacked
        || size / 1'000'000 > packed.size()) // more than Zstandard can pack: no memory for a claim
        return std::nullopt;
    std::string out(static_cast<std::size_t>(size), '\0');
    const std::size_t got = ZSTD_decompress(out.data(), out.size(), packed.data(), packed.size());
    if (ZSTD_isError(got) != 0 || got != out.size())
        return std::nullopt;
    return out;
}

int addPackFunction(sqlite3* database)
{
    return sqlite3_create_function_v2(database, "pack", 1, SQLITE_UTF8 | SQLITE_DETERMINISTIC, nullptr, packInSql, nullptr, nullptr, nullptr);
}

} // namespace ferroscope::store
