// SPDX-FileCopyrightText: The Ferroscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
// Churn: how many commits of the last N touched each file. Through libgit2, never by running git.
#pragma once

#include "core/base/result.h"
#include <map>
#include <stop_token>
#include <string>

namespace ferroscope::source {

struct Churn {
    std::map<std::string, int> commitsByPath; // path relative to the analyzed root -> commits
    int commitsSeen = 0; // how far it looked (bounded by a number of commits, never by a clock)
};

// An empty map with commitsSeen 0 when `root` is in no git repository or history is absent: unknown, not zero.
// Counts back from `commit` (anything git rev-parse understands).
Result<Churn> churn(const std::string& root, int maxCommits, std::stop_token stop, const std::string& commit = "HEAD");

} // namespace ferroscope::source
