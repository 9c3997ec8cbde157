// SPDX-FileCopyrightText: The Ferroscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/facts/extract.h"
#include "core/facts/walk.h"
#include "core/syntax/tree.h"

#include <algorithm>
#include <tuple>

namespace ferroscope::facts {

struct Extractor::Impl {
    syntax::Parser parser;
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

FileFacts Extractor::extract(std::string_view utf8)
{
    if (hasLoneReturn(utf8))
        return extract(withNewlines(utf8));
    FileFacts facts;
    const std::optional<syntax::Tree> tree = m_impl->parser.parse(utf8);
    if (!tree) {
        facts.lines = LineClasses(utf8).count();
        Function module;
        module.name = module.qualifiedName = facts.names.add("<module>");
        module.line = module.firstLine = 1;
        module.endLine = std::max(1U, facts.lines.physical);
        facts.functions.push_back(module);
        facts.errorLines = facts.lines.physical;
        facts.problems.push_back({ Problem::Kind::Gave_up, 1, "too broken to parse within the step limit; only its lines are counted" });
        facts.names.freeze();
        return facts;
    }
    Walk(facts, utf8).run(*tree);
    // Call sites of arguments were added when their function ended: back into document order.
    std::stable_sort(facts.calls.begin(), facts.calls.end(), [](const CallSite& a, const CallSite& b) {
        return std::tie(a.function, a.line) < std::tie(b.function, b.line);
    });
    facts.names.freeze();
    return facts;
}

} // namespace ferroscope::facts
