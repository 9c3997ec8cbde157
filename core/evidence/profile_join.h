// SPDX-FileCopyrightText: The Ferroscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
// Join: profiles in the words of the profiler -> times and calls of functions of the repository.
//
// Set aside: functions that only wait and that no function of the repository called directly. A builtin's time goes
// to the repository's function that called it, as native or waiting time, as far as the profile says who called.
// Nothing is guessed: what has no function is outside or unmatched, and counted as such.
#pragma once

#include "core/base/result.h"
#include "core/evidence/profiles/profile.h"
#include "core/graph/codebase.h"
#include "core/knowledge/knowledge.h"
#include <map>
#include <unordered_map>

namespace ferroscope::evidence {

inline constexpr std::size_t kMostUnmatched = 10; // listed, the largest

struct FunctionTime { // seconds of the run
    double self = 0; // in the function itself, without the two below
    double native = 0, waiting = 0; // in builtins it called directly (or as the profiler told them apart)
    std::uint64_t calls = 0; // exact profiles only
    std::uint64_t made = 0; // calls it made itself, of whatever; exact profiles only
};

struct Unmatched {
    std::string place; // "file:line name" as the profiler wrote it
    double seconds = 0;
};

struct JoinedProfile {
    std::string kinds; // "cProfile", or several joined with ", "
    bool exact = false, knowsNative = false, isScaled = true;
    std::uint64_t samples = 0;
    std::map<graph::FunctionId, FunctionTime> functions;
    std::map<std::pair<graph::FunctionId, graph::FunctionId>, std::uint64_t> calls; // exact only, both in the repository
    double runSeconds = 0; // all self seconds less what was set aside
    double setAside = 0; // seconds that only waited
    double matchedSeconds = 0; // of runSeconds, in functions of the repository (with their builtins)
    double insideUnmatched = 0; // of runSeconds, in files of the repository, but in no function known there
    std::vector<Unmatched> unmatched; // the largest first: not of the repository, or not found in it
    std::string hash; // of all files, in the order given
    double matchedShare() const { return runSeconds > 0 ? matchedSeconds / runSeconds : 0; }
};

// All of one class (exact or sampled), else BadInput says so: their times mean different things and are not added.
Result<JoinedProfile> joinProfiles(const graph::Codebase& codebase, const knowledge::Knowledge& knowledge, const std::vector<Profile>& profiles);

} // namespace ferroscope::evidence
