// SPDX-FileCopyrightText: The Ferroscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/evidence/profiles/profile_formats.h"
#include "tests/fuzz/fuzz_profile.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    using namespace ferroscope::evidence;
    const auto tree = readJsonTree({ reinterpret_cast<const char*>(data), size });
    if (!tree || !looksLikePyinstrument(*tree))
        return 0;
    const auto profile = readPyinstrument(*tree);
    if (profile)
        ferroscope::fuzz::checkProfile(*profile);
    return 0;
}
