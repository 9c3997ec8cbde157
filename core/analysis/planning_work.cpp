// SPDX-FileCopyrightText: The Ferroscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis/planning_work.h"
#include "core/base/text.h"

#include <set>
#include <unordered_map>

namespace ferroscope::analysis {

std::vector<roadmap::Preparation> preparations(const Judged& judged, const Planned& planned, const std::vector<VerdictResult>& verdicts)
{
    const graph::Codebase& base = judged.codebase;
    const roadmap::UnitCosts& costs = planned.input.costs;
    std::vector<roadmap::Preparation> work;
    const auto around = [&](double days) { return Range { days * costs.lowFactor, days, days * costs.highFactor }; };
    // Candidates (by index) that touch a module.
    std::unordered_map<graph::ModuleId, std::vector<std::size_t>> candidatesOf;
    for (std::size_t at = 0; at < planned.sets.size(); ++at) {
        std::set<graph::ModuleId> modules;
        for (const std::uint32_t unit : planned.sets[at].units)
            modules.insert(planned.problem.moduleOfPlan[planned.input.units[unit].module]);
        for (const graph::ModuleId module : modules)
            candidatesOf[module].push_back(at);
    }
    for (const graph::ModuleId id : planned.problem.moduleOfPlan) {
        const auto enabled = candidatesOf.find(id);
        if (verdicts[id].id != Verdict::FixInPython && enabled == candidatesOf.end())
            continue;
        const graph::Module& module = base.modules[id];
        const std::string name = printablePath(module.file.module);
        roadmap::Preparation item;
        item.item.modules = { printablePath(module.file.path) };
        item.item.kind = verdicts[id].id;
        if (enabled != candidatesOf.end())
            item.enables = enabled->second;
        const std::uint32_t missing = planned.input.modules[planned.problem.planModuleOf[id]].missingHints;
        if (verdicts[id].id == Verdict::FixInPython) {
            item.item.title = "Fix in Python: " + name;
            item.item.effort = around(1);
            item.enables.clear();
            double waste = 0;
            std::set<graph::FunctionId> seen;
            for (const rules::Finding& finding : judged.findingsOf(id)) {
                const rules::RuleInfo* info = rules::ruleInfo(finding.rule);
                if (info && info->veto == rules::Veto::FixInPython && seen.insert(finding.function).second)
                    waste += judged.heat.functions[finding.function].waiting.likely + judged.heat.functions[finding.function].interpreted.likely / 2;
            }
            const double share = judged.heat.total() > 0 ? waste / judged.heat.total() : 0;
            item.item.gain = { 0.3 * share, 0.6 * share, 0.9 * share };
        } else if (verdicts[id].id == Verdict::RefactorFirst) {
            item.item.title = "Cut the import cycle of " + name;
            item.item.effort = around(costs.cycleCutDays);
        } else if (missing > 0 && (verdicts[id].id == Verdict::TypeFirst || planned.input.modules[planned.problem.planModuleOf[id]].hintCoverage < 0.8)) {
            item.item.title = "Type the " + counted(missing, "open slot") + " of " + name;
            item.item.kind = Verdict::TypeFirst;
            item.item.effort = around(std::max(0.25, missing * costs.typeSlotDays));
        } else {
            continue;
        }
        work.push_back(std::move(item));
    }
    return work;
}

} // namespace ferroscope::analysis
