// SPDX-FileCopyrightText: The Ferroscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
// The last stages of an analysis: a judged codebase and settings become an assessment, now and again.
#pragma once

#include "core/analysis/judged.h"
#include "core/analysis/what_if.h"

namespace ferroscope::analysis {

struct Judgeable {
    Request request; // what beside its settings enters weights and the hash of the settings
    RepoConfig repoConfig = RepoConfig::None;
    unsigned jobs = 1;
};

// Null when `stop` is requested.
AssessmentPtr assessOnce(Judged judged, const Judgeable& given, std::stop_token stop);
std::shared_ptr<const WhatIf> makeWhatIf(Judged judged, const Judgeable& given);

} // namespace ferroscope::analysis
