// SPDX-FileCopyrightText: The Ferroscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
// Walk, part 4: loops and comprehensions with the turns expected of them.
#include "core/facts/frequency.h"
#include "core/facts/walk.h"

#include <algorithm>
#include <charconv>

namespace ferroscope::facts {

int Walk::constantTurns(Node iterable) const
{
    if (iterable.isNull())
        return 0;
    const Kind kind = iterable.kind();
    if (kind == Kind::List || kind == Kind::Tuple || kind == Kind::Set || kind == Kind::Dictionary || kind == Kind::ExpressionList) {
        const std::uint32_t total = iterable.namedChildCount();
        int elements = 0;
        for (std::uint32_t at = 0; at < total && elements < kMostConstantTurns; ++at) {
            const Kind element = iterable.namedChild(at).kind();
            if (element == Kind::ListSplat || element == Kind::DictionarySplat)
                return 0; // as many as that has
            elements += element == Kind::Comment ? 0 : 1;
        }
        return elements;
    }
    if (kind != Kind::Call)
        return 0;
    const std::string_view callee = text(iterable.field(Field::Function));
    if (callee != "range" && callee != "xrange")
        return 0;
    const Node arguments = iterable.field(Field::Arguments);
    std::vector<long> numbers;
    for (std::uint32_t at = 0; !arguments.isNull() && at < arguments.namedChildCount(); ++at) {
        const std::string_view digits = text(arguments.namedChild(at));
        long value = 0;
        const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), value);
        if (error != std::errc {} || end != digits.data() + digits.size())
            return 0;
        numbers.push_back(value);
    }
    if (numbers.empty() || numbers.size() > 3 || (numbers.size() == 3 && numbers[2] == 0))
        return 0;
    const long first = numbers.size() == 1 ? 0 : numbers[0];
    const long last = numbers.size() == 1 ? numbers[0] : numbers[1];
    const long step = numbers.size() == 3 ? numbers[2] : 1;
    const long turns = (last - first + step - (step > 0 ? 1 : -1)) / step;
    return static_cast<int>(std::clamp<long>(turns, 1, kMostConstantTurns));
}

// A for or while statement: its Loop. The body's block enters it.
void Walk::enterLoop(Node node, Kind kind)
{
    decision(1, 1, 1 + m_now.nesting);
    count(kind == Kind::ForStatement ? Count::ForLoops : Count::WhileLoops);
    Loop loop;
    loop.function = m_now.function;
    loop.parent = m_now.loop;
    loop.line = node.startRow() + 1;
    loop.endLine = node.endRow() + 1;
    loop.frequency = m_now.frequency;
    float turns = kLoopTurns;
    if (kind == Kind::ForStatement) {
        const Node left = node.field(Field::Left);
        const Node right = node.field(Field::Right);
        if (!left.isNull() && left.kind() == Kind::Identifier)
            loop.target = name(left);
        if (!right.isNull())
            loop.iterable = dottedName(right.kind() == Kind::Call ? right.field(Field::Function) : right);
        const int constant = constantTurns(right);
        if (constant > 0) {
            turns = static_cast<float>(constant);
            loop.constantTrips = constant <= kFewTurns;
        }
    } else {
        loop.kind = LoopKind::While;
        const std::string_view condition = text(node.field(Field::Condition));
        loop.infinite = condition == "True" || condition == "1";
    }
    loop.isAsync = node.childCount() > 0 && node.child(0).kind() == Kind::Async;
    // A loop inside a loop turns less often; what it turns for certain it does anywhere.
    const auto depth = static_cast<float>(m_now.loopDepth + 1);
    loop.turns = std::max(std::min(kLeastTurns, turns), turns / depth);
    m_path.back().data = static_cast<std::uint32_t>(m_facts.loops.size());
    m_path.back().remaining = turns;
    m_facts.loops.push_back(loop);
}

// The element of a comprehension stands before its for clauses, so they are counted ahead.
void Walk::enterComprehension(Node node)
{
    count(Count::Comprehensions);
    float turns = 1;
    int clauses = 0;
    for (std::uint32_t at = 0; at < node.namedChildCount(); ++at) {
        const Kind kind = node.namedChild(at).kind();
        if (kind == Kind::ForInClause) {
            ++clauses;
            turns *= kLoopTurns;
            decision(1, 0, 0);
        } else if (kind == Kind::IfClause) {
            turns *= kBranch;
            decision(1, 0, 0);
        }
    }
    m_path.back().remaining = turns;
    op(Op::LoopTurn, turns);
    save();
    m_now.loopDepth = static_cast<std::uint8_t>(std::min(250, m_now.loopDepth + std::max(1, clauses)));
    m_now.storing = false;
    function().loopDepth = std::max(function().loopDepth, m_now.loopDepth);
    Loop loop;
    loop.function = m_now.function;
    loop.parent = m_now.loop;
    loop.line = node.startRow() + 1;
    loop.endLine = node.endRow() + 1;
    loop.kind = LoopKind::Comprehension;
    loop.frequency = m_now.frequency;
    loop.turns = turns;
    for (std::uint32_t at = 0; at < node.namedChildCount(); ++at) {
        const Node clause = node.namedChild(at);
        if (clause.kind() != Kind::ForInClause)
            continue;
        const Node left = clause.field(Field::Left);
        const Node right = clause.field(Field::Right);
        if (!left.isNull() && left.kind() == Kind::Identifier) {
            loop.target = name(left);
            m_loopTargets.push_back(loop.target);
        }
        if (!right.isNull() && loop.iterable == 0)
            loop.iterable = dottedName(right.kind() == Kind::Call ? right.field(Field::Function) : right);
    }
    m_path.back().data = static_cast<std::uint32_t>(m_facts.loops.size());
    m_now.loop = m_path.back().data;
    m_facts.loops.push_back(loop);
}

void Walk::enterForInClause(Node)
{
    Step& around = m_path[m_path.size() - 2];
    save();
    // The first iterable is evaluated once, the second once per turn of the first, and so on.
    for (int before = 0; before < around.loopsBefore; ++before)
        m_now.frequency = std::min(kMostFrequent, m_now.frequency * kLoopTurns);
    if (around.loopsBefore == 0 && m_now.loopDepth > 0) {
        --m_now.loopDepth;
        m_now.loop = m_facts.loops.empty() || around.data >= m_facts.loops.size() ? kNone : m_facts.loops[around.data].parent;
    }
    ++around.loopsBefore;
}

} // namespace ferroscope::facts
