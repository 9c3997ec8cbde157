// SPDX-FileCopyrightText: The Ferroscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/syntax/repair.h"
#include "core/syntax/logical_lines.h"
#include "core/syntax/spellings.h"

#include <algorithm>

namespace ferroscope::syntax {

namespace {

constexpr std::uint64_t kStepsForALine = 20'000; // and the usual steps per byte
// Bytes parsed again: so many in any file, and as many as half of it. Random text opens brackets that close nowhere,
// so that one logical line may be most of it.
constexpr std::size_t kLeastBytes = 400'000;
constexpr std::size_t kParseCost = 64; // what a parse costs beside its bytes

constexpr std::uint32_t kMostIndent = 400; // columns

class Repairer {
public:
    Repairer(Parser& parser, std::string_view text, const std::vector<Rows>* suspects)
        : m_parser(parser)
        , m_text(text)
        , m_suspects(suspects)
        , m_lines(logicalLines(text))
        , m_bytesLeft(kLeastBytes + text.size() / 2)
        , m_result { std::string(text), std::string(text), {}, true }
    {
    }

    Repaired run()
    {
        for (std::size_t at = 0; at < m_lines.size(); ++at) {
            const LogicalLine& line = m_lines[at];
            if (!isSuspect(at))
                continue;
            if (m_bytesLeft < kParseCost + line.codeEnd - line.begin) {
                m_result.isComplete = false;
                break;
            }
            std::string code(m_text.substr(line.begin, line.codeEnd - line.begin));
            if (fits(code, line.indent) && !line.hasBackquote)
                continue;
            if (respelled(code, line.indent)) {
                m_result.parsed.replace(line.begin, code.size(), code);
                continue;
            }
            lose(at);
        }
        return std::move(m_result);
    }

private:
    bool isSuspect(std::size_t at)
    {
        if (m_suspects == nullptr || m_lines[at].hasBackquote)
            return true;
        // Both lists are in order, so the search goes on where it was.
        const std::uint32_t first = at > 0 ? m_lines[at - 1].firstRow : 0;
        const std::uint32_t last = at + 1 < m_lines.size() ? m_lines[at + 1].lastRow : m_lines[at].lastRow;
        while (m_suspect < m_suspects->size() && (*m_suspects)[m_suspect].last < first)
            ++m_suspect;
        return m_suspect < m_suspects->size() && (*m_suspects)[m_suspect].first <= last;
    }

    // Is the line, alone in a block of its indentation, a statement or the head of one?
    bool fits(std::string_view code, std::uint32_t indent)
    {
        m_bytesLeft -= std::min(m_bytesLeft, kParseCost + code.size());
        const std::string pad(std::min<std::uint32_t>(indent, kMostIndent), ' ');
        const std::string_view word = firstWord(code);
        const bool isHead = !code.empty() && code.back() == ':';
        const bool isCase = word == "case" && isHead;
        std::string probe = pad.empty() ? "" : "if 0:\n";
        if (word == "elif" || word == "else")
            probe += pad + "if 0: 0\n";
        else if (word == "except" || word == "finally")
            probe += pad + "try: 0\n";
        else if (isCase)
            probe += (pad.empty() ? "" : pad.substr(1)) + "match 0:\n" + (pad.empty() ? " " : "");
        probe.append(pad).append(code).append("\n");
        if (isHead)
            probe += pad + (word == "match" ? "  case 0: 0\n" : "  0\n");
        if (word == "try" && isHead)
            probe += pad + "finally: 0\n";
        if (code.front() == '@')
            probe += pad + "def a(): 0\n";
        const std::optional<Tree> tree = m_parser.parse(probe, kStepsForALine);
        return tree && !tree->root().hasError();
    }

    bool respelled(std::string& code, std::uint32_t indent)
    {
        for (const Spelling spelling : kSpellings) {
            if (m_bytesLeft > 0 && spelling(code) && fits(code, indent))
                return true;
        }
        return false;
    }

    void lose(std::size_t at)
    {
        const LogicalLine& line = m_lines[at];
        const std::string_view code = m_text.substr(line.begin, line.codeEnd - line.begin);
        const bool hasBlock = at + 1 < m_lines.size() && m_lines[at + 1].indent > line.indent;
        std::string least = placeholder(code, hasBlock);
        const std::size_t excess = least.size() - std::min(least.size(), code.size());
        if (const std::size_t name = least.find("def "); excess > 0 && name != std::string::npos && least.find('(') > name + 4 + excess)
            least.erase(least.find('(') - excess, excess); // a function with part of its name is one nevertheless
        if (least.size() > code.size())
            least = hasBlock && code.size() >= 5 ? "if 0:" : "0";
        for (std::string* text : { &m_result.parsed, &m_result.read }) {
            for (std::size_t byte = line.begin; byte < line.codeEnd; ++byte) {
                if ((*text)[byte] != '\n')
                    (*text)[byte] = ' ';
            }
            text->replace(line.begin, least.size(), least);
        }
        m_result.lost.push_back({ line.firstRow, line.lastRow });
    }

    // The least text that keeps what stands around the line in its place.
    static std::string placeholder(std::string_view code, bool hasBlock)
    {
        std::string_view word = firstWord(code);
        std::string async;
        if (word == "async") {
            const std::size_t next = code.find_first_not_of(' ', word.size());
            if (next != std::string_view::npos) {
                async = "async ";
                code = code.substr(next);
                word = firstWord(code);
            }
        }
        std::string head;
        if (word == "def" || word == "class") {
            const std::size_t next = code.find_first_not_of(' ', word.size());
            const std::string_view name = next == std::string_view::npos ? std::string_view {} : firstWord(code.substr(next));
            const bool isName = !name.empty() && !(name.front() >= '0' && name.front() <= '9');
            head = std::string(word) + " " + std::string(isName ? name : "_") + (word == "def" ? "():" : ":");
        } else if (word == "if" || word == "elif" || word == "while" || word == "with" || word == "match" || word == "case") {
            head = std::string(word) + " 0:";
        } else if (word == "else" || word == "try" || word == "except" || word == "finally") {
            head = std::string(word) + ":";
        } else if (word == "for") {
            head = "for _ in 0:";
        } else if (code.front() == '@') {
            return "@_";
        } else if (hasBlock) {
            head = "if 0:";
        }
        if (head.empty() || (!hasBlock && word != "def" && word != "class"))
            return "0";
        return async + head + (hasBlock ? "" : "0");
    }

    Parser& m_parser;
    std::string_view m_text;
    const std::vector<Rows>* m_suspects;
    std::vector<LogicalLine> m_lines;
    std::size_t m_bytesLeft;
    std::size_t m_suspect = 0;
    Repaired m_result;
};

} // namespace

std::vector<Rows> errorRows(const Tree& tree)
{
    std::vector<Rows> rows;
    Cursor cursor(tree);
    for (bool done = false; !done;) {
        const Node node = cursor.node();
        const bool isError = node.kind() == Kind::Error || node.isMissing();
        if (isError)
            rows.push_back({ node.startRow(), node.endRow() });
        if (!isError && node.hasError() && cursor.toFirstChild())
            continue;
        while (!cursor.toNextSibling()) {
            if (!cursor.toParent()) {
                done = true;
                break;
            }
        }
    }
    return rows;
}

Repaired repair(Parser& parser, std::string_view text, const std::vector<Rows>* suspects)
{
    return Repairer(parser, text, suspects).run();
}

} // namespace ferroscope::syntax
