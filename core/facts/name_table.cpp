// SPDX-FileCopyrightText: The Ferroscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/facts/name_table.h"

#include <functional>

namespace ferroscope::facts {

NameId NameTable::add(std::string_view text)
{
    if (text.empty())
        return 0;
    std::vector<NameId>& bucket = m_index[std::hash<std::string_view> {}(text)];
    for (const NameId id : bucket) {
        if (this->text(id) == text)
            return id;
    }
    m_bytes.append(text);
    m_ends.push_back(static_cast<std::uint32_t>(m_bytes.size()));
    const auto id = static_cast<NameId>(m_ends.size() - 1);
    bucket.push_back(id);
    return id;
}

} // namespace ferroscope::facts
