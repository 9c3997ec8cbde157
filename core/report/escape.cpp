// SPDX-FileCopyrightText: The Ferroscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/escape.h"

#include "core/base/text.h"
#include <algorithm>
#include <vector>

namespace ferroscope::report {

namespace {

constexpr std::string_view kReplacement = "\uFFFD";

bool isTail(char c) { return (static_cast<unsigned char>(c) & 0xC0U) == 0x80U; }

std::size_t characterLength(std::string_view text, std::size_t at)
{
    std::size_t end = at + 1;
    while (end < text.size() && isTail(text[end]))
        ++end;
    return end - at;
}

// C1 controls, line and paragraph separators, directional marks, embeddings and isolates, byte order mark.
bool isTreacherous(std::string_view character)
{
    if (character.size() == 2)
        return character[0] == '\xC2' && static_cast<unsigned char>(character[1]) < 0xA0;
    if (character.size() != 3)
        return false;
    if (character.substr(0, 2) == "\xE2\x80") {
        const auto last = static_cast<unsigned char>(character[2]);
        return last == 0x8E || last == 0x8F || (last >= 0xA8 && last <= 0xAE);
    }
    if (character.substr(0, 2) == "\xE2\x81")
        return static_cast<unsigned char>(character[2]) >= 0xA6 && static_cast<unsigned char>(character[2]) <= 0xA9;
    return character == "\xEF\xBB\xBF";
}

std::string codeSpan(std::string_view text, bool inTable)
{
    const std::string line = oneLine(text);
    std::size_t longest = 0, run = 0;
    std::string inner;
    for (const char c : line) {
        run = c == '`' ? run + 1 : 0;
        longest = std::max(longest, run);
        if (c == '|' && inTable)
            inner += '\\';
        inner += c;
    }
    const std::string fence(longest + 1, '`');
    const bool pad = longest > 0 || inner.empty() || inner.front() == ' ';
    return fence + (pad ? " " : "") + inner + (pad ? " " : "") + fence;
}

} // namespace

std::string oneLine(std::string_view text)
{
    std::string safe;
    if (!isValidUtf8(text)) {
        safe = printablePath(text);
        text = safe;
    }
    std::string out;
    out.reserve(text.size());
    for (std::size_t at = 0; at < text.size();) {
        const std::string_view character = text.substr(at, characterLength(text, at));
        const auto byte = static_cast<unsigned char>(character[0]);
        if (byte == '\n' || byte == '\r' || byte == '\t' || byte == '\f' || byte == '\v')
            out += ' ';
        else if (byte < 0x20 || byte == 0x7F || isTreacherous(character))
            out += kReplacement;
        else
            out += character;
        at += character.size();
    }
    return out;
}

std::string markdownText(std::string_view text)
{
    const std::string line = oneLine(text);
    std::string out;
    out.reserve(line.size() + line.size() / 8);
    for (std::size_t at = 0; at < line.size(); ++at) {
        const char c = line[at];
        const std::string_view rest = std::string_view(line).substr(at);
        if (c == '&')
            out += "&amp;";
        else if (c == '<')
            out += "&lt;";
        else if (c == '>')
            out += "&gt;";
        else if (c == '@')
            out += "&#64;"; // no mention of a person or team
        else if (c == ':' && startsWith(rest, "://"))
            out += "&#58;"; // no link that nobody wrote as one
        else if (c == '.' && at >= 3 && lowerAscii(std::string_view(line).substr(at - 3, 3)) == "www")
            out += "&#46;";
        else if (std::string_view("\\`*_[]#|~!$").find(c) != std::string_view::npos)
            (out += '\\') += c;
        else if (at == 0 && (c == '-' || c == '+' || c == '='))
            (out += '\\') += c; // would start a list or underline a heading
        else
            out += c;
    }
    // "1. " and "1) " at the start would open a numbered list.
    const std::size_t end = out.find_first_not_of("0123456789");
    if (end != std::string::npos && end > 0 && (out[end] == '.' || out[end] == ')') && (end + 1 == out.size() || out[end + 1] == ' '))
        out.insert(end, "\\");
    return out;
}

std::string markdownCode(std::string_view text) { return codeSpan(text, false); }

std::string markdownCodeInTable(std::string_view text)
{
    // A backslash before a pipe cannot be written in a code span of a table: it would escape the backslash.
    return text.find("\\|") == std::string_view::npos ? codeSpan(text, true) : markdownText(text);
}

std::size_t columnCount(std::string_view text)
{
    return static_cast<std::size_t>(std::count_if(text.begin(), text.end(), [](char c) { return !isTail(c); }));
}

std::string shortened(std::string_view text, std::size_t columns)
{
    if (columnCount(text) <= columns)
        return std::string(text);
    std::vector<std::size_t> starts;
    for (std::size_t at = 0; at < text.size(); ++at) {
        if (!isTail(text[at]))
            starts.push_back(at);
    }
    const std::size_t tail = (columns - 1) / 2; // the end of a path says more than its middle
    const std::size_t head = columns - 1 - tail;
    return std::string(text.substr(0, starts[head])) + "\u2026" + std::string(text.substr(starts[starts.size() - tail]));
}

} // namespace ferroscope::report
