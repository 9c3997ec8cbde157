// SPDX-FileCopyrightText: The Ferroscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis/assemble_module.h"
#include "core/base/text.h"
#include "core/graph/stub_hints.h"

#include <algorithm>
#include <map>

namespace ferroscope::analysis {

namespace {

std::string printable(std::string_view text) { return printablePath(text); }

Range shareOf(const Range& time, double total)
{
    if (total <= 0)
        return {};
    const Range share = time * (1 / total);
    return { std::min(1.0, share.low), std::min(1.0, share.likely), std::min(1.0, share.high) };
}

AssessedFunction assembleFunction(const Judged& judged, const graph::Module& module, facts::FunctionIndex at, const facts::HintCounts& hints)
{
    const facts::FileFacts& facts = *module.facts;
    const facts::Function& function = facts.functions[at];
    AssessedFunction made;
    made.name = printable(facts.text(function.qualifiedName));
    made.kind = function.is(facts::kMethod) ? "method" : "function";
    made.line = function.line;
    made.endLine = function.endLine;
    made.isAsync = function.is(facts::kAsync);
    made.awaits = function.awaits;
    made.ccRadon = function.ccRadon;
    made.ccC901 = function.ccC901;
    made.cognitive = function.cognitive;
    made.loopDepth = function.loopDepth;
    made.hints = hintsOf(hints);
    const evidence::FunctionHeat& heat = judged.heat.functions[module.firstFunction + at];
    const double total = judged.heat.total();
    if (evidence::isJudged(module.file.role)) {
        made.heat.source = heat.measured ? HeatSource::Measured : HeatSource::Estimated;
        made.heat.interpreted = shareOf(heat.interpreted, total);
        made.heat.native = shareOf(heat.native, total);
        made.heat.waiting = shareOf(heat.waiting, total);
        if (heat.measured)
            made.heat.calls = heat.measuredCalls; // samples tell no calls
        else
            made.heat.calls = heat.calls;
    }
    if (judged.covered && judged.covered->functions[module.firstFunction + at])
        made.covered = judged.covered->functions[module.firstFunction + at]->share();
    return made;
}

void addImports(AssessedModule& made, const Judged& judged, graph::ModuleId id)
{
    const graph::Codebase& base = judged.codebase;
    for (const graph::ImportEdge& edge : base.imports) {
        if (edge.from == id)
            made.imports.edit().push_back({ printable(base.modules[edge.to].file.module), edge.line, true, importFlagNames(edge.flags) });
    }
    const auto before = [](const graph::ExternalImport& import, graph::ModuleId wanted) { return import.module < wanted; };
    for (auto at = std::lower_bound(base.externalImports.begin(), base.externalImports.end(), id, before);
         at != base.externalImports.end() && at->module == id; ++at)
        made.imports.edit().push_back({ printable(at->target), at->line, false, importFlagNames(at->flags) });
    std::sort(made.imports.edit().begin(), made.imports.edit().end(), [](const ImportStatement& a, const ImportStatement& b) {
        return std::tie(a.line, a.target) < std::tie(b.line, b.target);
    });
}

void addForeignCalls(AssessedModule& made, const Judged& judged, graph::ModuleId id)
{
    const facts::FileFacts& facts = *judged.codebase.modules[id].facts;
    for (const graph::ExternalCall& call : scoring::externalCallsOf(judged.codebase, id)) {
        const auto fact = knowledge::knowledge().api(call.target);
        const facts::CallSite& site = facts.calls[call.site];
        if (!fact || site.is(facts::kAsArgument))
            continue;
        if (fact->kind == knowledge::ApiKind::Waiting) {
            ++made.ioCalls;
            if (facts.functions[site.function].is(facts::kAsync) && fact->blocking && !site.is(facts::kAwaited))
                ++made.blockingCalls;
        }
        if (!fact->ffi.empty())
            made.ffi.edit().push_back({ std::string(fact->ffi), printable(call.target), site.line });
    }
    const auto& natives = judged.codebase.nativeImports;
    const auto before = [](const graph::NativeImport& import, graph::ModuleId wanted) { return import.module < wanted; };
    for (auto at = std::lower_bound(natives.begin(), natives.end(), id, before); at != natives.end() && at->module == id; ++at) {
        const manifests::NativeModule& native = judged.codebase.sources.nativeModules[at->native];
        made.ffi.edit().push_back({ native.kind, printable(native.module), at->line });
    }
    std::sort(made.ffi.edit().begin(), made.ffi.edit().end(), [](const FfiUse& a, const FfiUse& b) {
        return std::tie(a.line, a.kind, a.target) < std::tie(b.line, b.kind, b.target);
    });
}

} // namespace

std::vector<std::string> importFlagNames(std::uint8_t flags)
{
    std::vector<std::string> names; // sorted
    if ((flags & facts::kConditional) != 0)
        names.emplace_back("cond");
    if ((flags & facts::kDynamic) != 0)
        names.emplace_back("dyn");
    if ((flags & facts::kLazy) != 0)
        names.emplace_back("lazy");
    if ((flags & facts::kStar) != 0)
        names.emplace_back("star");
    if ((flags & facts::kTypeChecking) != 0)
        names.emplace_back("tc");
    return names;
}

Hints hintsOf(const facts::HintCounts& counts)
{
    return { counts.slotCount, counts.annotated(), counts.any, counts.loose, counts.exact };
}

Lines linesOf(const facts::LineCounts& counts) { return { counts.physical, counts.code, counts.doc, counts.comment, counts.blank }; }

AssessedModule assembleModule(const Judged& judged, graph::ModuleId id)
{
    const graph::Codebase& base = judged.codebase;
    const graph::Module& module = base.modules[id];
    const facts::FileFacts& facts = *module.facts;
    AssessedModule made;
    made.path = printable(module.file.path);
    made.name = printable(module.file.module);
    made.role = source::roleName(module.file.role);
    made.package = printable(module.file.package);
    made.lines = linesOf(facts.lines);
    made.logicalLines = facts.lines.logical;
    const graph::StubHints hints(base, id);
    made.hints = hintsOf(hints.total());
    for (const facts::Cell& cell : facts.cells)
        made.cells.edit().push_back({ cell.firstLine, cell.number });
    if (module.context != graph::kNone)
        made.context = "c" + std::to_string(module.context + 1);
    made.fanIn = module.fanIn;
    made.fanOut = module.fanOut;
    if (module.cycle != graph::kNone)
        made.cycle = module.cycle;
    for (const graph::ModuleId test : module.tests)
        made.tests.edit().push_back(printable(base.modules[test].file.path));
    std::sort(made.tests.edit().begin(), made.tests.edit().end());
    for (facts::FunctionIndex at = 1; at < module.functionCount; ++at)
        made.functions.edit().push_back(assembleFunction(judged, module, at, hints.of(at)));
    for (const facts::Class& type : facts.classes) {
        AssessedClass shown { printable(facts.text(type.qualifiedName)), type.line, type.endLine, type.methods, {} };
        for (const facts::NameId base_ : type.bases)
            shown.bases.push_back(printable(facts.text(base_)));
        made.classes.edit().push_back(std::move(shown));
    }
    std::stable_sort(made.functions.edit().begin(), made.functions.edit().end(), [](const auto& a, const auto& b) { return a.line < b.line; });
    std::stable_sort(made.classes.edit().begin(), made.classes.edit().end(), [](const auto& a, const auto& b) { return a.line < b.line; });
    addImports(made, judged, id);
    addForeignCalls(made, judged, id);
    made.asyncFunctions = facts.count(facts::Count::AsyncFunctions);
    made.awaits = facts.count(facts::Count::Awaits);
    if (!judged.isJudged(id))
        return made;
    if (const auto churn = judged.evidenceOf(id).churn)
        made.churn = static_cast<std::uint32_t>(*churn);
    const double total = judged.heat.total();
    if (const evidence::MeasuredModule measured = evidence::measuredModule(judged.heat, module); measured.measured) {
        // What did not run keeps its estimate function by function; the module's figure is the measured one.
        made.heat.source = HeatSource::Measured;
        made.heat.interpreted = shareOf(measured.interpreted, total);
        made.heat.native = shareOf(measured.native, total);
        made.heat.waiting = shareOf(measured.waiting, total);
    } else {
        made.heat.source = HeatSource::Estimated;
        made.heat.interpreted = shareOf(judged.heat.moduleInterpreted(base, id), total);
        made.heat.native = shareOf(judged.heat.moduleNative(base, id), total);
        made.heat.waiting = shareOf(judged.heat.moduleWaiting(base, id), total);
    }
    return made;
}

} // namespace ferroscope::analysis
