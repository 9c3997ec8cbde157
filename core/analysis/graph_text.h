// SPDX-FileCopyrightText: The Ferroscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
// The graphs in words and as parts of the Assessment: what a cut would take, what a context is.
#pragma once

#include "core/assessment/assessment.h"
#include "core/graph/context_interface.h"

namespace ferroscope::analysis {

CutLink describeCut(const graph::Codebase& codebase, const graph::Cut& cut);
// In the order of codebase.contexts.
std::vector<ContextSummary> describeContexts(const graph::Codebase& codebase);

} // namespace ferroscope::analysis
