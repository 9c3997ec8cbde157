// SPDX-FileCopyrightText: The Ferroscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis/hazards.h"
#include "core/analysis/hazard_list.h"
#include "core/base/text.h"

#include <algorithm>
#include <array>
#include <map>

namespace ferroscope::analysis {

namespace {

constexpr std::size_t kMostKnown = 256; // sets of functions

bool byPlace(const Hazard& a, const Hazard& b)
{
    return std::tie(a.path, a.line, a.kind, a.sentence) < std::tie(b.path, b.line, b.kind, b.sentence);
}

} // namespace

std::string HazardScope::function(graph::ModuleId module, facts::FunctionIndex at) const
{
    const facts::FileFacts& facts = *base().modules[module].facts;
    return printablePath(facts.text(facts.functions[at].qualifiedName));
}

std::string HazardScope::moduleName(graph::ModuleId module) const { return printablePath(base().modules[module].file.module); }

void HazardList::add(const char* kind, std::string sentence, graph::ModuleId module, std::uint32_t line)
{
    std::string path = printablePath(m_base.modules[module].file.path);
    if (m_seen.emplace(kind, path, sentence).second)
        m_all.push_back({ kind, std::move(sentence), std::move(path), line });
}

std::vector<Hazard> HazardList::take()
{
    std::sort(m_all.begin(), m_all.end(), byPlace);
    std::map<std::string, std::size_t> count;
    for (const Hazard& each : m_all)
        ++count[each.kind];
    std::map<std::string, std::size_t> taken;
    std::vector<Hazard> bounded;
    for (Hazard& each : m_all) {
        const std::size_t at = ++taken[each.kind];
        if (at > kMostHazardsPerKind)
            continue;
        const std::size_t left = count[each.kind] - at;
        if (at == kMostHazardsPerKind && left > 0)
            each.sentence += " And " + counted(left, "more place") + " of this kind.";
        bounded.push_back(std::move(each));
    }
    return bounded;
}

HazardFinder::HazardFinder(const Judged& judged)
    : m_judged(judged)
    , m_importers(importersOf(judged.codebase))
{
}

std::vector<Hazard> HazardFinder::hazards(const Moved& moved) const
{
    std::vector<graph::FunctionId> key;
    for (const Moved::Part& part : moved.parts) {
        for (const facts::FunctionIndex at : part.functions)
            key.push_back(m_judged.codebase.modules[part.module].firstFunction + at);
    }
    const std::lock_guard lock(m_mutex);
    if (const auto known = m_known.find(key); known != m_known.end())
        return known->second;
    HazardList list(m_judged.codebase);
    const HazardScope scope { m_judged, moved, m_importers };
    findObjectHazards(scope, list);
    findValueHazards(scope, list);
    if (m_known.size() >= kMostKnown)
        m_known.clear();
    return m_known.emplace(std::move(key), list.take()).first->second;
}

} // namespace ferroscope::analysis
