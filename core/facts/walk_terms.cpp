// SPDX-FileCopyrightText: The Ferroscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
// Walk, part 7: the table of terms. Equal names, attributes and items of one scope are one term.
#include "core/facts/walk.h"

namespace ferroscope::facts {

namespace {

std::size_t hashOf(std::uint32_t place, Key key, std::uint32_t operand)
{
    std::uint64_t hash = (static_cast<std::uint64_t>(place) << 32U | key) * 0x9E3779B97F4A7C15ULL;
    hash = (hash ^ (hash >> 29U) ^ operand) * 0xBF58476D1CE4E5B9ULL;
    return static_cast<std::size_t>(hash ^ (hash >> 32U));
}

} // namespace

std::uint32_t Walk::placeOf(Term::Kind kind) const
{
    if (m_now.lambda != kNone)
        return Term::placeOf(kind, Term::Scope::Lambda, m_now.lambda);
    if (m_now.owner != kNone)
        return Term::placeOf(kind, Term::Scope::Class, m_now.owner);
    return Term::placeOf(kind, Term::Scope::Function, m_now.function);
}

void Walk::growTerms()
{
    std::vector<std::uint32_t> old(std::max<std::size_t>(256, m_termSlots.size() * 2), kNone);
    old.swap(m_termSlots);
    const std::size_t mask = m_termSlots.size() - 1;
    for (const std::uint32_t id : old) {
        if (id == kNone)
            continue;
        const Term& term = m_facts.terms[id];
        std::size_t slot = hashOf(term.place, term.key, term.operand) & mask;
        while (m_termSlots[slot] != kNone)
            slot = (slot + 1) & mask;
        m_termSlots[slot] = id;
    }
}

std::uint32_t Walk::termOf(std::uint32_t place, Key key, std::uint32_t operand, std::uint32_t detail)
{
    if (m_termsFiled * 2 >= m_termSlots.size())
        growTerms();
    const std::size_t mask = m_termSlots.size() - 1;
    for (std::size_t slot = hashOf(place, key, operand) & mask;; slot = (slot + 1) & mask) {
        const std::uint32_t id = m_termSlots[slot];
        if (id == kNone) {
            m_termSlots[slot] = static_cast<std::uint32_t>(m_facts.terms.size());
            ++m_termsFiled;
            m_facts.terms.push_back({ place, key, operand, detail });
            return m_termSlots[slot];
        }
        const Term& known = m_facts.terms[id];
        if (known.place == place && known.key == key && known.operand == operand)
            return id;
    }
}

// In the scope we stand in; kNone where there are too many scopes.
std::uint32_t Walk::term(Term::Kind kind, Key key, std::uint32_t operand, std::uint32_t detail)
{
    const std::uint32_t place = placeOf(kind);
    const std::uint32_t scope = m_now.lambda != kNone ? m_now.lambda : m_now.owner != kNone ? m_now.owner : m_now.function;
    return scope < kMostScopes ? termOf(place, key, operand, detail) : kNone;
}

// A term with the parts from `from` on as its operands; not looked up, since each place makes its own.
std::uint32_t Walk::compound(Term::Kind kind, std::uint32_t operand, const Step& here, std::size_t from)
{
    const std::uint32_t scope = m_now.lambda != kNone ? m_now.lambda : m_now.owner != kNone ? m_now.owner : m_now.function;
    if (scope >= kMostScopes)
        return kNone;
    const auto first = static_cast<std::uint32_t>(m_facts.operands.size());
    Key position = kPosition;
    for (std::size_t at = here.parts + from; at < m_parts.size(); ++at) {
        const Part& part = m_parts[at];
        Key key = position;
        if (part.kind == Kind::ListSplat || part.kind == Kind::ListSplatPattern)
            key = kStarred;
        else if (part.kind == Kind::DictionarySplat)
            key = kDoubleStarred;
        else if (part.kind == Kind::KeywordArgument || part.kind == Kind::Pair)
            key = part.key;
        else if (position < kDoubleStarred - 1)
            ++position;
        if (part.term != kNone)
            m_facts.operands.push_back({ part.term, key });
    }
    const auto count = static_cast<std::uint32_t>(m_facts.operands.size()) - first;
    m_facts.terms.push_back({ placeOf(kind), count, operand, first });
    return static_cast<std::uint32_t>(m_facts.terms.size() - 1);
}

} // namespace ferroscope::facts
