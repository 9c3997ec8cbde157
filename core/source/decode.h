// SPDX-FileCopyrightText: The Ferroscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
// Bytes of a Python file -> UTF-8 text, after PEP 263 and the BOM rules of the language reference.
// Never fails: what cannot be decoded is replaced and said.
#pragma once

#include <string>
#include <string_view>

namespace ferroscope::source {

struct Decoded {
    std::string text; // UTF-8 without BOM; NUL bytes replaced by U+FFFD; newlines as in the file
    std::string encoding; // "utf-8", "latin-1", "utf-16-le", ... the one that was used
    std::string problem; // "" or one sentence: "3 bytes are not UTF-8 and were replaced", "unknown encoding 'x'", "contains NUL bytes"
};

Decoded decode(std::string bytes);

} // namespace ferroscope::source
