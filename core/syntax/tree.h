// SPDX-FileCopyrightText: The Ferroscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
// Parser, Tree, Node and Cursor: Python text as a concrete syntax tree. The only folder that includes
// tree-sitter; Node and Cursor have the layout of TSNode and TSTreeCursor (asserted in tree.cpp) so that
// nothing is copied or allocated per node.
//
// Ownership: a Parser owns the memory of its Tree and takes it back when it parses again or ends; Tree, Node and
// Cursor are valid until then. Threads: a Parser belongs to one thread at a time, and so does its Tree. Rows are 0-based, bytes are offsets into the parsed text.
#pragma once

#include "core/syntax/node_kind.h"
#include <cstdint>
#include <memory>
#include <optional>
#include <string_view>

struct TreeArena;

namespace ferroscope::syntax {

class Node {
public:
    bool isNull() const { return m_id == nullptr; }
    Kind kind() const;
    std::uint32_t startByte() const { return m_context[0]; }
    std::uint32_t startRow() const { return m_context[1]; }
    std::uint32_t startColumn() const { return m_context[2]; } // in bytes
    std::uint32_t endByte() const;
    std::uint32_t endRow() const;
    std::uint32_t childCount() const;
    Node child(std::uint32_t index) const; // linear in `index` for wide nodes: use a Cursor to walk
    std::uint32_t namedChildCount() const;
    Node namedChild(std::uint32_t index) const;
    Node field(Field field) const; // null if absent
    bool isNamed() const;
    bool isMissing() const; // invented by error recovery
    bool hasError() const; // it or something inside
    std::string_view text(std::string_view source) const { return source.substr(startByte(), endByte() - startByte()); }

private:
    std::uint32_t m_context[4] = {};
    const void* m_id = nullptr;
    const void* m_tree = nullptr;
};

class Tree {
public:
    Node root() const;

private:
    friend class Parser;
    explicit Tree(const void* tree)
        : m_tree(tree)
    {
    }
    const void* m_tree;
};

class Cursor {
public:
    explicit Cursor(const Tree& tree);
    explicit Cursor(Node node);
    ~Cursor();
    Cursor(const Cursor&) = delete;
    Cursor& operator=(const Cursor&) = delete;
    Node node() const;
    Field field() const; // of the current node in its parent
    bool toFirstChild();
    bool toNextSibling();
    bool toParent();

private:
    const void* m_tree = nullptr;
    const void* m_id = nullptr;
    std::uint32_t m_context[3] = {};
    std::uint32_t m_padding = 0;
};

class Parser {
public:
    Parser();
    ~Parser();
    Parser(const Parser&) = delete;
    Parser& operator=(const Parser&) = delete;
    // nullopt when error recovery needed more steps than a bound proportional to the text allows (a count, not
    // a clock, so the same text always gives the same answer).
    std::optional<Tree> parse(std::string_view utf8);

private:
    TreeArena* m_arena;
};

} // namespace ferroscope::syntax
