// SPDX-FileCopyrightText: The Ferroscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
// PackageTable: packages by import name and by distribution name. Immutable once made.
#pragma once

#include "core/knowledge/knowledge.h"
#include <cstddef>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace ferroscope::knowledge {

class PackageTable {
public:
    // What one entry of the data says: a package and the other distributions that hold the same code
    // ("psycopg2-binary").
    struct Entry {
        Package package;
        std::vector<std::string> also;
    };

    PackageTable() = default;
    explicit PackageTable(std::vector<Entry> entries);

    const Package* ofImport(std::string_view importName) const; // longest prefix: "google.cloud.storage.blob"
    const Package* ofDistribution(std::string_view name) const; // any spelling
    const std::vector<Package>& packages() const { return m_packages; }

private:
    using Key = std::pair<std::string, std::size_t>; // name, index in m_packages; sorted
    const Package* find(const std::vector<Key>& keys, std::string_view name) const;

    std::vector<Package> m_packages;
    std::vector<Key> m_imports, m_distributions;
};

} // namespace ferroscope::knowledge
