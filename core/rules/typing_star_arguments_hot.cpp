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

std::vector<graph::ModuleId> callersOf(const RuleContext& context)
{
    std::vector<graph::ModuleId> callers { context.module };
    for (const graph::ImportEdge& edge : context.codebase.imports) {
        if (edge.to == context.module && evidence::isJudged(context.codebase.modules[edge.from].file.role))
            callers.push_back(edge.from);
    }
    return callers;
}

// For each function of the module the call that comes most often, among callers in this module and in those that
// import it.
std::vector<const graph::CallEdge*> hottestCalls(const RuleContext& context)
{
    const graph::Codebase& codebase = context.codebase;
    const graph::Module& self = context.self();
    std::vector<const graph::CallEdge*> hottest(self.functionCount, nullptr);
    for (const graph::ModuleId caller : callersOf(context)) {
        const graph::Module& module = codebase.modules[caller];
        const auto before = [](const graph::CallEdge& edge, graph::FunctionId from) { return edge.from < from; };
        auto at = std::lower_bound(codebase.calls.begin(), codebase.calls.end(), module.firstFunction, before);
        for (; at != codebase.calls.end() && at->from < module.firstFunction + module.functionCount; ++at) {
            if (at->to < self.firstFunction || at->to >= self.firstFunction + self.functionCount || at->from == at->to
                || at->from == module.firstFunction // the module's own code: decorators and tables, each once
                || at->certainty < kSure || at->weight < kInLoop)
                continue;
            const graph::CallEdge*& best = hottest[at->to - self.firstFunction];
            if (best == nullptr || at->weight > best->weight)
                best = &*at;
        }
    }
    return hottest;
}

void look(const RuleContext& context, std::vector<Finding>& findings)
{
    const facts::FileFacts& facts = context.facts();
    std::vector<const graph::CallEdge*> hottest;
    for (facts::FunctionIndex at = 1; at < facts.functions.size(); ++at) {
        const facts::Function& function = facts.functions[at];
        if (!function.is(facts::kHasStarArgs) || !isPublic(facts, function))
            continue;
        if (hottest.empty())
            hottest = hottestCalls(context);
        const graph::CallEdge* call = hottest[at];
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
        .whyItMatters = "Every call builds a tuple or a dictionary, in Rust too, and its keys are strings to be "
                        "compared. An exact signature is what makes a native call cheap.",
        .example = "def distance(*args, **options):\n    ...",
        .instead = "Name the parameters that callers really pass; keep the open form as a wrapper in Python.",
        .reference = "PyO3 user guide, \"Function signatures\": *args as PyTuple, **kwargs as PyDict",
        .criterion = Criterion::TypeClarity,
        .sign = -1,
    },
    look,
};

} // namespace ferroscope::rules
