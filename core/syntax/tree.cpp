// SPDX-FileCopyrightText: The Ferroscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/syntax/tree.h"
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

Tree::~Tree()
{
    if (m_tree)
        ts_tree_delete(static_cast<TSTree*>(m_tree));
}

Tree::Tree(Tree&& other) noexcept
    : m_tree(other.m_tree)
{
    other.m_tree = nullptr;
}

Node Tree::root() const { return wrapped(ts_tree_root_node(static_cast<TSTree*>(m_tree))); }

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
    : m_parser(ts_parser_new())
{
    ts_parser_set_language(static_cast<TSParser*>(m_parser), symbols().language);
}

Parser::~Parser() { ts_parser_delete(static_cast<TSParser*>(m_parser)); }

std::optional<Tree> Parser::parse(std::string_view utf8, std::uint64_t steps, bool isPatient)
{
    auto* parser = static_cast<TSParser*>(m_parser);
    Budget budget { (utf8.size() * kStepsPerByte + steps) / kStepsPerCallback, utf8, isPatient };
    const TSInput input { &budget, readAt, TSInputEncodingUTF8, nullptr };
    const TSParseOptions options { &budget, spend };
    TSTree* tree = ts_parser_parse_with_options(parser, nullptr, input, options);
    if (!tree) {
        ts_parser_reset(parser); // else the next text would continue this one
        return std::nullopt;
    }
    return Tree(tree);
}

} // namespace ferroscope::syntax
