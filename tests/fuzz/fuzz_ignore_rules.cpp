// SPDX-FileCopyrightText: The Ferroscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
// The first line is the path, the rest the rules.
#include "core/source/ignore_rules.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    const std::string_view text(reinterpret_cast<const char*>(data), size);
    const std::string_view path = text.substr(0, text.find('\n'));
    const auto rules = ferroscope::source::IgnoreRules::parse(text.substr(path.size()));
    (void)rules.match(path, false);
    (void)rules.match(path, true);
    return 0;
}
