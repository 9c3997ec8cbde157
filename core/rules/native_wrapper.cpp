// SPDX-FileCopyrightText: The Ferroscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/text.h"
#include "core/rules/all_rules.h"
#include "core/rules/places.h"

#include <algorithm>
#include <fmt/format.h>
#include <set>

namespace ferroscope::rules {

namespace {

constexpr double kMostlyForwards = 0.5; // share of the module's functions that use what the native module offers

std::span<const graph::NativeImport> nativeImportsOf(const RuleContext& context)
{
    const auto& all = context.codebase.nativeImports;
    const auto before = [](const graph::NativeImport& import, graph::ModuleId id) { return import.module < id; };
    const auto first = std::lower_bound(all.begin(), all.end(), context.module, before);
    return { first, std::lower_bound(first, all.end(), context.module + 1, before) };
}

// The names that the native imports bind in the module.
std::set<std::string_view> boundNames(const facts::FileFacts& facts, std::span<const graph::NativeImport> imports)
{
    std::set<std::string_view> names;
    for (const graph::NativeImport& native : imports) {
        const facts::Import& import = facts.imports[native.statement];
        if (import.alias != 0)
            names.insert(facts.text(import.alias));
        else if (import.name != 0)
            names.insert(facts.text(import.name));
        else
            names.insert(firstComponent(facts.text(import.module)));
    }
    return names;
}

// A module with loops of its own, or that can do without the extension, does the work itself too.
void look(const RuleContext& context, std::vector<Finding>& findings)
{
    const facts::FileFacts& facts = context.facts();
    const auto imports = nativeImportsOf(context);
    const auto firm = std::find_if(imports.begin(), imports.end(),
        [](const graph::NativeImport& each) { return (each.flags & (facts::kConditional | facts::kTypeChecking)) == 0; });
    if (firm == imports.end() || !facts.loops.empty())
        return;
    const std::set<std::string_view> names = boundNames(facts, imports);
    std::size_t own = 0, forwarding = 0;
    for (std::size_t at = 1; at < facts.functions.size(); ++at) {
        const facts::Function& function = facts.functions[at];
        if (function.is(facts::kOverload))
            continue;
        ++own;
        forwarding += std::any_of(function.reads.begin(), function.reads.end(), [&](facts::NameId name) { return names.contains(facts.text(name)); }) ? 1 : 0;
    }
    if (static_cast<double>(forwarding) < kMostlyForwards * static_cast<double>(own))
        return;
    const manifests::NativeModule& native = context.codebase.sources.nativeModules[firm->native];
    report(context, findings, nativeWrapper, 0, firm->line,
        own == 0 ? fmt::format("It only hands on what the native module {} offers", shown(native.module))
                 : fmt::format("{} of its {} call into the native module {}, and it has no loop of its own", forwarding,
                       counted(own, "function"), shown(native.module)));
}

} // namespace

const Rule nativeWrapper {
    {
        .id = "NAT003",
        .family = "native",
        .title = "Wrapper of a native module",
        .whatItSees = "A module without loops that imports, without an alternative, an extension module that the repository "
                      "builds itself, and most of whose functions use it.",
        .whyItMatters = "The work is done in native code already. What is left in Python is the interface that people "
                        "import, and moving that gains nothing.",
        .example = "from shop import _engine\n\ndef price(basket):\n    return _engine.price(basket.items)",
        .instead = "Leave it in Python. If the native code is what worries, that is a decision of its own.",
        .reference = "product, \"Verdicts\": already-native",
        .sign = -1,
        .veto = Veto::AlreadyNative,
    },
    look,
};

} // namespace ferroscope::rules
