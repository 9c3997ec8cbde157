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
    std::vector<facts::FunctionIndex> told;
    const auto tell = [&](const facts::CallSite& site, std::string_view what) {
        if (std::find(told.begin(), told.end(), site.function) != told.end())
            return;
        told.push_back(site.function);
        report(context, findings, typingUnboundedIntegers, site.function, site.line,
            fmt::format("{} works with integers that may outgrow 64 bits: {}", shownFunction(facts, site.function),
                shown(what)));
    };
    forEachOutward(context, [&](const Outward& each) {
        const std::string_view target = each.call.target;
        if (isOneOf(target, { "math.factorial", "math.comb", "math.perm", "math.isqrt" })
            || startsWith(target, "gmpy2.") || (target == "builtins.pow" && each.site.arguments == 3))
            tell(each.site, target);
    });
    for (const facts::CallSite& site : facts.calls) {
        const std::string_view method = facts.text(site.method);
        const bool toBytes = method == "to_bytes" && site.arguments == 2 && site.receiver != facts::Receiver::None
            && site.shape(0) != facts::ArgumentShape::Number && site.shape(0) != facts::ArgumentShape::Constant;
        const bool length = method == "bit_length" && site.arguments == 0 && site.receiver != facts::Receiver::None;
        if (!site.is(facts::kAsArgument) && (toBytes || length))
            tell(site, method);
    }
}

} // namespace

const Rule typingUnboundedIntegers {
    {
        .id = "TYP006",
        .family = "typing",
        .title = "Integers without bound",
        .whatItSees = "pow with a modulus, math.factorial, comb, perm, isqrt, int.bit_length, int.from_bytes or "
                      "to_bytes with a computed length, or gmpy2.",
        .whyItMatters = "Python integers grow; those of Rust overflow or panic. Such code needs a big-integer crate, "
                        "or a proof that 64 or 128 bits suffice.",
        .example = "signature = pow(message, private, modulus)",
        .instead
        = "num-bigint or rug for the values that really grow; u64 and checked arithmetic where a bound is known.",
        .reference = "The Rust Programming Language, chapter 3, \"Integer Overflow\"; documentation of num-bigint",
        .criterion = Criterion::TypeClarity,
        .sign = -1,
    },
    look,
};

} // namespace ferroscope::rules
