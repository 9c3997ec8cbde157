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
        const bool reflects = isOneOf(each.call.target,
            { "inspect.signature", "inspect.getmembers", "inspect.getmembers_static", "inspect.getargspec",
                "inspect.getfullargspec", "inspect.getcallargs", "inspect.getsource", "inspect.getsourcelines",
                "inspect.getsourcefile", "inspect.getfile", "inspect.getmro", "inspect.getmodule", "inspect.getdoc",
                "inspect.findsource", "inspect.classify_class_attrs", "typing.get_type_hints",
                "typing_extensions.get_type_hints", "dis.dis", "dis.get_instructions", "gc.get_objects",
                "gc.get_referrers" });
        const bool lists = each.call.target == "builtins.dir" && each.site.arguments == 1;
        if (!reflects && !lists)
            return;
        report(context, findings, dynamicReflection, each.site.function, each.site.line,
            fmt::format("{} asks about code by {}", shownFunction(facts, each.site.function), shown(each.call.target)),
            kSlight);
    });
}

} // namespace

const Rule dynamicReflection {
    {
        .id = "DYN015",
        .family = "dynamic",
        .title = "Code that looks at code",
        .whatItSees
        = "inspect.signature, getmembers, getsource and the like, typing.get_type_hints, or dir() of an object.",
        .whyItMatters = "Signatures, members and source exist at run time in Python only. A native function has a "
                        "signature if somebody wrote text_signature, and no source.",
        .example = "for name, value in inspect.getmembers(module, inspect.isfunction):\n    commands[name] = value",
        .instead = "Let things register themselves; keep what reflects on the Python side of the boundary.",
        .reference = "Python documentation of inspect; PyO3 user guide, \"Function signatures\": text_signature",
        .criterion = Criterion::Portability,
        .sign = -1,
    },
    look,
};

} // namespace ferroscope::rules
