// SPDX-FileCopyrightText: The Ferroscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
// extract(): one UTF-8 text -> FileFacts. The only producer of FileFacts.
// Pure and re-entrant: an Extractor belongs to one thread (it keeps a parser and scratch memory for reuse).
// Bounded: work is linear in the text; parsing that tree-sitter's error recovery makes expensive is given up
// after a fixed number of steps per byte and reported as a Problem.
#pragma once

#include "core/facts/file_facts.h"
#include <memory>
#include <string_view>

namespace ferroscope::facts {

inline constexpr int kFactsVersion = 11; // raise when extraction changes: it is part of the cache key

class Extractor {
public:
    Extractor();
    ~Extractor();
    Extractor(Extractor&&) noexcept;
    FileFacts extract(std::string_view utf8);

private:
    struct Impl;
    std::unique_ptr<Impl> m_impl;
};

} // namespace ferroscope::facts
