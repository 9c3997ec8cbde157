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
        const bool isType = each.call.target == "builtins.type" && each.site.arguments == 3
            && each.site.receiver == facts::Receiver::None;
        if (!isType && each.call.target != "types.new_class")
            return;
        report(context, findings, dynamicTypeCall, each.site.function, each.site.line,
            fmt::format("{} makes a class at run time in {}", isType ? "type()" : "types.new_class",
                shownFunction(facts, each.site.function)),
            loopWeight(each.site.frequency));
    });
}

} // namespace

const Rule dynamicTypeCall {
    {
        .id = "DYN007",
        .family = "dynamic",
        .title = "Class made at run time",
        .whatItSees = "type() with three arguments, or types.new_class.",
        .whyItMatters
        = "Rust types exist at compile time only. What makes classes has to stay in Python or become data.",
        .example = "model = type(name, (Record,), {\"fields\": fields})",
        .instead = "One class with the differences as data; where the classes are few, write them out.",
        .reference = "Python documentation of type; PyO3 user guide, \"Python classes\"",
        .criterion = Criterion::Portability,
        .sign = -1,
    },
    look,
};

} // namespace ferroscope::rules
