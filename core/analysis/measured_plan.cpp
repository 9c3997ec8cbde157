// SPDX-FileCopyrightText: The Ferroscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis/measured_plan.h"

#include <algorithm>
#include <fmt/format.h>
#include <unordered_set>

namespace ferroscope::analysis {

namespace {

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

} // namespace

void markCountedCrossings(const Judged& judged, std::vector<Candidate>& candidates)
{
    if (judged.heat.perSecond <= 0)
        return;
    const std::unordered_set<std::string> counted = countedEdges(judged, candidates);
    for (Candidate& candidate : candidates) {
        for (Crossing& crossing : candidate.crossings)
            crossing.source = counted.contains(crossing.from + "\n" + crossing.to) ? "measured" : "virtual";
    }
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
