// SPDX-FileCopyrightText: The Ferroscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
// Parser, Tree, Node and Cursor: Python text as a concrete syntax tree. The only folder that includes
// tree-sitter. A Node is a place in an array of records (flat_tree.h), so everything asked of it is a look there.
//
// Ownership: a Parser owns the memory of its Tree and takes it back when it parses again or ends; Tree, Node and
// Cursor are valid until then. Threads: a Parser belongs to one thread at a time, and so does its Tree. Rows
// are 0-based, bytes are offsets into the parsed text.
#pragma once

#include "core/syntax/flat_tree.h"
#include "core/syntax/node_kind.h"
#include <cstdint>
#include <memory>
#include <optional>
#include <string_view>
#include <vector>

struct TreeArena;

namespace ferroscope::syntax {

class Node {
public:
    Node() = default; // null
    bool isNull() const { return m_record == nullptr; }
    Kind kind() const { return static_cast<Kind>(m_record->kind); }
    Field asField() const { return static_cast<Field>(m_record->field); } // of its parent
    std::uint32_t startByte() const { return m_record->start_byte; }
    std::uint32_t startRow() const { return m_record->start_row; }
    std::uint32_t endByte() const { return m_record->end_byte; }
    std::uint32_t endRow() const { return m_record->end_row; }
    std::uint32_t childCount() const { return m_record->child_count; }
    Node child(std::uint32_t index) const; // linear in `index`: use a Cursor for wide nodes; null if there is none
    std::uint32_t namedChildCount() const { return m_record->named_child_count; }
    Node namedChild(std::uint32_t index) const;
    Node field(Field field) const; // the first child that is it; null if absent
    bool isNamed() const { return (m_record->flags & FLAT_NAMED) != 0; }
    bool isMissing() const { return (m_record->flags & FLAT_MISSING) != 0; } // invented by error recovery
    bool hasError() const { return (m_record->flags & FLAT_ERROR) != 0; } // it or something inside
    std::string_view text(std::string_view source) const { return source.substr(startByte(), endByte() - startByte()); }

private:
    friend class Tree;
    friend class Cursor;
    explicit Node(const FlatNode* record)
        : m_record(record)
    {
    }
    const FlatNode* m_record = nullptr;
};

class Tree {
public:
    Node root() const { return Node(m_records); }

private:
    friend class Parser;
    explicit Tree(const FlatNode* records)
        : m_records(records)
    {
    }
    const FlatNode* m_records;
};

// Walks the nodes below (and with) the one it starts at.
class Cursor {
public:
    explicit Cursor(const Tree& tree)
        : Cursor(tree.root())
    {
    }
    explicit Cursor(Node node)
        : m_now(node.m_record)
    {
    }
    Node node() const { return Node(m_now); }
    Field field() const { return static_cast<Field>(m_now->field); } // of the current node in its parent
    bool toFirstChild()
    {
        if (m_now->size == 1)
            return false;
        m_path.push_back(m_now);
        ++m_now;
        return true;
    }
    bool toNextSibling()
    {
        if (m_path.empty())
            return false;
        const FlatNode* next = m_now + m_now->size;
        if (next == m_path.back() + m_path.back()->size)
            return false;
        m_now = next;
        return true;
    }
    bool toParent()
    {
        if (m_path.empty())
            return false;
        m_now = m_path.back();
        m_path.pop_back();
        return true;
    }

private:
    const FlatNode* m_now;
    std::vector<const FlatNode*> m_path; // the nodes above
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
    TreeArena* m_arena;
};

} // namespace ferroscope::syntax
