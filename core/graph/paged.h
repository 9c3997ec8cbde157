// SPDX-FileCopyrightText: The Ferroscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
// Paged: an array that grows without ever being copied, for millions of small records: its peak is its size.
// Elements keep their place in memory. Not thread-safe while it grows.
#pragma once

#include <cstddef>
#include <memory>
#include <type_traits>
#include <vector>

namespace ferroscope::graph {

template <typename T>
class Paged {
    static_assert(std::is_trivially_copyable_v<T>);

public:
    std::size_t size() const { return m_size; }
    T& operator[](std::size_t at) { return m_pages[at >> kBits][at & kMask]; }
    const T& operator[](std::size_t at) const { return m_pages[at >> kBits][at & kMask]; }
    void push_back(const T& value)
    {
        if (m_size == m_pages.size() << kBits)
            m_pages.push_back(std::make_unique_for_overwrite<T[]>(kMask + 1));
        (*this)[m_size++] = value;
    }
    void clear()
    {
        std::vector<std::unique_ptr<T[]>>().swap(m_pages);
        m_size = 0;
    }

private:
    static constexpr std::size_t kBits = 12, kMask = (std::size_t { 1 } << kBits) - 1;
    std::vector<std::unique_ptr<T[]>> m_pages;
    std::size_t m_size = 0;
};

} // namespace ferroscope::graph
