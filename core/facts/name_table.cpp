// SPDX-FileCopyrightText: The Ferroscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/facts/name_table.h"

#include "core/base/text_hash.h"

namespace ferroscope::facts {

std::size_t NameTable::slotOf(std::string_view text) const
{
    const std::size_t mask = m_slots.size() - 1;
    std::size_t slot = textHash(text) & mask;
    while (m_slots[slot] != 0 && this->text(m_slots[slot]) != text)
        slot = (slot + 1) & mask;
    return slot;
}

void NameTable::grow()
{
    std::size_t size = 64;
    while (size < m_ends.size() * 4)
        size *= 2;
    m_slots.assign(size, 0);
    for (NameId id = 1; id < m_ends.size(); ++id)
        m_slots[slotOf(text(id))] = id;
}

NameId NameTable::add(std::string_view text)
{
    if (text.empty())
        return 0;
    if (m_ends.size() * 2 > m_slots.size())
        grow();
    const std::size_t slot = slotOf(text);
    if (m_slots[slot] != 0)
        return m_slots[slot];
    m_bytes.append(text);
    m_ends.push_back(static_cast<std::uint32_t>(m_bytes.size()));
    return m_slots[slot] = static_cast<NameId>(m_ends.size() - 1);
}

} // namespace ferroscope::facts
