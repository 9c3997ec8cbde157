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
    HazardList list(m_judged.codebase);
    const HazardScope scope { m_judged, moved, m_importers };
    findObjectHazards(scope, list);
    findValueHazards(scope, list);
    return list.take();
}

} // namespace ferroscope::analysis
