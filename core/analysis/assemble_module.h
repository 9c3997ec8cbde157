// SPDX-FileCopyrightText: The Ferroscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
// One AssessedModule from the judged codebase. Private to core/analysis.
#pragma once

#include "core/analysis/planning.h"

namespace ferroscope::analysis {

AssessedModule assembleModule(const Judged& judged, graph::ModuleId id);
std::vector<std::string> importFlagNames(std::uint8_t flags);
Hints hintsOf(const facts::HintCounts& counts);
Lines linesOf(const facts::LineCounts& counts);

} // namespace ferroscope::analysis
