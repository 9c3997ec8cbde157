// SPDX-FileCopyrightText: The Ferroscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/text.h"
#include "core/rules/all_rules.h"
#include "core/rules/names.h"
#include "core/rules/places.h"

#include <algorithm>
#include <fmt/format.h>

namespace ferroscope::rules {

namespace {

// Functions in C that call back what they are given, mostly once per element.
bool callsBack(std::string_view target)
{
    if (startsWith(target, "itertools."))
        return isOneOf(
            lastName(target), { "groupby", "takewhile", "dropwhile", "filterfalse", "starmap", "accumulate" });
    if (startsWith(target, "scipy.optimize.") || startsWith(target, "scipy.integrate."))
        return !startsUpperCase(lastName(target));
    return isOneOf(target,
        { "builtins.sorted", "builtins.map", "builtins.filter", "builtins.min", "builtins.max", "builtins.reduce",
            "list.sort", "?.sort", "functools.reduce", "functools.cmp_to_key", "re.sub", "re.subn", "re.compile().sub",
            "re.compile().subn", "numpy.vectorize", "numpy.apply_along_axis", "numpy.frompyfunc",
            "numpy.fromfunction" });
}

// cached_property, lazyproperty and their like: what is passed is the value.
bool isAttribute(const facts::FileFacts& facts, const facts::Function& function)
{
    return function.is(facts::kProperty)
        || std::any_of(function.decorators.begin(), function.decorators.end(),
            [&](facts::NameId id) { return lowerAscii(facts.text(id)).find("property") != std::string::npos; });
}

// A function of this module, as the call graph knows it by the same rules.
bool isOwnFunction(const RuleContext& context, const facts::CallSite& passed)
{
    const facts::FileFacts& facts = context.facts();
    if (passed.receiver == facts::Receiver::Self) {
        return std::any_of(facts.functions.begin(), facts.functions.end(), [&](const facts::Function& function) {
            return function.owner != facts::kNone && function.name == passed.method && !isAttribute(facts, function)
                && function.owner == facts.functions[passed.function].owner;
        });
    }
    if (passed.callee == 0)
        return false;
    const Denoted what = denoted(context.codebase, context.module, passed.function, facts.text(passed.callee));
    return what.kind == Denoted::Kind::Function
        && isModuleName(facts, passed.function, firstComponent(facts.text(passed.callee)));
}

void look(const RuleContext& context, std::vector<Finding>& findings)
{
    const facts::FileFacts& facts = context.facts();
    forEachOutward(context, [&](const Outward& each) {
        if (!callsBack(each.call.target))
            return;
        for (const facts::CallSite& passed : facts.calls) {
            if (passed.line != each.site.line || passed.function != each.site.function || !passed.is(facts::kAsArgument)
                || !isOwnFunction(context, passed))
                continue;
            report(context, findings, ffiCallbackIntoNative, each.site.function, each.site.line,
                fmt::format("{} calls back into {}", shown(each.call.target), shown(facts, passed.callee)),
                loopWeight(each.site.frequency));
            return;
        }
    });
}

} // namespace

const Rule ffiCallbackIntoNative {
    {
        .id = "FFI004",
        .family = "ffi",
        .title = "Callback into Python from native code",
        .whatItSees = "A function of the repository passed by name to something written in C that calls it back: "
                      "sorted, map, re.sub, numpy.vectorize, scipy.optimize.",
        .whyItMatters = "If only one side moves, every callback crosses the boundary: about 15 ns plus a Python frame "
                        "for each element.",
        .example = "ranked = sorted(rows, key=rank)\nroot = scipy.optimize.brentq(residual, 0.0, 1.0)",
        .instead = "Move caller and callback together, or compute the keys for all elements before the call.",
        .reference = "Own measurement, PyO3 0.29: a call from Rust into Python costs 15 ns and a Python frame",
        .criterion = Criterion::BoundaryCrossings,
        .sign = -1,
    },
    look,
};

} // namespace ferroscope::rules
