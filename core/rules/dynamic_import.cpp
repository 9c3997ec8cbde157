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
        if (!isOneOf(each.call.target,
                { "importlib.import_module", "builtins.__import__", "importlib.__import__", "imp.load_module",
                    "imp.load_source", "importlib.util.spec_from_file_location", "pkgutil.resolve_name" })
            || each.site.arguments == 0
            || (each.site.is(facts::kFirstArgumentLiteral) && !each.site.is(facts::kFormattedArgument)))
            return;
        report(context, findings, dynamicImport, each.site.function, each.site.line,
            fmt::format("{} loads a module whose name is computed in {}", shown(each.call.target),
                shownFunction(facts, each.site.function)),
            loopWeight(each.site.frequency));
    });
}

} // namespace

const Rule dynamicImport {
    {
        .id = "DYN006",
        .family = "dynamic",
        .title = "Module chosen at run time",
        .whatItSees = "importlib.import_module, __import__ and their like with a name that is no literal.",
        .whyItMatters = "A compiled crate is linked from parts known beforehand. Plug-ins found at run time have to "
                        "stay Python, and every call of one crosses the boundary.",
        .example = "backend = importlib.import_module(settings.BACKEND)",
        .instead = "Where the choices are known, a dictionary from name to object; otherwise draw the boundary so that "
                   "plug-ins stay outside.",
        .reference = "Python documentation of importlib.import_module and of entry points",
        .criterion = Criterion::Portability,
        .sign = -1,
    },
    look,
};

} // namespace ferroscope::rules
