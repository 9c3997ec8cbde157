// SPDX-FileCopyrightText: The Ferroscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
// Verdict: what to do with a module, always with reasons and the runner-up (product.md, "Verdicts").
//
// In this order: a blocker (fix-in-python, refactor-first, type-first, profile-first) where the module would
// be worth moving; else the strategy of its candidate; else already-native; else keep-python.
#pragma once

#include "core/scoring/criterion.h"

namespace ferroscope::scoring {

// What the plan says of a module, as far as verdicts need it.
struct PlanView {
    std::optional<Verdict> strategy; // of the candidate that takes (part of) it
    std::string candidateTitle;
    double share = 0; // of the run's interpreted time that lies in the module, likely
    double shareHigh = 0; // the same, high end
    bool isApplication = false; // the repository has entry points of its own: scripts, routes, tasks, commands
    bool reached = false; // one of them leads here
    bool cutByCycle = false; // its import cycle runs over the boundary of its candidate
    bool rowPipeline = false; // works through a table row by row
    bool sharesState = false; // mutates module state that other modules use, or has its own mutated by them
    std::size_t alsoMoving = 0; // other modules of the candidate
};

// What a verdict needs of the evidence: no weight and no plan changes it. Texts are finished sentences.
struct VerdictFacts {
    std::string keep, fix, wrapper; // the first veto of each kind with its place; "" = none
    double fixShare = 0; // of the run, in functions with something to fix
    bool isDriven = false; // by native packages, and no row pipeline
    bool mostlyWaits = false, isGlue = false;
    bool nativeIfHot = false; // were it hot, it would be native already
    double interfaceSlots = 0;
    std::vector<std::string> vetoes; // at most five
    bool numba = false, numpy = false, mypyc = false, pypy = false; // cheaper than Rust, perhaps
};
VerdictFacts verdictFacts(const Evidence& evidence, const Answers& answers, const PlanView& plan); // of `plan`: rowPipeline
VerdictResult judge(const VerdictFacts& facts, const Score& score, const PlanView& plan);
VerdictResult judge(const Evidence& evidence, const Score& score, const PlanView& plan); // both

inline constexpr double kWorthValue = 52; // value from which a module is worth moving, if the plan agrees

} // namespace ferroscope::scoring
