// SPDX-FileCopyrightText: The Ferroscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
// Inputs beside the repository: profiles and a coverage file, read through the FileSystem within the limits of
// their readers.
#pragma once

#include "core/analysis/analyzer.h"
#include "core/evidence/coverage/read_coverage.h"
#include "core/evidence/profiles/profile.h"

namespace ferroscope::analysis {

struct Inputs {
    std::vector<evidence::Profile> profiles; // in the order of the request
    std::optional<evidence::LineCoverage> coverage;
};

// NotFound, Unreadable or BadInput, with the path of the file; BadInput too for a mix of exact and sampled.
Result<Inputs> readInputs(const FileSystem& files, const Request& request);

// What a profile file is, in one sentence ("A profile of cProfile: every call counted, 262 places, 0.18 s."), or
// why it cannot be used. For windows that take files by drop.
Result<std::string> describeProfile(const FileSystem& files, const std::string& path);

} // namespace ferroscope::analysis
