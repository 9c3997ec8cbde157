// SPDX-FileCopyrightText: The Ferroscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
// Literals: what an expression of a Python file is, as far as that can be told without running anything:
// strings, lists (also tuples and sets), dictionaries, dict(a=...), a + b of the same kind, and names bound exactly
// once at module level to such. Everything else is Unknown. Bounded in depth and, per file, in steps and bytes. For one thread.
#pragma once

#include "core/syntax/tree.h"
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace ferroscope::manifests {

struct Literal {
    enum class Kind { Unknown, Text, List, Dictionary } kind = Kind::Unknown;
    std::string text;
    std::vector<Literal> items;
    struct Member;
    std::vector<Member> members; // in order; keys that are no text are left out

    const Literal* member(std::string_view name) const; // the last one of that name; null if there is none
    std::vector<std::string> texts() const; // itself or the texts among its items
};

struct Literal::Member {
    std::string name;
    Literal value;
};

class Literals {
public:
    Literals(const syntax::Tree& tree, std::string_view source);
    Literal of(syntax::Node expression) const;
    std::string calleeOf(syntax::Node call) const; // last component of "a.b.f", "" if it is no dotted name
    // Arguments by keyword, with those of **name where name is a dictionary; positional ones as "0", "1", ...
    Literal argumentsOf(syntax::Node call) const;

private:
    Literal evaluate(syntax::Node node, int depth) const;
    Literal textOf(syntax::Node node) const;
    void addArguments(syntax::Node call, Literal& into, int depth) const;
    Literal sumOf(syntax::Node node, int depth) const;

    std::string_view m_source;
    mutable std::size_t m_budget; // steps left for the whole file
    std::map<std::string, syntax::Node, std::less<>> m_bound; // names bound once; null node: more than once
};

} // namespace ferroscope::manifests
