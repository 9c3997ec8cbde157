// SPDX-FileCopyrightText: The Ferroscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
// Expected frequencies of loops and branches, after Wu and Larus, "Static branch frequency and program
// profile analysis" (MICRO-27, 1994): a loop branch is taken with probability 0.88, so a body runs
// 1 / (1 - 0.88) times; guards that leave early are rarely taken.
#pragma once

namespace ferroscope::facts {

inline constexpr float kLoopTurns = 8.33F; // 1 / (1 - 0.88)
// A loop inside a loop turns fewer times: the turns assumed of it are divided by its depth, but never below this.
inline constexpr float kLeastTurns = 1.5F;
inline constexpr float kBranch = 0.5F;
inline constexpr float kReturningBranch = 0.28F; // return heuristic: 0.72 not taken
inline constexpr float kRaisingBranch = 0.05F; // raising is exceptional
inline constexpr float kHandler = 0.02F; // an except body
inline constexpr float kMostFrequent = 1e9F; // deeper nests say no more
inline constexpr int kMostConstantTurns = 100; // for x in range(64): 64 turns; more than 100 counts as 100
inline constexpr int kFewTurns = 16; // at most this many constant turns count as "constant trips"

} // namespace ferroscope::facts
