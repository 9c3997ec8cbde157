// SPDX-FileCopyrightText: The Ferroscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
// pack, unpack: bytes <-> Zstandard frames, for what the store keeps in large pieces. The only includer of zstd.
#pragma once

#include <optional>
#include <sqlite3.h>
#include <string>
#include <string_view>

namespace ferroscope::store {

inline constexpr std::size_t kMostUnpacked = 4ULL << 30U; // bytes; a frame that claims more is damaged

std::string pack(std::string_view bytes);
std::optional<std::string> unpack(std::string_view packed); // nullopt: no frame, damaged, or too large
// SQL function pack(blob), for migrations. Returns an SQLite result code.
int addPackFunction(sqlite3* database);

} // namespace ferroscope::store
