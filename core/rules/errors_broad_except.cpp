// SPDX-FileCopyrightText: The Ferroscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/rules/all_rules.h"
#include "core/rules/places.h"

#include <algorithm>
#include <fmt/format.h>

namespace ferroscope::rules {

namespace {

constexpr std::uint32_t kHandlerLines = 20; // where a handler ends is not recorded; most are shorter

void look(const RuleContext& context, std::vector<Finding>& findings)
{
    const facts::FileFacts& facts = context.facts();
    for (const facts::Site& site : facts.sites) {
        if (site.kind != facts::SiteKind::BroadExcept)
            continue;
        const bool raises
            = std::any_of(facts.exceptions.begin(), facts.exceptions.end(), [&](const facts::Exception& each) {
                  return each.function == site.function && each.line >= site.line
                      && each.line - site.line <= kHandlerLines && each.kind != facts::Exception::Kind::Caught;
              });
        if (!raises)
            report(context, findings, errorsBroadExcept, site.function, site.line,
                fmt::format("{} goes on after any exception", shownFunction(facts, site.function)), kSlight);
    }
}

} // namespace

const Rule errorsBroadExcept {
    {
        .id = "ERR003",
        .family = "errors",
        .title = "Any exception caught, and on it goes",
        .whatItSees = "except Exception or BaseException after which nothing is raised again.",
        .whyItMatters
        = "Which errors are meant is not written down, and what was a bug in the body passes for a failure. A Result "
          "needs the list; PanicException of PyO3 derives from BaseException and would be caught by the wider form.",
        .example = "try:\n    plugin.load()\nexcept Exception:\n    log.exception(\"plugin\")",
        .instead = "Name the exceptions the body raises; keep the broad form for the outermost place.",
        .reference = "PEP 8, \"Programming Recommendations\"; PyO3 documentation of PanicException",
        .criterion = Criterion::Portability,
        .sign = -1,
    },
    look,
};

} // namespace ferroscope::rules
