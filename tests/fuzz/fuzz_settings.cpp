// SPDX-FileCopyrightText: The Ferroscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
// What could be read is written and reads back equal.
#include "core/settings/settings.h"
#include <cstdlib>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    using namespace ferroscope::settings;
    const auto settings = readSettings({ reinterpret_cast<const char*>(data), size }, "x");
    if (!settings)
        return 0;
    const auto again = readSettings(writeSettings(*settings), "x");
    if (!again || *again != *settings)
        std::abort();
    return 0;
}
