// SPDX-FileCopyrightText: The Ferroscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/rules/all_rules.h"
#include "core/rules/places.h"

#include <algorithm>
#include <fmt/format.h>

namespace ferroscope::rules {

namespace {

constexpr float kInLoop = 8; // expected calls per run of the caller: it stands in a loop
constexpr float kSure = 0.7F; // of the call edge

// The call that comes most often, among callers in this module and in those that import it.
const graph::CallEdge* hottestCall(const graph::Codebase& codebase, const std::vector<graph::ModuleId>& callers, graph::FunctionId to)
{
    const graph::CallEdge* hottest = nullptr;
    for (const graph::ModuleId caller : callers) {
        const graph::Module& module = codebase.modules[caller];
        const auto before = [](const graph::CallEdge& edge, graph::FunctionId from) { return edge.from < from; };
        auto at = std::lower_bound(codebase.calls.begin(), codebase.calls.end(), module.firstFunction, before);
        for (; at != codebase.calls.end() && at->from < module.firstFunction + module.functionCount; ++at) {
            if (at->to == to && at->from != to && at->certainty >= kSure && at->weight >= kInLoop
                && (hottest == nullptr || at->weight > hottest->weight))
                hottest = &*at;
        }
    }
    return hottest;
}

std::vector<graph::ModuleId> callersOf(const RuleContext& context)
{
    std::vector<graph::ModuleId> callers { context.module };
    for (const graph::ImportEdge& edge : context.codebase.imports) {
        if (edge.to == context.module && evidence::isJudged(context.codebase.modules[edge.from].file.role))
            callers.push_back(edge.from);
    }
    return callers;
}

void look(const RuleContext& context, std::vector<Finding>& findings)
{
    const facts::FileFacts& facts = context.facts();
    std::vector<graph::ModuleId> callers;
    for (facts::FunctionIndex at = 1; at < facts.functions.size(); ++at) {
        const facts::Function& function = facts.functions[at];
        if (!function.is(facts::kHasStarArgs) || !isPublic(facts, function))
            continue;
        if (callers.empty())
            callers = callersOf(context);
        const graph::CallEdge* call = hottestCall(context.codebase, callers, context.id(at));
        if (call == nullptr)
            continue;
        std::string names;
        for (std::uint32_t i = 0; i < function.parameterCount; ++i) {
            const facts::Parameter& parameter = facts.parameters[function.firstParameter + i];
            const bool many = parameter.kind == facts::ParameterKind::VarArgs;
            if (many || parameter.kind == facts::ParameterKind::VarKeywords)
                names += (names.empty() ? "" : ", ") + std::string(many ? "*" : "**") + shown(facts, parameter.name);
        }
        const graph::Module& home = context.codebase.modules[context.codebase.moduleOf(call->from)];
        report(context, findings, typingStarArgumentsHot, at, function.line,
            fmt::format("{} takes {}, and {} calls it in a loop", shownFunction(facts, at), names,
                shownFunction(*home.facts, call->from - home.firstFunction)),
            loopWeight(call->weight));
    }
}

} // namespace

const Rule typingStarArgumentsHot {
    {
        .id = "TYP002",
        .family = "typing",
        .title = "Open signature on a hot function",
        .whatItSees = "A public function with *args or **kwargs that a function of the repository calls in a loop.",
        .whyItMatters = "Every call builds a tuple or a dictionary, in Rust too, and its keys are strings to be compared. An exact signature is what makes a native call cheap.",
        .example = "def distance(*args, **options):\n    ...",
        .instead = "Name the parameters that callers really pass; keep the open form as a wrapper in Python.",
        .reference = "PyO3 user guide, \"Function signatures\"; reference/metrics 6.1",
        .criterion = Criterion::TypeClarity,
        .sign = -1,
    },
    look,
};

} // namespace ferroscope::rules
