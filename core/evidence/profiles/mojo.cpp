// SPDX-FileCopyrightText: The Ferroscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
// MOJO: Austin's binary format, versions 1 to 3. "MOJ", a version, then events: texts and frames are defined once
// and referred to by keys; STACK opens a sample, FRAME_REF adds a frame (root first), METRIC_TIME ends it.
// Version 2 added columns, version 3 the interpreter. Austin 4 writes newer versions: refused by name.
#include "core/base/text.h"
#include "core/evidence/profiles/profile_builder.h"
#include "core/evidence/profiles/profile_formats.h"

#include <map>

namespace ferroscope::evidence {

namespace {

constexpr std::int64_t kLongestSample = 1'000'000'000'000; // µs

enum Event : std::uint8_t {
    kMetadata = 1, kStack, kFrame, kFrameInvalid, kFrameRef, kFrameKernel, kGc, kIdle, kMetricTime, kMetricMemory, kString, kStringRef
};

class MojoReader {
public:
    explicit MojoReader(std::string_view bytes)
        : m_bytes(bytes)
        , m_builder(ProfileKind::AustinMojo)
    {
    }

    Result<Profile> run()
    {
        m_at = 3;
        m_version = integer();
        if (m_problem.empty() && (m_version < 1 || m_version > 3))
            return refuse("it is MOJO of version " + std::to_string(m_version) + ", 1 to 3 can be read; austin's mojo2austin converts it");
        while (m_at < m_bytes.size() && m_problem.empty() && m_builder.problem().empty())
            event();
        if (!m_problem.empty())
            return refuse(m_problem);
        return std::move(m_builder).finish();
    }

private:
    void fail(const std::string& what)
    {
        if (m_problem.empty())
            m_problem = "at byte " + withThousands(static_cast<long long>(m_at)) + ": " + what;
    }

    std::uint8_t byte()
    {
        if (m_at >= m_bytes.size()) {
            fail("it ends in the middle of an event");
            return 0;
        }
        return static_cast<std::uint8_t>(m_bytes[m_at++]);
    }

    // First byte: more, sign, 6 bits; then more, 7 bits; the low bits first.
    std::int64_t integer()
    {
        const std::uint8_t first = byte();
        std::uint64_t value = first & 0x3FU;
        unsigned shift = 6;
        for (std::uint8_t next = first; (next & 0x80U) != 0 && m_problem.empty(); shift += 7) {
            next = byte();
            if (shift > 56) {
                fail("a number is longer than 63 bits");
                return 0;
            }
            value |= std::uint64_t { next & 0x7FU } << shift;
        }
        const auto magnitude = static_cast<std::int64_t>(value);
        return (first & 0x40U) != 0 ? -magnitude : magnitude;
    }

    std::string_view text()
    {
        const std::size_t end = m_bytes.find('\0', m_at);
        if (end == std::string_view::npos) {
            fail("a text has no end");
            return {};
        }
        const std::string_view found = m_bytes.substr(m_at, end - m_at);
        m_at = end + 1;
        return found;
    }

    std::string_view referred(std::int64_t key) const
    {
        const auto found = m_texts.find({ m_process, key });
        return found == m_texts.end() ? std::string_view() : found->second;
    }

    void frameDefinition()
    {
        const std::int64_t key = integer();
        Frame frame;
        frame.file = referred(integer());
        frame.function = referred(integer());
        const std::int64_t line = integer();
        if (m_version >= 2) {
            for (int skipped = 0; skipped < 3; ++skipped)
                integer();
        }
        if (!m_problem.empty())
            return;
        frame.line = line > 0 && line < 100'000'000 ? static_cast<std::uint32_t>(line) : 0;
        frame.lineMeaning = LineMeaning::Current;
        frame.isQualified = true;
        m_frames[{ m_process, key }] = m_builder.frame(frame);
    }

    void event()
    {
        switch (byte()) {
        case kMetadata: {
            const std::string_view key = text();
            if (text() == "memory" && key == "mode")
                fail("it measures memory, not time");
            return;
        }
        case kStack:
            m_process = integer();
            if (m_version >= 3)
                integer();
            text();
            m_stack.clear();
            m_idle = false;
            return;
        case kFrame:
            return frameDefinition();
        case kFrameInvalid:
        case kGc:
            return;
        case kFrameRef: {
            const auto found = m_frames.find({ m_process, integer() });
            if (found == m_frames.end())
                return fail("a frame is used before it is defined");
            m_stack.push_back(found->second);
            if (m_stack.size() > kDeepestStack)
                fail("a stack is deeper than 20,000 frames");
            return;
        }
        case kFrameKernel:
            text();
            return;
        case kIdle:
            m_idle = true;
            return;
        case kMetricTime: {
            const std::int64_t time = integer();
            if (time < 0 || time > kLongestSample)
                return fail("a time is out of range");
            if (m_problem.empty())
                m_builder.addStack(m_stack, static_cast<double>(time) * 1e-6, 1, m_idle ? TimeOf::Waiting : TimeOf::Self);
            return;
        }
        case kMetricMemory:
            integer();
            return;
        case kString: {
            const std::int64_t key = integer();
            m_texts[{ m_process, key }] = text();
            return;
        }
        case kStringRef:
            integer();
            return;
        default:
            --m_at;
            fail("this is no event of MOJO");
        }
    }

    std::string_view m_bytes;
    ProfileBuilder m_builder;
    std::size_t m_at = 0;
    std::int64_t m_version = 0;
    std::int64_t m_process = 0; // keys are those of a process
    std::map<std::pair<std::int64_t, std::int64_t>, std::string_view> m_texts;
    std::map<std::pair<std::int64_t, std::int64_t>, std::uint32_t> m_frames;
    std::vector<std::uint32_t> m_stack;
    bool m_idle = false;
    std::string m_problem;
};

} // namespace

bool looksLikeMojo(std::string_view bytes) { return startsWith(bytes, "MOJ"); }

Result<Profile> readMojo(std::string_view bytes) { return MojoReader(bytes).run(); }

} // namespace ferroscope::evidence
