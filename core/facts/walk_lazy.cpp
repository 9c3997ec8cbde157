// SPDX-FileCopyrightText: The Ferroscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
// Walk, part 6: the tables by which packages load their names on first use (PEP 562).
#include "core/facts/walk.h"

namespace ferroscope::facts {

namespace {

constexpr std::size_t kMostLazyNames = 20'000; // per file
constexpr std::size_t kLongestName = 200;

} // namespace

NameId Walk::plainString(Node node)
{
    if (node.isNull() || node.kind() != Kind::String)
        return 0;
    const std::string_view quoted = text(node);
    if (quoted.size() < 3 || quoted.size() > kLongestName || (quoted.front() != '\'' && quoted.front() != '"'))
        return 0;
    return name(quoted.substr(1, quoted.size() - 2));
}

// {"Name": "module"}, {"module": ["Name", ...]} or {"Name": ("module", "attribute")}.
void Walk::readLazyNames(Node dictionary)
{
    if (!m_maybeLazy)
        return;
    syntax::Cursor cursor(dictionary);
    for (bool more = cursor.toFirstChild(); more; more = cursor.toNextSibling()) {
        if (cursor.node().kind() == Kind::Pair)
            addLazyNames(cursor.node().field(Field::Key), cursor.node().field(Field::Value));
    }
}

void Walk::addLazyNames(Node keyNode, Node value)
{
    if (!m_maybeLazy || value.isNull() || m_lazyNames.size() >= kMostLazyNames)
        return;
    const NameId key = plainString(keyNode);
    if (key == 0)
        return;
    if (const NameId single = plainString(value); single != 0) {
        m_lazyNames.push_back({ key, single });
        return;
    }
    if (value.kind() != Kind::List && value.kind() != Kind::Tuple && value.kind() != Kind::Set)
        return;
    syntax::Cursor cursor(value);
    for (bool more = cursor.toFirstChild(); more && m_lazyNames.size() < kMostLazyNames; more = cursor.toNextSibling()) {
        if (const NameId item = plainString(cursor.node()); item != 0)
            m_lazyNames.push_back({ key, item });
    }
}

void Walk::endLazyNames()
{
    for (const Function& each : m_facts.functions)
        m_isLazy = m_isLazy || (each.parent == 0 && each.owner == kNone && m_facts.text(each.name) == "__getattr__");
    if (m_isLazy)
        m_facts.lazyNames = std::move(m_lazyNames);
}

} // namespace ferroscope::facts
