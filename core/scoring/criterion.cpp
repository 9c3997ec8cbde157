// SPDX-FileCopyrightText: The Ferroscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/scoring/criterion.h"
#include "core/base/text.h"
#include "core/knowledge/population.h"

namespace ferroscope::scoring {

double Evidence::weightOf(rules::Criterion criterion, int sign) const
{
    double sum = 0;
    for (const rules::Finding& finding : findings) {
        const rules::RuleInfo* info = rules::ruleInfo(finding.rule);
        if (info && info->veto == rules::Veto::None && info->criterion == criterion && info->sign == sign)
            sum += finding.weight;
    }
    return sum;
}

double Evidence::pointsOf(rules::Criterion criterion) const
{
    const double for_ = weightOf(criterion, 1);
    const double against = weightOf(criterion, -1);
    return kMostPoints * (for_ / (for_ + 1) - against / (against + 1));
}

double Evidence::percentile(Signal signal) const
{
    return knowledge.population().percentile(signalName(signal), signals[signal]).value_or(0);
}

Answers answerAll(const Evidence& evidence)
{
    return { cpuBound(evidence), ioAndAsync(evidence), boundaryCrossings(evidence), boundedContext(evidence),
        typeClarity(evidence), portability(evidence), ecosystem(evidence), safetyNet(evidence), startSmall(evidence) };
}

std::vector<facts::FunctionIndex> interfaceOf(const facts::FileFacts& facts)
{
    std::vector<facts::FunctionIndex> found;
    for (facts::FunctionIndex at = 1; at < facts.functions.size(); ++at) {
        const facts::Function& function = facts.functions[at];
        if (function.is(facts::kNested) || function.is(facts::kPrivate))
            continue;
        if (function.owner != facts::kNone) {
            const std::string_view owner = facts.text(facts.classes[function.owner].name);
            if (startsWith(owner, "_"))
                continue;
            // Operators are called by syntax, their types are fixed by it; __init__ is how an object is made.
            if (function.is(facts::kDunder) && facts.text(function.name) != "__init__" && facts.text(function.name) != "__call__")
                continue;
        }
        found.push_back(at);
    }
    return found;
}

} // namespace ferroscope::scoring
