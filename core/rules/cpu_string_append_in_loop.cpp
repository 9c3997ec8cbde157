// SPDX-FileCopyrightText: The Ferroscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/text.h"
#include "core/rules/all_rules.h"

#include <fmt/format.h>

namespace ferroscope::rules {

namespace {

void look(const RuleContext& context, std::vector<Finding>& findings)
{
    for (const facts::Site& site : context.facts().sites) {
        if (site.kind != facts::SiteKind::StringAppendInLoop)
            continue;
        const std::string name = printablePath(context.facts().text(site.name));
        findings.push_back({ cpuStringAppendInLoop.info.id, context.module, context.id(site.function), site.line, site.line,
            fmt::format("{} grows by += in a loop", name.empty() ? "A string" : name), 1.0 });
    }
}

} // namespace

const Rule cpuStringAppendInLoop {
    {
        .id = "CPU001",
        .family = "cpu",
        .title = "String built by += in a loop",
        .whatItSees = "An augmented assignment with + of a string inside a loop.",
        .whyItMatters = "Every turn may copy the whole string: work that Rust's String::push_str, or str.join in Python, does not do.",
        .example = "for row in rows:\n    out += f\"{row.id};\"",
        .instead = "Collect the parts and join them once.",
        .reference = "Python FAQ, \"What is the most efficient way to concatenate many strings together?\"",
        .criterion = Criterion::CpuBound,
        .sign = +1,
    },
    look,
};

} // namespace ferroscope::rules
