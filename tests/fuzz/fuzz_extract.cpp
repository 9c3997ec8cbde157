// SPDX-FileCopyrightText: The Ferroscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
// Any bytes as Python text: the facts stay within what the text can hold, and survive their encoding.
#include "core/facts/codec.h"
#include "core/facts/extract.h"

#include <cstdint>
#include <cstdlib>

using namespace ferroscope::facts;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    static Extractor extractor;
    const std::string_view text(reinterpret_cast<const char*>(data), size);
    const FileFacts facts = extractor.extract(text);
    const LineCounts& lines = facts.lines;
    const bool isPlausible = lines.code + lines.doc + lines.comment + lines.blank == lines.physical
        && lines.physical <= size + 1 && lines.logical <= size && facts.functions.size() <= size + 1
        && facts.errorLines <= lines.physical + 1 && facts.problems.size() <= kMaxProblems;
    const std::string encoded = encode(facts);
    const auto back = decode(encoded);
    if (!isPlausible || !back || encode(*back) != encoded)
        std::abort();
    return 0;
}
