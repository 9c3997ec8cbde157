// SPDX-FileCopyrightText: The Ferroscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
// Logical lines of a Python text that may be broken: what stands between two NEWLINE tokens. For repair.h, which
// needs statements one by one where the grammar lost its way. Never fails; its work is linear in the text.
#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

namespace ferroscope::syntax {

struct LogicalLine {
    std::size_t begin = 0; // of the first token
    std::size_t codeEnd = 0; // one past the last byte that is no comment and no white space
    std::size_t end = 0; // of the last physical line, without its newline
    std::uint32_t firstRow = 0, lastRow = 0;
    std::uint32_t indent = 0; // columns, tabs to multiples of 8
    bool hasBackquote = false; // outside strings and comments
};

// Blank lines and lines of comments are in none. A bracket or string that is never closed ends its line early: at a
// word that only begins statements, at less indentation, at the colon of a compound statement's head.
std::vector<LogicalLine> logicalLines(std::string_view text);

// Calls visit(begin, end) for each maximal piece of `text` outside strings and comments.
template <class Visit> void forEachCode(std::string_view text, Visit visit);

// One past the string that opens with the quote at `at`: its closing quote, or the end of the physical line (of the
// text for triple quotes) when there is none, which is what `isClosed` says.
std::size_t afterString(std::string_view text, std::size_t at, bool& isClosed);

bool isWordCharacter(char c); // of identifiers; every byte beyond ASCII is
std::string_view firstWord(std::string_view text);

template <class Visit> void forEachCode(std::string_view text, Visit visit)
{
    std::size_t begin = 0;
    for (std::size_t at = 0; at < text.size();) {
        const char c = text[at];
        std::size_t after = at;
        if (c == '#') {
            after = std::min(text.find('\n', at), text.size());
        } else if (c == '\'' || c == '"') {
            bool isClosed = false;
            after = afterString(text, at, isClosed);
        }
        if (after == at) {
            ++at;
            continue;
        }
        visit(begin, at);
        begin = at = after;
    }
    visit(begin, text.size());
}

} // namespace ferroscope::syntax
