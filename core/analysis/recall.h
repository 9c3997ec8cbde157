// SPDX-FileCopyrightText: The Ferroscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
// Recall: the assessment of a repository that has not changed, out of the store instead of made again.
//
// What it was made from is a key: everything discovery found (paths, sizes, times of change, metadata, git
// state), the settings, and the sources of this program. Files that were changed shortly before they were read
// may have changed again without showing it; their hashes are kept beside, and their bytes are read and compared.
// Private to core/analysis.
#pragma once

#include "core/analysis/analyzer.h"
#include "core/source/source_set.h"
#include <limits>

namespace ferroscope::analysis {

// Its own struct, so that tests can see that a field of Request was not forgotten.
struct RecallKey {
    std::string root; // real path
    std::string settings; // hash, and what else of the request changes the result
    std::string sources; // hash of everything discovered, and of the program
};

RecallKey recallKey(const FileSystem& files, const std::string& settings, source::SourceSet& sources);

// Null: unknown, changed, or not readable.
AssessmentPtr recall(const FileSystem& files, const source::SourceSet& sources, const RecallKey& key, store::Store& store);

// What keep() stores with the assessment. `hashes` parallels sources.files: of the bytes that were read after
// `lookedAt`. kFilesNeverChange: they are those of a commit, which the git state names.
inline constexpr std::int64_t kFilesNeverChange = std::numeric_limits<std::int64_t>::max();
std::shared_ptr<const Made> madeFrom(RecallKey key, const source::SourceSet& sources, const std::vector<std::string>& hashes,
    std::int64_t lookedAt);

} // namespace ferroscope::analysis
