// SPDX-FileCopyrightText: The Ferroscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/evidence/profiles/perf_stack.h"
#include "core/base/text.h"

#include <algorithm>

namespace ferroscope::evidence {

namespace {

bool contains(std::string_view text, std::string_view part) { return text.find(part) != std::string_view::npos; }

// Without an object the symbol has to say: all of CPython's own start like this or are static functions of it.
bool isInterpreter(std::string_view symbol, std::string_view object)
{
    if (contains(object, "libpython"))
        return true;
    const std::size_t slash = object.rfind('/');
    if (startsWith(object.substr(slash == std::string_view::npos ? 0 : slash + 1), "python"))
        return true;
    return startsWith(symbol, "_Py") || startsWith(symbol, "Py") || startsWith(symbol, "py_trampoline");
}

} // namespace

void PerfStack::begin()
{
    m_frames.clear();
    m_leaf = Leaf::None;
    m_first = true;
}

void PerfStack::addLeafFirst(std::string_view symbol, std::string_view object)
{
    if (startsWith(symbol, "py::")) {
        symbol.remove_prefix(4);
        // A qualified name has no colon; file names of Windows do, and so may others.
        const std::size_t colon = symbol.find(':');
        Frame frame;
        frame.function = symbol.substr(0, colon);
        frame.file = colon == std::string_view::npos ? std::string_view() : symbol.substr(colon + 1);
        frame.isQualified = true;
        m_frames.push_back(m_builder.frame(frame));
        m_sawPython = true;
        m_first = false;
        return;
    }
    if (!m_first)
        return;
    m_first = false;
    if (contains(object, "[kernel") || contains(object, "[guest.kernel") || endsWith(symbol, "_[k]"))
        m_leaf = Leaf::Kernel;
    else if (isInterpreter(symbol, object) || (object.empty() && !contains(symbol, "::")) || object == "[unknown]")
        m_leaf = Leaf::Interpreter;
    else
        m_leaf = Leaf::Native;
}

void PerfStack::end(double seconds, std::uint64_t samples)
{
    std::reverse(m_frames.begin(), m_frames.end());
    // Native and kernel time is no interpreted work of the function that called.
    const bool outside = m_leaf == Leaf::Native || m_leaf == Leaf::Kernel;
    if (m_frames.size() > kDeepestStack)
        m_frames.resize(kDeepestStack);
    if (m_builder.problem().empty())
        m_builder.addStack(m_frames, seconds, samples, outside ? TimeOf::Native : TimeOf::Self);
}

} // namespace ferroscope::evidence
