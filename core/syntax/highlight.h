// SPDX-FileCopyrightText: The Ferroscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
// Highlights of Python text: what its parts are, for reading. By the query that the grammar itself ships
// (queries/highlights.scm): a later pattern wins over an earlier one, an inner node over the one around it.
#pragma once

#include <cstdint>
#include <stop_token>
#include <string_view>
#include <vector>

namespace ferroscope::syntax {

enum class Highlight : std::uint8_t { None, Keyword, String, Number, Comment, Name /* function, type, constructor */ };

struct HighlightSpan {
    std::uint32_t first = 0, last = 0; // bytes of the text, last excluded
    Highlight what = Highlight::None; // never None
    bool operator==(const HighlightSpan&) const = default;
};

// Sorted, none overlaps another. Any thread; work is bounded by the length of the text. Empty when stopped or when
// the text is too odd to be parsed within its bound.
std::vector<HighlightSpan> highlights(std::string_view utf8, std::stop_token stop = {});

} // namespace ferroscope::syntax
