// SPDX-FileCopyrightText: The Ferroscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
// Names that Python itself provides.
#pragma once

#include <string_view>

namespace ferroscope::graph {

// Functions, types and exceptions of the builtins module, those of Python 2 included ("xrange", "unicode").
bool isBuiltin(std::string_view name);
// Methods of str, bytes, list, dict, set, file and the like: a call of one on an unknown receiver says
// nothing about which class of the repository is meant.
bool isContainerMethod(std::string_view name);

} // namespace ferroscope::graph
