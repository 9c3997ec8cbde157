// SPDX-FileCopyrightText: The Ferroscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/syntax/logical_lines.h"

#include <algorithm>
#include <array>

namespace ferroscope::syntax {

namespace {

// Words that begin a statement and stand nowhere inside an expression.
constexpr std::array<std::string_view, 14> kStatementWords { "def", "class", "return", "import", "try", "while", "with",
    "raise", "assert", "del", "pass", "global", "break", "continue" };
constexpr std::size_t kRereads = 8; // times the text's length that may be read again after an unclosed bracket

bool beginsStatement(std::string_view line)
{
    const std::string_view word = firstWord(line);
    if (word == "async") {
        const std::size_t next = line.find_first_not_of(' ', word.size());
        const std::string_view second = next == std::string_view::npos ? std::string_view {} : firstWord(line.substr(next));
        return second == "def" || second == "with";
    }
    return std::find(kStatementWords.begin(), kStatementWords.end(), word) != kStatementWords.end();
}

class Reader {
public:
    explicit Reader(std::string_view text)
        : m_text(text)
        , m_readsLeft(text.size() * kRereads)
    {
    }

    std::vector<LogicalLine> read()
    {
        while (m_at < m_text.size()) {
            LogicalLine line;
            if (beginLine(line)) {
                readLine(line);
                m_lines.push_back(line);
            }
        }
        return std::move(m_lines);
    }

private:
    std::size_t endOfRow(std::size_t at) const { return std::min(m_text.find('\n', at), m_text.size()); }

    std::uint32_t indentAt(std::size_t& at) const
    {
        std::uint32_t columns = 0;
        for (; at < m_text.size(); ++at) {
            const char c = m_text[at];
            if (c == ' ')
                ++columns;
            else if (c == '\t')
                columns = (columns / 8 + 1) * 8;
            else if (c == '\f' || c == '\r')
                columns = 0;
            else
                break;
        }
        return columns;
    }

    // At the start of a row: false (and past it) if no code is on it.
    bool beginLine(LogicalLine& line)
    {
        std::size_t at = m_at;
        line.indent = indentAt(at);
        if (at >= m_text.size() || m_text[at] == '\n' || m_text[at] == '#') {
            m_at = std::min(endOfRow(at) + 1, m_text.size());
            ++m_row;
            return false;
        }
        line.begin = line.codeEnd = at;
        line.firstRow = m_row;
        return true;
    }

    void readLine(LogicalLine& line)
    {
        int depth = 0;
        std::uint32_t row = m_row;
        std::size_t at = line.begin;
        bool isBroken = false;
        while (at < m_text.size()) {
            const char c = m_text[at];
            if (c == '\n') {
                if (depth == 0)
                    break;
                std::size_t next = at + 1;
                indentAt(next);
                if (beginsStatement(m_text.substr(next, 16))) {
                    isBroken = true;
                    break;
                }
                ++row;
                ++at;
                continue;
            }
            if (c == '#') {
                at = endOfRow(at);
                continue;
            }
            if (c == '\\' && at + 1 < m_text.size() && m_text[at + 1] == '\n') {
                ++row;
                at += 2;
                continue;
            }
            if (c == '\'' || c == '"') {
                bool isClosed = false;
                const std::size_t after = afterString(m_text, at, isClosed);
                if (!isClosed && after == m_text.size()) { // triple quotes up to the end of the text
                    isBroken = true;
                    at = endOfRow(at);
                    break;
                }
                row += static_cast<std::uint32_t>(std::count(m_text.begin() + static_cast<std::ptrdiff_t>(at), m_text.begin() + static_cast<std::ptrdiff_t>(after), '\n'));
                at = after;
                line.codeEnd = at;
                continue;
            }
            if (c == '(' || c == '[' || c == '{')
                ++depth;
            else if (c == ')' || c == ']' || c == '}')
                depth = std::max(0, depth - 1);
            line.hasBackquote = line.hasBackquote || c == '`';
            ++at;
            if (c != ' ' && c != '\t' && c != '\r' && c != '\f')
                line.codeEnd = at;
        }
        if ((isBroken || depth > 0) && at - line.begin <= m_readsLeft) {
            m_readsLeft -= at - line.begin;
            at = earlyEnd(line, at);
            row = line.firstRow + static_cast<std::uint32_t>(std::count(m_text.begin() + static_cast<std::ptrdiff_t>(line.begin), m_text.begin() + static_cast<std::ptrdiff_t>(at), '\n'));
        } else if (isBroken) {
            at = m_text.size();
            line.codeEnd = at;
            row = line.firstRow + static_cast<std::uint32_t>(std::count(m_text.begin() + static_cast<std::ptrdiff_t>(line.begin), m_text.end(), '\n'));
        }
        line.end = at;
        line.lastRow = row;
        m_at = std::min(at + 1, m_text.size());
        m_row = row + 1;
    }

