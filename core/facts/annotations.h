// SPDX-FileCopyrightText: The Ferroscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
// Grades of type hints and the hint slots of functions (reference/metrics.md 1.3).
#pragma once

#include "core/facts/file_facts.h"
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace ferroscope::facts {

enum class HintGrade { Any, Loose, Exact };

// What the names in one file's annotations stand for, from its imports. A name that no import binds and no class of
// the file has is taken for the builtin or, since a star import may bring it, for that of `typing`.
class TypingNames {
public:
    TypingNames() = default;
    explicit TypingNames(const FileFacts& facts);

    // `annotation` is its source text. Any: exactly typing.Any, under any import alias. Loose: contains Any, or a
    // bare list/dict/tuple/set/Callable/type (or a relative of them in typing and collections) that says nothing of its
    // elements. The text inside Literal[...] is no type.
    HintGrade gradeOf(std::string_view annotation) const;

private:
    template <class Test> bool mayBe(std::string_view dotted, Test test) const;
    bool isAny(std::string_view dotted) const;
    bool isBareGeneric(std::string_view dotted) const;

    std::map<std::string, std::vector<std::string>, std::less<>> m_origins; // bound name -> full names
};

// Fills Function::hints of every function and their sum. Slots: parameters without self/cls of a method that is
// no staticmethod, and the return value except of a class-level __init__. Where a scope overloads a name, the
// implementation has no slots.
void gradeHints(FileFacts& facts);

} // namespace ferroscope::facts
