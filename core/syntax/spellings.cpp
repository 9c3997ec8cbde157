// SPDX-FileCopyrightText: The Ferroscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/syntax/spellings.h"
#include "core/syntax/logical_lines.h"

#include <vector>

namespace ferroscope::syntax {

namespace {

struct Word {
    std::size_t begin = 0, end = 0;
    char before = 0; // last byte before it that is no white space
    std::string_view previous; // the word directly before it
};

bool isSpace(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\\'; }

// The words of the code, not of strings and comments.
std::vector<Word> words(std::string_view line)
{
    std::vector<Word> found;
    forEachCode(line, [&](std::size_t from, std::size_t to) {
        char before = from > 0 ? line[from - 1] : char { 0 };
        std::string_view previous;
        for (std::size_t at = from; at < to;) {
            if (!isWordCharacter(line[at])) {
                if (!isSpace(line[at])) {
                    before = line[at];
                    previous = {};
                }
                ++at;
                continue;
            }
            Word word { at, at, before, previous };
            while (word.end < to && isWordCharacter(line[word.end]))
                ++word.end;
            at = word.end;
            before = line[at - 1];
            previous = line.substr(word.begin, word.end - word.begin);
            found.push_back(word);
        }
    });
    return found;
}

char nextAfter(std::string_view line, std::size_t at)
{
    while (at < line.size() && isSpace(line[at]))
        ++at;
    return at < line.size() ? line[at] : '\n';
}

} // namespace

bool backquotesToParentheses(std::string& line)
{
    // A backquote opens where an operand is awaited.
    bool changed = false;
    const std::string original = line;
    int depth = 0;
    forEachCode(original, [&](std::size_t from, std::size_t to) {
        for (std::size_t at = from; at < to; ++at) {
            if (original[at] != '`')
                continue;
            std::size_t before = at;
            while (before > 0 && isSpace(original[before - 1]))
                --before;
            const char last = before > 0 ? original[before - 1] : char { 0 };
            const bool afterOperand = isWordCharacter(last) || last == ')' || last == ']' || last == '}' || last == '"'
                || last == '\'' || (last == '`' && line[before - 1] == ')');
            const bool closes = depth > 0 && afterOperand;
            depth += closes ? -1 : 1;
            line[at] = closes ? ')' : '(';
            changed = true;
        }
    });
    return changed;
}

bool execToDelete(std::string& line)
{
    bool changed = false;
    for (const Word& word : words(line)) {
        const bool beginsStatement = word.begin == 0 || word.before == ';' || word.before == ':';
        if (beginsStatement && std::string_view(line).substr(word.begin, word.end - word.begin) == "exec") {
            line.replace(word.begin, 4, "del ");
            changed = true;
        }
    }
    return changed;
}

bool keywordsToNames(std::string& line)
{
    bool changed = false;
    const std::string original = line;
    for (const Word& word : words(original)) {
        const std::string_view text = std::string_view(original).substr(word.begin, word.end - word.begin);
        const char next = nextAfter(original, word.end);
        const bool isDefined = word.before == '.' || word.previous == "def" || word.previous == "class"
            || word.previous == "import" || word.previous == "as";
        const bool isNameLike = isDefined || next == '=' || next == ')' || next == ',' || next == '.' || next == ':' || next == ']' || next == '\n';
        bool rename = false;
        if (text == "async") {
            const std::size_t after = original.find_first_not_of(' ', word.end);
            const std::string_view second = after == std::string::npos ? std::string_view {} : firstWord(std::string_view(original).substr(after));
            rename = isDefined || (second != "def" && second != "with" && second != "for");
        } else if (text == "await" || text == "nonlocal") {
            rename = isNameLike;
        } else if (text == "True" || text == "False" || text == "None") {
            rename = true;
        } else if (word.before == '.' && (text == "print" || text == "exec")) {
            rename = true;
        }
        if (rename) {
            line[word.end - 1] = '_';
            changed = true;
        }
    }
    return changed;
}

bool newlinesToContinuations(std::string& line)
{
    bool changed = false;
    const std::string original = line;
    forEachCode(original, [&](std::size_t from, std::size_t to) {
        const bool followsComment = from > 0 && from < original.size() && original[from] == '\n' && original[from - 1] != '\'' && original[from - 1] != '"';
        for (std::size_t at = from + (followsComment ? 1 : 0); at < to; ++at) {
            if (original[at] != '\n' || (at > 0 && original[at - 1] == '\\'))
                continue;
            if (at > 0 && (line[at - 1] == ' ' || line[at - 1] == '\r')) {
                line[at - 1] = '\\';
            } else if (at + 1 < original.size() && (original[at + 1] == ' ' || original[at + 1] == '\t')) {
                line[at] = '\\';
                line[at + 1] = '\n';
                ++at;
            } else {
                continue;
            }
            changed = true;
        }
    });
    return changed;
}

bool typeDefaultsToBounds(std::string& line)
{
    const std::string_view word = firstWord(line);
    if (word != "def" && word != "class" && word != "async" && word != "type")
        return false;
    bool changed = false;
    bool inside = false; // the first square bracket of the line
    int depth = 0;
    bool isDone = false;
    const std::string original = line;
    forEachCode(original, [&](std::size_t from, std::size_t to) {
        for (std::size_t at = from; at < to && !isDone; ++at) {
            const char c = original[at];
            if (c == '[' || c == '(' || c == '{') {
                isDone = !inside && c != '[';
                inside = true;
                ++depth;
            } else if (c == ']' || c == ')' || c == '}') {
                isDone = --depth == 0;
            } else if (c == '=' && depth == 1) {
                line[at] = ':';
                changed = true;
                for (std::size_t star = at + 1; star < to && (isSpace(original[star]) || original[star] == '*'); ++star) {
                    if (original[star] == '*')
                        line[star] = ' ';
                }
            }
        }
    });
    return changed;
}

} // namespace ferroscope::syntax
