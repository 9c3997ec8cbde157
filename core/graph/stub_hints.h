// SPDX-FileCopyrightText: The Ferroscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
// Type hints of a module and its stub taken together, as a type checker sees them: a function that the stub has
// takes the stub's hints, one that a partial stub lacks keeps its own. Of overloads in the stub the first counts.
#pragma once

#include "core/graph/codebase.h"
#include <map>

namespace ferroscope::graph {

class StubHints {
public:
    StubHints(const Codebase& codebase, ModuleId module);
    const facts::HintCounts& of(facts::FunctionIndex function) const;
    facts::HintCounts total() const; // over the module's functions

private:
    const facts::FileFacts& m_facts;
    const facts::FileFacts* m_stub = nullptr;
    std::map<std::string_view, facts::FunctionIndex> m_inStub; // by qualified name
};

} // namespace ferroscope::graph
