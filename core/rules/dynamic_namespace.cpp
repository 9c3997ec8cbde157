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
        if (!isOneOf(each.call.target, { "builtins.globals", "builtins.locals", "builtins.vars" })
            || each.site.arguments != 0)
            return;
        report(context, findings, dynamicNamespace, each.site.function, each.site.line,
            fmt::format("{}() makes data of the names in {}", shown(lastName(each.call.target)),
                shownFunction(facts, each.site.function)),
            kSlight);
    });
}

} // namespace

const Rule dynamicNamespace {
    {
        .id = "DYN009",
        .family = "dynamic",
        .title = "Namespace used as a dictionary",
        .whatItSees = "globals(), locals() or vars() without argument.",
        .whyItMatters = "Names of a module or function become data. Rust has no table of its variables at run time: "
                        "what is looked up by name has to be put into a map first.",
        .example = "globals()[f\"handle_{kind}\"](event)",
        .instead = "A dictionary that says what can be looked up.",
        .reference = "Python documentation of globals and locals",
        .criterion = Criterion::Portability,
        .sign = -1,
    },
    look,
};

} // namespace ferroscope::rules
