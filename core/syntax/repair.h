// SPDX-FileCopyrightText: The Ferroscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
// repair(): a text that the parser could not read whole becomes one of the same length that it can.
//
// Error recovery may lose hundreds of lines for one bad one. So the logical lines around the errors are parsed one
// by one: a line in another version's spelling (spellings.h) is respelled; a line that nothing helps is replaced by
// the least that keeps the structure around it (its keyword and colon, or `0`) and reported as lost.
// Every byte stays where it was, so positions in the new tree are positions in the file.
#pragma once

#include "core/syntax/tree.h"
#include <string>
#include <string_view>
#include <vector>

namespace ferroscope::syntax {

struct Rows {
    std::uint32_t first = 0, last = 0; // 0-based, inclusive
};

struct Repaired {
    std::string parsed; // give this to the parser
    std::string read; // what to take names from: the original but for the lost lines
    std::vector<Rows> lost; // in order
    bool isComplete = true; // false: more lines were broken than are looked at
};

// Where the tree has errors, in order; empty: nowhere.
std::vector<Rows> errorRows(const Tree& tree);

// `suspects`: rows to look at with the lines around them, in order; null: all. Lines with backquotes always are
// looked at. Bounded: a number of lines proportional to the
// text is parsed again, each within a number of steps proportional to its length.
Repaired repair(Parser& parser, std::string_view text, const std::vector<Rows>* suspects);

} // namespace ferroscope::syntax
