// SPDX-FileCopyrightText: The Ferroscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
// What IPython adds to Python, taken out of one cell; see notebook.h for the rules.
#pragma once

#include <string>
#include <string_view>

namespace ferroscope::source {

// As many lines as before; every line ends in '\n'. "" for an empty cell.
std::string withoutMagics(std::string_view cell);

} // namespace ferroscope::source
