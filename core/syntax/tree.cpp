// SPDX-FileCopyrightText: The Ferroscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/syntax/tree.h"
#include "core/syntax/arena.h"
#include "core/syntax/symbols.h"

#include <bit>
#include <cstring>
#include <tree_sitter/api.h>

namespace ferroscope::syntax {

namespace {

static_assert(sizeof(Node) == sizeof(TSNode) && alignof(Node) == alignof(TSNode));
static_assert(sizeof(Cursor) == sizeof(TSTreeCursor) && alignof(Cursor) >= alignof(TSTreeCursor));

TSNode raw(const Node& node) { return std::bit_cast<TSNode>(node); }
Node wrapped(TSNode node) { return std::bit_cast<Node>(node); }
TSTreeCursor* raw(Cursor* cursor) { return reinterpret_cast<TSTreeCursor*>(cursor); }
const TSTreeCursor* raw(const Cursor* cursor) { return reinterpret_cast<const TSTreeCursor*>(cursor); }

// Steps tree-sitter may take: measured on the standard library it takes under 2 per byte; error recovery on
// hostile text can take thousands.
constexpr std::uint64_t kStepsPerByte = 60;
constexpr std::uint64_t kStepsForAnyText = 4'000'000;
constexpr std::uint64_t kStepsPerCallback = 100; // tree-sitter's OP_COUNT_PER_PARSER_CALLBACK_CHECK

struct Budget {
    std::uint64_t callbacksLeft;
    std::string_view text;
};

bool spend(TSParseState* state)
{
    auto* budget = static_cast<Budget*>(state->payload);
    if (budget->callbacksLeft == 0)
        return true; // stop
    --budget->callbacksLeft;
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

} // namespace

Kind Node::kind() const
{
    const TSSymbol symbol = ts_node_symbol(raw(*this));
    const std::vector<Kind>& kinds = symbols().kinds;
    return symbol < kinds.size() ? kinds[symbol] : Kind::Error; // ERROR is 0xFFFF
}

std::uint32_t Node::endByte() const { return ts_node_end_byte(raw(*this)); }
std::uint32_t Node::endRow() const { return ts_node_end_point(raw(*this)).row; }
std::uint32_t Node::childCount() const { return ts_node_child_count(raw(*this)); }
Node Node::child(std::uint32_t index) const { return wrapped(ts_node_child(raw(*this), index)); }
std::uint32_t Node::namedChildCount() const { return ts_node_named_child_count(raw(*this)); }
Node Node::namedChild(std::uint32_t index) const { return wrapped(ts_node_named_child(raw(*this), index)); }
bool Node::isNamed() const { return ts_node_is_named(raw(*this)); }
bool Node::isMissing() const { return ts_node_is_missing(raw(*this)); }
bool Node::hasError() const { return ts_node_has_error(raw(*this)); }

Node Node::field(Field field) const
{
    return wrapped(ts_node_child_by_field_id(raw(*this), symbols().fieldIds[static_cast<std::size_t>(field)]));
}

Node Tree::root() const { return wrapped(ts_tree_root_node(static_cast<const TSTree*>(m_tree))); }

Cursor::Cursor(const Tree& tree)
    : Cursor(tree.root())
{
}

Cursor::Cursor(Node node)
{
    const TSTreeCursor cursor = ts_tree_cursor_new(raw(node));
    std::memcpy(static_cast<void*>(this), &cursor, sizeof cursor);
}

Cursor::~Cursor() { ts_tree_cursor_delete(raw(this)); }
Node Cursor::node() const { return wrapped(ts_tree_cursor_current_node(raw(this))); }
Field Cursor::field() const { return symbols().fields[ts_tree_cursor_current_field_id(raw(this))]; }
bool Cursor::toFirstChild() { return ts_tree_cursor_goto_first_child(raw(this)); }
bool Cursor::toNextSibling() { return ts_tree_cursor_goto_next_sibling(raw(this)); }
bool Cursor::toParent() { return ts_tree_cursor_goto_parent(raw(this)); }

Parser::Parser()
    : m_arena(tree_arena_new())
{
}

Parser::~Parser() { tree_arena_delete(m_arena); }

std::optional<Tree> Parser::parse(std::string_view utf8)
{
    // tree-sitter's parser lives in the arena with the tree: a new one costs less than tidying up the old one.
    tree_arena_reset(m_arena);
    tree_arena_enter(m_arena);
    TSParser* parser = ts_parser_new();
    ts_parser_set_language(parser, symbols().language);
    Budget budget { (utf8.size() * kStepsPerByte + kStepsForAnyText) / kStepsPerCallback, utf8 };
    const TSInput input { &budget, readAt, TSInputEncodingUTF8, nullptr };
    const TSParseOptions options { &budget, spend };
    const TSTree* tree = ts_parser_parse_with_options(parser, nullptr, input, options);
    tree_arena_leave();
    if (!tree)
        return std::nullopt;
    return Tree(tree);
}

} // namespace ferroscope::syntax
