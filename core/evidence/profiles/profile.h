// SPDX-FileCopyrightText: The Ferroscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
// Profile: what a profiler wrote, whatever its format, as one value. Still in the words of the profiler: files
// are as it spelled them, nothing is matched to the repository yet (core/evidence/profile_join.h).
//
// Self seconds of all entries plus the native and waiting seconds beside them add up to `totalSeconds`.
// Deterministic: entries, edges and lines are sorted, the same bytes give the same value.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace ferroscope::evidence {

// Limits of every reader. A file beyond one is refused with a sentence that names it.
inline constexpr std::uint64_t kLargestProfile = 512ULL << 20U; // bytes
inline constexpr std::size_t kMostEntries = 1'000'000; // distinct frames
inline constexpr std::size_t kMostEdges = 2'000'000; // distinct pairs of caller and callee
inline constexpr std::size_t kDeepestStack = 20'000; // frames of one sample
inline constexpr std::size_t kLongestName = 64 * 1024; // bytes of a file or function name

enum class ProfileKind {
    Pstats, // cProfile, profile and what writes the same file
    Collapsed, // "frame;frame count": py-spy raw, flame graph tools
    AustinText, AustinMojo,
    Speedscope,
    Scalene,
    PyinstrumentJson, PyinstrumentSession,
    PerfScript,
};
std::string_view profileKindName(ProfileKind kind); // "cProfile", "collapsed stacks", ...: for sentences and the JSON

enum class LineMeaning : std::uint8_t {
    Unknown, // 0, or of no use
    First, // of the first decorator or `def`: co_firstlineno
    Current, // the line that ran: some line of the function
};

struct ProfileEntry {
    std::string file; // as written: relative, absolute, "<frozen x>", "~" for builtins, "" if not known
    std::string function; // co_name or co_qualname: "area", "Shape.area", "<listcomp>"
    std::uint32_t line = 0;
    LineMeaning lineMeaning = LineMeaning::Unknown;
    bool isQualified = false; // the name may be a qualified one
    std::uint64_t calls = 0; // exact profiles only
    double selfSeconds = 0; // in the function itself; native and waiting parts not included where they are known
    double nativeSeconds = 0; // of its own time, in native code (formats that tell: Scalene, perf)
    double waitingSeconds = 0; // of its own time, off the processor (Scalene)
    double totalSeconds = 0; // with callees; counted once per stack
};

// Exact profiles: how often one function called another, and the callee's self seconds of these calls.
struct ProfileEdge {
    std::uint32_t caller = 0, callee = 0; // entries
    std::uint64_t calls = 0;
    double selfSeconds = 0;
};

struct ProfileLine {
    std::string file;
    std::uint32_t line = 0;
    double selfSeconds = 0;
};

struct Profile {
    ProfileKind kind = ProfileKind::Pstats;
    bool exact = false; // every call was counted; else stacks were sampled
    bool knowsNative = false; // nativeSeconds and waitingSeconds of entries say something
    bool isScaled = true; // false: the file has counts but no time, a second per 100 samples was assumed
    std::vector<ProfileEntry> entries; // by (file, line, function)
    std::vector<ProfileEdge> edges; // by (caller, callee)
    std::vector<ProfileLine> lines; // by (file, line); empty where the format has none
    double totalSeconds = 0;
    std::uint64_t samples = 0; // 0 for exact profiles
    std::string hash; // of the bytes
};

} // namespace ferroscope::evidence
