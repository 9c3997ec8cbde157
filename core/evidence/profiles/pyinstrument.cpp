// SPDX-FileCopyrightText: The Ferroscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
// pyinstrument: `-r json` is a tree of frames with inclusive times (what is not in a child is the frame's own;
// "[self]" and its like are no functions), `.pyisession` a list of stacks with seconds, unfiltered. A frame of the
// latter is "name\0file\0first line" and attributes behind \x01.
#include "core/base/text.h"
#include "core/evidence/profiles/profile_builder.h"
#include "core/evidence/profiles/profile_formats.h"
#include "core/evidence/profiles/text_lines.h"

#include <algorithm>

namespace ferroscope::evidence {

namespace {

using Id = JsonTree::Id;

constexpr double kLongestTime = 1e9; // s

bool isSynthetic(std::string_view name) { return startsWith(name, "[") && endsWith(name, "]"); }

class TreeReader {
public:
    explicit TreeReader(const JsonTree& tree)
        : m_tree(tree)
        , m_builder(ProfileKind::PyinstrumentJson)
    {
    }

    Result<Profile> run()
    {
        // An explicit stack: a deep recursion of the program must not become one of this reader.
        open(m_tree.member(m_tree.root(), "root_frame"));
        while (!m_open.empty() && m_problem.empty() && m_builder.problem().empty()) {
            Open& top = m_open.back();
            if (top.child == JsonTree::kNone) {
                close();
                continue;
            }
            const Id child = top.child;
            top.child = m_tree.next(child);
            open(child);
        }
        if (!m_problem.empty())
            return refuse(m_problem);
        return std::move(m_builder).finish();
    }

private:
    struct Open {
        Id child = 0; // the next one to look at
        double own = 0; // inclusive time less that of children
        bool isFrame = false; // has an entry on m_stack
        bool isAwait = false;
    };

    void open(Id frame)
    {
        const auto time = m_tree.number(m_tree.member(frame, "time"));
        if (!m_tree.isObject(frame) || !time || *time < 0 || *time > kLongestTime) {
            m_problem = "a frame in it has no time";
            return;
        }
        if (!m_open.empty())
            m_open.back().own -= *time;
        Open made;
        made.own = *time;
        made.child = m_tree.first(m_tree.member(frame, "children"));
        const std::string_view name = m_tree.text(m_tree.member(frame, "function"));
        made.isAwait = name == "[await]";
        made.isFrame = !isSynthetic(name);
        if (made.isFrame) {
            Frame found { m_tree.text(m_tree.member(frame, "file_path")), name, m_tree.index(m_tree.member(frame, "line_no")).value_or(0), LineMeaning::First, false };
            m_stack.push_back(m_builder.frame(found));
        }
        m_open.push_back(made);
    }

    void close()
    {
        const Open closed = m_open.back();
        if (closed.own > 1e-9) // less is rounding
            m_builder.addStack(m_stack, closed.own, 1, closed.isAwait ? TimeOf::Waiting : TimeOf::Self);
        if (closed.isFrame)
            m_stack.pop_back();
        m_open.pop_back();
    }

    const JsonTree& m_tree;
    ProfileBuilder m_builder;
    std::vector<Open> m_open;
    std::vector<std::uint32_t> m_stack;
    std::string m_problem;
};

std::optional<Frame> frameOfInfo(std::string_view info)
{
    const std::size_t first = info.find('\0');
    const std::size_t second = first == std::string_view::npos ? first : info.find('\0', first + 1);
    if (second == std::string_view::npos)
        return std::nullopt;
    Frame frame;
    frame.function = info.substr(0, first);
    frame.file = info.substr(first + 1, second - first - 1);
    const std::string_view rest = info.substr(second + 1);
    frame.line = wholeNumber<std::uint32_t>(rest.substr(0, rest.find('\x01'))).value_or(0);
    frame.lineMeaning = LineMeaning::First;
    return frame;
}

Result<Profile> readSession(const JsonTree& tree)
{
    ProfileBuilder builder(ProfileKind::PyinstrumentSession);
    std::vector<std::uint32_t> stack;
    for (Id record = tree.first(tree.member(tree.root(), "frame_records")); record != JsonTree::kNone; record = tree.next(record)) {
        const Id frames = tree.first(record);
        const auto time = tree.number(tree.next(frames));
        if (!tree.isArray(frames) || !time || *time < 0 || *time > kLongestTime)
            return refuse("a record in it is no stack with a time");
        stack.clear();
        bool awaits = false;
        for (Id info = tree.first(frames); info != JsonTree::kNone; info = tree.next(info)) {
            const auto frame = frameOfInfo(tree.text(info));
            if (!frame)
                return refuse("a frame in it is not written as one");
            if (frame->file == "<thread>")
                continue;
            if (isSynthetic(frame->function)) {
                awaits = awaits || frame->function == "[await]";
                continue;
            }
            stack.push_back(builder.frame(*frame));
            if (stack.size() > kDeepestStack)
                return refuse("a stack is deeper than 20,000 frames");
        }
        if (builder.problem().empty())
            builder.addStack(stack, *time, 1, awaits ? TimeOf::Waiting : TimeOf::Self);
        if (!builder.problem().empty())
            break;
    }
    return std::move(builder).finish();
}

} // namespace

bool looksLikePyinstrument(const JsonTree& tree)
{
    return tree.isObject(tree.member(tree.root(), "root_frame")) || tree.isArray(tree.member(tree.root(), "frame_records"));
}

Result<Profile> readPyinstrument(const JsonTree& tree)
{
    if (tree.isArray(tree.member(tree.root(), "frame_records")))
        return readSession(tree);
    return TreeReader(tree).run();
}

} // namespace ferroscope::evidence
