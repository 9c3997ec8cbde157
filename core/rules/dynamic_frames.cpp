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
        if (!isOneOf(each.call.target,
                { "sys._getframe", "inspect.currentframe", "inspect.stack", "inspect.getframeinfo",
                    "inspect.getouterframes", "inspect.getinnerframes", "inspect.trace", "traceback.extract_stack",
                    "traceback.walk_stack", "traceback.print_stack", "traceback.format_stack", "sys._current_frames" }))
            return;
        report(context, findings, dynamicFrames, each.site.function, each.site.line,
            fmt::format("{} looks at frames by {}", shownFunction(facts, each.site.function), shown(each.call.target)),
            kSlight);
    });
}

} // namespace

const Rule dynamicFrames {
    {
        .id = "DYN008",
        .family = "dynamic",
        .title = "Frames of callers inspected",
        .whatItSees = "sys._getframe, inspect.currentframe, inspect.stack, traceback.extract_stack and the like.",
        .whyItMatters = "Rust functions have no Python frame: what looks at its caller sees somebody else after the "
                        "move, or nothing.",
        .example = "caller = sys._getframe(1).f_globals[\"__name__\"]",
        .instead = "Pass what is looked for as an argument.",
        .reference = "Python documentation of sys._getframe and inspect.currentframe; PyO3 user guide, \"Calling "
                     "Python from Rust\"",
        .criterion = Criterion::Portability,
        .sign = -1,
    },
    look,
};

} // namespace ferroscope::rules
