// SPDX-FileCopyrightText: The Ferroscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/source/notebook.h"
#include <algorithm>
#include <cstdlib>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    const auto notebook = ferroscope::source::readNotebook({ reinterpret_cast<const char*>(data), size });
    // Every cell begins inside the text, after the one before it.
    const auto lines = static_cast<std::size_t>(std::count(notebook.text.begin(), notebook.text.end(), '\n'));
    std::uint32_t before = 0;
    for (const ferroscope::source::CellStart& cell : notebook.cells) {
        if (cell.firstLine <= before || cell.firstLine > lines)
            std::abort();
        before = cell.firstLine;
    }
    return 0;
}
