// SPDX-FileCopyrightText: The Ferroscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
// Symbols: what the names of a scope are bound to. A scope is a function (index 0: the module) or a class.
//
// A class scope holds its methods, nested classes, class variables and what its methods assign to
// attributes of their first parameter ("self.engine = Engine()"). Names that `from P import *` brings in are
// known per module, by the module they come through. Nothing is evaluated here: see evaluator.h.
// Refers to the facts of `modules`, which must outlive it. Thread-safe once built.
#pragma once

#include "core/graph/import_graph.h"
#include <span>

namespace ferroscope::graph {

struct Symbol {
    enum class Kind : std::uint8_t { Function, Class, Import, Binding, Loop };
    std::string_view name;
    std::uint32_t scope = 0; // FunctionIndex or ClassIndex
    Kind kind = Kind::Binding;
    std::uint32_t index = 0; // in FileFacts::functions, classes, imports, bindings or loops
};

// Target of the Binding that stands for `return value`; no name can be a keyword.
inline constexpr std::string_view kReturned = "return";

class Symbols {
public:
    Symbols(const std::vector<Module>& modules, const ImportTargets& imports, unsigned jobs, std::stop_token stop);

    // All definitions of a name in one scope, in document order of each kind.
    std::span<const Symbol> inFunction(ModuleId module, facts::FunctionIndex scope, std::string_view name) const;
    std::span<const Symbol> inClass(ModuleId module, facts::ClassIndex scope, std::string_view name) const;
    // The module through which a star import at module level brings the name in; kNone if none does.
    ModuleId starOrigin(ModuleId module, std::string_view name) const;
    // "numpy" after `from numpy import *`; "" if there is no or more than one such package.
    std::string_view externalStar(ModuleId module) const { return m_tables[module].externalStar; }

private:
    struct StarName {
        std::string_view name;
        ModuleId origin;
    };
    struct Table {
        std::vector<Symbol> functions, classes; // sorted by (scope, name)
        std::vector<StarName> stars; // sorted by name
        std::vector<ModuleId> starTargets;
        std::vector<std::string_view> submodules; // public ones that an `__init__` imports from
        std::string_view externalStar;
    };
    void fill(Table& table, const std::vector<Module>& modules, const Module& module,
        const std::vector<ImportTarget>& imports) const;
    void spreadStars(const std::vector<Module>& modules);
    std::vector<std::string_view> exported(const Module& module, ModuleId id) const;

    std::vector<Table> m_tables;
};

// The method a function stands in (itself included), kNone if none: whose first parameter is `self`.
facts::FunctionIndex enclosingMethod(const facts::FileFacts& facts, facts::FunctionIndex function);

} // namespace ferroscope::graph
