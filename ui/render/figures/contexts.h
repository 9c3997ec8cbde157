// SPDX-FileCopyrightText: The Ferroscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
// The name under which figures group a module: its context, else its package.
#pragma once

#include "core/assessment/assessment.h"
#include <QString>
#include <string>
#include <unordered_map>
#include <unordered_set>

namespace ferroscope::render {

class GroupNames {
public:
    explicit GroupNames(const Assessment& assessment);
    QString of(const AssessedModule& module) const;

private:
    std::unordered_map<std::string, QString> m_contexts; // by id
};
// What happens to a module by the plan: part of a candidate, it moves, whatever has to be done to it first;
// else its verdict. A verdict set by a person always wins.
class PlanVerdicts {
public:
    explicit PlanVerdicts(const Assessment& assessment);
    Verdict of(const AssessedModule& module) const;

private:
    std::unordered_map<std::string, Verdict> m_strategies; // by path
};
// The module with the most interpreted time among those of the candidate; nullptr if none is known.
const AssessedModule* leadModule(const Assessment& assessment, const Candidate& candidate);
// Ease of a candidate: mean of its modules weighted by interpreted time.
Range easeOf(const Assessment& assessment, const Candidate& candidate);
Range readinessOf(const Assessment& assessment, const Candidate& candidate);
// Interpreted time of the functions of `module` that the units name ("path:qualified.name"; a class stands for
// its methods), at most that of the module.
double movingTime(const AssessedModule& module, const std::unordered_set<std::string>& units);
double movingTime(const Assessment& assessment, const Candidate& candidate);
HeatSource heatSource(const Assessment& assessment); // the best any judged module has

} // namespace ferroscope::render
