// SPDX-FileCopyrightText: The Ferroscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
// One reader per format; only read_coverage.cpp calls them.
#pragma once

#include "core/evidence/coverage/read_coverage.h"

namespace ferroscope::evidence {

Result<LineCoverage> readCobertura(std::string_view bytes);
Result<LineCoverage> readCoverageJson(std::string_view bytes);

} // namespace ferroscope::evidence
