// SPDX-FileCopyrightText: The Ferroscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
// Counterfactuals: what one piece of preparation would do to a module's readiness, computed by scoring the
// module again with that one answer changed.
#pragma once

#include "core/analysis/judged.h"

namespace ferroscope::analysis {

// The largest effect first; empty if nothing simple would raise it by half a point.
std::vector<Counterfactual> counterfactuals(const Judged& judged, graph::ModuleId module, const scoring::Weights& weights);

} // namespace ferroscope::analysis
