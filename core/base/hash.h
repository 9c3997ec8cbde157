// SPDX-FileCopyrightText: The Ferroscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
// Content keys: XXH3 with 128 bits, printed as 32 lower-case hexadecimal digits. Not cryptographic.
#pragma once

#include <string>
#include <string_view>

namespace ferroscope {

std::string contentHash(std::string_view bytes);

} // namespace ferroscope
