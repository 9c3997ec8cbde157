// SPDX-FileCopyrightText: The Ferroscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/rules/all_rules.h"
#include "core/rules/places.h"

#include <algorithm>
#include <fmt/format.h>

namespace ferroscope::rules {

namespace {

void look(const RuleContext& context, std::vector<Finding>& findings)
{
    const facts::FileFacts& facts = context.facts();
    std::vector<facts::FunctionIndex> told;
    forEachOutward(context, [&](const Outward& each) {
        if (!isOneOf(each.call.target,
                { "sys.exc_info", "sys.exception", "traceback.format_exc", "traceback.print_exc",
                    "traceback.print_last", "sys.exc_clear" })
            || std::find(told.begin(), told.end(), each.site.function) != told.end())
            return;
        told.push_back(each.site.function);
        report(context, findings, errorsExceptionState, each.site.function, each.site.line,
            fmt::format("{} asks the interpreter what is being handled, by {}",
                shownFunction(facts, each.site.function), shown(each.call.target)),
            kSlight);
    });
}

} // namespace

const Rule errorsExceptionState {
    {
        .id = "ERR006",
        .family = "errors",
        .title = "State of the running exception read",
        .whatItSees
        = "sys.exc_info, traceback.format_exc, print_exc or print_tb: the exception is looked up in the interpreter.",
        .whyItMatters = "Which exception is being handled is state of the interpreter. Rust hands the error on as a "
                        "value; after a move nothing is being handled when the function asks.",
        .example = "except ValueError:\n    kind, value, trace = sys.exc_info()",
        .instead = "except ValueError as error, and pass error on.",
        .reference = "Python documentation of sys.exc_info; PyO3 user guide, \"Error handling\"",
        .criterion = Criterion::Portability,
        .sign = -1,
    },
    look,
};

} // namespace ferroscope::rules
