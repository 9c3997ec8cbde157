// SPDX-FileCopyrightText: The Ferroscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/rules/all_rules.h"
#include "core/rules/places.h"

#include <algorithm>
#include <fmt/format.h>

namespace ferroscope::rules {

namespace {

// f-strings and sums of strings are no literals; Other and Star tell nothing.
bool isComputed(facts::ArgumentShape shape)
{
    using facts::ArgumentShape;
    return shape == ArgumentShape::Name || shape == ArgumentShape::Attribute || shape == ArgumentShape::Subscript
        || shape == ArgumentShape::Call || shape == ArgumentShape::Operation;
}

void look(const RuleContext& context, std::vector<Finding>& findings)
{
    const facts::FileFacts& facts = context.facts();
    std::vector<facts::FunctionIndex> told; // one per function: the test, then the access
    forEachOutward(context, [&](const Outward& each) {
        const bool access = isOneOf(each.call.target, { "builtins.getattr", "builtins.hasattr", "builtins.delattr" });
        const bool maker = isOneOf(each.call.target, { "operator.attrgetter", "operator.methodcaller" });
        if (!(access || maker) || each.site.arguments < (access ? 2 : 1) || !isComputed(each.site.shape(access ? 1 : 0))
            || std::find(told.begin(), told.end(), each.site.function) != told.end())
            return;
        told.push_back(each.site.function);
        report(context, findings, dynamicComputedRead, each.site.function, each.site.line,
            fmt::format("{} asks for an attribute by a computed name in {}", shown(lastName(each.call.target)),
                shownFunction(facts, each.site.function)),
            kSlight);
    });
}

} // namespace

const Rule dynamicComputedRead {
    {
        .id = "DYN014",
        .family = "dynamic",
        .title = "Attributes read by computed names",
        .whatItSees = "getattr, hasattr or delattr whose name is no literal; operator.attrgetter or methodcaller with "
                      "a computed name.",
        .whyItMatters = "Which attribute is meant is known only at run time. In Rust it becomes a match over the "
                        "possible names, or a call back into Python.",
        .example = "for name in fields:\n    row.append(getattr(record, name))",
        .instead = "A dictionary from name to function, or a match over the few names there are.",
        .reference = "Python documentation of getattr; PyO3 documentation of PyAnyMethods::getattr",
        .criterion = Criterion::Portability,
        .sign = -1,
    },
    look,
};

} // namespace ferroscope::rules
