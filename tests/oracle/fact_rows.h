// SPDX-FileCopyrightText: The Ferroscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
// FileFacts as the named figures of tests/oracle/facts_oracle.py, for tst_oracle and facts_dump.
#pragma once

#include "core/facts/file_facts.h"
#include <string>
#include <utility>
#include <vector>

namespace ferroscope::oracle {

using Row = std::vector<std::pair<std::string, std::uint32_t>>;

inline Row hintColumns(const facts::HintCounts& hints)
{
    return { { "slots", hints.slotCount }, { "any", hints.any }, { "loose", hints.loose }, { "exact", hints.exact } };
}

inline Row fileRow(const facts::FileFacts& f)
{
    using facts::Count;
    Row row { { "functions", f.count(Count::Functions) }, { "async_functions", f.count(Count::AsyncFunctions) },
        { "methods", f.count(Count::Methods) }, { "classes", f.count(Count::Classes) },
        { "lambdas", f.count(Count::Lambdas) }, { "decorators", f.count(Count::Decorators) },
        { "imports", f.count(Count::Imports) }, { "for_loops", f.count(Count::ForLoops) },
        { "while_loops", f.count(Count::WhileLoops) }, { "comprehensions", f.count(Count::Comprehensions) },
        { "tries", f.count(Count::Tries) }, { "withs", f.count(Count::Withs) },
        { "matches", f.count(Count::Matches) }, { "returns", f.count(Count::Returns) },
        { "yields", f.count(Count::Yields) }, { "raises", f.count(Count::Raises) },
        { "asserts", f.count(Count::Asserts) }, { "awaits", f.count(Count::Awaits) },
        { "globals", f.count(Count::Globals) }, { "nonlocals", f.count(Count::Nonlocals) },
        { "fstrings", f.count(Count::FStrings) }, { "physical", f.lines.physical }, { "code", f.lines.code },
        { "doc", f.lines.doc }, { "comment", f.lines.comment }, { "blank", f.lines.blank },
        { "logical", f.lines.logical } };
    for (auto& each : hintColumns(f.hints))
        row.push_back(std::move(each));
    return row;
}

inline Row functionRow(const facts::Function& function)
{
    Row row { { "first", function.firstLine }, { "end", function.endLine }, { "logical", function.logicalLines },
        { "awaits", function.awaits }, { "parameters", function.parameterCount },
        { "generator", function.is(facts::kGenerator) ? 1U : 0U } };
    for (auto& each : hintColumns(function.hints))
        row.push_back(std::move(each));
    row.insert(row.end(), { { "cc_radon", function.ccRadon }, { "cc_c901", function.ccC901 }, { "cognitive", function.cognitive } });
    return row;
}

} // namespace ferroscope::oracle
