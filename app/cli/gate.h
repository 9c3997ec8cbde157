// SPDX-FileCopyrightText: The Ferroscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
// --fail-under NAME=N: a number of `totals` or `coverage` of the JSON, by its dotted name ("hints.coverage",
// "readiness.likely", "calls_resolved"), must be at least N. A range alone means its likely value.
#pragma once

#include "core/assessment/assessment.h"
#include "core/base/result.h"
#include <string>
#include <vector>

namespace ferroscope::cli {

struct Gate {
    std::string name;
    double least = 0;
};

// BadUsage if there is no such number or N is none. Needs no assessment: the names are those of the contract.
Result<Gate> parseGate(const std::string& text);
// One sentence per gate that is not reached. A value that is not known does not reach any.
std::vector<std::string> belowGates(const std::vector<Gate>& gates, const Assessment& assessment);

} // namespace ferroscope::cli
