// SPDX-FileCopyrightText: The Ferroscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis/judged.h"
#include "core/base/parallel.h"

#include <algorithm>
#include <thread>

namespace ferroscope::analysis {

std::span<const rules::Finding> Judged::findingsOf(graph::ModuleId module) const
{
    const auto before = [](const rules::Finding& finding, graph::ModuleId id) { return finding.module < id; };
    const auto first = std::lower_bound(findings.begin(), findings.end(), module, before);
    const auto last = std::lower_bound(first, findings.end(), module + 1, before);
    return { first, last };
}

scoring::Evidence Judged::evidenceOf(graph::ModuleId module) const
{
    scoring::Evidence evidence { codebase, heat, knowledge::knowledge(), module, signals[module], findingsOf(module),
        callsOf[module], std::nullopt, churn.commitsSeen };
    if (covered && covered->modules[module])
        evidence.covered = covered->modules[module]->share();
    evidence.attributes = attributesOf[module];
    if (churn.commitsSeen > 0) {
        const auto at = churn.commitsByPath.find(codebase.modules[module].file.path);
        evidence.churn = at == churn.commitsByPath.end() ? 0 : at->second;
    }
    return evidence;
}

namespace {

void order(Judged& judged)
{
    const graph::Codebase& base = judged.codebase;
    judged.entryPoints = evidence::entryPoints(base, knowledge::knowledge());
    std::vector<graph::ModuleId> moduleOf; // by function: asked twice per edge
    moduleOf.reserve(base.functionCount);
    for (graph::ModuleId id = 0; id < base.modules.size(); ++id)
        moduleOf.insert(moduleOf.end(), base.modules[id].functionCount, id);
    const auto index = [&](std::vector<std::vector<std::uint32_t>>& of, std::size_t count, auto&& ends) {
        of.resize(base.modules.size());
        for (std::uint32_t at = 0; at < count; ++at) {
            const auto [first, second] = ends(at);
            const graph::ModuleId from = moduleOf[first], to = moduleOf[second];
            of[from].push_back(at);
            if (to != from)
                of[to].push_back(at);
        }
    };
    index(judged.callsOf, base.calls.size(), [&](std::size_t at) { return std::pair(base.calls[at].from, base.calls[at].to); });
    index(judged.attributesOf, base.attributes.size(), [&](std::size_t at) { return std::pair(base.attributes[at].from, base.attributes[at].home); });
}

} // namespace

Result<Judged> judgeAll(graph::Codebase codebase, source::Churn churn, const Inputs& inputs, unsigned jobs, std::stop_token stop)
{
    Judged judged;
    judged.codebase = std::move(codebase);
    judged.churn = std::move(churn);
    const graph::Codebase& base = judged.codebase;
    const knowledge::Knowledge& knowledge = knowledge::knowledge();
    // What needs no heat is put in order while the heat is found, which is one thread's work.
    std::jthread ordering;
    if (jobs > 1)
        ordering = std::jthread([&] { order(judged); });
    else
        order(judged);
    judged.heat = evidence::estimateHeat(base, knowledge, stop);
    if (!inputs.profiles.empty()) {
        Result<evidence::JoinedProfile> joined = evidence::joinProfiles(base, knowledge, inputs.profiles);
        if (!joined)
            return tl::unexpected(joined.error());
        judged.profile = std::move(*joined);
        judged.heat = evidence::overlay(std::move(judged.heat), base, *judged.profile);
    }
    if (inputs.coverage)
        judged.covered = evidence::coverFunctions(base, *inputs.coverage);
    judged.findings = rules::detect(base, judged.heat, knowledge, jobs, stop);
    if (ordering.joinable())
        ordering.join();
    judged.signals.resize(base.modules.size());
    judged.answers.resize(base.modules.size());
    parallelFor(base.modules.size(), jobs, stop, [&](std::size_t at, unsigned) {
        const auto module = static_cast<graph::ModuleId>(at);
        if (!judged.isJudged(module))
            return;
        judged.signals[at] = scoring::measure(base, judged.heat, knowledge, module, scoring::externalCallsOf(base, module), judged.callsOf[module]);
        judged.answers[at] = scoring::answerAll(judged.evidenceOf(module));
    });
    return judged;
}

} // namespace ferroscope::analysis
