// SPDX-FileCopyrightText: The Ferroscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
// What a dotted name of a module stands for, as far as import statements, classes and plain assignments tell.
// For rules and for the hazards of a port; calls are resolved by core/graph already (RuleContext::externalCalls).
#pragma once

#include "core/rules/rule.h"

namespace ferroscope::rules {

struct Denoted {
    enum class Kind { Unknown, External, Module, Class, Function, Variable };
    Kind kind = Kind::Unknown;
    std::string external; // External: "numpy.ndarray", "sqlalchemy.orm.declarative_base()"
    graph::ModuleId module = graph::kNone; // of the repository, for the other kinds
    std::uint32_t index = facts::kNone; // Class, Function: index in its facts; Variable: in bindings
};

// `scope`: the function in which the name is written; parameters and local variables are not looked at.
Denoted denoted(
    const graph::Codebase& codebase, graph::ModuleId module, facts::FunctionIndex scope, std::string_view dotted);
// Names from outside the repository that a class derives from, through classes of the repository too.
std::vector<std::string> externalBases(
    const graph::Codebase& codebase, graph::ModuleId module, facts::ClassIndex index);
// The import statement that binds `name` where `scope` sees it; nullptr if none does.
const facts::Import* importOf(const facts::FileFacts& facts, facts::FunctionIndex scope, std::string_view name);
// True if `name`, read in `function`, is the module's and not a local of it or of a function around it.
bool isModuleName(const facts::FileFacts& facts, facts::FunctionIndex function, std::string_view name);

} // namespace ferroscope::rules
