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
    std::vector<facts::ClassIndex> told;
    for (facts::FunctionIndex at = 1; at < facts.functions.size(); ++at) {
        const facts::Function& function = facts.functions[at];
        if (function.owner == facts::kNone
            || !isOneOf(facts.text(function.name), { "__get__", "__set__", "__delete__", "__set_name__" })
            || std::find(told.begin(), told.end(), function.owner) != told.end())
            continue;
        told.push_back(function.owner);
        report(context, findings, dynamicDescriptor, at, function.line,
            fmt::format("{} is a descriptor", shown(facts, facts.classes[function.owner].qualifiedName)), kSlight,
            function.endLine);
    }
}

} // namespace

const Rule dynamicDescriptor {
    {
        .id = "DYN012",
        .family = "dynamic",
        .title = "Descriptor",
        .whatItSees = "A class that defines __get__, __set__, __delete__ or __set_name__.",
        .whyItMatters = "Reading an attribute runs code that the reader does not see. A field of a Rust struct is "
                        "memory: each use of the descriptor becomes a getter that is written out.",
        .example = "class Positive:\n    def __set__(self, instance, value):\n        instance.__dict__[self.name] = "
                   "check(value)",
        .instead = "Properties or explicit methods on the classes that move; leave the descriptor itself in Python.",
        .reference = "Python documentation, \"Descriptor Guide\"; PyO3 user guide, \"Python classes\"",
        .criterion = Criterion::Portability,
        .sign = -1,
    },
    look,
};

} // namespace ferroscope::rules
