// SPDX-FileCopyrightText: The Ferroscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
// How a candidate should move, by stated rules in this order:
//   data-pipeline  most of its time lies in row-wise pipeline modules
//   cli            all of it lies in command-line modules that nothing imports
//   worker         most of its time lies in modules of queue consumers, and its callers are only they
//   service        most of its time lies in modules that are web endpoints themselves
//   extract-module it takes at least half of the code of a module, or five functions or more
//   extract-pyo3   otherwise: a function or a few
#pragma once

#include "core/roadmap/candidates.h"

namespace ferroscope::roadmap {

struct StrategyChoice {
    Verdict strategy = Verdict::ExtractPyo3;
    Verdict runnerUp = Verdict::ExtractModule;
    std::string reason; // one sentence
};

StrategyChoice chooseStrategy(const PlanInput& input, const CandidateSet& set);

} // namespace ferroscope::roadmap
