// SPDX-FileCopyrightText: The Ferroscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
// The read stage: every file of the SourceSet -> FileFacts, in parallel, through the facts cache.
#pragma once

#include "core/analysis/analyzer.h"
#include "core/analysis/progress_meter.h"
#include "core/facts/file_facts.h"
#include "core/source/source_set.h"

namespace ferroscope::analysis {

struct ReadResult {
    std::vector<std::shared_ptr<const facts::FileFacts>> facts; // parallels sources.files; null: not read
    std::vector<std::string> hashes; // of the bytes, parallels sources.files; "": not read
    std::vector<char> saysGenerated; // 1: the text says so; parallels sources.files
    std::size_t fromCache = 0; // from the store or kept
    bool complete = true; // false: stopped before all files were read; what was read is in the cache
};

// Files that cannot be read become entries of sources.skipped; a generated file's role is corrected. `kept` may be null.
ReadResult readAll(const FileSystem& files, source::SourceSet& sources, store::Store* store, const KeptFacts* kept,
    unsigned jobs, std::stop_token stop, ProgressMeter& meter, const PartialSink& partial);

} // namespace ferroscope::analysis
