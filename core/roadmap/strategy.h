// SPDX-FileCopyrightText: The Ferroscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
// How a candidate should move, by stated rules in this order:
//   data-pipeline  most of its time lies in row-wise pipeline modules
//   cli            all of it lies in command-line modules that nothing imports
//   worker         most of its time lies in modules of queue consumers, and its callers are only they
//   service        most of its time lies in modules that are web endpoints themselves
//   extract-module it takes at least half of the code of a module, or five functions or more
//   extract-pyo3   otherwise: a function or a few
// Most of its time: more than half of the likely time of its units (of the units, where no time is known).
// Half of the code counts lines of code where Unit::codeLines is known for all its units in that module.
// The runner-up is the next rule that holds; between the last two, the other one.
#pragma once

#include "core/roadmap/candidates.h"

namespace ferroscope::roadmap {

struct StrategyChoice {
    Verdict strategy = Verdict::ExtractPyo3;
    Verdict runnerUp = Verdict::ExtractModule;
    std::string reason; // one sentence
};

StrategyChoice chooseStrategy(const PlanInput& input, const CandidateSet& set);

// Share of a set's time in each module it touches, by module index (by units where no time is known). Adds up to 1.
std::vector<std::pair<std::uint32_t, double>> timeByModule(const PlanInput& input, const CandidateSet& set);

} // namespace ferroscope::roadmap
