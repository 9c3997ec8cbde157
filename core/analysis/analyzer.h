// SPDX-FileCopyrightText: The Ferroscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
// Analyzer: a folder in, an Assessment out. Runs all stages in order on its own threads; one Analyzer per
// analysis, callable from any thread. Nothing of the repository is executed or written.
#pragma once

#include "core/assessment/assessment.h"
#include "core/base/file_system.h"
#include "core/base/progress.h"
#include "core/settings/settings.h"
#include <stop_token>

namespace ferroscope::store {
class Store;
}

namespace ferroscope::analysis {

class KeptFacts; // kept_facts.h
struct Made; // what an assessment was made from, for keep()
class WhatIf; // what_if.h

struct Request {
    std::string root; // folder to analyze
    std::vector<std::string> excludes; // .gitignore-style patterns
    std::vector<std::string> profiles; // files, all exact or all sampled; any format of core/evidence/profiles
    std::string coverage; // file, "" for none
    unsigned jobs = 0; // 0: all processors
    std::array<double, kCriterionCount> weights {}; // all 0: the calibrated defaults
    std::string ref; // commit, branch or tag to analyze instead of the files; "": the files
    settings::Settings settings; // excludes and weights of it are added to those above
    RepoConfig repoConfig = RepoConfig::None; // Trusted: the settings are those of the analyzed folder
    bool forWhatIf = false; // make Outcome::whatIf; then nothing is recalled
    std::shared_ptr<KeptFacts> kept; // facts of the analysis before, replaced by those of this one; null: none
};

// The settings file that lies in the analyzed folder itself, as a path for `files`; "" if there is none. A link does
// not count: it could lead anywhere.
std::string repoConfigPath(const FileSystem& files, const std::string& root);

struct Outcome {
    AssessmentPtr assessment; // never null
    std::size_t filesFromCache = 0; // not parsed: from the store, from Request::kept or with the whole result
    bool isRecalled = false; // nothing has changed: the assessment is the stored one
    std::shared_ptr<const Made> made = nullptr; // null: nothing to keep
    std::shared_ptr<const WhatIf> whatIf = nullptr; // null unless asked for
};

// What is known early, published as stages finish, so that pages can fill.
struct Partial {
    std::size_t filesFound = 0, filesRead = 0, functions = 0, withErrors = 0;
    std::size_t codeLines = 0, hintSlots = 0, hintsAnnotated = 0;
};
using PartialSink = std::function<void(const Partial&)>;

// `files` is what is analyzed unless `request.ref` names a commit, which is read from the git repository on disk.
// `store` may be null (no cache). Errors: those of source::discover and source::openCommit; those of a profile or
// coverage file (NotFound, Unreadable, BadInput, with its path); Cancelled, Internal. After Cancelled the
// facts read so far are in the store, so the next run continues there.
Result<Outcome> analyze(const FileSystem& files, const Request& request, store::Store* store, std::stop_token stop,
    const ProgressSink& progress, const PartialSink& partial = {});

// Stores the assessment, so that analyze() of the unchanged repository recalls it. Apart from analyze(), because
// nobody should wait for it.
Result<void> keep(const Outcome& outcome, store::Store& store);

} // namespace ferroscope::analysis
