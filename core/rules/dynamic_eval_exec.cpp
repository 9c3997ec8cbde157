// SPDX-FileCopyrightText: The Ferroscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/rules/all_rules.h"
#include "core/rules/places.h"

#include <fmt/format.h>

namespace ferroscope::rules {

namespace {

void look(const RuleContext& context, std::vector<Finding>& findings)
{
    const facts::FileFacts& facts = context.facts();
    forEachOutward(context, [&](const Outward& each) {
        if (!isOneOf(each.call.target, { "builtins.eval", "builtins.exec", "builtins.execfile" }))
            return;
        report(context, findings, dynamicEvalExec, each.site.function, each.site.line,
            fmt::format("{} runs text as Python in {}", shown(lastName(each.call.target)),
                shownFunction(facts, each.site.function)),
            loopWeight(each.site.frequency));
    });
    for (const facts::Site& site : facts.sites) {
        if (site.kind == facts::SiteKind::ExecStatement)
            report(context, findings, dynamicEvalExec, site.function, site.line,
                fmt::format("exec runs text as Python in {}", shownFunction(facts, site.function)),
                site.loopDepth > 0 ? 2 : 1);
    }
}

} // namespace

const Rule dynamicEvalExec {
    {
        .id = "DYN001",
        .family = "dynamic",
        .title = "eval or exec",
        .whatItSees = "A call of eval, exec or execfile, or the exec statement of Python 2.",
        .whyItMatters = "Rust cannot run Python text. What moves would have to call back into the interpreter or bring "
                        "an evaluator for exactly the expressions that occur.",
        .example = "value = eval(formula, {\"x\": x})",
        .instead = "ast.literal_eval for literals, a dictionary of functions for names, a small parser for formulas. "
                   "All three port well.",
        .reference = "Python documentation of eval and ast.literal_eval; PyO3 user guide, \"Calling Python from Rust\"",
        .criterion = Criterion::Portability,
        .sign = -1,
    },
    look,
};

} // namespace ferroscope::rules
