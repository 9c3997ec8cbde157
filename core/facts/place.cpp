// SPDX-FileCopyrightText: The Ferroscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/facts/file_facts.h"

#include <algorithm>

namespace ferroscope::facts {

std::string FileFacts::place(std::uint32_t line) const
{
    const auto after = std::upper_bound(cells.begin(), cells.end(), line, [](std::uint32_t at, const Cell& cell) { return at < cell.firstLine; });
    if (after == cells.begin())
        return "line " + std::to_string(line);
    const Cell& cell = *(after - 1);
    return "cell " + std::to_string(cell.number) + ", line " + std::to_string(line - cell.firstLine + 1);
}

} // namespace ferroscope::facts
