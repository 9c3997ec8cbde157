// SPDX-FileCopyrightText: The Ferroscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
// PerfStack: one stack of native symbols with Python frames in between ("py::qualname:file", from perf with
// Python's trampolines) -> Python frames, and what the leaf did: bytecode and runtime of the interpreter, native
// code of an extension or library, or the kernel.
#pragma once

#include "core/evidence/profiles/profile_builder.h"

namespace ferroscope::evidence {

class PerfStack {
public:
    explicit PerfStack(ProfileBuilder& builder)
        : m_builder(builder)
    {
    }
    void begin();
    // Symbols in the order of perf script; `object` is the file it is in, "" if not known.
    void addLeafFirst(std::string_view symbol, std::string_view object);
    void end(double seconds, std::uint64_t samples);
    bool sawPython() const { return m_sawPython; }

private:
    enum class Leaf { None, Interpreter, Native, Kernel };
    ProfileBuilder& m_builder;
    std::vector<std::uint32_t> m_frames; // leaf first
    Leaf m_leaf = Leaf::None;
    bool m_first = true, m_sawPython = false;
};

} // namespace ferroscope::evidence
