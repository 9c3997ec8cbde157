// SPDX-FileCopyrightText: The Ferroscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/render/figures/contexts.h"

#include "ui/render/format.h"
#include "ui/render/words.h"
#include <algorithm>

using namespace Qt::StringLiterals;

namespace ferroscope::render {

GroupNames::GroupNames(const Assessment& assessment)
{
    for (const ContextSummary& context : assessment.contexts)
        m_contexts.emplace(context.id, text(context.name));
}

QString GroupNames::of(const AssessedModule& module) const
{
    if (const auto at = m_contexts.find(module.context); at != m_contexts.end())
        return at->second;
    // "freight.api.quote" -> "api": the first component is the same for nearly all and tells nothing.
    const std::size_t first = module.name.find('.'), last = module.name.rfind('.');
    if (first != last)
        return text(module.name.substr(first + 1, last - first - 1));
    return module.package.empty() ? words(QT_TRANSLATE_NOOP("Figures", "top level")) : text(module.package);
}

PlanVerdicts::PlanVerdicts(const Assessment& assessment)
{
    for (const Candidate& candidate : assessment.candidates) {
        for (const std::string& path : candidate.modules)
            m_strategies.emplace(path, candidate.strategy);
    }
}

Verdict PlanVerdicts::of(const AssessedModule& module) const
{
    const auto at = m_strategies.find(module.path);
    return at == m_strategies.end() || module.verdict.override_ ? module.verdict.id : at->second;
}

const AssessedModule* leadModule(const Assessment& assessment, const Candidate& candidate)
{
    const AssessedModule* lead = nullptr;
    for (const std::string& path : candidate.modules) {
        const AssessedModule* module = assessment.find(path);
        if (module && (!lead || module->heat.interpreted.likely > lead->heat.interpreted.likely))
            lead = module;
    }
    return lead;
}

namespace {

Range weightedMean(const Assessment& assessment, const Candidate& candidate, Range AssessedModule::*field)
{
    Range sum;
    double weights = 0;
    for (const std::string& path : candidate.modules) {
        if (const AssessedModule* module = assessment.find(path)) {
            const double weight = module->heat.interpreted.likely + 1e-9; // modules without time still count among themselves
            sum += module->*field * weight;
            weights += weight;
        }
    }
    return weights > 0 ? sum * (1 / weights) : sum;
}

} // namespace

Range easeOf(const Assessment& assessment, const Candidate& candidate) { return weightedMean(assessment, candidate, &AssessedModule::ease); }
Range readinessOf(const Assessment& assessment, const Candidate& candidate)
{
    return weightedMean(assessment, candidate, &AssessedModule::readiness);
}

double movingTime(const AssessedModule& module, const std::unordered_set<std::string>& units)
{
    double sum = 0;
    for (const AssessedFunction& function : module.functions) {
        std::string name = module.path + ':' + function.name;
        for (bool found = false; !found;) {
            found = units.contains(name);
            if (found)
                sum += function.heat.interpreted.likely;
            const std::size_t dot = name.rfind('.');
            if (found || dot == std::string::npos || dot <= module.path.size())
                break;
            name.resize(dot);
        }
    }
    return std::min(sum, module.heat.interpreted.likely);
}

double movingTime(const Assessment& assessment, const Candidate& candidate)
{
    const std::unordered_set<std::string> units(candidate.units.begin(), candidate.units.end());
    double sum = 0;
    for (const std::string& path : candidate.modules) {
        if (const AssessedModule* module = assessment.find(path))
            sum += movingTime(*module, units);
    }
    return sum;
}

HeatSource heatSource(const Assessment& assessment)
{
    HeatSource best = HeatSource::None;
    for (const AssessedModule& module : assessment.modules) {
        if (module.judged())
            best = std::max(best, module.heat.source);
    }
    return best;
}

} // namespace ferroscope::render
