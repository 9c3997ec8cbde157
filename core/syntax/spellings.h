// SPDX-FileCopyrightText: The Ferroscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
// Spellings of some Python version that the grammar does not read, rewritten to one of the same length, the same rows and the
// same meaning for whoever counts. Each takes one logical line and is tried only where the parser failed on that line.
#pragma once

#include <array>
#include <string>
#include <string_view>

namespace ferroscope::syntax {

// Changes `line` in place, never its length; false if there was nothing to change.
using Spelling = bool (*)(std::string& line);

bool backquotesToParentheses(std::string& line); // `x` (repr of Python 2) -> (x)
bool execToDelete(std::string& line); // exec f(x) in d -> del  f(x) in d: the grammar's exec takes one name or string
bool keywordsToNames(std::string& line); // async, await, nonlocal, True, None as names, from before they were keywords
bool typeDefaultsToBounds(std::string& line); // def f[*Ts = *tuple[int]]() -> def f[*Ts :  tuple[int]]()
// Rows inside brackets may be indented less than the block; the grammar ends the block there. A backslash before the
// newline, which moves by one byte into the indentation, says that the line goes on.
bool newlinesToContinuations(std::string& line);

inline constexpr std::array<Spelling, 5> kSpellings { backquotesToParentheses, newlinesToContinuations, execToDelete, keywordsToNames, typeDefaultsToBounds };

} // namespace ferroscope::syntax
