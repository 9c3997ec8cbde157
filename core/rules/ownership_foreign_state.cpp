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

bool isContainer(const graph::Codebase& codebase, const Denoted& what)
{
    return what.kind == Denoted::Kind::Variable
        && codebase.modules[what.module].facts->bindings[what.index].kind == facts::Binding::Kind::Container;
}

void look(const RuleContext& context, std::vector<Finding>& findings)
{
    const facts::FileFacts& facts = context.facts();
    const auto look = [&](std::string_view name, facts::FunctionIndex function) {
        const facts::Import* import = importOf(facts, function, firstComponent(name));
        if (import == nullptr
            || !isModuleName(facts, import->function == function ? 0 : function, firstComponent(name)))
            return Denoted {};
        Denoted what = denoted(context.codebase, context.module, function, name);
        return what.module == context.module ? Denoted {} : what;
    };
    std::vector<std::pair<facts::FunctionIndex, std::string_view>> told; // each name once per function
    const auto take = [&](facts::FunctionIndex function, std::uint32_t line, std::string_view name,
                          graph::ModuleId owner, float frequency) {
        if (std::find(told.begin(), told.end(), std::pair(function, name)) != told.end())
            return;
        told.emplace_back(function, name);
        report(context, findings, ownershipForeignState, function, line,
            fmt::format("{} changes {} of {}", shownFunction(facts, function), shown(lastComponent(name)),
                shown(context.codebase.modules[owner].file.path)),
            loopWeight(frequency));
    };
    for (const facts::Store& store : facts.stores) {
        const std::string_view target = facts.text(store.target);
        const std::size_t dot = target.rfind('.');
        if (store.kind == facts::Store::Kind::Attribute && dot != std::string_view::npos) {
            const Denoted owner = look(target.substr(0, dot), store.function);
            if (owner.kind == Denoted::Kind::Module)
                take(store.function, store.line, target, owner.module, store.frequency);
        } else if (store.kind == facts::Store::Kind::Subscript) {
            const Denoted what = look(target, store.function);
            if (isContainer(context.codebase, what))
                take(store.function, store.line, target, what.module, store.frequency);
        }
    }
    for (const facts::CallSite& site : facts.calls) {
        const std::string_view callee = facts.text(site.callee);
        const std::size_t dot = callee.rfind('.');
        if (site.callee == 0 || site.is(facts::kAsArgument) || dot == std::string_view::npos
            || !isOneOf(facts.text(site.method),
                { "append", "add", "update", "setdefault", "pop", "popitem", "clear", "extend", "insert", "remove",
                    "discard" }))
            continue;
        const Denoted what = look(callee.substr(0, dot), site.function);
        if (isContainer(context.codebase, what))
            take(site.function, site.line, callee.substr(0, dot), what.module, site.frequency);
    }
}

} // namespace

const Rule ownershipForeignState {
    {
        .id = "OWN004",
        .family = "ownership",
        .title = "State of another module changed",
        .whatItSees
        = "An assignment to a name of another module of the repository, or a change of a container made there.",
        .whyItMatters = "Two modules own the same value. If one of them moves, the other goes on changing a copy, or "
                        "every access crosses the boundary.",
        .example = "from app import config\n\ndef setup(path):\n    config.ROOT = path",
        .instead = "Let the owning module change it, through a function that can keep its name after the move.",
        .reference = "The Rust Programming Language, chapter 4: one owner, many readers or one writer",
        .criterion = Criterion::Portability,
        .sign = -1,
    },
    look,
};

} // namespace ferroscope::rules
