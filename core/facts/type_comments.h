// SPDX-FileCopyrightText: The Ferroscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
// Type comments (PEP 484): "# type: (int, str) -> bool" after the head of a function, "# type: int" after a parameter.
#pragma once

#include <string_view>
#include <vector>

namespace ferroscope::facts {

// What the comment says after "# type:", with the white space Python allows; "" if it is no type comment
// ("# type: ignore" is none).
std::string_view typeComment(std::string_view comment);

struct SignatureComment {
    std::vector<std::string_view> parameters; // one "..." means: each parameter has its own comment
    std::string_view returns;
    bool isGiven = false; // false: the text is no signature
};

// `said` is what typeComment() gave. At most 255 parameters are read.
SignatureComment signatureComment(std::string_view said);

} // namespace ferroscope::facts
