// SPDX-FileCopyrightText: The Ferroscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/source/ignore_rules.h"

#include "core/base/text.h"
#include <algorithm>

namespace ferroscope::source {

namespace {

// A rule file is written by people; these bounds only stop a file that is not.
constexpr std::size_t kMaxRules = 20'000;
constexpr std::size_t kMaxPatternLength = 4'096;

unsigned char byteOf(char c) { return static_cast<unsigned char>(c); }

bool isInPosixClass(std::string_view name, unsigned char c)
{
    const bool upper = c >= 'A' && c <= 'Z';
    const bool lower = c >= 'a' && c <= 'z';
    const bool digit = c >= '0' && c <= '9';
    const bool graph = c > 0x20 && c < 0x7F;
    if (name == "alnum")
        return upper || lower || digit;
    if (name == "alpha")
        return upper || lower;
    if (name == "blank")
        return c == ' ' || c == '\t';
    if (name == "cntrl")
        return c < 0x20 || c == 0x7F;
    if (name == "digit")
        return digit;
    if (name == "graph")
        return graph;
    if (name == "lower")
        return lower;
    if (name == "print")
        return graph || c == ' ';
    if (name == "punct")
        return graph && !upper && !lower && !digit;
    if (name == "space")
        return c == ' ' || (c >= '\t' && c <= '\r');
    if (name == "upper")
        return upper;
    return digit || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F'); // xdigit
}

bool isPosixClass(std::string_view name)
{
    static constexpr std::string_view names[] = { "alnum", "alpha", "blank", "cntrl", "digit", "graph", "lower",
        "print", "punct", "space", "upper", "xdigit" };
    return std::find(std::begin(names), std::end(names), name) != std::end(names);
}

// Spaces at the end of a line do not count unless a backslash stands before them.
std::string_view withoutTrailingSpaces(std::string_view line)
{
    std::size_t end = 0;
    for (std::size_t at = 0; at < line.size(); ++at) {
        if (line[at] == '\\') {
            ++at;
            end = std::min(at + 1, line.size());
        } else if (line[at] != ' ') {
            end = at + 1;
        }
    }
    return line.substr(0, end);
}

} // namespace

IgnorePattern::IgnorePattern(std::string_view text)
{
    if (endsWith(text, "/")) {
        m_foldersOnly = true;
        text.remove_suffix(1);
    }
    m_anyDepth = text.find('/') == std::string_view::npos;
    if (startsWith(text, "/"))
        text.remove_prefix(1);
    m_valid = !text.empty();
    std::vector<Token> tokens;
    for (std::size_t at = 0; at < text.size() && m_valid; ++at) {
        Token token;
        token.literal = text[at];
        switch (text[at]) {
        case '/':
            endSegment(tokens);
            continue;
        case '*':
            token.kind = Token::Kind::AnyRun;
            break;
        case '?':
            token.kind = Token::Kind::AnyOne;
            break;
        case '[': {
            Set set;
            m_valid = readSet(text, at, set);
            token.kind = Token::Kind::Set;
            token.set = static_cast<std::uint32_t>(m_sets.size());
            m_sets.push_back(set);
            break;
        }
        case '\\':
            if (++at == text.size()) {
                m_valid = false;
                continue;
            }
            if (text[at] == '/') {
                endSegment(tokens);
                continue;
            }
            token.literal = text[at];
            break;
        default:
            break;
        }
        tokens.push_back(token);
    }
    endSegment(tokens);
}

// Reads "[...]" that begins at `at`, leaves `at` on the closing bracket.
bool IgnorePattern::readSet(std::string_view text, std::size_t& at, Set& set) const
{
    std::size_t i = at + 1;
    const bool negated = i < text.size() && (text[i] == '!' || text[i] == '^');
    if (negated)
        ++i;
    int previous = -1; // start of a possible range
    for (bool first = true;; first = false, ++i) {
        if (i >= text.size())
            return false;
        char c = text[i];
        if (c == ']' && !first)
            break;
        if (c == '[' && i + 1 < text.size() && text[i + 1] == ':') {
            const std::size_t end = text.find(']', i + 2);
            if (end == std::string_view::npos)
                return false;
            if (end > i + 2 && text[end - 1] == ':') {
                const std::string_view name = text.substr(i + 2, end - i - 3);
                if (!isPosixClass(name))
                    return false;
                for (unsigned value = 0; value < 256; ++value) {
                    if (isInPosixClass(name, static_cast<unsigned char>(value)))
                        set.set(value);
                }
                i = end;
                previous = -1;
                continue;
            }
        }
        if (c == '-' && previous >= 0 && i + 1 < text.size() && text[i + 1] != ']') {
            ++i;
            if (text[i] == '\\' && ++i >= text.size())
                return false;
            for (unsigned value = static_cast<unsigned>(previous); value <= byteOf(text[i]); ++value)
                set.set(value);
            previous = -1;
            continue;
        }
        if (c == '\\') {
            if (++i >= text.size())
                return false;
            c = text[i];
        }
        set.set(byteOf(c));
        previous = byteOf(c);
    }
    if (negated)
        set.flip();
    at = i;
    return true;
}

void IgnorePattern::endSegment(std::vector<Token>& tokens)
{
    Segment segment;
    const auto isKind = [](Token::Kind kind) { return [kind](const Token& token) { return token.kind == kind; }; };
    const bool isFolders = tokens.size() >= 2 && std::all_of(tokens.begin(), tokens.end(), isKind(Token::Kind::AnyRun));
    const bool isEnding = !tokens.empty() && tokens.front().kind == Token::Kind::AnyRun
        && std::all_of(tokens.begin() + 1, tokens.end(), isKind(Token::Kind::Literal));
    for (const Token& token : tokens) {
        if (token.kind == Token::Kind::Literal)
            segment.literal += token.literal;
    }
    if (isFolders)
        segment.kind = Segment::Kind::Folders;
    else if (isEnding)
        segment.kind = Segment::Kind::Ending;
    else if (segment.literal.size() != tokens.size())
        segment.kind = Segment::Kind::Glob;
    if (segment.kind == Segment::Kind::Glob)
        segment.tokens = std::move(tokens);
    tokens.clear();
    m_segments.push_back(std::move(segment));
}

bool IgnorePattern::matches(std::string_view path, bool isDirectory) const
{
    if (!m_valid || (m_foldersOnly && !isDirectory))
        return false;
    if (!m_anyDepth)
        return matchesPath(path);
    return matchesSegment(m_segments.front(), path.substr(path.rfind('/') + 1));
}

bool IgnorePattern::matchesSegment(const Segment& segment, std::string_view name) const
{
    switch (segment.kind) {
    case Segment::Kind::Literal:
        return name == segment.literal;
    case Segment::Kind::Ending:
        return endsWith(name, segment.literal);
    case Segment::Kind::Glob:
        return matchesTokens(segment.tokens, name);
    case Segment::Kind::Folders:
        return true;
    }
    return false;
}

// Going back to the last '*' is enough: what an earlier '*' could give up, the last one can take.
bool IgnorePattern::matchesTokens(const std::vector<Token>& tokens, std::string_view name) const
{
    constexpr std::size_t none = std::string_view::npos;
    std::size_t token = 0, at = 0, runToken = none, runAt = 0;
    while (at < name.size()) {
        if (token < tokens.size() && tokens[token].kind == Token::Kind::AnyRun) {
            runToken = token++;
            runAt = at;
            continue;
        }
        const bool fits = token < tokens.size()
            && (tokens[token].kind == Token::Kind::AnyOne
                || (tokens[token].kind == Token::Kind::Literal && tokens[token].literal == name[at])
                || (tokens[token].kind == Token::Kind::Set && m_sets[tokens[token].set].test(byteOf(name[at]))));
        if (fits) {
            ++token;
            ++at;
            continue;
        }
        if (runToken == none)
            return false;
        token = runToken + 1;
        at = ++runAt;
    }
    while (token < tokens.size() && tokens[token].kind == Token::Kind::AnyRun)
        ++token;
    return token == tokens.size();
}

// The same over folders: "**" takes any number of them, at the end of the pattern at least one name.
bool IgnorePattern::matchesPath(std::string_view path) const
{
    const std::vector<std::string_view> names = split(path, '/');
    constexpr std::size_t none = std::string_view::npos;
    std::size_t segment = 0, at = 0, runSegment = none, runAt = 0;
    while (at < names.size()) {
        if (segment < m_segments.size() && m_segments[segment].kind == Segment::Kind::Folders) {
            if (segment + 1 == m_segments.size())
                return true;
            runSegment = segment++;
            runAt = at;
            continue;
        }
        if (segment < m_segments.size() && matchesSegment(m_segments[segment], names[at])) {
            ++segment;
            ++at;
            continue;
        }
        if (runSegment == none)
            return false;
        segment = runSegment + 1;
        at = ++runAt;
    }
    return segment == m_segments.size();
}

IgnoreRules IgnoreRules::parse(std::string_view fileText)
{
    IgnoreRules rules;
    if (startsWith(fileText, "\xEF\xBB\xBF"))
        fileText.remove_prefix(3);
    for (std::string_view line : split(fileText, '\n')) {
        if (endsWith(line, "\r"))
            line.remove_suffix(1);
        rules.add(line);
    }
    return rules;
}

void IgnoreRules::add(std::string_view line)
{
    if (startsWith(line, "#") || line.size() > kMaxPatternLength || m_rules.size() >= kMaxRules)
        return;
    line = withoutTrailingSpaces(line);
    const bool keeps = startsWith(line, "!");
    const std::string_view pattern = keeps ? line.substr(1) : line;
    if (!pattern.empty())
        m_rules.push_back({ std::string(line), IgnorePattern(pattern), keeps });
}

IgnoreRules::Match IgnoreRules::match(std::string_view path, bool isDirectory) const
{
    for (auto rule = m_rules.rbegin(); rule != m_rules.rend(); ++rule) {
        if (rule->pattern.matches(path, isDirectory))
            return { rule->keeps ? Verdict::Kept : Verdict::Ignored, rule->text };
    }
    return {};
}

} // namespace ferroscope::source
