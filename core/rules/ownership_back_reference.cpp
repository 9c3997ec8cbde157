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

// The name of the object in a method; "" for what is none.
std::string_view selfOf(const facts::FileFacts& facts, facts::FunctionIndex function)
{
    const facts::Function& method = facts.functions[function];
    if (method.owner == facts::kNone || method.is(facts::kStatic) || method.is(facts::kClassMethod)
        || method.parameterCount == 0)
        return {};
    const std::string_view first = facts.text(facts.parameters[method.firstParameter].name);
    return first == "self" ? first : std::string_view {};
}

bool passesSelf(const facts::CallSite& site)
{
    for (unsigned i = 0; i < std::min<unsigned>(site.arguments, facts::kMostShapes); ++i) {
        if (site.shape(i) == facts::ArgumentShape::Self)
            return true;
    }
    return false;
}

// Classes and modules keep their last object as a singleton does; that is shared state, no pair of objects.
bool isOther(const RuleContext& context, facts::FunctionIndex function, std::string_view name, std::string_view self)
{
    const facts::FileFacts& facts = context.facts();
    return name != self && !startsUpperCase(name) && importOf(facts, function, name) == nullptr;
}

// A term stands where it is first read; the store may come later.
std::uint32_t lineOfStore(const facts::FileFacts& facts, facts::FunctionIndex function, const facts::Term& target)
{
    for (const facts::Store& store : facts.stores) {
        if (store.function == function && store.kind == facts::Store::Kind::Attribute && store.line >= target.detail
            && lastComponent(facts.text(store.target)) == facts.text(target.key))
            return store.line;
    }
    return target.detail;
}

void look(const RuleContext& context, std::vector<Finding>& findings)
{
    const facts::FileFacts& facts = context.facts();
    std::vector<std::uint32_t> told; // lines
    const auto tell = [&](facts::FunctionIndex function, std::uint32_t line, std::string message) {
        if (std::find(told.begin(), told.end(), line) != told.end())
            return;
        told.push_back(line);
        report(context, findings, ownershipBackReference, function, line, std::move(message), kSlight);
    };
    for (const facts::Flow& flow : facts.flows) {
        const facts::Term& target = facts.terms[flow.target];
        const facts::Term& value = facts.terms[flow.value];
        if (target.kind() != facts::Term::Kind::Attribute || target.scope() != facts::Term::Scope::Function
            || value.kind() != facts::Term::Kind::Name || target.operand >= facts.terms.size())
            continue;
        const facts::FunctionIndex function = target.scopeIndex();
        const facts::Term& object = facts.terms[target.operand];
        const std::string_view self = selfOf(facts, function);
        if (self.empty() || facts.text(value.key) != self || startsWith(facts.text(target.key), "__")
            || (object.kind() == facts::Term::Kind::Name && !isOther(context, function, facts.text(object.key), self)))
            continue;
        tell(function, lineOfStore(facts, function, target),
            fmt::format(
                "{} stores its object in {} of another", shownFunction(facts, function), shown(facts, target.key)));
    }
    for (const facts::CallSite& site : facts.calls) {
        const std::string_view callee = facts.text(site.callee);
        if (site.is(facts::kAsArgument) || site.callee == 0 || !startsUpperCase(lastComponent(callee))
            || selfOf(facts, site.function).empty() || !passesSelf(site))
            continue;
        const bool kept = std::any_of(facts.bindings.begin(), facts.bindings.end(), [&](const facts::Binding& binding) {
            return binding.function == site.function && binding.line == site.line && binding.value == site.callee
                && startsWith(facts.text(binding.target), "self.");
        });
        if (kept)
            tell(site.function, site.line,
                fmt::format("{} keeps a {} that was given the object itself", shownFunction(facts, site.function),
                    shown(callee)));
    }
}

} // namespace

const Rule ownershipBackReference {
    {
        .id = "OWN007",
        .family = "ownership",
        .title = "Object that hands itself to another",
        .whatItSees = "A method that stores self in an attribute of another object, or keeps an object that it made "
                      "with self as argument.",
        .whyItMatters
        = "The object has a second holder, often its own part or child, so that the two hold each other. Ownership in "
          "Rust is a tree: one side becomes Weak, an index into an arena, or the two move as one.",
        .example = "def add(self, child):\n    child.parent = self\n    self.children.append(child)",
        .instead = "Let one side own and the other be found: an index, an id, or the parent passed as an argument.",
        .reference = "The Rust Programming Language, chapter 15, \"Reference Cycles Can Leak Memory\"; documentation "
                     "of Rc and Weak",
        .criterion = Criterion::Portability,
        .sign = -1,
    },
    look,
};

} // namespace ferroscope::rules
