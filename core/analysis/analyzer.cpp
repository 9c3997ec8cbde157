// SPDX-FileCopyrightText: The Ferroscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis/analyzer.h"
#include "core/analysis/apply_settings.h"
#include "core/analysis/inputs.h"
#include "core/analysis/kept_facts.h"
#include "core/analysis/progress_meter.h"
#include "core/analysis/read_stage.h"
#include "core/analysis/recall.h"
#include "core/analysis/what_if_maker.h"
#include "core/base/parallel.h"
#include "core/graph/link.h"
#include "core/source/git_commit_files.h"

#include <algorithm>
#include <fmt/format.h>

namespace ferroscope::analysis {

namespace {

constexpr int kChurnCommits = 500; // history looked at; a number of commits, never a time

} // namespace

std::string repoConfigPath(const FileSystem& files, const std::string& root)
{
    const auto entries = files.list(root);
    if (!entries)
        return {};
    for (const Entry& entry : *entries) {
        if (entry.name == settings::kFileName && entry.kind == EntryKind::File)
            return joinPath(root, entry.name);
    }
    return {};
}

Result<Outcome> analyze(const FileSystem& given, const Request& request, store::Store* store, std::stop_token stop,
    const ProgressSink& progress, const PartialSink& partial)
{
    ProgressMeter meter(progress);
    const unsigned jobs = request.jobs > 0 ? request.jobs : defaultJobs();
    const scoring::Weights weights = weightsOf(request);

    const std::string settings = settingsHash(request, weights);
    const std::int64_t begun = nanosecondsNow();
    meter.enter(Stage::Discover);
    const Result<Inputs> inputs = readInputs(given, request); // first: a wrong file is said at once
    if (!inputs)
        return tl::unexpected(inputs.error());
    source::DiscoverOptions options = discoverOptions(request);
    std::shared_ptr<const FileSystem> commitFiles;
    if (!request.ref.empty()) {
        Result<source::CommitFiles> commit = source::openCommit(request.root, request.ref);
        if (!commit)
            return tl::unexpected(commit.error());
        commitFiles = std::move(commit->files);
        options.commit = std::move(commit->state);
    }
    const FileSystem& files = commitFiles ? *commitFiles : given;
    Result<source::SourceSet> sources = source::discover(files, request.root, options, stop, meter.forwarded());
    if (!sources)
        return tl::unexpected(sources.error());

    RepoConfig repoConfig = request.repoConfig;
    if (repoConfig != RepoConfig::Trusted)
        repoConfig = repoConfigPath(files, request.root).empty() ? RepoConfig::None : RepoConfig::Ignored;

    // A run with measurements is made anew: they are files of their own, and reading them is most of the work saved.
    const bool canKeep = store && request.profiles.empty() && request.coverage.empty();
    RecallKey key;
    if (canKeep) {
        key = recallKey(files, fmt::format("{}:{}:{}", settings, repoConfigName(repoConfig), request.ref), *sources);
        if (AssessmentPtr known = request.forWhatIf ? nullptr : recall(files, *sources, key, *store)) {
            meter.enter(Stage::Store);
            return Outcome { std::move(known), sources->files.size(), true, nullptr };
        }
    }

    meter.enter(Stage::Read, sources->files.size());
    ReadResult read = readAll(files, *sources, store, request.kept.get(), jobs, stop, meter, partial);
    if (request.kept)
        request.kept->replace(*sources, read.facts, read.saysGenerated, begun);
    if (!read.complete || stop.stop_requested())
        return failure(ErrorCode::Cancelled);
    Outcome outcome;
    outcome.filesFromCache = read.fromCache;
    if (canKeep)
        outcome.made = madeFrom(std::move(key), *sources, read.hashes, commitFiles ? kFilesNeverChange : begun);

    meter.enter(Stage::Link);
    const std::string root = sources->root;
    const bool inGit = sources->git.has_value();
    Result<graph::Codebase> codebase = graph::link(std::move(*sources), std::move(read.facts), stop, meter.forwarded(),
        jobs, graph::FlowFacts::Dropped); // kept facts are held by two, so they stay whole
    if (!codebase)
        return tl::unexpected(codebase.error());

    std::vector<source::Skipped>& skipped = codebase->sources.skipped;
    std::stable_sort(skipped.begin(), skipped.end(), [](const source::Skipped& a, const source::Skipped& b) { return a.path < b.path; });

    meter.enter(Stage::Weigh);
    source::Churn churn;
    if (inGit) {
        if (Result<source::Churn> found = source::churn(root, kChurnCommits, stop, request.ref.empty() ? "HEAD" : request.ref))
            churn = std::move(*found); // unreadable history is unknown churn, no reason to fail
    }
    meter.enter(Stage::Judge);
    Result<Judged> judged = judgeAll(std::move(*codebase), std::move(churn), *inputs, jobs, stop);
    if (stop.stop_requested())
        return failure(ErrorCode::Cancelled);
    if (!judged)
        return tl::unexpected(judged.error());

    meter.enter(Stage::Plan);
    const Judgeable judgeable { request, repoConfig, jobs };
    if (request.forWhatIf) {
        outcome.whatIf = makeWhatIf(std::move(*judged), judgeable);
        outcome.assessment = outcome.whatIf->assess(request.settings, Cut::New, nullptr, stop);
    } else {
        outcome.assessment = assessOnce(std::move(*judged), judgeable, stop);
    }
    if (!outcome.assessment)
        return failure(ErrorCode::Cancelled);
    meter.enter(Stage::Store);
    return outcome;
}

} // namespace ferroscope::analysis
