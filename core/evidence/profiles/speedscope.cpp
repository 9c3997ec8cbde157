// SPDX-FileCopyrightText: The Ferroscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
// speedscope: shared frames, and profiles that are sampled (stacks of frame indices with weights) or evented (open
// and close). Only profiles in a unit of time count; memray writes bytes and counts in the same file format.
// py-spy writes the line that ran, pyinstrument the first one; "some line of the function" is true of both.
#include "core/base/text.h"
#include "core/evidence/profiles/profile_builder.h"
#include "core/evidence/profiles/profile_formats.h"

namespace ferroscope::evidence {

namespace {

using Id = JsonTree::Id;

// Seconds per unit, 0 if it is no time.
double secondsPer(std::string_view unit)
{
    if (unit == "seconds")
        return 1;
    if (unit == "milliseconds")
        return 1e-3;
    if (unit == "microseconds")
        return 1e-6;
    return unit == "nanoseconds" ? 1e-9 : 0;
}

class SpeedscopeReader {
public:
    explicit SpeedscopeReader(const JsonTree& tree)
        : m_tree(tree)
        , m_builder(ProfileKind::Speedscope)
    {
    }

    Result<Profile> run()
    {
        readFrames();
        bool anyTime = false;
        const Id profiles = m_tree.member(m_tree.root(), "profiles");
        for (Id profile = m_tree.first(profiles); profile != JsonTree::kNone && good(); profile = m_tree.next(profile)) {
            const double unit = secondsPer(m_tree.text(m_tree.member(profile, "unit")));
            if (unit == 0)
                continue;
            anyTime = true;
            const std::string_view type = m_tree.text(m_tree.member(profile, "type"));
            if (type == "sampled")
                readSampled(profile, unit);
            else if (type == "evented")
                readEvented(profile, unit);
            else
                fail("a profile in it is neither sampled nor evented");
        }
        if (!m_problem.empty())
            return refuse(m_problem);
        if (!anyTime)
            return refuse("none of its profiles is in a unit of time");
        return std::move(m_builder).finish();
    }

private:
    bool good() const { return m_problem.empty() && m_builder.problem().empty(); }
    void fail(const char* what)
    {
        if (m_problem.empty())
            m_problem = what;
    }

    void readFrames()
    {
        const Id frames = m_tree.member(m_tree.member(m_tree.root(), "shared"), "frames");
        for (Id at = m_tree.first(frames); at != JsonTree::kNone && good(); at = m_tree.next(at)) {
            Frame frame;
            frame.function = m_tree.text(m_tree.member(at, "name"));
            frame.file = m_tree.text(m_tree.member(at, "file"));
            frame.line = m_tree.index(m_tree.member(at, "line")).value_or(0);
            frame.lineMeaning = LineMeaning::Current;
            frame.isQualified = true;
            m_frames.push_back(m_builder.frame(frame));
        }
    }

    // Index in shared.frames -> entry.
    std::optional<std::uint32_t> frameAt(Id value)
    {
        const auto index = m_tree.index(value);
        if (!index || *index >= m_frames.size()) {
            fail("a sample names a frame that is not there");
            return std::nullopt;
        }
        return m_frames[*index];
    }

    void readSampled(Id profile, double unit)
    {
        Id weight = m_tree.first(m_tree.member(profile, "weights"));
        for (Id sample = m_tree.first(m_tree.member(profile, "samples")); sample != JsonTree::kNone; sample = m_tree.next(sample)) {
            const auto time = m_tree.number(weight);
            if (!time || *time < 0 || *time * unit > 1e9)
                return fail("a sample has no weight");
            weight = m_tree.next(weight);
            m_stack.clear();
            for (Id frame = m_tree.first(sample); frame != JsonTree::kNone; frame = m_tree.next(frame)) {
                const auto at = frameAt(frame);
                if (!at)
                    return;
                m_stack.push_back(*at);
                if (m_stack.size() > kDeepestStack)
                    return fail("a stack is deeper than 20,000 frames");
            }
            m_builder.addStack(m_stack, *time * unit, 1);
            if (!good())
                return;
        }
    }

    void readEvented(Id profile, double unit)
    {
        m_stack.clear();
        double last = m_tree.number(m_tree.member(profile, "startValue")).value_or(0);
        for (Id event = m_tree.first(m_tree.member(profile, "events")); event != JsonTree::kNone; event = m_tree.next(event)) {
            const auto at = m_tree.number(m_tree.member(event, "at"));
            const auto frame = frameAt(m_tree.member(event, "frame"));
            if (!frame)
                return;
            if (!at || *at < last || (*at - last) * unit > 1e9)
                return fail("its events are not in the order of time");
            if (*at > last && !m_stack.empty())
                m_builder.addStack(m_stack, (*at - last) * unit, 1);
            last = *at;
            if (m_tree.text(m_tree.member(event, "type")) == "O") {
                m_stack.push_back(*frame);
                if (m_stack.size() > kDeepestStack)
                    return fail("a stack is deeper than 20,000 frames");
            } else if (m_stack.empty() || m_stack.back() != *frame) {
                return fail("its events close what is not open");
            } else {
                m_stack.pop_back();
            }
            if (!good())
                return;
        }
    }

    const JsonTree& m_tree;
    ProfileBuilder m_builder;
    std::vector<std::uint32_t> m_frames, m_stack;
    std::string m_problem;
};

} // namespace

bool looksLikeSpeedscope(const JsonTree& tree)
{
    return tree.isArray(tree.member(tree.root(), "profiles")) && tree.isArray(tree.member(tree.member(tree.root(), "shared"), "frames"));
}

Result<Profile> readSpeedscope(const JsonTree& tree) { return SpeedscopeReader(tree).run(); }

} // namespace ferroscope::evidence
