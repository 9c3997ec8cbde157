// SPDX-FileCopyrightText: The Ferroscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
// Progress of an analysis and the way to stop it. Stopping is std::stop_token everywhere.
#pragma once

#include <cstddef>
#include <functional>
#include <string>

namespace ferroscope {

enum class Stage { Discover, Read, Link, Weigh, Judge, Plan, Store };
inline constexpr int kStageCount = 7;

struct Progress {
    Stage stage = Stage::Discover;
    std::size_t done = 0; // of `total` in this stage; total 0 = not known yet
    std::size_t total = 0;
    double fraction = 0; // of the whole analysis, 0..1, never falling
    std::string current; // path being worked on, may be empty
};

// Called from any worker thread, one call at a time, at most about 20 times a second.
using ProgressSink = std::function<void(const Progress&)>;

} // namespace ferroscope
