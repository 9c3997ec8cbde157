// SPDX-FileCopyrightText: The Ferroscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
// The call graph as the Assessment has it: by name, each name held once.
#pragma once

#include "core/assessment/assessment.h"
#include "core/graph/codebase.h"

namespace ferroscope::analysis {

// Sorted by (from, to, line). What lambdas call is an edge of the lambda, not also of the function around it.
std::vector<CallLink> callLinks(const graph::Codebase& codebase);

} // namespace ferroscope::analysis
