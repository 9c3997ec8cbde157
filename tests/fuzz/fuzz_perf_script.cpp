// SPDX-FileCopyrightText: The Ferroscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/evidence/profiles/profile_formats.h"
#include "tests/fuzz/fuzz_profile.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    const auto profile = ferroscope::evidence::readPerfScript({ reinterpret_cast<const char*>(data), size });
    if (profile)
        ferroscope::fuzz::checkProfile(*profile);
    return 0;
}
