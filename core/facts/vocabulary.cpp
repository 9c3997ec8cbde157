// SPDX-FileCopyrightText: The Ferroscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/facts/vocabulary.h"

#include <algorithm>
#include <array>

namespace ferroscope::facts {

namespace {

constexpr std::size_t kMostRead = 4000; // bytes
constexpr std::size_t kLongestWord = 16;

constexpr std::uint8_t kSpeed = 254;
constexpr std::uint8_t kNative = 255;

struct Word {
    std::string_view text; // lower case; "opti*": every word that begins so
    std::uint8_t subject; // below 32: waiting
};

// In alphabetical order of the text without the star. No word begins with another that has a star.
constexpr std::array<Word, 88> kWords { {
    { "accelerat*", kNative }, { "async", 0 }, { "asyncio", 0 }, { "authenticate", 1 }, { "authentication", 1 },
    { "benchmark*", kSpeed }, { "bottleneck*", kSpeed }, { "cext", kNative }, { "cffi", kNative },
    { "cheap*", kSpeed }, { "client", 2 }, { "clients", 2 }, { "compile", kNative }, { "compiled", kNative },
    { "concurrency", 3 }, { "concurrent", 3 }, { "concurrently", 3 }, { "connect", 4 }, { "connected", 4 }, { "connecting", 4 },
    { "connection", 4 }, { "connections", 4 }, { "connects", 4 }, { "coroutine", 5 }, { "coroutines", 5 },
    { "ctypes", kNative }, { "cython", kNative }, { "daemon", 6 }, { "database", 7 }, { "databases", 7 },
    { "efficien*", kSpeed }, { "expensive", kSpeed }, { "ext", kNative }, { "extension*", kNative }, { "fast*", kSpeed },
    { "handshake", 8 }, { "http", 9 }, { "https", 9 }, { "inefficien*", kSpeed }, { "lock", 10 }, { "locks", 10 },
    { "native*", kNative }, { "network", 11 }, { "numba", kNative }, { "optimis*", kSpeed }, { "optimiz*", kSpeed },
    { "overhead", kSpeed }, { "perf", kSpeed }, { "performan*", kSpeed }, { "pid", 12 }, { "poll", 13 }, { "polling", 13 },
    { "process", 14 }, { "processes", 14 }, { "pure", kNative }, { "pypy", kNative }, { "pyrex", kNative }, { "pyx", kNative },
    { "quadratic", kSpeed }, { "quick*", kSpeed }, { "request", 15 }, { "requests", 15 }, { "response", 16 },
    { "responses", 16 }, { "retries", 17 }, { "retry", 17 }, { "rust", kNative }, { "server", 18 }, { "servers", 18 },
    { "session", 19 }, { "sessions", 19 }, { "slow*", kSpeed }, { "socket", 20 }, { "sockets", 20 }, { "speed", kSpeed },
    { "speedups", kNative }, { "subprocess", 21 }, { "subprocesses", 21 }, { "tcp", 22 }, { "thread", 23 }, { "threads", 23 },
    { "timeout", 24 }, { "timeouts", 24 }, { "transport", 25 }, { "transports", 25 }, { "udp", 26 }, { "worker", 27 },
    { "workers", 27 } } };

constexpr bool isStarred(std::string_view text) { return text.back() == '*'; }
constexpr std::string_view stem(std::string_view text) { return isStarred(text) ? text.substr(0, text.size() - 1) : text; }
static_assert(std::is_sorted(kWords.begin(), kWords.end(), [](const Word& a, const Word& b) { return stem(a.text) < stem(b.text); }));

bool matches(const Word& known, std::string_view word)
{
    return isStarred(known.text) ? word.substr(0, known.text.size() - 1) == stem(known.text) : word == known.text;
}

const Word* find(std::string_view word)
{
    // The last one that is not after the word: the word itself or, since no stem begins another, its stem.
    const auto after = std::upper_bound(kWords.begin(), kWords.end(), word, [](std::string_view a, const Word& b) { return a < stem(b.text); });
    return after != kWords.begin() && matches(*(after - 1), word) ? &*(after - 1) : nullptr;
}

constexpr bool isLetter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

// Of every byte: 0 it is in no word, 1 it is, else the letter in lower case.
constexpr std::array<char, 256> kInWord = [] {
    std::array<char, 256> made {};
    for (std::size_t at = 0; at < made.size(); ++at) {
        const char c = static_cast<char>(at);
        made[at] = isLetter(c) ? static_cast<char>(c | 0x20) : static_cast<char>((c >= '0' && c <= '9') || c == '_');
    }
    return made;
}();
char inWord(char c) { return kInWord[static_cast<unsigned char>(c)]; }

// Most words end here: by letter, the second letters of the words that are known.
constexpr std::array<std::uint32_t, 26> kSecond = [] {
    std::array<std::uint32_t, 26> made {};
    for (const Word& word : kWords) {
        if (word.text.size() > 1)
            made[static_cast<std::size_t>(word.text[0] - 'a')] |= 1U << static_cast<unsigned>(word.text[1] - 'a');
    }
    return made;
}();
bool mayBeKnown(char first, char second)
{
    return first > 1 && second > 1 && (kSecond[static_cast<std::size_t>(first - 'a')] & (1U << static_cast<unsigned>(second - 'a'))) != 0;
}

// "O(n log n)" at `at`: an upper-case O before a parenthesis that closes soon.
bool isOrder(std::string_view text, std::size_t at)
{
    constexpr std::size_t kLongest = 14;
    if (text[at] != 'O' || at + 2 >= text.size() || text[at + 1] != '(')
        return false;
    const std::size_t end = text.substr(0, at + kLongest).find(')', at + 2);
    return end != std::string_view::npos && end > at + 2;
}

} // namespace

Spoken subjectsOf(std::string_view text)
{
    text = text.substr(0, kMostRead);
    Spoken spoken;
    bool ofNative = false;
    for (std::size_t at = 0; at < text.size();) {
        if (inWord(text[at]) == 0) {
            ++at;
            continue;
        }
        const std::size_t first = at;
        while (at < text.size() && inWord(text[at]) != 0)
            ++at;
        const std::size_t length = at - first;
        if (length == 1) {
            spoken.ofSpeed = spoken.ofSpeed || isOrder(text, first);
            ofNative = ofNative || text[first] == 'C';
            continue;
        }
        if (length > kLongestWord || !mayBeKnown(inWord(text[first]), inWord(text[first + 1])))
            continue;
        std::array<char, kLongestWord> lower {};
        for (std::size_t each = 0; each < length; ++each)
            lower[each] = inWord(text[first + each]) > 1 ? inWord(text[first + each]) : text[first + each];
        const Word* known = find({ lower.data(), length });
        if (!known)
            continue;
        if (known->subject < 32)
            spoken.waiting |= 1U << known->subject;
        spoken.ofSpeed = spoken.ofSpeed || known->subject == kSpeed;
        ofNative = ofNative || known->subject == kNative;
    }
    spoken.ofSpeed = spoken.ofSpeed && !ofNative;
    return spoken;
}

} // namespace ferroscope::facts
