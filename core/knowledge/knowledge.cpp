// SPDX-FileCopyrightText: The Ferroscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/knowledge/knowledge.h"

#include "core/base/text.h"
#include "core/knowledge/load.h"
#include "knowledge_embedded.h"
#include <algorithm>

namespace ferroscope::knowledge {

std::string_view statusName(PackageStatus status)
{
    switch (status) {
    case PackageStatus::RustEquivalent:
        return "rust-equivalent";
    case PackageStatus::RustInside:
        return "rust-inside";
    case PackageStatus::NativeInside:
        return "native-inside";
    case PackageStatus::Portable:
        return "portable";
    case PackageStatus::KeepPython:
        return "keep-python";
    case PackageStatus::None:
        return "none";
    case PackageStatus::Unknown:
        break;
    }
    return "unknown";
}

std::string normalizedDistribution(std::string_view name)
{
    std::string normalized;
    for (const char c : lowerAscii(trimmed(name))) {
        if (c != '-' && c != '_' && c != '.')
            normalized += c;
        else if (normalized.empty() || normalized.back() != '-')
            normalized += '-';
    }
    return normalized;
}

// A table that does not load stays empty: the tests read every embedded file and would have failed.
struct Knowledge::Impl {
    ApiTable apis { readApis(embedded::apis_toml()).value_or(std::vector<ApiEntry> {}) };
    PackageTable packages;
    std::string date;
    std::vector<std::string> standardLibrary
        = readStandardLibrary(embedded::stdlib_toml()).value_or(std::vector<std::string> {});
    OperationCosts costs = readCosts(embedded::costs_toml()).value_or(OperationCosts {});
    Population population = readPopulation(embedded::population_toml()).value_or(Population {});

    Impl()
    {
        if (Result<PackageData> data = readPackages(embedded::packages_toml())) {
            packages = PackageTable(std::move(data->entries));
            date = std::move(data->checked);
        }
    }
};

Knowledge::Knowledge()
    : m_impl(new Impl)
{
}

Knowledge::~Knowledge() { delete m_impl; }

std::optional<ApiFact> Knowledge::api(std::string_view target) const { return m_impl->apis.find(target); }
const Package* Knowledge::packageOfImport(std::string_view importName) const { return m_impl->packages.ofImport(importName); }
const Package* Knowledge::packageOfDistribution(std::string_view name) const { return m_impl->packages.ofDistribution(name); }
const std::string& Knowledge::date() const { return m_impl->date; }
const std::array<float, 32>& Knowledge::operationCosts() const { return m_impl->costs; }
const Knowledge::Population& Knowledge::population() const { return m_impl->population; }

bool Knowledge::isStandardLibrary(std::string_view importName) const
{
    const std::vector<std::string>& names = m_impl->standardLibrary;
    return std::binary_search(names.begin(), names.end(), firstComponent(importName), std::less<> {});
}

const Knowledge& knowledge()
{
    static const Knowledge instance;
    return instance;
}

const std::vector<ToolMapping>& toolchain()
{
    static const std::vector<ToolMapping> tools
        = readToolchain(embedded::toolchain_toml()).value_or(std::vector<ToolMapping> {});
    return tools;
}

} // namespace ferroscope::knowledge
