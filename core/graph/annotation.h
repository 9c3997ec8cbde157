// SPDX-FileCopyrightText: The Ferroscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
// What a type annotation names: the classes a value of it may be an instance of.
// Reads quotes, Optional[], Union[], `|`, Annotated[], Final[], ClassVar[], Type[]; knows the usual
// containers. Bounded: nested at most a fixed depth, a fixed number of alternatives.
#pragma once

#include <string_view>
#include <vector>

namespace ferroscope::graph {

struct TypeTerm {
    std::string_view name; // dotted, as written: "Engine", "np.ndarray"; a view into the annotation
    bool isType = false; // type[Engine]: the class itself
};

// "Optional['Engine']" -> Engine; "list[Engine]" -> list; "Any", "None", "Callable[...]" -> nothing.
std::vector<TypeTerm> annotationTerms(std::string_view annotation);

// The annotation of what iterating over a value gives: "list[Engine]" -> "Engine", "dict[str, Engine]" -> "str";
// "" if it does not say.
std::string_view elementAnnotation(std::string_view annotation);

// "List" -> "list", "str" -> "str": the built-in type a name of builtins or typing stands for, "" if none.
std::string_view builtinType(std::string_view name);

} // namespace ferroscope::graph
