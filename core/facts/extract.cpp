// SPDX-FileCopyrightText: The Ferroscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/facts/extract.h"
#include "core/base/fields.h"
#include "core/facts/walk.h"
#include "core/syntax/tree.h"

#include <algorithm>
#include <tuple>

namespace ferroscope::facts {

struct Extractor::Impl {
    syntax::Parser parser;
    // The facts of a text that the grammar cannot read whole; `suspects` as for syntax::repair().
    FileFacts repaired(std::string_view original, std::string_view text, const std::vector<syntax::Rows>* suspects);
};

Extractor::Extractor()
    : m_impl(std::make_unique<Impl>())
{
}

Extractor::~Extractor() = default;
Extractor::Extractor(Extractor&&) noexcept = default;

namespace {

// Lone carriage returns end lines in Python but not for tree-sitter.
bool hasLoneReturn(std::string_view text)
{
    for (std::size_t at = text.find('\r'); at != std::string_view::npos; at = text.find('\r', at + 1)) {
        if (at + 1 >= text.size() || text[at + 1] != '\n')
            return true;
    }
    return false;
}

std::string withNewlines(std::string_view text)
{
    std::string out(text);
    for (std::size_t at = 0; at < out.size(); ++at) {
        if (out[at] == '\r' && (at + 1 >= out.size() || out[at + 1] != '\n'))
            out[at] = '\n';
    }
    return out;
}

} // namespace

namespace {

// A backslash before a newline, again and again: the grammar's scanner looks ahead over all of them at each one. No
// program needs more than a few on end.
void tidyContinuations(std::string& text)
{
    constexpr int kMost = 64;
    int run = 0;
    std::size_t expected = 0; // where the next of the run must stand
    for (std::size_t at = text.find('\\'); at != std::string::npos; at = text.find('\\', at + 1)) {
        const bool continues = at + 1 < text.size() && (text[at + 1] == '\n' || text[at + 1] == '\r');
        const bool isOnlyOne = text.find_first_not_of(" \t\f\r\n", expected) == at;
        run = continues && isOnlyOne ? run + 1 : 0;
        expected = at + 1;
        if (run > kMost)
            text[at] = ' ';
    }
}

// Tabs go to multiples of 8 in Python; the grammar takes them for 8 columns wherever they stand. Form feeds stand for 0.
void tidyIndents(std::string& text)
{
    for (std::size_t at = text.find(" \t"); at != std::string::npos; at = text.find(" \t", at + 1)) {
        std::size_t begin = at;
        while (begin > 0 && text[begin - 1] == ' ')
            --begin;
        const bool leads = begin == 0 || text[begin - 1] == '\n' || text[begin - 1] == '\t';
        std::size_t row = begin;
        while (leads && row > 0 && text[row - 1] == '\t')
            --row;
        if (leads && (row == 0 || text[row - 1] == '\n') && at + 1 - begin < 8)
            std::fill(text.begin() + static_cast<std::ptrdiff_t>(begin), text.begin() + static_cast<std::ptrdiff_t>(at) + 1, '\f');
    }
}

FileFacts unread(std::string_view text)
{
    FileFacts facts;
    facts.lines = LineClasses(text).count();
    Function module;
    module.name = module.qualifiedName = facts.names.add("<module>");
    module.line = module.firstLine = 1;
    module.endLine = std::max(1U, facts.lines.physical);
    facts.functions.push_back(module);
    facts.errorLines = facts.lines.physical;
    facts.problems.push_back({ Problem::Kind::Gave_up, 1, "too broken to parse within the step limit; only its lines are counted" });
    return facts;
}

// One problem per run of rows; each row counts once.
void report(FileFacts& facts, std::vector<syntax::Rows> errors)
{
    std::sort(errors.begin(), errors.end(), [](const syntax::Rows& a, const syntax::Rows& b) { return std::tie(a.first, a.last) < std::tie(b.first, b.last); });
    std::uint32_t next = 0; // first row not counted yet
    for (const syntax::Rows& rows : errors) {
        const std::uint32_t last = std::min(rows.last, std::max(1U, facts.lines.physical) - 1);
        const std::uint32_t first = std::min(rows.first, last); // an error may stand after the last line
        if (next > 0 && last < next)
            continue;
        facts.errorLines += last + 1 - std::max(first, next);
        next = last + 1;
        if (facts.problems.size() < kMaxProblems)
            facts.problems.push_back({ Problem::Kind::SyntaxError, first + 1, "not Python as the grammar knows it" });
    }
}

} // namespace

FileFacts Extractor::Impl::repaired(std::string_view original, std::string_view text, const std::vector<syntax::Rows>* suspects)
{
    const syntax::Repaired repaired = syntax::repair(parser, text, suspects);
    if (suspects == nullptr && !repaired.isComplete)
        return unread(text); // it would be given up again
    const std::optional<syntax::Tree> tree = parser.parse(repaired.parsed, syntax::Parser::kSteps, repaired.isComplete);
    if (!tree)
        return unread(text);
    FileFacts facts;
    Walk walk(facts, original, repaired.read);
    walk.run(*tree);
    std::vector<syntax::Rows> errors = walk.takeErrors();
    errors.insert(errors.end(), repaired.lost.begin(), repaired.lost.end());
    report(facts, std::move(errors));
    return facts;
}

FileFacts Extractor::extract(std::string_view utf8)
{
    if (hasLoneReturn(utf8))
        return extract(withNewlines(utf8));
    syntax::Parser& parser = m_impl->parser;
    std::string tidied;
    const bool hasOddIndents = utf8.find(" \t") != std::string_view::npos;
    const bool hasContinuations = utf8.find("\\\n\\\n") != std::string_view::npos || utf8.find("\\\r\n\\") != std::string_view::npos;
    if (hasOddIndents || hasContinuations) {
        tidied = utf8;
        if (hasOddIndents)
            tidyIndents(tidied);
        if (hasContinuations)
            tidyContinuations(tidied);
    }
    const std::string_view original = utf8;
    if (!tidied.empty())
        utf8 = tidied;
    FileFacts facts;
    bool isRead = false;
    bool isParsed = false;
    std::vector<syntax::Rows> errors;
    if (const std::optional<syntax::Tree> tree = parser.parse(utf8)) {
        isParsed = true;
        errors = syntax::errorRows(*tree);
        if (errors.empty()) {
            Walk walk(facts, original, utf8);
            walk.run(*tree);
            isRead = !walk.sawBackquotes();
        }
    }
    if (!isRead)
        facts = m_impl->repaired(original, utf8, isParsed ? &errors : nullptr);
    // Call sites of arguments were added when their function ended: back into document order.
    std::stable_sort(facts.calls.begin(), facts.calls.end(), [](const CallSite& a, const CallSite& b) {
        return std::tie(a.function, a.line) < std::tie(b.function, b.line);
    });
    facts.names.freeze();
    // The facts of all files are in memory together: no room left over from growing.
    forEachField(facts, [](auto& member) {
        if constexpr (requires { member.shrink_to_fit(); })
            member.shrink_to_fit();
    });
    return facts;
}

} // namespace ferroscope::facts
