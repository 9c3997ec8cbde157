// SPDX-FileCopyrightText: The Ferroscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/knowledge/package_table.h"

#include <algorithm>

namespace ferroscope::knowledge {

PackageTable::PackageTable(std::vector<Entry> entries)
{
    m_packages.reserve(entries.size());
    for (Entry& entry : entries) {
        const std::size_t index = m_packages.size();
        for (const std::string& name : entry.package.imports)
            m_imports.emplace_back(name, index);
        m_distributions.emplace_back(normalizedDistribution(entry.package.name), index);
        for (const std::string& name : entry.also)
            m_distributions.emplace_back(normalizedDistribution(name), index);
        m_packages.push_back(std::move(entry.package));
    }
    std::sort(m_imports.begin(), m_imports.end());
    std::sort(m_distributions.begin(), m_distributions.end());
}

const Package* PackageTable::find(const std::vector<Key>& keys, std::string_view name) const
{
    const auto at = std::lower_bound(
        keys.begin(), keys.end(), name, [](const Key& key, std::string_view wanted) { return key.first < wanted; });
    return at == keys.end() || at->first != name ? nullptr : &m_packages[at->second];
}

const Package* PackageTable::ofImport(std::string_view importName) const
{
    while (!importName.empty()) {
        if (const Package* package = find(m_imports, importName); package != nullptr)
            return package;
        const auto dot = importName.rfind('.');
        importName = importName.substr(0, dot == std::string_view::npos ? 0 : dot);
    }
    return nullptr;
}

const Package* PackageTable::ofDistribution(std::string_view name) const
{
    return find(m_distributions, normalizedDistribution(name));
}

} // namespace ferroscope::knowledge
