// SPDX-FileCopyrightText: The Ferroscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
// JsonTree: a JSON document of unknown origin as a compact tree (16 bytes per value and its text), made by the
// event parser of nlohmann-json within limits, so that a hostile file costs bounded memory and no stack. Values
// of the wrong type answer as if they were absent: readers ask for what they need and check that it is there.
#pragma once

#include "core/base/result.h"
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace ferroscope::evidence {

inline constexpr std::size_t kMostJsonValues = 24'000'000; // 384 MiB of tree
inline constexpr std::size_t kDeepestJson = 10'000; // arrays and objects in each other
inline constexpr std::size_t kLongestJsonText = 1ULL << 20U; // bytes of one string or number as written

class JsonTree {
public:
    using Id = std::uint32_t; // of a value
    static constexpr Id kNone = 0; // absent; the root is 1

    Id root() const { return m_nodes.size() > 1 ? 1 : kNone; }
    bool isObject(Id value) const { return typeOf(value) == Type::Object; }
    bool isArray(Id value) const { return typeOf(value) == Type::Array; }
    bool isText(Id value) const { return typeOf(value) == Type::Text; }
    bool isNumber(Id value) const { return typeOf(value) == Type::Number; }
    Id first(Id container) const { return isObject(container) || isArray(container) ? m_nodes[container].child : kNone; }
    Id next(Id value) const { return value == kNone ? kNone : m_nodes[value].next; } // in the same container
    std::string_view key(Id member) const; // "" in arrays; duplicate members stay, the first one is found
    Id member(Id object, std::string_view name) const; // linear
    std::string_view text(Id value) const; // "" if it is none
    std::optional<double> number(Id value) const; // finite
    std::optional<std::uint32_t> index(Id value) const; // a whole number below 2^32
    bool isTrue(Id value) const { return typeOf(value) == Type::True; }

private:
    friend class JsonTreeBuilder;
    enum class Type : std::uint8_t { Null, True, False, Number, Text, Array, Object };
    struct Node {
        Id next = 0;
        std::uint32_t keyAndType = 0; // key: index in m_keys << 3
        union {
            double number = 0;
            std::uint64_t text; // offset in m_texts, which holds the length before the bytes
            Id child;
        };
    };
    Type typeOf(Id value) const { return value == kNone || value >= m_nodes.size() ? Type::Null : static_cast<Type>(m_nodes[value].keyAndType & 7U); }

    std::vector<Node> m_nodes { Node {} };
    std::vector<std::string> m_keys { {} }; // distinct
    std::string m_texts;
};

// BadInput: no JSON, or beyond a limit.
Result<JsonTree> readJsonTree(std::string_view bytes);

} // namespace ferroscope::evidence
