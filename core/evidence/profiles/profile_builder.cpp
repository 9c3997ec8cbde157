// SPDX-FileCopyrightText: The Ferroscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/evidence/profiles/profile_builder.h"
#include "core/base/text.h"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <tuple>

namespace ferroscope::evidence {

namespace {

// Names come from outside and end in documents.
std::string cleaned(std::string_view text) { return printablePath(text); }

} // namespace

bool isBuiltinFile(std::string_view file) { return file == "~" || file == "<built-in>"; }
bool isSaneTime(double seconds) { return std::isfinite(seconds) && seconds >= 0; }

std::uint32_t ProfileBuilder::frame(const Frame& frame)
{
    if (frame.file.size() > kLongestName || frame.function.size() > kLongestName) {
        m_problem = "a name in it is longer than 64 KiB";
        return 0;
    }
    m_key.assign(frame.file);
    m_key += '\0';
    m_key.append(frame.function);
    m_key += '\0';
    m_key += std::to_string(frame.line);
    const auto known = m_frames.find(m_key);
    if (known != m_frames.end())
        return known->second;
    if (m_profile.entries.size() >= kMostEntries) {
        m_problem = "it has more than " + withThousands(static_cast<long long>(kMostEntries)) + " distinct frames";
        return 0;
    }
    ProfileEntry made;
    made.file = cleaned(frame.file);
    made.function = cleaned(frame.function);
    made.line = frame.line;
    made.lineMeaning = frame.line == 0 ? LineMeaning::Unknown : frame.lineMeaning;
    made.isQualified = frame.isQualified;
    m_profile.entries.push_back(std::move(made));
    m_seen.push_back(0);
    const auto at = static_cast<std::uint32_t>(m_profile.entries.size() - 1);
    m_frames.emplace(m_keys.emplace_back(m_key), at);
    return at;
}

void ProfileBuilder::addStack(std::span<const std::uint32_t> rootFirst, double seconds, std::uint64_t samples, TimeOf what)
{
    m_profile.totalSeconds += seconds;
    m_profile.samples += samples;
    if (rootFirst.empty())
        return;
    ++m_stack;
    m_framesSeen += rootFirst.size();
    if (m_framesSeen > kMostFramesOfStacks) {
        m_problem = "its stacks have more than 400 million frames";
        return;
    }
    ProfileEntry& leaf = m_profile.entries[rootFirst.back()];
    (what == TimeOf::Native ? leaf.nativeSeconds : what == TimeOf::Waiting ? leaf.waitingSeconds : leaf.selfSeconds) += seconds;
    for (const std::uint32_t at : rootFirst) {
        if (m_seen[at] == m_stack)
            continue; // recursion: one stack, one time
        m_seen[at] = m_stack;
        m_profile.entries[at].totalSeconds += seconds;
    }
    if (rootFirst.size() > 1 && isBuiltinFile(leaf.file))
        addEdge(rootFirst[rootFirst.size() - 2], rootFirst.back(), 0, seconds);
}

void ProfileBuilder::addEdge(std::uint32_t caller, std::uint32_t callee, std::uint64_t calls, double selfSeconds)
{
    const auto [at, isNew] = m_edges.try_emplace((std::uint64_t { caller } << 32U) | callee, static_cast<std::uint32_t>(m_profile.edges.size()));
    if (isNew && m_profile.edges.size() >= kMostEdges) {
        m_problem = "it has more than " + withThousands(static_cast<long long>(kMostEdges)) + " pairs of caller and callee";
        return;
    }
    if (isNew)
        m_profile.edges.push_back({ caller, callee, 0, 0 });
    ProfileEdge& edge = m_profile.edges[at->second];
    edge.calls += calls;
    edge.selfSeconds += selfSeconds;
}

void ProfileBuilder::addLine(std::string_view file, std::uint32_t line, double seconds)
{
    if (m_lines.size() >= kMostEntries) {
        m_problem = "it has more than " + withThousands(static_cast<long long>(kMostEntries)) + " lines";
        return;
    }
    m_lines[cleaned(file) + '\0' + std::to_string(line)] += seconds;
}

Result<Profile> ProfileBuilder::finish() &&
{
    if (!m_problem.empty())
        return refuse(m_problem);
    std::vector<ProfileEntry>& entries = m_profile.entries;
    if (entries.empty())
        return refuse("there is not one function in it");
    if (!isSaneTime(m_profile.totalSeconds))
        return refuse("its times do not add up to a number");
    std::vector<std::uint32_t> order(entries.size());
    std::iota(order.begin(), order.end(), 0U);
    std::sort(order.begin(), order.end(), [&](std::uint32_t a, std::uint32_t b) {
        return std::tie(entries[a].file, entries[a].line, entries[a].function, a) < std::tie(entries[b].file, entries[b].line, entries[b].function, b);
    });
    std::vector<std::uint32_t> placeOf(entries.size());
    std::vector<ProfileEntry> sorted;
    sorted.reserve(entries.size());
    for (const std::uint32_t at : order) {
        placeOf[at] = static_cast<std::uint32_t>(sorted.size());
        sorted.push_back(std::move(entries[at]));
    }
    entries = std::move(sorted);
    for (ProfileEdge& edge : m_profile.edges) {
        edge.caller = placeOf[edge.caller];
        edge.callee = placeOf[edge.callee];
    }
    std::sort(m_profile.edges.begin(), m_profile.edges.end(),
        [](const ProfileEdge& a, const ProfileEdge& b) { return std::tie(a.caller, a.callee) < std::tie(b.caller, b.callee); });
    for (const auto& [key, seconds] : m_lines) {
        const std::size_t end = key.find('\0');
        m_profile.lines.push_back({ key.substr(0, end), static_cast<std::uint32_t>(std::stoul(key.substr(end + 1))), seconds });
    }
    std::sort(m_profile.lines.begin(), m_profile.lines.end(),
        [](const ProfileLine& a, const ProfileLine& b) { return std::tie(a.file, a.line) < std::tie(b.file, b.line); });
    return std::move(m_profile);
}

} // namespace ferroscope::evidence
