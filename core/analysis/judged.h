// SPDX-FileCopyrightText: The Ferroscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
// Judged: everything known of the repository between linking and the finished Assessment that no setting of judging
// or planning changes. The later stages (scores, planning, verdicts, assembly) read it; nobody changes it once its
// stage is over.
#pragma once

#include "core/analysis/inputs.h"
#include "core/evidence/covered_functions.h"
#include "core/evidence/entry_points.h"
#include "core/evidence/measured_heat.h"
#include "core/roadmap/waves.h"
#include "core/scoring/criterion.h"
#include "core/scoring/verdict.h"
#include "core/source/churn.h"

namespace ferroscope::analysis {

struct Judged {
    graph::Codebase codebase;
    evidence::HeatMap heat;
    std::optional<evidence::JoinedProfile> profile;
    std::optional<evidence::Covered> covered; // by tests
    source::Churn churn;
    std::vector<rules::Finding> findings; // by module, line
    std::vector<scoring::Signals> signals; // by module; empty signals where not judged
    std::vector<scoring::Answers> answers; // by module, of the criteria before they are weighted; empty where not judged
    std::vector<std::vector<std::uint32_t>> callsOf; // by module: indices of call edges with an end in it
    std::vector<std::vector<std::uint32_t>> attributesOf; // likewise: codebase.attributes
    std::vector<evidence::EntryPoint> entryPoints;

    std::span<const rules::Finding> findingsOf(graph::ModuleId module) const;
    scoring::Evidence evidenceOf(graph::ModuleId module) const;
    bool isJudged(graph::ModuleId module) const { return evidence::isJudged(codebase.modules[module].file.role); }
};

// Weigh and judge: heat, findings, signals, answers. BadInput if the profiles cannot be taken together.
Result<Judged> judgeAll(graph::Codebase codebase, source::Churn churn, const Inputs& inputs, unsigned jobs, std::stop_token stop);

} // namespace ferroscope::analysis
