// SPDX-FileCopyrightText: The Ferroscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
// LineClasses: every physical line is code, doc, comment or blank; code wins over doc, doc over comment
// (reference/metrics.md 2.1). Rows are 0-based; lines end with \n (other line ends are made \n before parsing).
#pragma once

#include "core/facts/file_facts.h"
#include <string_view>

namespace ferroscope::facts {

class LineClasses {
public:
    explicit LineClasses(std::string_view text);
    void code(std::uint32_t firstRow, std::uint32_t lastRow) { mark(firstRow, lastRow, 3); }
    void doc(std::uint32_t firstRow, std::uint32_t lastRow) { mark(firstRow, lastRow, 2); }
    void comment(std::uint32_t row) { mark(row, row, 1); }
    // What no token touched but is not white space (a lone backslash, text that could not be parsed) is code.
    LineCounts count() const;

private:
    void mark(std::uint32_t firstRow, std::uint32_t lastRow, unsigned char kind)
    {
        for (std::uint32_t row = firstRow; row <= lastRow && row < m_kinds.size(); ++row) {
            if (m_kinds[row] < kind)
                m_kinds[row] = kind;
        }
    }
    std::string_view m_text;
    std::vector<unsigned char> m_kinds;
};

} // namespace ferroscope::facts
