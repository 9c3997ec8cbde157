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

// Made to be set: hooks, streams and switches of the interpreter and of the library.
bool isMeantToBeSet(std::string_view target)
{
    return startsWith(target, "sys.") || isOneOf(firstComponent(lastName(target)), { "field_size_limit" })
        || isOneOf(target, { "socket.socket", "threading.excepthook" })
        || isOneOf(lastName(target),
            { "__doc__", "__name__", "__module__", "__qualname__", "__package__", "__file__", "__path__", "__all__",
                "short_description", "DEBUG" });
}

void look(const RuleContext& context, std::vector<Finding>& findings)
{
    const facts::FileFacts& facts = context.facts();
    for (const facts::Store& store : facts.stores) {
        const std::string_view target = facts.text(store.target);
        const std::size_t dot = target.rfind('.');
        if (store.kind != facts::Store::Kind::Attribute || dot == std::string_view::npos)
            continue;
        const std::string_view owner = target.substr(0, dot);
        const facts::Import* import = importOf(facts, store.function, firstComponent(owner));
        if (import == nullptr
            || !isModuleName(facts, store.function == import->function ? 0 : store.function, firstComponent(owner)))
            continue;
        const Denoted what = denoted(context.codebase, context.module, store.function, owner);
        // Of outside names only modules and classes count; an imported object may well be there to be configured.
        const bool isModule = !import->isFrom && owner.find('.') == std::string_view::npos;
        const bool isClass = what.kind == Denoted::Kind::Class
            || (what.kind == Denoted::Kind::External && startsUpperCase(lastComponent(owner))
                && !isOneOf(lastComponent(owner), { "Config" })
                && lowerAscii(lastComponent(owner)).find("config") == std::string::npos
                && std::any_of(owner.begin(), owner.end(), [](char c) { return c >= 'a' && c <= 'z'; }));
        if (!(isModule && what.kind == Denoted::Kind::External) && !isClass)
            continue;
        const std::string full = (what.kind == Denoted::Kind::External ? what.external : std::string(owner))
            + std::string(target.substr(dot));
        if (isMeantToBeSet(full))
            continue;
        report(context, findings, dynamicMonkeypatch, store.function, store.line,
            fmt::format("{} is set from outside in {}", shown(full), shownFunction(facts, store.function)),
            loopWeight(store.frequency));
    }
}

} // namespace

const Rule dynamicMonkeypatch {
    {
        .id = "DYN004",
        .family = "dynamic",
        .title = "Monkeypatch",
        .whatItSees = "An assignment to an attribute of an imported library module or of an imported class.",
        .whyItMatters = "Native code binds its calls when it is compiled: once the patched module or class moves, the "
                        "patch no longer reaches it, and nothing says so.",
        .example = "import json\njson.dumps = fast_dumps",
        .instead = "Pass the replacement in (a parameter, a registry), or keep the patched part in Python.",
        .reference = "The Rust Reference, \"Call expressions\": the callee is settled when the program is compiled",
        .criterion = Criterion::Portability,
        .sign = -1,
    },
    look,
};

} // namespace ferroscope::rules
