// SPDX-FileCopyrightText: The Ferroscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
// textHash(): a hash of short texts for tables in memory; the library's own is a call and a loop over bytes.
// Never stored, and no order may hang on it: another machine may give other numbers.
#pragma once

#include <cstdint>
#include <cstring>
#include <string_view>

namespace ferroscope {

inline std::uint64_t textHash(std::string_view text)
{
    constexpr std::uint64_t kFactor = 0x9E3779B97F4A7C15ULL;
    const auto mix = [](std::uint64_t hash, std::uint64_t word) {
        hash = (hash ^ word) * kFactor;
        return hash ^ (hash >> 32U);
    };
    const char* at = text.data();
    std::size_t left = text.size();
    std::uint64_t hash = left * kFactor;
    std::uint64_t word = 0;
    for (; left > 8; at += 8, left -= 8) {
        std::memcpy(&word, at, 8);
        hash = mix(hash, word);
    }
    word = 0;
    if (left >= 4) { // the two halves may overlap
        std::uint32_t low = 0, high = 0;
        std::memcpy(&low, at, 4);
        std::memcpy(&high, at + left - 4, 4);
        word = static_cast<std::uint64_t>(high) << 32U | low;
    } else if (left > 0) {
        const auto byte = [&](std::size_t place) { return static_cast<std::uint64_t>(static_cast<unsigned char>(at[place])); };
        word = byte(0) << 16U | byte(left / 2) << 8U | byte(left - 1);
    }
    hash = mix(hash, word);
    return mix(hash, hash >> 29U);
}

} // namespace ferroscope
