// SPDX-FileCopyrightText: The Ferroscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis/analyzer.h"
#include "core/analysis/assembly.h"
#include "core/analysis/kept_facts.h"
#include "core/analysis/progress_meter.h"
#include "core/analysis/read_stage.h"
#include "core/analysis/recall.h"
#include "core/base/hash.h"
#include "core/base/parallel.h"
#include "core/graph/link.h"

#include <algorithm>
#include <fmt/format.h>

namespace ferroscope::analysis {

namespace {

constexpr int kChurnCommits = 500; // history looked at; a number of commits, never a time

std::string settingsHash(const Request& request, const scoring::Weights& weights)
{
    std::string text;
    for (const std::string& exclude : request.excludes)
        text += exclude + '\n';
    for (const double weight : weights)
        text += fmt::format("{}\n", weight);
    return contentHash(text);
}

} // namespace

Result<Outcome> analyze(const FileSystem& files, const Request& request, store::Store* store, std::stop_token stop,
    const ProgressSink& progress, const PartialSink& partial)
{
    ProgressMeter meter(progress);
    const unsigned jobs = request.jobs > 0 ? request.jobs : defaultJobs();
    const bool custom = std::any_of(request.weights.begin(), request.weights.end(), [](double weight) { return weight > 0; });
    const scoring::Weights weights = custom ? request.weights : scoring::defaultWeights();

    const std::string settings = settingsHash(request, weights);
    const std::int64_t begun = nanosecondsNow();
    meter.enter(Stage::Discover);
    source::DiscoverOptions options;
    options.excludes = request.excludes;
    Result<source::SourceSet> sources = source::discover(files, request.root, options, stop, meter.forwarded());
    if (!sources)
        return tl::unexpected(sources.error());

    RecallKey key;
    if (store) {
        key = recallKey(files, settings, *sources);
        if (AssessmentPtr known = recall(files, *sources, key, *store)) {
            meter.enter(Stage::Store);
            return Outcome { std::move(known), sources->files.size(), true, nullptr };
        }
    }

    meter.enter(Stage::Read, sources->files.size());
    ReadResult read = readAll(files, *sources, store, request.kept.get(), jobs, stop, meter, partial);
    if (request.kept)
        request.kept->replace(*sources, read.facts, begun);
    if (!read.complete || stop.stop_requested())
        return failure(ErrorCode::Cancelled);
    Outcome outcome;
    outcome.filesFromCache = read.fromCache;
    if (store)
        outcome.made = madeFrom(std::move(key), *sources, read.hashes, begun);

    meter.enter(Stage::Link);
    const std::string root = sources->root;
    const bool inGit = sources->git.has_value();
    Result<graph::Codebase> codebase = graph::link(std::move(*sources), std::move(read.facts), stop, meter.forwarded(), jobs);
    if (!codebase)
        return tl::unexpected(codebase.error());

    meter.enter(Stage::Weigh);
    source::Churn churn;
    if (inGit) {
        if (Result<source::Churn> found = source::churn(root, kChurnCommits, stop))
            churn = std::move(*found); // unreadable history is unknown churn, no reason to fail
    }
    meter.enter(Stage::Judge);
    const Judged judged = judgeAll(std::move(*codebase), std::move(churn), weights, jobs, stop);
    if (stop.stop_requested())
        return failure(ErrorCode::Cancelled);

    meter.enter(Stage::Plan);
    const Planned planned = planCandidates(judged);
    std::vector<VerdictResult> verdicts(judged.codebase.modules.size());
    for (graph::ModuleId id = 0; id < verdicts.size(); ++id) {
        if (judged.isJudged(id))
            verdicts[id] = scoring::judge(judged.evidenceOf(id), judged.scores[id], planned.views[id]);
    }
    const roadmap::Plan plan = roadmap::buildPlan(planned.input, planned.sets, preparations(judged, planned, verdicts));
    if (stop.stop_requested())
        return failure(ErrorCode::Cancelled);

    outcome.assessment = assemble(judged, planned, plan, verdicts, weights, settings);
    meter.enter(Stage::Store);
    return outcome;
}

} // namespace ferroscope::analysis
