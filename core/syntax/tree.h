// SPDX-FileCopyrightText: The Ferroscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
// Parser, Tree, Node and Cursor: Python text as a concrete syntax tree. The only folder that includes
// tree-sitter; Node and Cursor have the layout of TSNode and TSTreeCursor (asserted in tree.cpp) so that
// nothing is copied or allocated per node.
//
// Ownership: a Node or Cursor is valid as long as its Tree. Threads: a Parser belongs to one thread; a Tree may
// be read by one thread at a time. Rows are 0-based, bytes are offsets into the parsed text.
#pragma once

#include "core/syntax/node_kind.h"
#include <cstdint>
#include <memory>
#include <optional>
#include <string_view>

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
    ~Tree();
    Tree(Tree&&) noexcept;
    Node root() const;

private:
    friend class Parser;
    friend class Cursor;
    explicit Tree(void* tree)
        : m_tree(tree)
    {
    }
    void* m_tree;
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
    // `steps`: granted whatever the length of the text, on top of those per byte. `isPatient`: long errors cost no
    // more than their steps; for text that is known to be whole but for a few lines.
    std::optional<Tree> parse(std::string_view utf8, std::uint64_t steps = kSteps, bool isPatient = false);
    static constexpr std::uint64_t kSteps = 500'000;

private:
    void* m_parser;
};

} // namespace ferroscope::syntax
