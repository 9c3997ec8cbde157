// SPDX-FileCopyrightText: The Ferroscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
// ApiTable: dotted names of library functions with what happens inside them, found by longest prefix.
// Immutable once made; find() allocates nothing and is free to be called from any thread.
#pragma once

#include "core/knowledge/knowledge.h"
#include <cstddef>
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

    // The entry that matches most leading components of `target`. "f()" stands for what a call of f returns:
    // an entry that says "f()" wins over "f", which also matches it ("m.C().run" finds "m.C.run", then
    // "m.C()", then "m.C", then "m").
    std::optional<ApiFact> find(std::string_view target) const;
    const std::vector<ApiEntry>& entries() const { return m_entries; } // sorted component by component

private:
    struct Hit {
        std::size_t depth = 0;
        const ApiFact* fact = nullptr;
    };
    struct Slice { // entries that begin with the same components, `offset` bytes long with their dots
        std::size_t first = 0, last = 0, offset = 0;
    };
    void descend(const Slice& slice, std::string_view rest, std::size_t depth, Hit& best) const;
    Slice narrowed(const Slice& slice, std::string_view component) const;

    std::vector<ApiEntry> m_entries;
};

// The constant that equals `name`, so that facts can hold views; nullopt if it is none of the closed list.
std::optional<std::string_view> knownTrait(std::string_view name);
std::optional<std::string_view> knownFfi(std::string_view name);

} // namespace ferroscope::knowledge
