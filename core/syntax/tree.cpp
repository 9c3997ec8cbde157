// SPDX-FileCopyrightText: The Ferroscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/syntax/tree.h"
#include "core/syntax/arena.h"
#include "core/syntax/symbols.h"

#include <tree_sitter/api.h>

namespace ferroscope::syntax {

namespace {

// Steps tree-sitter may take: measured on the standard library it takes under 2 per byte; error recovery on
// hostile text can take thousands.
constexpr std::uint64_t kStepsPerByte = 6;
constexpr std::uint64_t kStepsPerCallback = 100; // tree-sitter's OP_COUNT_PER_PARSER_CALLBACK_CHECK

constexpr std::uint32_t kErrorReach = 32U << 10U; // bytes of one error after which a step costs one more

struct Budget {
    std::uint64_t callbacksLeft;
    std::string_view text;
    bool isPatient = false;
    std::uint32_t errorBegan = 0;
    bool inError = false;
};

// A step in a long error copies all of the error, so it counts for more.
bool spend(TSParseState* state)
{
    auto* budget = static_cast<Budget*>(state->payload);
    if (state->has_error && !budget->inError)
        budget->errorBegan = state->current_byte_offset;
    budget->inError = state->has_error;
    std::uint64_t cost = 1;
    if (budget->inError && !budget->isPatient && state->current_byte_offset > budget->errorBegan)
        cost += (state->current_byte_offset - budget->errorBegan) / kErrorReach;
    if (budget->callbacksLeft < cost)
        return true; // stop
    budget->callbacksLeft -= cost;
    return false;
}

const char* readAt(void* payload, std::uint32_t byte, TSPoint, std::uint32_t* length)
{
    const std::string_view text = static_cast<Budget*>(payload)->text;
    if (byte >= text.size()) {
        *length = 0;
        return "";
    }
    *length = static_cast<std::uint32_t>(text.size() - byte);
    return text.data() + byte;
}

FlatTables tables()
{
    static_assert(sizeof(Kind) == 1 && sizeof(Field) == 1);
    const Symbols& all = symbols();
    return { reinterpret_cast<const std::uint8_t*>(all.kinds.data()), reinterpret_cast<const std::uint8_t*>(all.fields.data()),
        static_cast<std::uint32_t>(all.kinds.size()), static_cast<std::uint8_t>(Kind::Error) };
}

} // namespace

Node Node::child(std::uint32_t index) const
{
    if (index >= childCount())
        return {};
    const FlatNode* record = m_record + 1;
    for (; index > 0; --index)
        record += record->size;
    return Node(record);
}

Node Node::namedChild(std::uint32_t index) const
{
    if (index >= namedChildCount())
        return {};
    for (const FlatNode* record = m_record + 1;; record += record->size) {
        if ((record->flags & FLAT_NAMED) != 0 && index-- == 0)
            return Node(record);
    }
}

Node Node::field(Field field) const
{
    const FlatNode* const end = m_record + m_record->size;
    for (const FlatNode* record = m_record + 1; record < end; record += record->size) {
        if (record->field == static_cast<std::uint8_t>(field))
            return Node(record);
    }
    return {};
}

Parser::Parser()
    : m_arena(tree_arena_new())
{
}

Parser::~Parser() { tree_arena_delete(m_arena); }

std::optional<Tree> Parser::parse(std::string_view utf8, std::uint64_t steps, bool isPatient)
{
    // tree-sitter's parser lives in the arena with the tree: a new one costs less than tidying up the old one.
    tree_arena_reset(m_arena);
    tree_arena_enter(m_arena);
    TSParser* parser = ts_parser_new();
    ts_parser_set_language(parser, symbols().language);
    Budget budget { (utf8.size() * kStepsPerByte + steps) / kStepsPerCallback, utf8, isPatient };
    const TSInput input { &budget, readAt, TSInputEncodingUTF8, nullptr };
    const TSParseOptions options { &budget, spend };
    const TSTree* tree = ts_parser_parse_with_options(parser, nullptr, input, options);
    static const FlatTables kTables = tables();
    const FlatNode* records = tree ? flat_tree(tree, &kTables) : nullptr;
    tree_arena_leave();
    if (!records)
        return std::nullopt;
    return Tree(records);
}

} // namespace ferroscope::syntax
