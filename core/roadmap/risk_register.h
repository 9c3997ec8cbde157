// SPDX-FileCopyrightText: The Ferroscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
// The risk register: one line per kind of risk that stated facts show, the gravest first.
//
// likelihood and impact are low, medium or high by thresholds that stand in risk_rows.cpp beside each row. Where
// nothing else is said, the impact is what the candidates concerned promise: high from half of the plan's likely
// gain on, medium from a fifth. Graveness is likelihood × impact (1 to 3 each), equal ones in the order of
// riskKinds(). The id is the kind's place in riskKinds(), so it stays the same from one analysis to the next.
#pragma once

#include "core/roadmap/plan_input.h"

namespace ferroscope::roadmap {

// Names of modules and places of one candidate that a risk hangs on.
struct CandidateRiskFacts {
    std::vector<std::string> untested, unprofiled, cyclic; // modules
    std::vector<std::string> changing; // with kHighChurn commits or more
    std::uint32_t mostCommits = 0; // of its modules, in the looked-at history
    std::uint32_t interfaceSlots = 0, missingHints = 0;
    struct Places {
        std::size_t count = 0;
        std::string example; // "shop/core.py:12"
    };
    Places dynamic, shared, threads; // in what moves; threads: in its callers, too
};

struct RiskInput {
    const std::vector<Candidate>& candidates; // finished, with hazards
    const std::vector<Wave>& waves;
    std::vector<CandidateRiskFacts> facts; // by candidate
    bool measured = false;
    double callsResolved = 1; // share of all calls
    bool buildsNative = false; // the project builds native modules today
    std::vector<std::string> platforms; // wheels to build, as far as manifests tell
    double runTime = 0; // ns per run; 0: not known
    const Team& team;
    const std::map<std::string, std::string, std::less<>>& owners;
};

// Nothing without candidates.
std::vector<RiskEntry> riskRegister(const RiskInput& input);

} // namespace ferroscope::roadmap
