// SPDX-FileCopyrightText: The Ferroscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/rules/all_rules.h"
#include "core/rules/places.h"

#include <algorithm>
#include <fmt/format.h>

namespace ferroscope::rules {

namespace {

bool isMethodOf(const facts::FileFacts& facts, facts::FunctionIndex function, facts::ClassIndex owner)
{
    for (; function < facts.functions.size() && function != 0; function = facts.functions[function].parent) {
        if (facts.functions[function].owner == owner)
            return true;
    }
    return false;
}

bool isMadeAnew(const facts::FileFacts& facts, facts::ClassIndex owner, std::string_view attribute)
{
    return std::any_of(facts.stores.begin(), facts.stores.end(), [&](const facts::Store& store) {
        return store.kind == facts::Store::Kind::Attribute && facts.text(store.target) == attribute
            && isMethodOf(facts, store.function, owner);
    });
}

void look(const RuleContext& context, std::vector<Finding>& findings)
{
    const facts::FileFacts& facts = context.facts();
    for (const facts::Binding& made : facts.bindings) {
        if (made.owner == facts::kNone || made.kind != facts::Binding::Kind::Container)
            continue;
        const std::string_view name = facts.text(made.target);
        const std::string klass(facts.text(facts.classes[made.owner].name));
        std::vector<std::string> spelled { "self." + std::string(name), "cls." + std::string(name),
            klass + "." + std::string(name) };
        if (isMadeAnew(facts, made.owner, spelled.front()))
            continue;
        const auto means = [&](std::string_view text, facts::FunctionIndex function) {
            return isMethodOf(facts, function, made.owner)
                && std::find(spelled.begin(), spelled.end(), text) != spelled.end();
        };
        const auto tell = [&](facts::FunctionIndex function, std::uint32_t line, float frequency) {
            report(context, findings, ownershipClassState, function, line,
                fmt::format("{} changes {}, which all objects of {} share", shownFunction(facts, function), shown(name),
                    shown(klass)),
                loopWeight(frequency));
        };
        bool told = false;
        for (const facts::Store& store : facts.stores) {
            if (!told && store.kind == facts::Store::Kind::Subscript
                && means(facts.text(store.target), store.function)) {
                tell(store.function, store.line, store.frequency);
                told = true;
            }
        }
        for (const facts::CallSite& site : facts.calls) {
            const std::string_view callee = facts.text(site.callee);
            const std::size_t dot = callee.rfind('.');
            if (told || dot == std::string_view::npos || site.is(facts::kAsArgument)
                || !isOneOf(facts.text(site.method),
                    { "append", "add", "update", "setdefault", "pop", "popitem", "clear", "extend", "insert", "remove",
                        "discard" })
                || !means(callee.substr(0, dot), site.function))
                continue;
            tell(site.function, site.line, site.frequency);
            told = true;
        }
    }
}

} // namespace

const Rule ownershipClassState {
    {
        .id = "OWN005",
        .family = "ownership",
        .title = "Container shared by all objects of a class",
        .whatItSees = "A list, dictionary or set made in a class body that methods change, and that no method makes "
                      "anew for its object.",
        .whyItMatters = "All objects share the one value, without anybody owning it. In Rust it is a static behind a "
                        "lock, or a field of something that outlives the objects.",
        .example = "class Parser:\n    cache = {}\n\n    def parse(self, text):\n        self.cache[text] = tree",
        .instead
        = "Make it in __init__ if each object should have its own; else give it to a registry that is passed in.",
        .reference = "Python tutorial, \"Class and Instance Variables\"; The Rust Programming Language, chapter 16",
        .criterion = Criterion::Portability,
        .sign = -1,
    },
    look,
};

} // namespace ferroscope::rules
