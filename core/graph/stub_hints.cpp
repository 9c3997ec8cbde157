// SPDX-FileCopyrightText: The Ferroscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/graph/stub_hints.h"

namespace ferroscope::graph {

StubHints::StubHints(const Codebase& codebase, ModuleId module)
    : m_facts(*codebase.modules[module].facts)
{
    const ModuleId stub = codebase.modules[module].stub;
    if (stub == kNone)
        return;
    m_stub = codebase.modules[stub].facts.get();
    for (facts::FunctionIndex at = 1; at < m_stub->functions.size(); ++at)
        m_inStub.emplace(m_stub->text(m_stub->functions[at].qualifiedName), at);
}

const facts::HintCounts& StubHints::of(facts::FunctionIndex function) const
{
    if (m_stub) {
        const auto found = m_inStub.find(m_facts.text(m_facts.functions[function].qualifiedName));
        if (found != m_inStub.end())
            return m_stub->functions[found->second].hints;
    }
    return m_facts.functions[function].hints;
}

facts::HintCounts StubHints::total() const
{
    if (!m_stub)
        return m_facts.hints;
    facts::HintCounts sum;
    for (facts::FunctionIndex at = 0; at < m_facts.functions.size(); ++at) {
        const facts::HintCounts& hints = of(at);
        sum.slotCount += hints.slotCount;
        sum.any += hints.any;
        sum.loose += hints.loose;
        sum.exact += hints.exact;
    }
    return sum;
}

} // namespace ferroscope::graph
