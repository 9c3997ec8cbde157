// SPDX-FileCopyrightText: The Ferroscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
// Text of the analyzed repository made harmless for where it is shown. Input is UTF-8 of unknown intent.
#pragma once

#include <string>
#include <string_view>

namespace ferroscope::report {

// One line for a terminal or a document: line ends and tabs become spaces, other control characters and
// the ones that reorder text become U+FFFD.
std::string oneLine(std::string_view text);
// oneLine(), and nothing in it means anything to Markdown or HTML, also inside a table.
std::string markdownText(std::string_view text);
// oneLine() as a code span that no backtick inside can end; pipes are escaped for a table.
std::string markdownCode(std::string_view text);
std::string markdownCodeInTable(std::string_view text);
// At most `columns` characters, with an ellipsis in the middle.
std::string shortened(std::string_view text, std::size_t columns);
std::size_t columnCount(std::string_view text); // characters

} // namespace ferroscope::report
