// SPDX-FileCopyrightText: The Ferroscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
// Small text helpers over bytes that may not be UTF-8.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace ferroscope {

bool isValidUtf8(std::string_view bytes);
// Length of the well-formed UTF-8 sequence at `at` (Unicode 15, table 3-7), 0 if there is none.
std::size_t utf8SequenceLength(std::string_view bytes, std::size_t at);
// The form of a path in the assessment: bytes that are not UTF-8, control characters and '%' become %XX.
std::string printablePath(std::string_view bytes);
std::vector<std::string_view> split(std::string_view text, char separator);
std::string_view trimmed(std::string_view text);
bool startsWith(std::string_view text, std::string_view prefix);
bool endsWith(std::string_view text, std::string_view suffix);
std::string lowerAscii(std::string_view text);
std::string_view fileName(std::string_view path); // "a/b.py" -> "b.py"
std::string_view folderOf(std::string_view path); // "a/b.py" -> "a"; "b.py" -> ""
// "a.b.c" -> "c"; "c" -> "c".
std::string_view lastComponent(std::string_view dotted);
// "a.b.c" -> "a".
std::string_view firstComponent(std::string_view dotted);
// "1 module", "2,345 modules": thousands take a comma; `plural` defaults to singular + "s".
std::string counted(std::size_t count, std::string_view singular, std::string_view plural = {});
std::string withThousands(long long value);
// The word of `known` that is nearest to `word` (fewest edits; the first on ties); "" if `known` is empty.
std::string_view nearestWord(std::string_view word, const std::vector<std::string_view>& known);

} // namespace ferroscope
