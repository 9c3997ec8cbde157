// SPDX-FileCopyrightText: The Ferroscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
// Wave text: what must be true at the end of a wave and what to measure, as sentences with numbers.
#pragma once

#include "core/roadmap/candidates.h"

namespace ferroscope::roadmap {

struct WaveFacts {
    const PlanInput* input = nullptr;
    const Wave* wave = nullptr; // everything but the texts is filled
    std::vector<const Candidate*> candidates; // of this wave
    const Wave* next = nullptr; // none after the last
    const Candidate* first = nullptr; // wave 0: the candidate of wave 1, if any
    double firstShare = 0; // wave 0: likely share of the run spent in that candidate
};

// The last sentence is the go-or-stop rule (Wave::stopRule).
std::vector<std::string> exitCriteriaOf(const WaveFacts& facts);
// How to switch back, by strategy: a switch in the environment and the import for what stays in one process, the
// traffic for a worker or a service, the program before for a command line, a choice per run for a data pipeline.
std::string rollbackOf(const WaveFacts& facts);
std::vector<std::string> measurementsOf(const WaveFacts& facts);
std::string waveTitle(const std::vector<const Candidate*>& candidates, int number);

} // namespace ferroscope::roadmap
