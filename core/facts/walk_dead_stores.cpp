// SPDX-FileCopyrightText: The Ferroscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
// Walk, part 8: stores that are overwritten before anything can read them. Only within a row of assignments of
// one block: a call, a branch or a nested block in between may read anything.
#include "core/facts/walk.h"

#include <algorithm>

namespace ferroscope::facts {

namespace {

constexpr std::size_t kMostStores = 16; // remembered at once
constexpr int kDeepestItem = 4; // d["a"]["b"]

} // namespace

void Walk::noteRead(NameId name)
{
    for (LastStore& each : m_lastStores)
        each.reads += each.name == name ? 1 : 0;
}

void Walk::noteStore(std::uint32_t target, std::uint32_t flow)
{
    const Term& to = m_facts.terms[target];
    if (to.kind() != Term::Kind::Name)
        return;
    if (m_lastStores.size() >= kMostStores || (!m_lastStores.empty() && m_lastStores.front().at <= m_effect))
        m_lastStores.clear();
    m_lastStores.push_back({ target, flow, to.key, ++m_clock, 0 });
}

void Walk::dropDeadStore(std::uint32_t target)
{
    // x = a; x = b, or d = {"k": a}; d["k"] = b
    std::array<Key, kDeepestItem> keys {};
    int depth = 0;
    std::uint32_t base = target;
    while (m_facts.terms[base].kind() == Term::Kind::Item && depth < kDeepestItem) {
        keys[static_cast<std::size_t>(depth++)] = m_facts.terms[base].key;
        base = m_facts.terms[base].operand;
    }
    const auto last = std::find_if(m_lastStores.rbegin(), m_lastStores.rend(),
        [&](const LastStore& each) { return each.target == base; });
    if (last == m_lastStores.rend() || last->at <= m_effect)
        return;
    if (depth == 0) {
        if (last->reads == 0 && last->flow + 1 == m_facts.flows.size())
            m_facts.flows.pop_back();
        m_lastStores.erase(std::next(last).base());
        return;
    }
    if (last->reads != 1) // more than by this very store
        return;
    last->reads = 0;
    std::uint32_t display = m_facts.flows[last->flow].value;
    while (depth > 0) {
        Term& term = m_facts.terms[display];
        const Key key = keys[static_cast<std::size_t>(--depth)];
        if (term.kind() != Term::Kind::Mapping || key == 0 || term.key == 0)
            return;
        const auto begin = m_facts.operands.begin() + term.detail, end = begin + term.key;
        const auto same = std::find_if(begin, end, [&](const Operand& each) { return each.key == key; });
        if (same == end)
            return;
        if (depth > 0) {
            display = same->term;
            continue;
        }
        std::copy(same + 1, end, same);
        --term.key;
    }
}

} // namespace ferroscope::facts
