// SPDX-FileCopyrightText: The Ferroscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
// BoundaryCosts: what crossing between Python and Rust costs, in nanoseconds (resources/knowledge/boundary.toml,
// measured, with its source and date). Low, likely and high of every figure.
#pragma once

#include "core/base/range.h"
#include <string>
#include <string_view>
#include <vector>

namespace ferroscope::knowledge {

struct Conversion {
    Range fixed; // per value
    Range each; // per element it holds, its elements being numbers; 0: it holds none
};

struct BoundaryCosts {
    struct Entry {
        std::string type; // last component of an annotation: "list"
        Conversion price;
    };
    std::string source, date;
    Range callIntoRust, callIntoPython; // per call, arguments not included
    Range readRust, storeRust, readPython, storePython; // per attribute of an object on that side
    Range elements, innerElements; // how many a container of unknown length holds
    Range unknown; // a value without an annotation
    std::vector<Entry> conversions; // sorted by type

    const Conversion* find(std::string_view type) const; // nullptr: no built-in type it knows
};

} // namespace ferroscope::knowledge
