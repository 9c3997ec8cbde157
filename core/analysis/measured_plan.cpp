// SPDX-FileCopyrightText: The Ferroscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis/measured_plan.h"
#include "core/base/text.h"

#include <algorithm>
#include <fmt/format.h>
#include <unordered_set>

namespace ferroscope::analysis {

namespace {

constexpr double kMeasuredShare = 0.9; // of a candidate's time, for a prediction

// Names "from\nto" of counted edges, only those that some crossing names.
std::unordered_set<std::string> countedEdges(const Judged& judged, const std::vector<Candidate>& candidates)
{
    std::unordered_set<std::string> wanted;
    for (const Candidate& candidate : candidates) {
        for (const Crossing& crossing : candidate.crossings)
            wanted.insert(crossing.from + "\n" + crossing.to);
    }
    std::unordered_set<std::string> found;
    const graph::Codebase& base = judged.codebase;
    for (std::size_t at = 0; at < judged.heat.measuredEdges.size() && !wanted.empty(); ++at) {
        if (judged.heat.measuredEdges[at] == 0)
            continue;
        std::string name = base.functionName(base.calls[at].from) + "\n" + base.functionName(base.calls[at].to);
        if (wanted.contains(name))
            found.insert(std::move(name));
    }
    return found;
}

// Share of the interpreted time of the candidate's functions that was measured.
double measuredShare(const Judged& judged, const Candidate& candidate)
{
    const graph::Codebase& base = judged.codebase;
    double measured = 0;
    double all = 0;
    for (graph::ModuleId id = 0; id < base.modules.size(); ++id) {
        const graph::Module& module = base.modules[id];
        if (!std::binary_search(candidate.modules.begin(), candidate.modules.end(), printablePath(module.file.path)))
            continue;
        for (std::uint32_t at = 0; at < module.functionCount; ++at) {
            const evidence::FunctionHeat& heat = judged.heat.functions[module.firstFunction + at];
            if (!std::binary_search(candidate.units.begin(), candidate.units.end(), base.functionName(module.firstFunction + at)))
                continue;
            all += heat.interpreted.likely;
            measured += heat.measured ? heat.interpreted.likely : 0;
        }
    }
    return all > 0 ? measured / all : 0;
}

// Virtual ns that a gain is a share of: as core/roadmap/amdahl.cpp takes it.
double runOf(const roadmap::PlanInput& input, double Range::* which)
{
    double sum = 0;
    for (const roadmap::Unit& unit : input.units)
        sum += std::max(0.0, unit.time.*which);
    return std::max(sum, input.runTime);
}

} // namespace

void applyMeasurements(const Judged& judged, const Planned& planned, std::vector<Candidate>& candidates, std::vector<Wave>& waves)
{
    const double perSecond = judged.heat.perSecond;
    if (perSecond <= 0)
        return;
    const double perVirtual = 1e9 / perSecond; // measured ns per virtual ns
    const std::unordered_set<std::string> counted = countedEdges(judged, candidates);
    const double seconds = judged.heat.runTime / perSecond;
    const Range run { runOf(planned.input, &Range::low), runOf(planned.input, &Range::likely), runOf(planned.input, &Range::high) };
    for (Candidate& candidate : candidates) {
        for (Crossing& crossing : candidate.crossings) {
            crossing.calls *= perVirtual;
            crossing.elements *= perVirtual;
            crossing.cost *= perVirtual;
            crossing.source = counted.contains(crossing.from + "\n" + crossing.to) ? "measured" : "virtual";
        }
        if (!judged.profile->exact || measuredShare(judged, candidate) < kMeasuredShare)
            continue;
        const auto after = [&](double gain, double of) { return std::clamp(seconds - gain * of / perSecond, 0.0, seconds); };
        candidate.predictedSeconds = Range { after(candidate.gain.high, run.high), after(candidate.gain.likely, run.likely),
            after(candidate.gain.low, run.low) }.ordered();
    }
    for (Wave& wave : waves)
        wave.crossings *= perVirtual;
}

ProfileMatch matchOf(const evidence::JoinedProfile& profile)
{
    ProfileMatch match;
    match.kind = profile.kinds;
    match.exact = profile.exact;
    match.inSeconds = profile.isScaled;
    match.selfSeconds = profile.runSeconds;
    match.setAsideSeconds = profile.setAside;
    match.matchedShare = std::clamp(profile.matchedShare(), 0.0, 1.0);
    for (const evidence::Unmatched& place : profile.unmatched) {
        match.unmatched.push_back(profile.runSeconds > 0 ? fmt::format("{} ({:.1f} %)", place.place, 100 * place.seconds / profile.runSeconds)
                                                        : place.place);
    }
    return match;
}

} // namespace ferroscope::analysis
