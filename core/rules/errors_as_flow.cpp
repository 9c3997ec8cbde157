// SPDX-FileCopyrightText: The Ferroscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/text.h"
#include "core/rules/all_rules.h"
#include "core/rules/places.h"

#include <algorithm>
#include <fmt/format.h>

namespace ferroscope::rules {

namespace {

void look(const RuleContext& context, std::vector<Finding>& findings)
{
    const facts::FileFacts& facts = context.facts();
    std::vector<std::uint32_t> told; // lines: except (A, B) is one place
    for (const facts::Exception& caught : facts.exceptions) {
        if (caught.kind != facts::Exception::Kind::Caught || caught.loop >= facts.loops.size()
            || facts.loops[caught.loop].constantTrips
            || !isOneOf(lastComponent(facts.text(caught.type)),
                { "KeyError", "IndexError", "StopIteration", "AttributeError", "Empty", "LookupError" })
            || std::find(told.begin(), told.end(), caught.line) != told.end())
            continue;
        told.push_back(caught.line);
        report(context, findings, errorsAsFlow, caught.function, caught.line,
            fmt::format("{} is caught inside the loop at line {}", shown(facts, caught.type),
                facts.loops[caught.loop].line),
            kSlight);
    }
}

} // namespace

const Rule errorsAsFlow {
    {
        .id = "ERR001",
        .family = "errors",
        .title = "Exceptions as flow in a loop",
        .whatItSees = "except KeyError, IndexError, StopIteration, AttributeError or Empty inside a loop.",
        .whyItMatters = "An expected case goes through raising and catching: about a microsecond each in Python, and "
                        "no such thing in Rust. There it is an Option or a Result that the loop tests.",
        .example = "for key in keys:\n    try:\n        total += table[key]\n    except KeyError:\n        misses += 1",
        .instead = "dict.get, next with a default, a length test: the forms that become Option.",
        .reference = "The Rust Programming Language, chapter 9; Python FAQ, \"How fast are exceptions?\"",
        .criterion = Criterion::Portability,
        .sign = -1,
    },
    look,
};

} // namespace ferroscope::rules
