// SPDX-FileCopyrightText: The Ferroscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
// Assembly of what no setting of judging or planning changes. Only copies, sorts and words; no judgement here.
// assembly_plan.h completes it.
#pragma once

#include "core/analysis/judged.h"

namespace ferroscope::analysis {

// On `jobs` threads, which never change the result. Without scores, verdicts, waves, plan and recommendation.
Assessment assembleFacts(const Judged& judged, unsigned jobs);

} // namespace ferroscope::analysis
