// SPDX-FileCopyrightText: The Ferroscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/text.h"
#include "core/rules/all_rules.h"
#include "core/rules/places.h"

#include <algorithm>
#include <fmt/format.h>

namespace ferroscope::rules {

namespace {

// self.__dict__["name"] = value is an attribute like any other.
bool hasLiteralKey(const facts::FileFacts& facts, const facts::Store& store)
{
    return std::any_of(facts.terms.begin(), facts.terms.end(), [&](const facts::Term& item) {
        if (item.kind() != facts::Term::Kind::Item || item.detail != store.line || item.key == 0
            || item.operand >= facts.terms.size())
            return false;
        const facts::Term& object = facts.terms[item.operand];
        return object.kind() == facts::Term::Kind::Attribute && facts.text(object.key) == "__dict__";
    });
}

void look(const RuleContext& context, std::vector<Finding>& findings)
{
    const facts::FileFacts& facts = context.facts();
    const auto tell = [&](facts::FunctionIndex function, std::uint32_t line, std::string_view what, double weight) {
        report(context, findings, dynamicComputedAttribute, function, line,
            fmt::format("{} sets attributes by computed names in {}", what, shownFunction(facts, function)), weight);
    };
    for (const graph::ExternalCall& call : context.externalCalls) {
        const facts::CallSite& site = facts.calls[call.site];
        if (call.target == "builtins.setattr" && site.arguments >= 3 && !site.is(facts::kAsArgument)
            && site.shape(1) != facts::ArgumentShape::String)
            tell(site.function, site.line, "setattr", loopWeight(site.frequency));
    }
    for (const facts::CallSite& site : facts.calls) {
        if (site.callee != 0 && !site.is(facts::kAsArgument) && endsWith(facts.text(site.callee), ".__dict__.update"))
            tell(site.function, site.line, "__dict__.update", loopWeight(site.frequency));
    }
    for (const facts::Store& store : facts.stores) {
        if (store.kind == facts::Store::Kind::Subscript && endsWith(facts.text(store.target), ".__dict__")
            && !hasLiteralKey(facts, store))
            tell(store.function, store.line, "__dict__", loopWeight(store.frequency));
    }
}

} // namespace

const Rule dynamicComputedAttribute {
    {
        .id = "DYN002",
        .family = "dynamic",
        .title = "Attributes set by computed names",
        .whatItSees = "setattr, or writing through __dict__, with a name that is known only at run time.",
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
