// SPDX-FileCopyrightText: The Ferroscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
// Value: one thing an expression may denote, and lists of them.
#pragma once

#include "core/graph/classes.h"
#include <string>
#include <vector>

namespace ferroscope::graph {

struct Value {
    enum class Kind : std::uint8_t {
        Module, // id: ModuleId
        Namespace, // text: dotted name of a namespace package
        Function, // id: FunctionId
        Class, // id: ClassId
        Instance, // id: ClassId
        External, // text: "numpy.dot", "numpy.array()", "str" (a value of a built-in type), "pandas.DataFrame"
    };
    Kind kind = Kind::External;
    std::uint32_t id = kNone;
    bool exact = false; // Class, Instance: this class and no subclass of it
    bool isOverride = false; // found in a subclass of what the object is known to be
    float certainty = 1;
    ClassId receiver = kNone; // Function: class of the object it was looked up on
    std::string text;

    static Value external(std::string text, float certainty = 1);
    static Value internal(Kind kind, std::uint32_t id, float certainty = 1);
    static Value exactClass(ClassId id);
    static Value nameSpace(std::string_view name);
};
using Values = std::vector<Value>;

inline constexpr std::size_t kMostValues = 8; // alternatives followed further
inline constexpr std::size_t kLongestText = 200; // of an external target

void weaken(Values& values, float certainty); // none is surer than `certainty` afterwards
void merge(Values& into, Values&& values); // each thing once, with the surer of two certainties

} // namespace ferroscope::graph
