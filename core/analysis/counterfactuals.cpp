// SPDX-FileCopyrightText: The Ferroscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis/counterfactuals.h"
#include "core/base/text.h"
#include "core/graph/stub_hints.h"

#include <algorithm>

namespace ferroscope::analysis {

namespace {

constexpr double kWorthSaying = 0.5; // points of readiness
constexpr double kTested = 53; // safety-net answer of a module with one test module

} // namespace

std::vector<Counterfactual> counterfactuals(const Judged& judged, graph::ModuleId id, const scoring::Weights& weights)
{
    const graph::Module& module = judged.codebase.modules[id];
    const scoring::Answers answers = scoring::answerAll(judged.evidenceOf(id));
    const double now = judged.scores[id].readiness.likely;
    const std::string name = printablePath(module.file.module);
    std::vector<Counterfactual> found;
    const auto suppose = [&](CriterionId criterion, double value, std::string change) {
        scoring::Answers changed = answers;
        changed[static_cast<std::size_t>(criterion)] = scoring::answer(value, value, value, {});
        const double then = scoring::combine(changed, weights).readiness.likely;
        if (then >= now + kWorthSaying)
            found.push_back({ std::move(change), then, std::nullopt });
    };
    std::uint32_t missing = 0;
    const graph::StubHints together(judged.codebase, id);
    for (const facts::FunctionIndex at : scoring::interfaceOf(*module.facts)) {
        const facts::HintCounts& hints = together.of(at);
        missing += hints.slotCount - hints.annotated();
    }
    if (missing > 0)
        suppose(CriterionId::TypeClarity, 100, "Type the " + counted(missing, "open slot") + " of " + name);
    if (module.tests.empty() && judged.evidenceOf(id).covered.value_or(0) == 0)
        suppose(CriterionId::SafetyNet, kTested, "Write a test module for " + name);
    if (module.cycle != graph::kNone) {
        // The penalty of bounded_context.cpp taken back.
        const bool small = judged.codebase.cycles[module.cycle].modules.size() <= 3;
        const double value = answers[static_cast<std::size_t>(CriterionId::BoundedContext)].value.value_or(0);
        suppose(CriterionId::BoundedContext, std::min(100.0, value / (small ? 0.75 : 0.6)), "Cut the import cycle of " + name);
    }
    std::stable_sort(found.begin(), found.end(), [](const auto& a, const auto& b) { return a.readiness > b.readiness; });
    return found;
}

} // namespace ferroscope::analysis
