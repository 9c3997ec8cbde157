// SPDX-FileCopyrightText: The Ferroscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
// Assembly: judged codebase + plan -> Assessment. Only copies, sorts and words; no judgement here.
#pragma once

#include "core/analysis/planning.h"

namespace ferroscope::analysis {

AssessmentPtr assemble(const Judged& judged, const Planned& planned, const roadmap::Plan& plan,
    const std::vector<VerdictResult>& verdicts, const scoring::Weights& weights, const std::string& settingsHash, RepoConfig repoConfig);

} // namespace ferroscope::analysis
