// SPDX-FileCopyrightText: The Ferroscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/facts/lines.h"
#include "core/base/text.h"

#include <algorithm>

namespace ferroscope::facts {

LineClasses::LineClasses(std::string_view text)
    : m_text(text)
{
    const auto newlines = static_cast<std::size_t>(std::count(text.begin(), text.end(), '\n'));
    m_kinds.assign(newlines + (!text.empty() && text.back() != '\n' ? 1 : 0), 0);
}

LineCounts LineClasses::count() const
{
    LineCounts counts;
    counts.physical = static_cast<std::uint32_t>(m_kinds.size());
    std::size_t begin = 0;
    for (const unsigned char kind : m_kinds) {
        const std::size_t end = std::min(m_text.find('\n', begin), m_text.size());
        switch (kind) {
        case 3:
            ++counts.code;
            break;
        case 2:
            ++counts.doc;
            break;
        case 1:
            ++counts.comment;
            break;
        default:
            ++(trimmed(m_text.substr(begin, end - begin)).empty() ? counts.blank : counts.code);
        }
        begin = end + 1;
    }
    return counts;
}

} // namespace ferroscope::facts
