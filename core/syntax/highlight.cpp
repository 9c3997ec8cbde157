// SPDX-FileCopyrightText: The Ferroscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/syntax/highlight.h"

#include "core/syntax/arena.h"
#include "core/syntax/symbols.h"
#include "highlights_embedded.h"

#include <algorithm>
#include <map>
#include <regex>
#include <string>
#include <tree_sitter/api.h>

namespace ferroscope::syntax {

namespace {

constexpr std::uint64_t kCallbacksPerByte = 4; // of the parser; ordinary text needs far less than one
constexpr std::uint64_t kLeastCallbacks = 100'000;
constexpr std::uint32_t kMostMatches = 4096; // in progress at once
constexpr std::size_t kLongestTested = 200; // bytes of a name that a pattern tests

// Memory of everything tree-sitter makes here, given back at once.
class Arena {
public:
    Arena()
        : m_arena(tree_arena_new())
    {
        tree_arena_enter(m_arena);
    }
    ~Arena()
    {
        tree_arena_leave();
        tree_arena_delete(m_arena);
    }
    Arena(const Arena&) = delete;
    Arena& operator=(const Arena&) = delete;

private:
    TreeArena* m_arena;
};

struct Budget {
    std::string_view text;
    std::stop_token stop;
    std::uint64_t left;
};

const char* readAt(void* payload, std::uint32_t byte, TSPoint, std::uint32_t* length)
{
    const std::string_view text = static_cast<Budget*>(payload)->text;
    const std::size_t from = std::min<std::size_t>(byte, text.size());
    *length = static_cast<std::uint32_t>(text.size() - from);
    return text.data() + from;
}

bool isSpent(TSParseState* state)
{
    Budget& budget = *static_cast<Budget*>(state->payload);
    if (budget.left > 0)
        --budget.left;
    return budget.left == 0 || budget.stop.stop_requested();
}

// The names a query gives are those of editors ("function.method", "constant.builtin"); a reader needs few of them.
Highlight meaningOf(std::string_view capture)
{
    const std::string_view kind = capture.substr(0, capture.find('.'));
    if (kind == "keyword" || capture == "constant.builtin")
        return Highlight::Keyword;
    if (kind == "string" || kind == "escape")
        return Highlight::String;
    if (kind == "number")
        return Highlight::Number;
    if (kind == "comment")
        return Highlight::Comment;
    return kind == "function" || kind == "type" || kind == "constructor" ? Highlight::Name : Highlight::None;
}

// Conditions of one pattern: "#match? @capture regex" and "#eq? @capture text".
struct Condition {
    std::uint32_t capture = 0;
    bool isRegex = false;
    std::string text;
    std::regex regex;
};

class Query {
public:
    explicit Query(const TSLanguage* language)
    {
        const std::string_view source = embedded::highlights_scm();
        std::uint32_t offset = 0;
        TSQueryError error = TSQueryErrorNone;
        m_query = ts_query_new(language, source.data(), static_cast<std::uint32_t>(source.size()), &offset, &error);
        if (!m_query)
            return;
        for (std::uint32_t at = 0; at < ts_query_capture_count(m_query); ++at) {
            std::uint32_t length = 0;
            const char* name = ts_query_capture_name_for_id(m_query, at, &length);
            m_meanings.push_back(meaningOf({ name, length }));
        }
        for (std::uint32_t pattern = 0; pattern < ts_query_pattern_count(m_query); ++pattern)
            readConditions(pattern);
    }

    const TSQuery* get() const { return m_query; }
    Highlight meaning(std::uint32_t capture) const { return m_meanings[capture]; }

    bool holds(const TSQueryMatch& match, std::string_view text) const
    {
        const auto found = m_conditions.find(match.pattern_index);
        if (found == m_conditions.end())
            return true;
        return std::all_of(found->second.begin(), found->second.end(), [&](const Condition& condition) {
            for (std::uint16_t at = 0; at < match.capture_count; ++at) {
                if (match.captures[at].index != condition.capture)
                    continue;
                const std::uint32_t from = ts_node_start_byte(match.captures[at].node);
                const std::string_view word = text.substr(from, ts_node_end_byte(match.captures[at].node) - from);
                if (word.size() > kLongestTested
                    || !(condition.isRegex ? std::regex_search(word.begin(), word.end(), condition.regex) : word == condition.text))
                    return false;
            }
            return true;
        });
    }

private:
    std::string_view stringOf(const TSQueryPredicateStep& step) const
    {
        std::uint32_t length = 0;
        const char* text = ts_query_string_value_for_id(m_query, step.value_id, &length);
        return { text, length };
    }

