// SPDX-FileCopyrightText: The Ferroscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
// The readers of resources/knowledge: TOML text -> tables. The only includer of toml++. Every reader
// refuses what it does not know (a misspelt kind, key or trait), so that the data cannot rot silently.
#pragma once

#include "core/base/result.h"
#include "core/knowledge/api_table.h"
#include "core/knowledge/package_table.h"
#include "core/knowledge/population.h"
#include "core/knowledge/toolchain.h"
#include <array>
#include <string>
#include <string_view>
#include <vector>

namespace ferroscope::knowledge {

struct PackageData {
    std::string checked; // ISO date, "2026-10"
    std::vector<PackageTable::Entry> entries;
};

using OperationCosts = std::array<float, 32>;

Result<std::vector<ApiEntry>> readApis(std::string_view toml);
Result<PackageData> readPackages(std::string_view toml);
Result<std::vector<std::string>> readStandardLibrary(std::string_view toml); // sorted, distinct
Result<OperationCosts> readCosts(std::string_view toml); // every operation must have one
Result<BoundaryCosts> readBoundaryCosts(std::string_view toml);
Result<Knowledge::Population> readPopulation(std::string_view toml);
Result<std::vector<ToolMapping>> readToolchain(std::string_view toml);

} // namespace ferroscope::knowledge
