// SPDX-FileCopyrightText: The Ferroscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/knowledge/knowledge.h"

#include "core/base/text.h"
#include "core/knowledge/load.h"
#include "knowledge_embedded.h"
#include <algorithm>
#include <cassert>
#include <utility>

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

namespace {

// Data that does not load is a mistake of ours: loud in development, an empty table for a user.
template <class Value> Value valid(Result<Value> read)
{
    assert(read && "a file of resources/knowledge does not load; tst_knowledge says which line");
    return std::move(read).value_or(Value {});
}

} // namespace

struct Knowledge::Impl {
    ApiTable apis { valid(readApis(embedded::apis_toml())) };
    PackageData packageData = valid(readPackages(embedded::packages_toml()));
    PackageTable packages { std::move(packageData.entries) };
    std::vector<std::string> standardLibrary = valid(readStandardLibrary(embedded::stdlib_toml()));
    OperationCosts costs = valid(readCosts(embedded::costs_toml()));
    BoundaryCosts boundary = valid(readBoundaryCosts(embedded::boundary_toml()));
    Population population = valid(readPopulation(embedded::population_toml()));
};

Knowledge::Knowledge()
    : m_impl(new Impl)
{
}

Knowledge::~Knowledge()
{
    delete m_impl;
}

std::optional<ApiFact> Knowledge::api(std::string_view target) const
{
    return m_impl->apis.find(target);
}
const Package* Knowledge::packageOfImport(std::string_view importName) const
{
    return m_impl->packages.ofImport(importName);
}
const Package* Knowledge::packageOfDistribution(std::string_view name) const
{
    return m_impl->packages.ofDistribution(name);
}
const std::string& Knowledge::date() const
{
    return m_impl->packageData.checked;
}
const std::array<float, 32>& Knowledge::operationCosts() const
{
    return m_impl->costs;
}
const BoundaryCosts& Knowledge::boundaryCosts() const
{
    return m_impl->boundary;
}
const Knowledge::Population& Knowledge::population() const
{
    return m_impl->population;
}

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
    static const std::vector<ToolMapping> tools = valid(readToolchain(embedded::toolchain_toml()));
    return tools;
}

} // namespace ferroscope::knowledge
