// SPDX-FileCopyrightText: The Ferroscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
// Marshal: Python's own serialization, as far as profiles use it: numbers, texts, tuples, dicts, None and bools,
// of marshal versions 0 to 5 (Python 2.7 to 3.15). Read into a pool of nodes without recursion over the input's
// depth beyond kDeepestMarshal; nothing is constructed, nothing can run.
#pragma once

#include "core/base/result.h"
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace ferroscope::evidence {

inline constexpr int kDeepestMarshal = 100; // as deep as Python would nest here is 4
inline constexpr std::size_t kMostMarshalNodes = 16'000'000; // objects

struct MarshalValue {
    enum class Kind : std::uint8_t { None, Bool, Integer, Float, Text, Tuple, Dict };
    Kind kind = Kind::None;
    bool isHuge = false; // an integer beyond 64 bits: `integer` is no number of it
    std::uint32_t size = 0; // Text: bytes. Tuple: items. Dict: 2 × pairs
    union {
        std::int64_t integer = 0; // Integer, Bool
        double real; // Float
        std::size_t first; // Text: offset in the input. Tuple, Dict: first of its items in Marshal::items
    };
};

struct Marshal {
    std::string_view bytes; // the input, which must outlive this
    std::vector<MarshalValue> values;
    std::vector<std::uint32_t> items; // of tuples and dicts (key, value, key, value, …): indices of values
    std::uint32_t root = 0;

    const MarshalValue& at(std::uint32_t index) const { return values[index]; }
    const MarshalValue& item(const MarshalValue& container, std::uint32_t which) const { return values[items[container.first + which]]; }
    std::uint32_t itemIndex(const MarshalValue& container, std::uint32_t which) const { return items[container.first + which]; }
    std::string_view text(const MarshalValue& value) const { return bytes.substr(value.first, value.size); }
};

// BadInput names the offset. Bytes after the one object are an error, too.
Result<Marshal> readMarshal(std::string_view bytes);

} // namespace ferroscope::evidence
