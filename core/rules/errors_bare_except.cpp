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
    for (const facts::Site& site : facts.sites) {
        if (site.kind == facts::SiteKind::BareExcept)
            report(context, findings, errorsBareExcept, site.function, site.line,
                fmt::format("except catches everything in {}", shownFunction(facts, site.function)),
                site.loopDepth > 0 ? 2 : 1);
    }
}

} // namespace

const Rule errorsBareExcept {
    {
        .id = "ERR002",
        .family = "errors",
        .title = "Bare except",
        .whatItSees = "except without an exception type.",
        .whyItMatters
        = "Which errors are expected here is not written down, and a Result needs exactly that. It also catches "
          "PanicException, by which PyO3 reports a bug in native code, so that bugs pass for ordinary failures.",
        .example = "try:\n    value = parse(text)\nexcept:\n    value = None",
        .instead = "Name the exceptions the body can raise; except Exception at the outermost place only.",
        .reference = "PEP 8, \"Programming Recommendations\"; PyO3 documentation of PanicException",
        .criterion = Criterion::Portability,
        .sign = -1,
    },
    look,
};

} // namespace ferroscope::rules
