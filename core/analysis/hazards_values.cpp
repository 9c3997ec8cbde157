// SPDX-FileCopyrightText: The Ferroscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis/hazard_list.h"
#include "core/base/text.h"
#include "core/roadmap/phrases.h"
#include "core/rules/names.h"

#include <algorithm>
#include <fmt/format.h>
#include <map>

namespace ferroscope::analysis {

namespace {

constexpr std::size_t kMostNamed = 4;

std::string some(const std::vector<std::string>& names)
{
    std::vector<std::string> shown(names.begin(), names.begin() + static_cast<std::ptrdiff_t>(std::min(kMostNamed, names.size())));
    if (names.size() > kMostNamed)
        shown.push_back(std::to_string(names.size() - kMostNamed) + " more");
    return roadmap::joined(shown);
}

void findings(const HazardScope& scope, const Moved::Part& part, HazardList& list)
{
    const graph::Module& module = scope.base().modules[part.module];
    std::set<facts::FunctionIndex> text;
    for (const rules::Finding& finding : scope.judged.findingsOf(part.module)) {
        const facts::FunctionIndex at = finding.function - module.firstFunction;
        if (!std::binary_search(part.functions.begin(), part.functions.end(), at))
            continue;
        const bool readsText = finding.rule == "CPU007" || finding.rule == "CPU011" || finding.rule == "CPU012";
        if (readsText && text.insert(at).second) {
            list.add("text-index", scope.function(part.module, at)
                    + " reads text by position: Python counts code points, Rust bytes; positions that leave it must be converted.",
                part.module, finding.line);
        }
        if (finding.rule == "TYP006")
            list.add("unbounded-int", finding.message + ".", part.module, finding.line);
    }
}

// Bits combined in a loop: checksums, hashes, packed fields. Sets and flags use the same signs; numbers come with
// literals, as in the rule CPU003.
void bitWork(const HazardScope& scope, const Moved::Part& part, HazardList& list)
{
    const facts::FileFacts& facts = *scope.base().modules[part.module].facts;
    for (const facts::FunctionIndex at : part.functions) {
        const facts::Function& function = facts.functions[at];
        using facts::Op;
        const std::uint32_t bits = function.ops.placesInLoop(Op::Bit);
        const bool usesSets = std::any_of(facts.calls.begin(), facts.calls.end(), [&](const facts::CallSite& site) {
            const std::string_view method = facts.text(site.method);
            return site.function == at && (method == "set" || method == "frozenset" || method == "union" || method == "keys" || method == "difference");
        });
        if (bits < 2 || function.ops.places(Op::IntegerLiteral) < bits || usesSets)
            continue;
        list.add("unbounded-int", scope.function(part.module, at)
                + " shifts and combines integers in a loop: Python's never overflow, Rust's need a width and wrapping operations.",
            part.module, function.line);
    }
}

void exceptions(const HazardScope& scope, const Moved::Part& part, HazardList& list)
{
    const facts::FileFacts& facts = *scope.base().modules[part.module].facts;
    std::vector<std::string> builtin;
    std::uint32_t firstLine = 0;
    for (const facts::Exception& each : facts.exceptions) {
        if (each.kind != facts::Exception::Kind::Raised || each.type == 0 || !std::binary_search(part.functions.begin(), part.functions.end(), each.function))
            continue;
        const std::string_view type = facts.text(each.type);
        const rules::Denoted what = rules::denoted(scope.base(), part.module, each.function, type);
        const std::string shown = printablePath(lastComponent(type));
        if (what.kind == rules::Denoted::Kind::Class) {
            list.add("exceptions", shown + " of " + scope.moduleName(what.module)
                    + " is raised to callers: Rust has to raise that very class, or whoever catches it no longer does.",
                part.module, each.line);
        } else if (what.kind == rules::Denoted::Kind::Unknown && rules::importOf(facts, each.function, firstComponent(type)) == nullptr
            && !shown.empty() && shown[0] >= 'A' && shown[0] <= 'Z' && std::find(builtin.begin(), builtin.end(), shown) == builtin.end()) {
            firstLine = builtin.empty() ? each.line : firstLine;
            builtin.push_back(shown);
        }
    }
    if (!builtin.empty()) {
        list.add("exceptions", scope.moduleName(part.module) + " raises " + some(builtin)
                + " to callers: type, arguments and text of the message are part of what they see.",
            part.module, firstLine);
    }
}

// Names that a function binds to a set made on the spot.
std::set<std::string_view> setsIn(const facts::FileFacts& facts, facts::FunctionIndex function)
{
    std::set<std::string_view> names;
    for (const facts::Binding& binding : facts.bindings) {
        const std::string_view value = facts.text(binding.value);
        if (binding.function == function && binding.kind == facts::Binding::Kind::Call && (value == "set" || value == "frozenset"))
            names.insert(facts.text(binding.target));
    }
    return names;
}

void order(const HazardScope& scope, const Moved::Part& part, HazardList& list)
{
    const facts::FileFacts& facts = *scope.base().modules[part.module].facts;
    std::map<facts::FunctionIndex, std::set<std::string_view>> sets;
    std::set<facts::FunctionIndex> told;
    for (const facts::Loop& loop : facts.loops) {
        if (loop.iterable == 0 || !std::binary_search(part.functions.begin(), part.functions.end(), loop.function))
            continue;
        const std::string_view iterable = facts.text(loop.iterable);
        if (!sets.contains(loop.function))
            sets[loop.function] = setsIn(facts, loop.function);
        const std::string name = scope.function(part.module, loop.function);
        if (iterable == "set" || iterable == "frozenset" || sets[loop.function].contains(iterable)) {
            list.add("hash-order", name + " goes through a set: its order is that of the hashes, and Rust's is another one in every run.", part.module, loop.line);
        } else if ((endsWith(iterable, ".items") || endsWith(iterable, ".keys") || endsWith(iterable, ".values")) && told.insert(loop.function).second) {
            list.add("hash-order", name + " goes through a dictionary (" + printablePath(iterable)
                    + "): Python keeps the order of insertion, a HashMap keeps none, an IndexMap does.",
                part.module, loop.line);
        }
    }
    for (const facts::FunctionIndex at : part.functions) {
        const graph::Module& module = scope.base().modules[part.module];
        const auto& calls = scope.base().externalCalls;
        const graph::FunctionId id = module.firstFunction + at;
        const auto first = std::lower_bound(calls.begin(), calls.end(), id, [](const graph::ExternalCall& call, graph::FunctionId wanted) { return call.from < wanted; });
        for (auto call = first; call != calls.end() && call->from == id; ++call) {
            if (call->target == "builtins.hash" && !facts.calls[call->site].is(facts::kAsArgument)) {
                list.add("hash-order", scope.function(part.module, at) + " takes hash() of something: Rust's hashes are other numbers, and those of text differ from run to run.",
                    part.module, facts.calls[call->site].line);
            }
        }
    }
}

} // namespace

void findValueHazards(const HazardScope& scope, HazardList& list)
{
    for (const Moved::Part& part : scope.moved.parts) {
        findings(scope, part, list);
        bitWork(scope, part, list);
        exceptions(scope, part, list);
        order(scope, part, list);
    }
}

} // namespace ferroscope::analysis
