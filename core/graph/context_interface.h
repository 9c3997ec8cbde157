// SPDX-FileCopyrightText: The Ferroscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
// What the rest of the repository uses of a context: names imported from it (where they are defined, whatever
// facade they come through) and functions called in it, with their types and the data that flows over them.
// Tests and other modules without a context are no users.
#pragma once

#include "core/graph/codebase.h"

namespace ferroscope::graph {

struct InterfaceEntry {
    enum class Kind : std::uint8_t { Function, Class, Value };
    ModuleId module = 0; // that defines it
    std::string_view name; // qualified: "Order.total"; lives as long as the facts
    Kind kind = Kind::Function;
    FunctionId function = kNone; // Class: its `__init__`, kNone without one
    std::uint32_t importers = 0; // modules of other contexts that import it
    std::uint32_t callers = 0; // functions of other contexts that call it
    std::uint32_t slotCount = 0, annotated = 0; // type-hint places
};

// A type that crosses: an argument on its way in, or a result on its way out.
struct DataFlow {
    std::string type; // as annotated, without quotes; "" = not annotated
    bool isResult = false;
    std::uint32_t calls = 0; // call edges that carry it
};

struct ContextInterface {
    std::vector<InterfaceEntry> entries; // most used first, then by module and name
    std::uint32_t slotCount = 0, annotated = 0; // sums over entries
    std::vector<DataFlow> data; // most calls first, then by type
    std::vector<std::uint32_t> users, uses; // other contexts that use it and that it uses, by import or call; sorted
    std::vector<std::uint32_t> sharedState; // indices in Codebase::sharedState: its own, changed from another context
};

// Parallel to Codebase::contexts.
std::vector<ContextInterface> contextInterfaces(const Codebase& codebase);

} // namespace ferroscope::graph
