// SPDX-FileCopyrightText: The Ferroscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
// readCoverage(): a coverage file -> which lines of which files tests ran. coverage.xml (Cobertura, of coverage.py
// and others) and the JSON of coverage.py, told apart by their content.
#pragma once

#include "core/base/result.h"
#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace ferroscope::evidence {

inline constexpr std::uint64_t kLargestCoverageFile = 512ULL << 20U; // bytes
inline constexpr std::size_t kMostCoverageLines = 20'000'000; // over all files
inline constexpr std::size_t kMostCoverageFiles = 1'000'000;

struct CoveredFile {
    std::vector<std::uint32_t> run, missed; // lines that can run, sorted, distinct, in one of the two
};

struct LineCoverage {
    std::vector<std::string> roots; // folders that the file names are relative to, as written; may be empty
    std::map<std::string, CoveredFile> files; // by name as written
};

// BadInput with a clause that completes "<file> cannot be used: ". Entities, external or internal, are refused.
Result<LineCoverage> readCoverage(std::string_view bytes);

} // namespace ferroscope::evidence
