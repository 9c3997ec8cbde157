// SPDX-FileCopyrightText: The Ferroscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/rules/all_rules.h"
#include "core/rules/names.h"
#include "core/rules/places.h"

#include <fmt/format.h>

namespace ferroscope::rules {

namespace {

void look(const RuleContext& context, std::vector<Finding>& findings)
{
    const facts::FileFacts& facts = context.facts();
    forEachOutward(context, [&](const Outward& each) {
        if (!isOneOf(each.call.target,
                { "threading.local", "_threading_local.local", "contextvars.ContextVar", "contextvars.copy_context",
                    "werkzeug.local.Local", "werkzeug.local.LocalStack", "werkzeug.local.LocalProxy",
                    "asgiref.local.Local", "asgiref.sync.Local", "gevent.local.local" }))
            return;
        report(context, findings, ownershipAmbientState, each.site.function, each.site.line,
            fmt::format("{} ties state to the thread or context in {}", shown(each.call.target),
                shownFunction(facts, each.site.function)));
    });
    for (const facts::Class& each : facts.classes) {
        for (const facts::NameId base : each.bases) {
            const Denoted what = denoted(context.codebase, context.module, each.parent, facts.text(base));
            if (what.kind == Denoted::Kind::External
                && isOneOf(what.external, { "threading.local", "asgiref.local.Local" }))
                report(context, findings, ownershipAmbientState, each.parent, each.line,
                    fmt::format("{} is state of a thread", shown(facts, each.qualifiedName)), 1, each.endLine);
        }
    }
}

} // namespace

const Rule ownershipAmbientState {
    {
        .id = "OWN009",
        .family = "ownership",
        .title = "State that comes with the thread or context",
        .whatItSees = "threading.local, contextvars.ContextVar, werkzeug or asgiref locals.",
        .whyItMatters = "The value belongs to nobody who is passed around. Rust threads do not see thread-local state "
                        "of Python threads, and context variables do not cross into futures.",
        .example = "_current = contextvars.ContextVar(\"current\")",
        .instead = "Read it at the edge, in Python, and pass the value on as an argument.",
        .reference = "Python documentation of contextvars; pyo3-async-runtimes documentation, \"Event Loop References "
                     "and ContextVars\"",
        .criterion = Criterion::Portability,
        .sign = -1,
    },
    look,
};

} // namespace ferroscope::rules
