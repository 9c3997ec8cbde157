// SPDX-FileCopyrightText: The Ferroscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/evidence/profile_join.h"
#include "core/base/hash.h"
#include "core/base/text.h"
#include "core/evidence/function_match.h"
#include "core/evidence/path_match.h"
#include "core/evidence/waiting_frames.h"

#include <algorithm>
#include <fmt/format.h>
#include <set>

namespace ferroscope::evidence {

namespace {

constexpr graph::FunctionId kOutside = 0xFFFFFFFFU;
constexpr graph::FunctionId kInsideUnknown = 0xFFFFFFFEU; // in a file of the repository, but no function of it

class Joiner {
public:
    Joiner(const graph::Codebase& codebase, const knowledge::Knowledge& knowledge, JoinedProfile& into)
        : m_base(codebase)
        , m_knowledge(knowledge)
        , m_paths(codebase)
        , m_into(into)
    {
    }

    void add(const Profile& profile)
    {
        m_functionOf.assign(profile.entries.size(), kOutside);
        // Entries are sorted by file.
        for (std::size_t first = 0; first < profile.entries.size();) {
            std::size_t end = first;
            while (end < profile.entries.size() && profile.entries[end].file == profile.entries[first].file)
                ++end;
            matchFile(profile, first, end);
            first = end;
        }
        m_attributed.assign(profile.entries.size(), 0);
        for (const ProfileEdge& edge : profile.edges)
            addEdge(profile, edge);
        for (std::size_t at = 0; at < profile.entries.size(); ++at)
            addEntry(profile, at);
        m_into.runSeconds += profile.totalSeconds;
        m_into.samples += profile.samples;
    }

    void finish()
    {
        m_into.runSeconds = std::max(0.0, m_into.runSeconds - m_into.setAside);
        for (const auto& [place, seconds] : m_unmatched)
            m_into.unmatched.push_back({ place, seconds });
        std::sort(m_into.unmatched.begin(), m_into.unmatched.end(), [](const Unmatched& a, const Unmatched& b) {
            return a.seconds != b.seconds ? a.seconds > b.seconds : a.place < b.place;
        });
        if (m_into.unmatched.size() > kMostUnmatched)
            m_into.unmatched.resize(kMostUnmatched);
    }

private:
    bool isRepository(std::size_t entry) const { return m_functionOf[entry] < kInsideUnknown; }

    void matchFile(const Profile& profile, std::size_t first, std::size_t end)
    {
        const std::string& file = profile.entries[first].file;
        if (isBuiltinEntry(profile.entries[first]) || file.empty() || file.front() == '<')
            return;
        // A file of the same name elsewhere: believed when most of what ran in it is in the module, at the same lines.
        const auto confirm = [&](graph::ModuleId module) {
            std::size_t named = 0;
            std::size_t known = 0;
            for (std::size_t at = first; at < end; ++at) {
                const ProfileEntry& entry = profile.entries[at];
                if (entry.function == "<module>" || entry.function.empty())
                    continue;
                ++named;
                known += confirms(*m_base.modules[module].facts, entry) ? 1 : 0;
            }
            return named > 0 && known * 2 > named;
        };
        const auto module = m_paths.find(file, confirm);
        if (!module)
            return;
        for (std::size_t at = first; at < end; ++at) {
            const auto function = matchFunction(*m_base.modules[*module].facts, profile.entries[at]);
            m_functionOf[at] = function ? m_base.modules[*module].firstFunction + *function : kInsideUnknown;
        }
    }

    static bool confirms(const facts::FileFacts& facts, const ProfileEntry& entry)
    {
        const auto function = matchFunction(facts, entry);
        if (!function || *function == 0)
            return false;
        const facts::Function& found = facts.functions[*function];
        return entry.lineMeaning == LineMeaning::Unknown || (found.firstLine <= entry.line && entry.line <= found.endLine);
    }