    void readConditions(std::uint32_t pattern)
    {
        std::uint32_t count = 0;
        const TSQueryPredicateStep* steps = ts_query_predicates_for_pattern(m_query, pattern, &count);
        for (std::uint32_t at = 0; at + 3 < count; ++at) {
            if (steps[at].type != TSQueryPredicateStepTypeString || steps[at + 1].type != TSQueryPredicateStepTypeCapture
                || steps[at + 2].type != TSQueryPredicateStepTypeString)
                continue;
            const std::string_view name = stringOf(steps[at]);
            if (name != "match?" && name != "eq?")
                continue;
            Condition condition { steps[at + 1].value_id, name == "match?", std::string(stringOf(steps[at + 2])), {} };
            if (condition.isRegex)
                condition.regex = std::regex(condition.text, std::regex::ECMAScript | std::regex::optimize);
            m_conditions[pattern].push_back(std::move(condition));
        }
    }

    TSQuery* m_query = nullptr;
    std::vector<Highlight> m_meanings; // by capture
    std::map<std::uint32_t, std::vector<Condition>> m_conditions; // by pattern
};

struct Painted {
    std::uint32_t first, last, pattern;
    Highlight what;
};

std::vector<HighlightSpan> spansOf(std::vector<Painted> painted, std::size_t size)
{
    std::stable_sort(painted.begin(), painted.end(), [](const Painted& a, const Painted& b) {
        if (a.first != b.first)
            return a.first < b.first;
        return a.last != b.last ? a.last > b.last : a.pattern < b.pattern;
    });
    std::vector<Highlight> bytes(size, Highlight::None);
    for (const Painted& each : painted)
        std::fill(bytes.begin() + each.first, bytes.begin() + each.last, each.what);
    std::vector<HighlightSpan> spans;
    for (std::uint32_t at = 0; at < size;) {
        std::uint32_t last = at;
        while (last < size && bytes[last] == bytes[at])
            ++last;
        if (bytes[at] != Highlight::None)
            spans.push_back({ at, last, bytes[at] });
        at = last;
    }
    return spans;
}

} // namespace

std::vector<HighlightSpan> highlights(std::string_view utf8, std::stop_token stop)
{
    // Made once, before the arena is entered: it outlives each. Read only afterwards, so threads may share it.
    static const Query query(symbols().language);
    if (!query.get())
        return {};
    const Arena arena;
    TSParser* parser = ts_parser_new();
    ts_parser_set_language(parser, symbols().language);
    Budget budget { utf8, stop, kLeastCallbacks + utf8.size() * kCallbacksPerByte };
    const TSInput input { &budget, readAt, TSInputEncodingUTF8, nullptr };
    const TSParseOptions options { &budget, isSpent };
    const TSTree* tree = ts_parser_parse_with_options(parser, nullptr, input, options);
    if (!tree)
        return {};
    TSQueryCursor* cursor = ts_query_cursor_new();
    ts_query_cursor_set_match_limit(cursor, kMostMatches);
    ts_query_cursor_exec(cursor, query.get(), ts_tree_root_node(tree));
    std::vector<Painted> painted;
    TSQueryMatch match;
    while (!stop.stop_requested() && ts_query_cursor_next_match(cursor, &match)) {
        if (!query.holds(match, utf8))
            continue;
        for (std::uint16_t at = 0; at < match.capture_count; ++at) {
            const TSQueryCapture& capture = match.captures[at];
            painted.push_back({ ts_node_start_byte(capture.node), std::min(ts_node_end_byte(capture.node), static_cast<std::uint32_t>(utf8.size())),
                match.pattern_index, query.meaning(capture.index) });
        }
    }
    return stop.stop_requested() ? std::vector<HighlightSpan> {} : spansOf(std::move(painted), utf8.size());
}

} // namespace ferroscope::syntax
