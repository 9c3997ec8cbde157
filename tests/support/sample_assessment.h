// SPDX-FileCopyrightText: The Ferroscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
// A hand-made Assessment of an invented freight company, for tests of documents and of the window: every
// verdict once, six candidates (C1 and C2 with everything filled in), three waves, unknown criteria,
// findings, crossings, limits, and names that attack Markdown, HTML and tables. The figures are plausible
// and consistent with each other (contributions add up, totals are counted), but nobody measured them.
#pragma once

#include "core/assessment/assessment.h"
#include "tests/support/sample_modules.h"
#include "tests/support/sample_plan.h"

namespace ferroscope::sample {

inline void fillCoverage(Assessment& a)
{
    a.coverage = { .filesFound = 22, .filesParsed = 20, .filesWithErrors = 1,
        .skipped = { { "data/export_2019.py", "larger than 16 MiB" }, { "src/freight/old%FF.py", "unreadable: Permission denied" } },
        .problems = { { "src/freight/billing/rounding.py", 88, "syntax error: expected an indented block" } },
        .importsUnresolved = 3, .callsTotal = 1204, .callsResolved = 903, .dynamicImports = 2, .profile = {}, .tests = {} };
}

inline void fillGraph(Assessment& a)
{
    a.imports = {
        { kContracts, kRules, 9, {} },
        { kQuote, kRoutes, 4, {} },
        { kQuote, kTariff, 5, { "lazy" } },
        { kRules, kContracts, 7, { "cond", "tc" } },
        { kRules, kTariff, 8, {} },
        { kRoutes, kWindow, 12, {} },
        { kTariff, kWindow, 6, {} },
        { "tests/test_routes.py", kRoutes, 3, {} },
        { "tests/test_tariff.py", kTariff, 3, { "star" } },
    };
    std::sort(a.imports.edit().begin(), a.imports.edit().end(), [](const ImportLink& x, const ImportLink& y) {
        return std::tie(x.from, x.line, x.to) < std::tie(y.from, y.line, y.to);
    });
    const auto at = [](const char* path, const char* function) { return std::string(path) + ":" + function; };
    a.calls = {
        { at(kQuote, "QuoteService.quote"), at(kRoutes, "best_position"), 31, 1, 1 },
        { at(kQuote, "QuoteService.quote"), at(kTariff, "evaluate"), 35, 12, 1 },
        { at(kRoutes, "best_position"), at(kRoutes, "insertion_cost"), 57, 480, 1 },
        { at(kRoutes, "insertion_cost"), at(kWindow, "fits"), 91, 2, 0.9 },
        { at(kRules, "RuleBook.apply"), at(kTariff, "evaluate"), 44, 3, 0.7 },
        { at(kTariff, "evaluate"), at(kTariff, "Bracket.price"), 28, 6, 1 },
        { at(kTariff, "evaluate"), at(kTariff, "<lambda>:41"), 41, 6, 0.5 },
    };
    a.cycles = { { kContracts, kRules } };
    a.cuts = { { kRules, kContracts } };
    a.contexts = {
        { "c1", "billing", { kRounding, kContracts, kRules, kTariff }, 0.71, 3, 2 },
        { "c2", "planning", { kRoutes, kWindow }, 0.88, 2, 1 },
    };
    ContextSummary& billing = a.contexts.edit()[0];
    billing.interface = { { at(kTariff, "evaluate"), "function", "(lines: list[Line], *, key: str = ...) -> Money", 2, 1, 3, 3 },
        { at(kContracts, "Contract"), "class", "(number)", 1, 0, 1, 0 } };
    billing.interfaceSize = 2;
    billing.typedShare = 0.75;
    billing.data = { { "list[Line]", "in", 1 }, { "Money", "out", 1 }, { "", "in", 1 } };
    billing.users = { "c2" };
    billing.sharedState = { at(kRounding, "MODES") };
    billing.description = "billing is 4 modules with 1,210 lines of code; 71 % of its links stay inside.";
    CutLink& cut = a.cuts.edit()[0];
    cut.line = 3;
    cut.kind = "lazy";
    cut.names = { "Contract" };
    cut.users = 2;
    cut.exact = true;
    cut.sentence = "Import Contract inside the 2 functions of billing.rules that use it: nothing needs it while the module loads.";
    std::sort(billing.modules.begin(), billing.modules.end());
}

inline void fillFindings(Assessment& a)
{
    a.findings = {
        { "CPU001", kRoutes, 57, 63, "best_position", "A loop in a loop works on numbers in interpreted Python.", "cpu-bound +" },
        { "CPU004", kRoutes, 91, 91, "insertion_cost", "Reads the same attribute 4 times per turn of the loop.", "cpu-bound +" },
        { "CPU001", kTariff, 28, 39, "evaluate", "A loop over brackets compares and multiplies.", "cpu-bound +" },
        { "DYN002", kTariff, 72, 72, "Bracket.price", "Raises KeyError as part of its interface.", "portability -" },
        { "IO003", kRepository, 212, 219, "Repository.positions", "A query inside a loop: one round trip per row.", "io-and-async -" },
        { "DYN007", kHostile, 3, 3, "", "Builds code with exec(): `x | <b>y</b>`\nsecond line", "veto" },
        { "DYN001", kRules, 15, 15, "RuleBook.apply", "Looks names up with getattr() and a computed string.", "portability -" },
    };
    std::sort(a.findings.edit().begin(), a.findings.edit().end(), [](const Finding& x, const Finding& y) {
        return std::tie(x.path, x.line, x.rule) < std::tie(y.path, y.line, y.rule);
    });
}

inline Candidate smallCandidate(const char* id, const char* title, const char* path, const char* unit, Verdict strategy,
    double value, Range effort, Range gain)
{
    Candidate c;
    c.id = id;
    c.title = title;
    c.units = { std::string(path) + ":" + unit };
    c.modules = { path };
    c.strategy = strategy;
    c.value = value;
    c.effort = effort;
    c.gain = gain;
    c.risks = { "Its callers were not all resolved." };
    return c;
}

inline void fillPlan(Assessment& a)
{
    const auto at = [](const char* path, const char* function) { return std::string(path) + ":" + function; };
    Candidate c1 = smallCandidate("C1", "Route planning", kRoutes, "best_position", Verdict::ExtractModule, 78.4,
        { 9, 15, 30 }, { 0.21, 0.27, 0.29 });
    c1.units = { at(kRoutes, "Position"), at(kRoutes, "best_position"), at(kRoutes, "insertion_cost") };
    c1.crossings = {
        { at(kQuote, "QuoteService.quote"), at(kRoutes, "best_position"), 1, 420, 61000, "virtual", "call", { 0.5, 1, 4 }, { 20, 420, 4000 }, { 3000, 61000, 600000 } },
        { at(kRoutes, "insertion_cost"), at(kWindow, "fits"), 960, 1920, 48500.5, "virtual" },
    };
    c1.risks = { "`fits` stays in Python and is called back 960 times per run.", "No baseline: the gain is estimated." };
    c1.counterfactuals = { { "Type the 7 parameters of window.fits", 64.2, 1 }, { "Import a profile of one planning run", 61, std::nullopt } };
    Candidate c2 = smallCandidate("C2", "Tariff evaluation", kTariff, "evaluate", Verdict::ExtractPyo3, 61.7,
        { 2.5, 4, 8 }, { 0.08, 0.11, 0.13 });
    c2.units = { at(kTariff, "Bracket"), at(kTariff, "evaluate") };
    c2.crossings = { { at(kRules, "RuleBook.apply"), at(kTariff, "evaluate"), 3, 36, 4200, "virtual" } };
    c2.risks = { "KeyError is part of the interface and must stay one." };
    c2.counterfactuals = { { "Type the 11 parameters of tariff.evaluate", 58.9, 1 } };
    a.candidates = { c1, c2,
        smallCandidate("C3", "Import of EDI files", kEdi, "read_rows", Verdict::DataPipeline, 44, { 2, 3, 6 }, { 0.03, 0.04, 0.045 }),
        smallCandidate("C4", "Label printing", kLabels, "consume", Verdict::Worker, 37.5, { 3, 5, 11 }, { 0.01, 0.015, 0.02 }),
        smallCandidate("C5", "Monthly report", kReport, "main", Verdict::Cli, 31, { 2, 3.5, 7 }, { 0.005, 0.01, 0.015 }),
        smallCandidate("C6", "Quotes", kQuote, "QuoteService", Verdict::Service, 28, { 8, 14, 33 }, { 0.005, 0.01, 0.02 }) };
    Wave prepare;
    prepare.number = 0;
    prepare.title = "Prepare";
    prepare.work = {
        { "Measure a baseline and a profile of one working day", Verdict::ProfileFirst, { kRounding }, { 1, 2, 3 }, {} },
        { "Batch the query of Repository.positions", Verdict::FixInPython, { kRepository }, { 0.5, 1, 2 }, { 0.06, 0.08, 0.09 } },
        { "Type the interface of window", Verdict::TypeFirst, { kWindow }, { 0.2, 0.3, 0.6 }, {} },
        { "Cut the import of contracts in rules", Verdict::RefactorFirst, { kContracts, kRules }, { 0.6, 1, 2 }, {} },
    };
    prepare.effort = { 2.3, 4.3, 7.6 };
    prepare.gain = { 0.06, 0.08, 0.09 };
    prepare.exitCriteria = { "A profile of one working day is in the repository.", "Tests of planning and tariff pass." };
    prepare.measure = { "Process time of one planning run" };
    Wave one;
    one.number = 1;
    one.title = "Tariff and planning";
    one.candidates = { "C1", "C2" };
    one.prerequisites = { "Type the interface of window" };
    one.effort = { 11.5, 19, 38 };
    one.gain = { 0.29, 0.38, 0.42 };
    one.crossings = 113700.5;
    one.exitCriteria = { "Both implementations agree on 10,000 recorded quotes." };
    one.measure = { "Process time of one planning run", "Time per quote, 95th percentile" };
    Wave two;
    two.number = 2;
    two.title = "The rest";
    two.candidates = { "C3", "C4", "C5", "C6" };
    two.prerequisites = { "C1" };
    two.effort = { 15, 25.5, 57 };
    two.gain = { 0.05, 0.075, 0.1 };
    a.waves = { prepare, one, two };
    for (const AssessedModule& module : a.modules) {
        if (module.judged() && (module.verdict.id == Verdict::KeepPython || module.verdict.id == Verdict::AlreadyNative))
            a.leftInPython.push_back({ module.path, module.verdict.id });
    }
    a.sensitivityTop = { { "C1", 1 }, { "C2", 0.97 }, { "C3", 0.64 }, { "C4", 0.41 }, { "C5", 0.335 }, { "C6", 0.2 } };
}

inline void fillDependencies(Assessment& a)
{
    a.dependencies = {
        { "Jinja2", ">=3", { kHostile }, "keep-python", {}, "Templates stay where the web code is.", {}, {} },
        { "numpy", ">=1.26,<3", { kEta }, "native-inside", { { "ndarray", "same memory layout through numpy" } }, "Already native.", {}, {} },
        { "pydantic", "", { kQuote, kTariff }, "rust-inside", { { "serde", "for the structs" } }, "Version 2 validates in Rust.", {}, {} },
        { "requests", "~=2.31", { kRepository }, "rust-equivalent", { { "reqwest", "" }, { "ureq", "blocking, small" } }, "", {}, {} },
        { "tariffdb", "", { kRules }, "unknown", {}, "", {}, {} },
    };
}

inline void fillTotals(Assessment& a)
{
    std::vector<std::string> packages;
    double time = 0;
    for (AssessedModule& m : a.modules) {
        m.id = static_cast<std::uint32_t>(&m - a.modules.data());
        if (!m.judged())
            continue;
        Totals& t = a.totals;
        ++t.modules;
        t.functions += m.functions.size();
        t.classes += m.classes.size();
        t.asyncFunctions += m.asyncFunctions;
        t.lines.physical += m.lines.physical;
        t.lines.code += m.lines.code;
        t.lines.doc += m.lines.doc;
        t.lines.comment += m.lines.comment;
        t.lines.blank += m.lines.blank;
        t.logicalLines += m.logicalLines;
        t.hints.slotCount += m.hints.slotCount;
        t.hints.annotated += m.hints.annotated;
        t.hints.any += m.hints.any;
        t.hints.loose += m.hints.loose;
        t.hints.exact += m.hints.exact;
        ++t.verdicts[static_cast<std::size_t>(m.verdict.id)];
        t.readiness += m.readiness * m.heat.interpreted.likely;
        time += m.heat.interpreted.likely;
        if (std::find(packages.begin(), packages.end(), m.package) == packages.end())
            packages.push_back(m.package);
    }
    a.totals.packages = packages.size();
    a.totals.readiness = a.totals.readiness * (1 / time);
}

inline Assessment assessment()
{
    Assessment a;
    a.toolVersion = "0.1.0";
    a.ruleCount = 46;
    a.knowledgeDate = "2025-01-31";
    a.projectName = "freightline";
    a.commit = "4f1d9a52c07be7d3b7b0c3f6a3a9c9d0e1f2a3b4";
    a.branch = "main";
    a.commitDate = "2025-02-11";
    a.dirty = false;
    a.settingsHash = "0f3c6b1f6f3a4a8fb3a2c1d0e9f8a7b6";
    a.recommendation = { "Start with route planning; fix one query in Python before that.",
        { "Route planning burns 32 % of the run in interpreted Python, in three functions with two callers.",
            "Batching the query of Repository.positions saves about 8 % of the run in about one day." },
        "estimated", { "Import a profile of one working day: it replaces the estimate for what it covers.",
            "Add a coverage file: test coverage is unknown for all modules." } };
    a.weights = kWeights;
    a.modules = modules();
    fillCoverage(a);
    fillGraph(a);
    fillFindings(a);
    fillTotals(a);
    fillPlan(a);
    fillPlanDetails(a);
    fillDependencies(a);
    return a;
}

inline AssessmentPtr assessmentPtr() { return std::make_shared<const Assessment>(assessment()); }

} // namespace ferroscope::sample
