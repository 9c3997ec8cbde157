// SPDX-FileCopyrightText: The Ferroscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
// Grades of type hints and of parameter lists (reference/metrics.md 1.3).
#pragma once

#include "core/facts/file_facts.h"

namespace ferroscope::facts {

enum class HintGrade { Any, Loose, Exact };

// `annotation` is its source text. Any: exactly typing.Any under any alias. Loose: contains Any, or is a bare
// list/dict/tuple/set/Callable/type that says nothing of its elements.
HintGrade gradeOf(std::string_view annotation);
// Slots of one function: parameters without self/cls of a method that is no staticmethod, and the return
// value except of a class-level __init__.
HintCounts hintsOf(const FileFacts& facts, const Function& function);

} // namespace ferroscope::facts
