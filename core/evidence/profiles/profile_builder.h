// SPDX-FileCopyrightText: The Ferroscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
// ProfileBuilder: frames, stacks and edges in any order -> Profile, sorted, within the limits.
#pragma once

#include "core/base/result.h"
#include "core/evidence/profiles/profile.h"
#include <deque>
#include <span>
#include <unordered_map>

namespace ferroscope::evidence {

struct Frame {
    std::string_view file, function;
    std::uint32_t line = 0;
    LineMeaning lineMeaning = LineMeaning::Unknown;
    bool isQualified = false;
};

// What the time of a stack's last frame was.
enum class TimeOf : std::uint8_t { Self, Native, Waiting };

inline constexpr std::uint64_t kMostFramesOfStacks = 400'000'000; // over all stacks: bounds the time a reader takes

class ProfileBuilder {
public:
    explicit ProfileBuilder(ProfileKind kind) { m_profile.kind = kind; }

    // Index of the entry; the same frame gives the same. Beyond a limit: 0 and problem() is set.
    std::uint32_t frame(const Frame& frame);
    ProfileEntry& entry(std::uint32_t at) { return m_profile.entries[at]; }
    // One sample (or several of the same stack), root first: its time to the last frame, total time once to each.
    // A builtin at the end is an edge of its caller, too, so that its time can be told apart.
    void addStack(std::span<const std::uint32_t> rootFirst, double seconds, std::uint64_t samples, TimeOf what = TimeOf::Self);
    void addEdge(std::uint32_t caller, std::uint32_t callee, std::uint64_t calls, double selfSeconds);
    void addLine(std::string_view file, std::uint32_t line, double seconds);
    void addTime(double seconds) { m_profile.totalSeconds += seconds; } // of no entry
    Profile& profile() { return m_profile; }
    const std::string& problem() const { return m_problem; } // "" as long as all is well
    Result<Profile> finish() &&; // BadInput with problem(), or if there is not a single entry

private:
    Profile m_profile;
    std::deque<std::string> m_keys;
    std::unordered_map<std::string_view, std::uint32_t> m_frames;
    std::unordered_map<std::uint64_t, std::uint32_t> m_edges;
    std::unordered_map<std::string, double> m_lines;
    std::vector<std::uint64_t> m_seen; // by entry: the last stack it was counted in
    std::uint64_t m_stack = 0, m_framesSeen = 0;
    std::string m_key, m_problem;
};

bool isBuiltinFile(std::string_view file); // "~" of cProfile, "<built-in>" of pyinstrument
// What a reader says when it refuses: "at byte 17: ...".
inline tl::unexpected<Error> refuse(std::string detail) { return failure(ErrorCode::BadInput, {}, std::move(detail)); }
bool isSaneTime(double seconds); // finite and not negative

} // namespace ferroscope::evidence
