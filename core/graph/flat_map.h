// SPDX-FileCopyrightText: The Ferroscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
// FlatMap: 64-bit keys -> 32-bit values in one array, for tables that are asked millions of times.
// Keys are never removed. Not thread-safe while it grows.
#pragma once

#include <cstdint>
#include <utility>
#include <vector>

namespace ferroscope::graph {

class FlatMap {
public:
    static constexpr std::uint32_t kMissing = 0xFFFFFFFFU;

    std::uint32_t find(std::uint64_t key) const
    {
        if (m_slots.empty())
            return kMissing;
        for (std::size_t slot = hash(key) & m_mask;; slot = (slot + 1) & m_mask) {
            if (m_slots[slot].value == kMissing || m_slots[slot].is(key))
                return m_slots[slot].value;
        }
    }
    void reserve(std::size_t count)
    {
        while (m_slots.size() * 3 < count * 4)
            grow();
    }
    // The value of `key`, which becomes `value` if there was none; and whether it is new.
    std::pair<std::uint32_t, bool> insert(std::uint64_t key, std::uint32_t value)
    {
        if ((m_size + 1) * 4 > m_slots.size() * 3)
            grow();
        for (std::size_t slot = hash(key) & m_mask;; slot = (slot + 1) & m_mask) {
            if (m_slots[slot].value == kMissing) {
                m_slots[slot] = { static_cast<std::uint32_t>(key), static_cast<std::uint32_t>(key >> 32U), value };
                ++m_size;
                return { value, true };
            }
            if (m_slots[slot].is(key))
                return { m_slots[slot].value, false };
        }
    }
    void set(std::uint64_t key, std::uint32_t value)
    {
        if (insert(key, value).second)
            return;
        for (std::size_t slot = hash(key) & m_mask;; slot = (slot + 1) & m_mask) {
            if (m_slots[slot].is(key)) {
                m_slots[slot].value = value;
                return;
            }
        }
    }

private:
    struct Slot { // 12 bytes: a key in one piece would make it 16
        std::uint32_t low = 0, high = 0; // of the key
        std::uint32_t value = kMissing;
        std::uint64_t key() const { return static_cast<std::uint64_t>(high) << 32U | low; }
        bool is(std::uint64_t other) const { return key() == other; }
    };
    static std::size_t hash(std::uint64_t key)
    {
        key = (key ^ (key >> 31U)) * 0x9E3779B97F4A7C15ULL;
        return static_cast<std::size_t>(key ^ (key >> 32U));
    }
    void grow()
    {
        std::vector<Slot> old(m_slots.empty() ? 1024 : m_slots.size() * 2);
        old.swap(m_slots);
        m_mask = m_slots.size() - 1;
        for (const Slot& each : old) {
            if (each.value == kMissing)
                continue;
            std::size_t slot = hash(each.key()) & m_mask;
            while (m_slots[slot].value != kMissing)
                slot = (slot + 1) & m_mask;
            m_slots[slot] = each;
        }
    }

    std::vector<Slot> m_slots;
    std::size_t m_mask = 0, m_size = 0;
};

} // namespace ferroscope::graph
