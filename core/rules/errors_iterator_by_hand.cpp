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
    for (const facts::Exception& raised : facts.exceptions) {
        if (raised.kind != facts::Exception::Kind::Raised
            || !isOneOf(facts.text(raised.type), { "StopIteration", "StopAsyncIteration" }))
            continue;
        report(context, findings, errorsIteratorByHand, raised.function, raised.line,
            fmt::format(
                "{} ends an iteration by raising {}", shownFunction(facts, raised.function), shown(facts, raised.type)),
            kSlight);
    }
}

} // namespace

const Rule errorsIteratorByHand {
    {
        .id = "ERR005",
        .family = "errors",
        .title = "End of iteration raised by hand",
        .whatItSees = "raise StopIteration or StopAsyncIteration.",
        .whyItMatters = "An iterator written by hand ends by an exception. In Rust next returns Option, and a "
                        "#[pyclass] says None: the state it keeps between calls is what moves.",
        .example = "def __next__(self):\n    if self.at == len(self.rows):\n        raise StopIteration\n    ...",
        .instead = "A generator in Python; impl Iterator, or __next__ returning Option, on the other side.",
        .reference = "PyO3 user guide, \"Class customizations\": iterable types; PEP 479",
        .criterion = Criterion::Portability,
        .sign = -1,
    },
    look,
};

} // namespace ferroscope::rules
