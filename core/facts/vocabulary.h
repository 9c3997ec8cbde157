// SPDX-FileCopyrightText: The Ferroscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
// Vocabulary: what comments and docstrings speak of, as far as two short lists of English words tell.
//
// Speed ("faster", "expensive", "O(n)"): who wrote the code says that its time matters. A comment that also speaks of
// native code (C, Cython, an extension, a pure-Python version) does not count: it tells that a twin exists, which is no
// evidence of need.
// Waiting (28 subjects: connections, sessions, timeouts, threads, ...): code that is about the outside world spends its
// time there, also where the call that waits hides behind the repository's own classes.
//
// Only text for people is read, never a name that the code defines.
#pragma once

#include <cstdint>
#include <string_view>

namespace ferroscope::facts {

inline constexpr std::size_t kMostSpeedComments = 1000; // lines of one file that are kept

struct Spoken {
    bool ofSpeed = false; // and not of native code
    std::uint32_t waiting = 0; // subjects, a bit each
};

// Whole words, in any case. Reads at most 4,000 bytes.
Spoken subjectsOf(std::string_view text);

} // namespace ferroscope::facts
