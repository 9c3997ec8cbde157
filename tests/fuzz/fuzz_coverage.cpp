// SPDX-FileCopyrightText: The Ferroscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/evidence/coverage/read_coverage.h"
#include <algorithm>
#include <cstdlib>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    const auto coverage = ferroscope::evidence::readCoverage({ reinterpret_cast<const char*>(data), size });
    if (!coverage)
        return 0;
    for (const auto& [name, file] : coverage->files) {
        if (!std::is_sorted(file.run.begin(), file.run.end()) || !std::is_sorted(file.missed.begin(), file.missed.end()))
            std::abort();
    }
    return 0;
}
