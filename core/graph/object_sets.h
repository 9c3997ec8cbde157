// SPDX-FileCopyrightText: The Ferroscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
// ObjectSets: small sets of numbers in order of arrival, many of which are equal. Nodes that got the same numbers in
// the same order share one array, as do a set and what grew out of it, so a set costs a node four bytes.
//
// A set is its size and a handle: of one number the number itself, else where its last stands. Sets are never
// changed: with() gives another. Not thread-safe.
#pragma once

#include "core/graph/flat_map.h"
#include "core/graph/paged.h"
#include <algorithm>

namespace ferroscope::graph {

class ObjectSets {
public:
    using Handle = std::uint32_t;
    static constexpr std::uint32_t kMost = 16; // numbers of a set

    std::uint32_t at(Handle set, std::uint32_t size, std::uint32_t position) const
    {
        return size == 1 ? set : m_numbers[set - size + 1 + position];
    }
    bool contains(Handle set, std::uint32_t size, std::uint32_t number) const
    {
        for (std::uint32_t position = size; position-- > 0;) {
            if (at(set, size, position) == number)
                return true;
        }
        return false;
    }
    // The set of `size` < kMost numbers and one more that is not in it; no number is kFree.
    Handle with(Handle set, std::uint32_t size, std::uint32_t number)
    {
        if (size == 0)
            return number;
        const std::uint64_t key = static_cast<std::uint64_t>(set) << 32U | number;
        const bool inPlace = size > 1 && size < room(size) && m_numbers[set + 1] == kFree;
        const auto next = inPlace ? set + 1 : static_cast<Handle>(m_numbers.size()) + size;
        const auto [known, isNew] = (size == 1 ? m_pairs : m_larger).insert(key, next);
        if (!isNew)
            return known;
        if (!inPlace) {
            for (std::uint32_t position = 0; position < room(size + 1); ++position)
                m_numbers.push_back(position < size ? at(set, size, position) : kFree);
        }
        m_numbers[next] = number;
        return next;
    }
    // The first `count` > 0 numbers of a set.
    Handle prefix(Handle set, std::uint32_t size, std::uint32_t count) const
    {
        return count == 1 ? at(set, size, 0) : set - size + count;
    }

private:
    static constexpr std::uint32_t kFree = 0xFFFFFFFFU;
    static constexpr std::uint32_t room(std::uint32_t size) { return size <= 4 ? 4 : size <= 8 ? 8 : kMost; }

    Paged<std::uint32_t> m_numbers; // arrays of room(size) places
    FlatMap m_pairs; // (number, number) -> set
    FlatMap m_larger; // (set, number) -> set
};

} // namespace ferroscope::graph
