// SPDX-FileCopyrightText: The Ferroscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/source/ipython.h"

#include "core/base/text.h"
#include <algorithm>

namespace ferroscope::source {

namespace {

// Where a line stands: inside brackets, a long string or a continued line nothing of IPython's can begin.
class Lines {
public:
    bool isFresh() const { return m_depth == 0 && m_quotes.empty() && !m_isContinued; }

    void pass(std::string_view line)
    {
        m_isContinued = false;
        for (std::size_t at = 0; at < line.size(); ++at) {
            const char c = line[at];
            if (!m_quotes.empty()) {
                if (c == '\\')
                    ++at;
                else if (line.compare(at, m_quotes.size(), m_quotes) == 0)
                    at += leave();
                continue;
            }
            if (c == '#')
                return;
            if (c == '"' || c == '\'') {
                const bool isLong = at + 2 < line.size() && line[at + 1] == c && line[at + 2] == c;
                m_quotes.assign(isLong ? 3 : 1, c);
                at += m_quotes.size() - 1;
            } else if (c == '(' || c == '[' || c == '{') {
                ++m_depth;
            } else if ((c == ')' || c == ']' || c == '}') && m_depth > 0) {
                --m_depth;
            } else if (c == '\\' && at + 1 == line.size()) {
                m_isContinued = true;
            }
        }
        if (m_quotes.size() == 1 && !endsWith(line, "\\")) // a short string ends with its line
            m_quotes.clear();
    }

private:
    std::size_t leave()
    {
        const std::size_t taken = m_quotes.size() - 1;
        m_quotes.clear();
        return taken;
    }

    std::size_t m_depth = 0;
    std::string m_quotes; // of the string that is open: one or three
    bool m_isContinued = false;
};

bool isWordByte(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' || (static_cast<unsigned char>(c) & 0x80U) != 0;
}

std::string_view firstWord(std::string_view text)
{
    const auto end = std::find_if_not(text.begin(), text.end(), isWordByte);
    return text.substr(0, static_cast<std::size_t>(end - text.begin()));
}

// Cell magics that run the rest of the cell as Python.
bool keepsPython(std::string_view magic)
{
    static constexpr std::string_view names[] = { "time", "timeit", "capture", "prun", "python", "python3", "pypy", "snakeviz",
        "memit", "mprun", "lprun", "debug", "pyinstrument", "scalene", "heat", "wandb", "skip", "matplotlib" };
    return std::find(std::begin(names), std::end(names), magic) != std::end(names);
}

// "name", "name.other", "a, b": what may stand before "= %magic" and "= !command".
std::size_t assignedMagic(std::string_view content)
{
    const std::size_t equals = content.find('=');
    if (equals == std::string_view::npos || equals == 0)
        return std::string_view::npos;
    const std::string_view left = trimmed(content.substr(0, equals)), right = trimmed(content.substr(equals + 1));
    const bool isName = !left.empty() && std::all_of(left.begin(), left.end(), [](char c) { return isWordByte(c) || c == '.' || c == ',' || c == ' ' || c == '*'; });
    return isName && (startsWith(right, "%") || startsWith(right, "!")) ? equals : std::string_view::npos;
}

// "print?", "np.array??", "*int*?": a line of nothing but a name asks for help.
bool asksForHelp(std::string_view content)
{
    if (!endsWith(content, "?"))
        return false;
    while (endsWith(content, "?"))
        content.remove_suffix(1);
    return std::all_of(content.begin(), content.end(), [](char c) { return isWordByte(c) || c == '.' || c == '*' || c == '%' || c == '[' || c == ']' || c == '\'' || c == '"'; });
}

struct Translated {
    std::string line;
    bool isIPython = false;
};

Translated translated(std::string_view line)
{
    const std::size_t begin = std::min(line.find_first_not_of(" \t"), line.size());
    const std::string indent(line.substr(0, begin));
    const std::string_view content = trimmed(line);
    if (content.empty())
        return { std::string(line), false };
    if (startsWith(content, "%time ") && trimmed(content.substr(6)).find_first_of("%!?") != 0)
        return { indent + std::string(trimmed(content.substr(6))), false };
    const bool isEscape = std::string_view("%!?,;/").find(content.front()) != std::string_view::npos;
    if (isEscape || asksForHelp(content))
        return { indent.empty() ? std::string() : indent + "pass", true };
    if (const std::size_t equals = assignedMagic(content); equals != std::string_view::npos)
        return { indent + std::string(content.substr(0, equals)) + "= None", true };
    return { std::string(line), false };
}

} // namespace

std::string withoutMagics(std::string_view cell)
{
    std::string out;
    if (cell.empty())
        return out;
    std::vector<std::string_view> lines;
    for (std::size_t at = 0; at < cell.size();) { // '\n', '\r\n' and '\r' end lines, as in Python
        const std::size_t end = std::min(cell.find_first_of("\r\n", at), cell.size());
        lines.push_back(cell.substr(at, end - at));
        at = end + (cell.substr(end, 2) == "\r\n" ? 2 : 1);
    }
    const auto first = std::find_if(lines.begin(), lines.end(), [](std::string_view line) { return !trimmed(line).empty(); });
    bool isOther = false; // another language from the cell magic on
    if (first != lines.end() && startsWith(*first, "%%")) {
        isOther = !keepsPython(firstWord(first->substr(2)));
        *first = {};
    }
    Lines state;
    bool isDropped = false; // the line goes on with what was taken out: "!ls \"
    for (const std::string_view line : lines) {
        if (!isOther && isDropped) {
            isDropped = endsWith(line, "\\");
        } else if (!isOther) {
            Translated made = state.isFresh() ? translated(line) : Translated { std::string(line), false };
            isDropped = made.isIPython && endsWith(line, "\\");
            state.pass(made.line);
            out += made.line;
        }
        out += '\n';
    }
    return out;
}

} // namespace ferroscope::source
