// SPDX-FileCopyrightText: The Ferroscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
// Work that comes before or beside the moves, from the verdicts: fixes, types, cycles to cut, tests.
#pragma once

#include "core/analysis/planning.h"

namespace ferroscope::analysis {

// `verdicts` by module id.
std::vector<roadmap::Preparation> preparations(const Judged& judged, const Planned& planned, const std::vector<VerdictResult>& verdicts);

} // namespace ferroscope::analysis
