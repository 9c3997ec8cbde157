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
    const auto tell = [&](facts::FunctionIndex function, std::uint32_t line, std::string_view what, double weight) {
        report(context, findings, dynamicComputedAttribute, function, line,
            fmt::format("{} sets attributes by computed names in {}", what, shownFunction(facts, function)), weight);
    };
    for (const graph::ExternalCall& call : context.externalCalls) {
        const facts::CallSite& site = facts.calls[call.site];
        if (call.target == "builtins.setattr" && site.arguments >= 3 && !site.is(facts::kAsArgument))
            tell(site.function, site.line, "setattr", loopWeight(site.frequency));
    }
    for (const facts::CallSite& site : facts.calls) {
        if (site.callee != 0 && !site.is(facts::kAsArgument) && endsWith(facts.text(site.callee), ".__dict__.update"))
            tell(site.function, site.line, "__dict__.update", loopWeight(site.frequency));
    }
    for (const facts::Store& store : facts.stores) {
        if (store.kind == facts::Store::Kind::Subscript && endsWith(facts.text(store.target), ".__dict__"))
            tell(store.function, store.line, "__dict__", loopWeight(store.frequency));
    }
}

} // namespace

const Rule dynamicComputedAttribute {
    {
        .id = "DYN002",
        .family = "dynamic",
        .title = "Attributes set by computed names",
        .whatItSees = "setattr, or writing through __dict__: the names of the attributes are known only at run time. "
                      "(getattr is left out: whether its name is computed is not recorded.)",
        .whyItMatters = "A Rust struct has the fields it was declared with. Objects that grow attributes need a map "
                        "beside it, and everything that reads them has to know.",
        .example = "for key, value in options.items():\n    setattr(self, key, value)",
        .instead = "Name the attributes (a dataclass), or keep what is open-ended in a dictionary.",
        .reference = "PyO3 user guide, \"Python classes\": #[pyclass] fields and the dict option",
        .criterion = Criterion::Portability,
        .sign = -1,
    },
    look,
};

} // namespace ferroscope::rules
