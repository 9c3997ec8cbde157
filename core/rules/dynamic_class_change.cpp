// SPDX-FileCopyrightText: The Ferroscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/text.h"
#include "core/rules/all_rules.h"
#include "core/rules/places.h"

#include <fmt/format.h>

namespace ferroscope::rules {

namespace {

void look(const RuleContext& context, std::vector<Finding>& findings)
{
    const facts::FileFacts& facts = context.facts();
    for (const facts::Store& store : facts.stores) {
        const std::string_view target = facts.text(store.target);
        if (store.kind != facts::Store::Kind::Attribute || !isOneOf(lastComponent(target), { "__class__", "__bases__" })
            || target.find('.') == std::string_view::npos)
            continue;
        report(context, findings, dynamicClassChange, store.function, store.line,
            fmt::format("{} is set in {}", shown(target), shownFunction(facts, store.function)),
            loopWeight(store.frequency));
    }
}

} // namespace

const Rule dynamicClassChange {
    {
        .id = "DYN010",
        .family = "dynamic",
        .title = "Class of an object changed",
        .whatItSees = "An assignment to __class__ of an object, or to __bases__ of a class.",
        .whyItMatters = "A Rust value keeps its type. Objects that change theirs become an enum with one variant per "
                        "class, or stay in Python.",
        .example = "request.__class__ = CachedRequest",
        .instead = "An attribute that says which kind it is, or a new object made from the old.",
        .reference = "Python documentation, \"Customizing attribute access\"; PyO3 user guide, \"Python classes\"",
        .criterion = Criterion::Portability,
        .sign = -1,
    },
    look,
};

} // namespace ferroscope::rules
