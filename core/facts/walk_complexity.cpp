// SPDX-FileCopyrightText: The Ferroscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
// Walk, part 6: what the three complexities need beyond one node: match statements, sequences of boolean
// operators, functions that only wrap another.
#include "core/base/text.h"
#include "core/facts/frequency.h"
#include "core/facts/walk.h"

#include <algorithm>

namespace ferroscope::facts {

namespace {

// A name that takes whatever comes, as a whole pattern: "_", "other", "(other)".
bool isCapture(std::string_view pattern)
{
    pattern = trimmed(pattern);
    while (pattern.size() > 2 && pattern.front() == '(' && pattern.back() == ')')
        pattern = trimmed(pattern.substr(1, pattern.size() - 2));
    const auto isNamePart = [](char c) {
        return c == '_' || (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c & 0x80) != 0;
    };
    return !pattern.empty() && !(pattern.front() >= '0' && pattern.front() <= '9')
        && std::all_of(pattern.begin(), pattern.end(), isNamePart) && pattern != "None" && pattern != "True" && pattern != "False";
}

bool isIrrefutable(std::string_view pattern)
{
    const std::size_t as = pattern.rfind(" as ");
    return isCapture(pattern.substr(0, as)) && (as == std::string_view::npos || isCapture(pattern.substr(as + 4)));
}

} // namespace

// The text of a case's one pattern; "" for `case a, b` and `case a,`, which are sequences.
std::string_view Walk::onlyPattern(Node clause) const
{
    const Node after = clause.child(2);
    if (after.isNull() || (after.kind() != Kind::Colon && after.kind() != Kind::IfClause))
        return {};
    return text(clause.child(1));
}

// ruff takes the last case off if it catches everything and has no guard.
void Walk::enterMatch(Node node)
{
    count(Count::Matches);
    decision(0, 0, 1 + m_now.nesting);
    const Node body = node.field(Field::Body);
    for (std::uint32_t at = body.isNull() ? 0 : body.namedChildCount(); at > 0; --at) {
        const Node last = body.namedChild(at - 1);
        if (last.kind() == Kind::Comment)
            continue;
        const std::string_view pattern = last.kind() == Kind::CaseClause ? onlyPattern(last) : std::string_view {};
        const std::size_t bar = pattern.rfind('|');
        const bool catchesAll = isIrrefutable(pattern.substr(bar == std::string_view::npos ? 0 : bar + 1));
        if (catchesAll && last.field(Field::Guard).isNull())
            decision(0, -1, 0);
        return;
    }
}

// radon takes one case off that catches everything, wherever it stands and guarded or not.
void Walk::enterCase(Node node)
{
    bool isFirstCapture = false;
    if (isCapture(onlyPattern(node)) && hasParent(2)) {
        Step& match = m_path[m_path.size() - 3]; // case clauses stand in the block of the match statement
        isFirstCapture = match.data == kNone;
        match.data = 0;
    }
    decision(isFirstCapture ? 0 : 1, 1, 0);
    save();
    m_now.frequency *= kBranch * kBranch;
}

// For a reader `a and b and c` costs one, each change of the operator one more. Called for the outermost operator
// of a chain; a parenthesis begins a chain of its own.
void Walk::enterBoolean(Node node)
{
    op(Op::Boolean);
    decision(1, 0, 0);
    if (hasParent() && parent().kind == Kind::BooleanOperator)
        return;
    int changes = 0;
    std::string_view last;
    std::vector<std::pair<Node, bool>> open { { node, false } }; // node, left operand done
    while (!open.empty()) {
        const auto [next, isLeftDone] = open.back();
        open.pop_back();
        if (next.isNull() || next.kind() != Kind::BooleanOperator)
            continue;
        if (!isLeftDone) {
            open.push_back({ next, true });
            open.push_back({ next.field(Field::Left), false });
            continue;
        }
        const Node token = next.field(Field::Operator);
        const std::string_view written = token.isNull() ? std::string_view {} : text(token);
        changes += written != last ? 1 : 0;
        last = written;
        open.push_back({ next.field(Field::Right), false });
    }
    decision(0, 0, changes);
}

// Does a function's body do nothing but define one function and give names back?
bool Walk::isWrapper(Node body) const
{
    constexpr std::uint32_t kMostStatements = 8; // a longer body is taken for no wrapper
    const std::uint32_t total = body.namedChildCount();
    if (total > kMostStatements)
        return false;
    int functions = 0;
    for (std::uint32_t at = 0; at < total; ++at) {
        Node statement = body.namedChild(at);
        if (statement.kind() == Kind::Comment)
            continue;
        if (statement.kind() == Kind::DecoratedDefinition)
            statement = statement.field(Field::Definition);
        if (statement.isNull())
            return false;
        if (statement.kind() == Kind::FunctionDefinition && ++functions == 1)
            continue;
        const bool givesAName = statement.kind() == Kind::ReturnStatement && statement.namedChildCount() == 1
            && statement.namedChild(0).kind() == Kind::Identifier;
        if (!givesAName)
            return false;
    }
    return functions == 1;
}

} // namespace ferroscope::facts
