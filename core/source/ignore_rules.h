// SPDX-FileCopyrightText: The Ferroscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
// IgnoreRules: the patterns of one .gitignore file (or of an exclude list), after gitignore(5).
//
// A pattern is compiled once; matching takes time in proportion to pattern times path whatever the pattern
// says, because a repository under audit may bring patterns made to be slow.
// That a file below an ignored folder stays ignored is up to the walk, which does not enter such a folder.
#pragma once

#include <bitset>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace ferroscope::source {

// One pattern, without the leading '!' and with the rules of slashes applied.
class IgnorePattern {
public:
    explicit IgnorePattern(std::string_view text);
    bool matches(std::string_view path, bool isDirectory) const;

private:
    struct Token {
        enum class Kind : std::uint8_t { Literal, AnyOne, AnyRun, Set } kind = Kind::Literal;
        char literal = 0;
        std::uint32_t set = 0; // index in m_sets
    };
    struct Segment { // what stands between two slashes
        enum class Kind : std::uint8_t { Literal, Ending /* "*.py" */, Glob, Folders /* "**" */ } kind = Kind::Literal;
        std::string literal;
        std::vector<Token> tokens;
    };
    using Set = std::bitset<256>;

    bool readSet(std::string_view text, std::size_t& at, Set& set) const;
    void endSegment(std::vector<Token>& tokens);
    bool matchesSegment(const Segment& segment, std::string_view name) const;
    bool matchesTokens(const std::vector<Token>& tokens, std::string_view name) const;
    bool matchesPath(std::string_view path) const;

    std::vector<Segment> m_segments;
    std::vector<Set> m_sets;
    bool m_valid = true; // an unclosed '[' or a lone '\' at the end matches nothing
    bool m_foldersOnly = false; // "build/"
    bool m_anyDepth = false; // no slash inside: compared with the name alone
};

class IgnoreRules {
public:
    enum class Verdict { Undecided, Ignored, Kept };
    struct Match {
        Verdict verdict = Verdict::Undecided;
        std::string_view pattern; // as written; lives as long as the rules
    };

    IgnoreRules() = default;
    static IgnoreRules parse(std::string_view fileText);

    void add(std::string_view line); // one line of a .gitignore file; comments and blank lines add nothing
    // `path` is relative to the folder the rules belong to, without a slash at either end. The last pattern
    // that matches decides.
    Match match(std::string_view path, bool isDirectory) const;
    bool isEmpty() const { return m_rules.empty(); }

private:
    struct Rule {
        std::string text;
        IgnorePattern pattern;
        bool keeps = false; // begins with '!'
    };
    std::vector<Rule> m_rules;
};

} // namespace ferroscope::source
