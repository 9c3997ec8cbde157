// SPDX-FileCopyrightText: The Ferroscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
// Coverage joined: which functions of the repository tests ran, and how much of them.
#pragma once

#include "core/evidence/coverage/read_coverage.h"
#include "core/graph/codebase.h"
#include <optional>
#include <vector>

namespace ferroscope::evidence {

struct CoveredLines {
    std::uint32_t run = 0, total = 0; // lines that can run, of which tests ran some
    std::optional<double> share() const { return total == 0 ? std::nullopt : std::optional<double>(static_cast<double>(run) / total); }
};

struct Covered {
    std::vector<std::optional<CoveredLines>> modules; // by ModuleId; nullopt: not in the file
    std::vector<std::optional<CoveredLines>> functions; // by FunctionId, without what is nested inside
    std::size_t filesMatched = 0, filesTotal = 0;
};

// A file is matched as profiles are: by the longest end of its path that only one module has. A file whose lines do
// not fit the module (a line that can run beyond its end) is of another version and left out.
Covered coverFunctions(const graph::Codebase& codebase, const LineCoverage& coverage);

} // namespace ferroscope::evidence