    // Where a line that is not closed up to `limit` is taken to end.
    std::size_t earlyEnd(LogicalLine& line, std::size_t limit) const
    {
        std::size_t end = endOfRow(line.begin);
        if (end > limit)
            end = limit;
        line.codeEnd = codeEndOf(line.begin, end);
        if (line.codeEnd > line.begin && m_text[line.codeEnd - 1] == ':')
            return end;
        while (end < limit && end < m_text.size()) {
            std::size_t next = end + 1;
            const std::uint32_t indent = indentAt(next);
            const bool isBlank = next >= m_text.size() || m_text[next] == '\n' || m_text[next] == '#';
            const bool closes = !isBlank && (m_text[next] == ')' || m_text[next] == ']' || m_text[next] == '}');
            if (!isBlank && !closes && indent <= line.indent)
                break;
            const std::size_t rowEnd = std::min(endOfRow(next), m_text.size());
            if (rowEnd > limit)
                break;
            end = rowEnd;
            if (!isBlank)
                line.codeEnd = codeEndOf(next, end);
        }
        return end;
    }

    std::size_t codeEndOf(std::size_t begin, std::size_t end) const
    {
        std::size_t last = begin;
        std::size_t skipped = 0; // where the string or comment before the piece began
        forEachCode(m_text.substr(begin, end - begin), [&](std::size_t from, std::size_t to) {
            if (from > skipped && m_text[begin + skipped] != '#')
                last = begin + from;
            for (std::size_t at = from; at < to; ++at) {
                const char c = m_text[begin + at];
                if (c != ' ' && c != '\t' && c != '\r' && c != '\f' && c != '\n')
                    last = begin + at + 1;
            }
            skipped = to;
        });
        return last;
    }

    std::string_view m_text;
    std::size_t m_at = 0;
    std::uint32_t m_row = 0;
    std::size_t m_readsLeft;
    std::vector<LogicalLine> m_lines;
};

} // namespace

bool isWordCharacter(char c)
{
    return c == '_' || (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c & 0x80) != 0;
}

std::string_view firstWord(std::string_view text)
{
    std::size_t end = 0;
    while (end < text.size() && isWordCharacter(text[end]))
        ++end;
    return text.substr(0, end);
}

std::size_t afterString(std::string_view text, std::size_t at, bool& isClosed)
{
    const char quote = text[at];
    const bool isTriple = at + 2 < text.size() && text[at + 1] == quote && text[at + 2] == quote;
    isClosed = true;
    for (std::size_t next = at + (isTriple ? 3 : 1); next < text.size(); ++next) {
        if (text[next] == '\\') {
            ++next;
        } else if (text[next] == '\n' && !isTriple) {
            isClosed = false;
            return next;
        } else if (text[next] == quote) {
            if (!isTriple)
                return next + 1;
            if (next + 2 < text.size() && text[next + 1] == quote && text[next + 2] == quote)
                return next + 3;
        }
    }
    isClosed = false;
    return text.size();
}

std::vector<LogicalLine> logicalLines(std::string_view text) { return Reader(text).read(); }

} // namespace ferroscope::syntax
