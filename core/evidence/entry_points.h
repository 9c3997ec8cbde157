// SPDX-FileCopyrightText: The Ferroscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
// Entry points: where execution begins or where callers outside the repository come in, each with how
// often per run we expect that. The sources of the static profile.
#pragma once

#include "core/graph/codebase.h"
#include "core/knowledge/knowledge.h"
#include <set>
#include <string>

namespace ferroscope::evidence {

enum class EntryKind {
    Script, // module-level code under a main guard, console scripts
    Route, // web endpoint
    Task, // queue consumer
    Command, // click/typer command
    PublicApi, // nothing in the repository is seen to call it
    Called, // called inside the repository; calls that could not be resolved may add to it
    Implicit, // called without a call in the text: operators, iteration, hashing, properties
    Import, // module-level code: once per process
};

struct EntryPoint {
    graph::FunctionId function = 0;
    EntryKind kind = EntryKind::PublicApi;
    double calls = 1; // starts of the walker per run; only ratios matter
};

// Sorted by function; at most one per function, the strongest.
std::vector<EntryPoint> entryPoints(const graph::Codebase& codebase, const knowledge::Knowledge& knowledge);

// Framework role of functions by their decorators, resolved through imports: "web", "task", "cli" or "".
// Decorators that the repository defines itself are none: Django's own code is no Django application.
class Frameworks {
public:
    Frameworks(const graph::Codebase& codebase, const knowledge::Knowledge& knowledge);
    std::string_view trait(graph::ModuleId module, const facts::Function& function) const;

private:
    const graph::Codebase& m_codebase;
    const knowledge::Knowledge& m_knowledge;
    std::set<std::string> m_ownPackages;
};

} // namespace ferroscope::evidence
