// SPDX-FileCopyrightText: The Ferroscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
// ApiTable: dotted names of library functions with what happens inside them, found by longest prefix.
// Immutable once made; find() allocates nothing and is free to be called from any thread.
#pragma once

#include "core/knowledge/knowledge.h"
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace ferroscope::knowledge {

struct ApiEntry {
    std::string name; // "os", "os.path", "?.append", "sqlite3.connect().execute"
    ApiFact fact;
};

class ApiTable {
public:
    ApiTable() = default;
    explicit ApiTable(std::vector<ApiEntry> entries);
    ApiTable(const ApiTable&) = delete; // nodes point into the entries
    ApiTable& operator=(const ApiTable&) = delete;

    // The entry that matches most leading components of `target`. "f()" stands for what a call of f returns:
    // an entry that says "f()" wins over "f", which also matches it ("m.C().run" finds "m.C.run", then
    // "m.C()", then "m.C", then "m").
    std::optional<ApiFact> find(std::string_view target) const;

private:
    struct Hit {
        std::size_t depth = 0;
        const ApiFact* fact = nullptr;
    };
    // A component below the components above it. Nodes stand in a hash table by (parent, component), which
    // answers in tens of nanoseconds where a binary search over the names takes a microsecond.
    struct Node {
        std::uint32_t parent = 0;
        std::string_view component; // in m_entries
        const ApiFact* fact = nullptr; // in m_entries; null: only a step on the way
    };
    static std::size_t hash(std::uint32_t parent, std::string_view component);
    std::uint32_t child(std::uint32_t parent, std::string_view component) const; // 0: none
    std::uint32_t addChild(std::uint32_t parent, std::string_view component);
    void descend(std::uint32_t node, std::string_view rest, std::size_t depth, Hit& best) const;

    std::vector<ApiEntry> m_entries;
    std::vector<Node> m_nodes; // [0] is the root
    std::vector<std::uint32_t> m_slots; // open addressing, a power of two; 0 = free
};

// The constant that equals `name`, so that facts can hold views; nullopt if it is none of the closed list.
std::optional<std::string_view> knownTrait(std::string_view name);
std::optional<std::string_view> knownFfi(std::string_view name);

} // namespace ferroscope::knowledge
