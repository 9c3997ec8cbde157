// SPDX-FileCopyrightText: The Ferroscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
// NameKeys: the distinct names of a whole program, numbered; 0 is "". Texts of the facts are referred to, not copied,
// so the facts must outlive it; texts that were put together are kept. Not thread-safe while it grows.
#pragma once

#include "core/base/text_hash.h"
#include <memory>
#include <string>
#include <vector>

namespace ferroscope::graph {

class NameKeys {
public:
    using NameKey = std::uint32_t;

    NameKeys()
    {
        m_texts.push_back({ "", 0, 0 });
        m_slots.resize(1024);
    }
    std::string_view operator[](NameKey key) const { return { m_texts[key].data, m_texts[key].size }; }
    // `text` must live as long as this.
    NameKey refer(std::string_view text)
    {
        return add(text, false);
    }
    NameKey copy(std::string_view text)
    {
        return add(text, true);
    }

private:
    struct Text {
        const char* data;
        std::uint32_t size;
        std::uint32_t hash;
    };
    static constexpr std::size_t kPage = 1U << 15U; // bytes

    NameKey add(std::string_view text, bool isCopied)
    {
        if (text.empty())
            return 0;
        const auto hash = static_cast<std::uint32_t>(textHash(text));
        const std::size_t mask = m_slots.size() - 1;
        std::size_t slot = hash & mask;
        for (; m_slots[slot] != 0; slot = (slot + 1) & mask) {
            const Text& known = m_texts[m_slots[slot]];
            if (known.hash == hash && std::string_view(known.data, known.size) == text)
                return m_slots[slot];
        }
        const auto made = static_cast<NameKey>(m_texts.size());
        m_texts.push_back({ isCopied ? keep(text) : text.data(), static_cast<std::uint32_t>(text.size()), hash });
        m_slots[slot] = made;
        if (m_texts.size() * 2 > m_slots.size())
            grow();
        return made;
    }
    const char* keep(std::string_view text)
    {
        if (m_pages.empty() || m_used + text.size() > m_room) {
            m_room = text.size() > kPage ? text.size() : kPage;
            m_used = 0;
            m_pages.push_back(std::make_unique_for_overwrite<char[]>(m_room));
        }
        char* at = m_pages.back().get() + m_used;
        std::memcpy(at, text.data(), text.size());
        m_used += text.size();
        return at;
    }
    void grow()
    {
        std::vector<NameKey>(m_slots.size() * 2).swap(m_slots);
        const std::size_t mask = m_slots.size() - 1;
        for (NameKey key = 1; key < m_texts.size(); ++key) {
            std::size_t slot = m_texts[key].hash & mask;
            while (m_slots[slot] != 0)
                slot = (slot + 1) & mask;
            m_slots[slot] = key;
        }
    }

    std::vector<Text> m_texts; // by NameKey
    std::vector<NameKey> m_slots; // by hash; 0: free; a power of two
    std::vector<std::unique_ptr<char[]>> m_pages; // of copied texts
    std::size_t m_used = 0, m_room = 0; // of the last page
};

} // namespace ferroscope::graph
