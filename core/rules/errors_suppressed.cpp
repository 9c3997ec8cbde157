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
        if (each.call.target != "contextlib.suppress" || each.site.arguments == 0)
            return;
        report(context, findings, errorsSuppressed, each.site.function, each.site.line,
            fmt::format("{} drops errors without a word", shownFunction(facts, each.site.function)), kSlight);
    });
}

} // namespace

const Rule errorsSuppressed {
    {
        .id = "ERR004",
        .family = "errors",
        .title = "Errors suppressed",
        .whatItSees = "contextlib.suppress around a block.",
        .whyItMatters = "The block ends where the exception comes, and nobody learns of it. In Rust a Result that is "
                        "dropped has to be dropped by name, so the question what may be lost comes up at every one.",
        .example = "with contextlib.suppress(OSError):\n    os.remove(path)",
        .instead = "Say in the signature what may fail; let _ = result on the other side where it does not matter.",
        .reference = "Python documentation of contextlib.suppress; Rust reference, attribute must_use",
        .criterion = Criterion::Portability,
        .sign = -1,
    },
    look,
};

} // namespace ferroscope::rules
