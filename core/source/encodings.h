// SPDX-FileCopyrightText: The Ferroscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
// The encodings a Python file may declare, by Python's names for them, and the way from them to UTF-8.
#pragma once

#include <string>
#include <string_view>

namespace ferroscope::source {

struct Encoding {
    std::string_view name; // Python's: "utf-8", "latin-1", "cp1252", "utf-16-le"
    std::string_view systemName; // iconv's
    std::string_view aliases; // normalized, separated by spaces
    bool isWide = false; // no superset of ASCII
};

// By any of Python's aliases ("UTF_8", "iso8859-15", "windows-1252"); null if unknown. Only names of the table
// ever reach iconv, which would load whatever converter it is asked for.
const Encoding* findEncoding(std::string_view name);

struct Converted {
    std::string text;
    std::size_t wrong = 0; // bytes that mean nothing in the encoding; each became U+FFFD
    bool isKnown = true; // false: the system has no such converter
};

Converted toUtf8(std::string_view bytes, const Encoding& encoding);

} // namespace ferroscope::source
