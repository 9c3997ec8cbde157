// SPDX-FileCopyrightText: The Ferroscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
// NameTable: the distinct strings of one file, each stored once. A NameId is an index into it; 0 is "".
// Not thread-safe while names are added; free to read from any thread afterwards.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace ferroscope::facts {

using NameId = std::uint32_t;

class NameTable {
public:
    NameTable() { m_ends.push_back(0); }
    NameId add(std::string_view text);
    std::string_view text(NameId id) const
    {
        const std::uint32_t begin = id == 0 ? 0 : m_ends[id - 1];
        return std::string_view(m_bytes).substr(begin, m_ends[id] - begin);
    }
    std::size_t size() const { return m_ends.size(); }
    // Forgets the look-up index, which only add() needs.
    void freeze()
    {
        std::vector<NameId>().swap(m_slots);
        m_bytes.shrink_to_fit();
        m_ends.shrink_to_fit();
    }

private:
    void grow();
    std::size_t slotOf(std::string_view text) const; // of the name, or where it goes

    std::string m_bytes;
    std::vector<std::uint32_t> m_ends; // m_ends[i] = end of name i in m_bytes
    std::vector<NameId> m_slots; // by hash of the text, then the next free one; 0: free; a power of two, or none
};

} // namespace ferroscope::facts