    void addEdge(const Profile& profile, const ProfileEdge& edge)
    {
        if (!isRepository(edge.caller))
            return;
        const graph::FunctionId caller = m_functionOf[edge.caller];
        m_into.functions[caller].made += edge.calls;
        if (isRepository(edge.callee)) {
            if (profile.exact && edge.calls > 0)
                m_into.calls[{ caller, m_functionOf[edge.callee] }] += edge.calls;
            return;
        }
        const ProfileEntry& callee = profile.entries[edge.callee];
        if (!isBuiltinEntry(callee))
            return;
        // No more than the builtin really took, whatever the callers add up to.
        double& done = m_attributed[edge.callee];
        const double seconds = std::min(edge.selfSeconds, std::max(0.0, callee.selfSeconds - done));
        done += seconds;
        FunctionTime& time = m_into.functions[caller];
        (isWaiting(callee, m_knowledge) ? time.waiting : time.native) += seconds;
        m_into.matchedSeconds += seconds;
    }

    void addEntry(const Profile& profile, std::size_t at)
    {
        const ProfileEntry& entry = profile.entries[at];
        const double self = std::max(0.0, entry.selfSeconds - m_attributed[at]);
        const double all = self + entry.nativeSeconds + entry.waitingSeconds;
        if (isRepository(at)) {
            FunctionTime& time = m_into.functions[m_functionOf[at]];
            time.self += self;
            time.native += entry.nativeSeconds;
            time.waiting += entry.waitingSeconds;
            time.calls += entry.calls;
            m_into.matchedSeconds += all;
            return;
        }
        if (isWaiting(entry, m_knowledge)) {
            m_into.setAside += all;
            return;
        }
        if (m_functionOf[at] == kInsideUnknown)
            m_into.insideUnmatched += all;
        if (all > 0)
            m_unmatched[placeOf(entry)] += all;
    }

    static std::string placeOf(const ProfileEntry& entry)
    {
        if (isBuiltinEntry(entry) || entry.file.empty())
            return entry.function;
        std::string place = entry.file;
        if (entry.line > 0)
            place += ":" + std::to_string(entry.line);
        return entry.function.empty() ? place : place + " " + entry.function;
    }

    const graph::Codebase& m_base;
    const knowledge::Knowledge& m_knowledge;
    PathMatch m_paths;
    JoinedProfile& m_into;
    std::vector<graph::FunctionId> m_functionOf; // by entry
    std::vector<double> m_attributed; // by entry: seconds of a builtin that went to its callers
    std::map<std::string, double> m_unmatched;
};

} // namespace

Result<JoinedProfile> joinProfiles(const graph::Codebase& codebase, const knowledge::Knowledge& knowledge, const std::vector<Profile>& profiles)
{
    JoinedProfile joined;
    if (profiles.empty())
        return joined;
    joined.exact = profiles.front().exact;
    joined.knowsNative = true;
    Joiner joiner(codebase, knowledge, joined);
    std::set<std::string> kinds;
    std::string hashes;
    for (const Profile& profile : profiles) {
        if (profile.exact != joined.exact) {
            return failure(ErrorCode::BadInput, {},
                "exact and sampled profiles cannot be added to each other; give those of one kind");
        }
        if (profile.isScaled != profiles.front().isScaled) {
            return failure(ErrorCode::BadInput, {},
                "a profile without its sampling rate cannot be added to one in seconds; give those of one kind");
        }
        kinds.emplace(profileKindName(profile.kind));
        hashes += profile.hash + "\n";
        joined.knowsNative = joined.knowsNative && (profile.exact || profile.knowsNative);
        joined.isScaled = profile.isScaled;
        joiner.add(profile);
    }
    joiner.finish();
    for (const std::string& kind : kinds)
        joined.kinds += (joined.kinds.empty() ? "" : ", ") + kind;
    joined.hash = contentHash(hashes);
    return joined;
}

} // namespace ferroscope::evidence
