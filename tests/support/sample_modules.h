// SPDX-FileCopyrightText: The Ferroscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
// The modules of the sample assessment, from a table of what differs between them.
#pragma once

#include "core/assessment/assessment.h"
#include <algorithm>
#include <cmath>
#include <string>
#include <tuple>
#include <vector>

namespace ferroscope::sample {

inline constexpr const char* kQuote = "src/freight/api/quote.py";
inline constexpr const char* kContracts = "src/freight/billing/contracts.py";
inline constexpr const char* kRounding = "src/freight/billing/rounding.py";
inline constexpr const char* kRules = "src/freight/billing/rules.py";
inline constexpr const char* kTariff = "src/freight/billing/tariff.py";
inline constexpr const char* kReport = "src/freight/cli/report.py";
inline constexpr const char* kEdi = "src/freight/edi/reader.py";
inline constexpr const char* kEta = "src/freight/ml/eta.py";
inline constexpr const char* kRoutes = "src/freight/planning/routes.py";
inline constexpr const char* kWindow = "src/freight/planning/window.py";
inline constexpr const char* kLabels = "src/freight/queue/labels.py";
inline constexpr const char* kRepository = "src/freight/tracking/repository.py";
// Attacks Markdown tables, code spans, links and HTML.
inline constexpr const char* kHostile = "src/freight/web/a|b`c`<script>alert(1)</script>[x](y)*_&.py";

inline constexpr std::array<double, kCriterionCount> kWeights { 5, 2, 2, 2, 2, 2, 1, 1.5, 0.5 };

struct ModuleRow {
    const char* path;
    const char* name;
    Verdict verdict, runnerUp;
    std::uint32_t code;
    double interpreted, native, waiting; // shares of the run, likely
    std::uint32_t slotCount, annotated;
    std::array<double, kCriterionCount> criteria; // by CriterionId, negative = unknown
    std::array<const char*, 3> functions; // the first does most of the work; "A.b" makes a class A
    const char* reason;
};

inline const std::vector<ModuleRow>& moduleRows()
{
    using enum Verdict;
    static const std::vector<ModuleRow> rows {
        { "src/freight/__init__.py", "freight", KeepPython, KeepPython, 6, 0, 0, 0, 0, 0, { 0, 90, 60, 70, 100, 95, 100, -1, 90 },
            {}, "It is glue: 6 lines that import other modules." },
        { kQuote, "freight.api.quote", Service, ExtractModule, 164, 0.02, 0, 0.03, 22, 20, { 31, 40, 55, 62, 91, 70, 80, -1, 52 },
            { "QuoteService.quote", "QuoteService.check", "parse" }, "A web endpoint that does its work itself." },
        { kContracts, "freight.billing.contracts", KeepPython, RefactorFirst, 320, 0.01, 0, 0.02, 40, 12, { 12, 51, 70, 22, 30, 48, 66, -1, 31 },
            { "Contract.load", "Contract.store", "migrate" }, "It waits for the database and is called 40 times a day." },
        { kRounding, "freight.billing.rounding", ProfileFirst, ExtractPyo3, 120, 0.02, 0, 0, 14, 14, { -1, 95, 58, 77, 96, 88, 100, -1, 80 },
            { "round_half_even", "allocate", "cents" }, "It could be hot: the answer hangs on the size of its input." },
        { kRules, "freight.billing.rules", RefactorFirst, ExtractModule, 410, 0.04, 0, 0, 61, 33, { 55, 88, 35, 18, 54, 36, 60, -1, 20 },
            { "RuleBook.apply", "RuleBook.load", "match" }, "Its boundary runs through an import cycle." },
        { kTariff, "freight.billing.tariff", ExtractPyo3, ExtractModule, 212, 0.14, 0, 0, 34, 23, { 78, 97, 72, 64, 68, 71, 82, -1, 61 },
            { "evaluate", "Bracket.price", "parse_bracket" }, "evaluate burns 14 % of the run in interpreted Python." },
        { kReport, "freight.cli.report", Cli, KeepPython, 96, 0.02, 0.01, 0.01, 9, 9, { 28, 60, 66, 81, 100, 84, 70, -1, 77 },
            { "main", "render", "totals" }, "A command line that nothing imports." },
        { kEdi, "freight.edi.reader", DataPipeline, ExtractPyo3, 188, 0.05, 0, 0.01, 19, 8, { 47, 70, 30, 73, 42, 79, 74, -1, 58 },
            { "read_rows", "normalise", "check_digit" }, "It works row by row over tables." },
        { kEta, "freight.ml.eta", AlreadyNative, KeepPython, 140, 0.01, 0.06, 0, 16, 4, { 8, 92, 80, 58, 25, 60, 20, -1, 49 },
            { "predict", "features", "load_model" }, "Its time is spent inside numpy." },
        { kRoutes, "freight.planning.routes", ExtractModule, ExtractPyo3, 384, 0.32, 0.01, 0, 48, 44, { 93, 99, 64, 84, 92, 74, 90, -1, 43 },
            { "best_position", "insertion_cost", "Position.shift" }, "It burns 32 % of the run in interpreted Python, in three functions." },
        { kWindow, "freight.planning.window", TypeFirst, ExtractPyo3, 77, 0.05, 0, 0, 21, 2, { 60, 98, 28, 79, 10, 82, 95, -1, 74 },
            { "fits", "overlap", "Window.shift" }, "Its interface is untyped: 19 of 21 slots have no hint." },
        { kLabels, "freight.queue.labels", Worker, KeepPython, 131, 0.02, 0.01, 0.02, 12, 10, { 35, 45, 60, 80, 83, 77, 50, -1, 66 },
            { "consume", "Label.render", "ack" }, "A queue consumer with its own process." },
        { kRepository, "freight.tracking.repository", FixInPython, KeepPython, 268, 0.01, 0, 0.1, 37, 30, { 9, 15, 74, 55, 81, 64, 40, -1, 38 },
            { "Repository.positions", "Repository.connect", "Repository.fetch" }, "It waits for one query per row; batching it costs about a day." },
        { kHostile, "freight.web.a|b`c`<script>alert(1)</script>[x](y)*_&", KeepPython, RefactorFirst, 58, 0.01, 0, 0, 7, 0,
            { 5, 50, 70, 40, 0, 8, 35, -1, 60 }, { "render", "<lambda>", "View.get" }, "It builds code with exec() and stays in Python." },
    };
    return rows;
}

inline double sumOf(const ModuleRow& row, int from, int to, double unknown, double shift)
{
    double sum = 0, weights = 0;
    for (int at = from; at < to; ++at) {
        const double value = row.criteria[static_cast<std::size_t>(at)];
        sum += kWeights[static_cast<std::size_t>(at)] * (value < 0 ? unknown : std::clamp(value + shift, 0.0, 100.0));
        weights += kWeights[static_cast<std::size_t>(at)];
    }
    return sum / weights;
}

inline void fillScores(AssessedModule& m, const ModuleRow& row)
{
    m.value = { sumOf(row, 0, kValueCriterionCount, 0, -8), sumOf(row, 0, kValueCriterionCount, 0, 0), sumOf(row, 0, kValueCriterionCount, 100, 6) };
    m.ease = { sumOf(row, kValueCriterionCount, kCriterionCount, 0, -6), sumOf(row, kValueCriterionCount, kCriterionCount, 0, 0),
        sumOf(row, kValueCriterionCount, kCriterionCount, 100, 5) };
    m.readiness = { std::sqrt(m.value.low * m.ease.low), std::sqrt(m.value.likely * m.ease.likely), std::sqrt(m.value.high * m.ease.high) };
    for (int at = 0; at < kCriterionCount; ++at) {
        const auto index = static_cast<std::size_t>(at);
        const bool isValue = at < kValueCriterionCount;
        const double known = row.criteria[index];
        CriterionScore& score = m.criteria[index];
        score.weight = kWeights[index];
        if (known >= 0) {
            score.value = known;
            score.low = std::max(0.0, known - (isValue ? 8 : 6));
            score.high = std::min(100.0, known + (isValue ? 6 : 5));
        }
        double weights = 0;
        for (int other = isValue ? 0 : kValueCriterionCount; other < (isValue ? kValueCriterionCount : kCriterionCount); ++other)
            weights += kWeights[static_cast<std::size_t>(other)];
        const double group = (isValue ? m.value.likely : m.ease.likely) * weights;
        score.contribution = group > 0 ? m.readiness.likely * score.weight * std::max(0.0, known) / (2 * group) : 0;
        score.why = known < 0 ? "Nothing is known about it: no profile or coverage file was given."
                              : "Evidence of " + std::string(criterionId(static_cast<CriterionId>(at))) + " in " + m.name + ".";
    }
}

inline Heat heatOf(double interpreted, double native, double waiting, double calls)
{
    const auto range = [](double likely) { return Range { likely * 0.6, likely, likely * 1.4 }; };
    Heat heat { HeatSource::Estimated, range(interpreted), range(native), range(waiting), std::nullopt };
    if (calls > 0)
        heat.calls = calls;
    return heat;
}

inline void fillFunctions(AssessedModule& m, const ModuleRow& row)
{
    static constexpr std::array<double, 3> shares { 0.7, 0.2, 0.1 };
    std::uint32_t line = 12;
    for (std::size_t at = 0; at < 3 && row.functions[at]; ++at) {
        AssessedFunction f;
        f.name = row.functions[at];
        const std::size_t dot = f.name.find('.');
        f.kind = dot == std::string::npos ? "function" : "method";
        f.line = line;
        f.endLine = line + row.code / 5 + 2;
        if (dot != std::string::npos && (m.classes.empty() || m.classes.back().name != f.name.substr(0, dot)))
            m.classes.edit().push_back({ f.name.substr(0, dot), line - 2, line + row.code / 2, 4, { "BaseModel" } });
        line = f.endLine + 4;
        f.isAsync = row.waiting >= 0.03 && at == 0;
        f.awaits = f.isAsync ? 3 : 0;
        f.ccRadon = static_cast<std::uint32_t>(11 - 3 * at);
        f.ccC901 = f.ccRadon - 1;
        f.cognitive = static_cast<std::uint32_t>(17 - 6 * at);
        f.loopDepth = static_cast<std::uint32_t>(at == 0 ? 2 : 1 - at / 2);
        f.hints = { row.slotCount / 3, row.annotated / 3, 0, row.annotated / 6, row.annotated / 6 };
        f.heat = heatOf(row.interpreted * shares[at], row.native * shares[at], row.waiting * shares[at], 480.0 / static_cast<double>(at + 1));
        m.functions.edit().push_back(f);
    }
}

inline AssessedModule moduleOf(const ModuleRow& row)
{
    AssessedModule m;
    m.path = row.path;
    m.name = row.name;
    m.role = "source";
    m.package = "freight";
    m.lines = { row.code + row.code / 4 + 20, row.code, row.code / 8, row.code / 16, row.code / 4 + 20 - row.code / 8 - row.code / 16 };
    m.logicalLines = row.code - row.code / 10;
    m.hints = { row.slotCount, row.annotated, row.annotated / 8, row.annotated / 4, row.annotated - row.annotated / 8 - row.annotated / 4 };
    m.heat = heatOf(row.interpreted, row.native, row.waiting, 480);
    fillFunctions(m, row);
    fillScores(m, row);
    m.fanIn = row.code / 60;
    m.fanOut = row.code / 80;
    m.churn = row.code / 20;
    m.imports = { { "json", 3, false, {} }, { "freight", 4, true, { "lazy" } } };
    m.asyncFunctions = row.waiting >= 0.03 ? 1 : 0;
    m.awaits = 3 * m.asyncFunctions;
    m.blockingCalls = row.waiting > 0.05 ? 2 : 0;
    m.ioCalls = static_cast<std::uint32_t>(row.waiting * 100);
    m.verdict = { row.verdict, row.runnerUp, { row.reason, "The runner-up would move more code for the same gain." }, {}, {}, std::nullopt };
    return m;
}

inline AssessedModule unjudged(const char* path, const char* name, const char* role)
{
    AssessedModule m;
    m.path = path;
    m.name = name;
    m.role = role;
    m.lines = { 60, 44, 4, 2, 10 };
    m.logicalLines = 40;
    m.functions.edit().push_back({ "test_it", "function", 8, 20, false, 0, 2, 2, 1, 1, std::nullopt, { 1, 0, 0, 0, 0 }, {} });
    return m;
}

inline std::vector<AssessedModule> modules()
{
    std::vector<AssessedModule> all;
    for (const ModuleRow& row : moduleRows())
        all.push_back(moduleOf(row));
    const auto named = [&](const char* path) -> AssessedModule& {
        return *std::find_if(all.begin(), all.end(), [&](const AssessedModule& m) { return m.path == path; });
    };
    for (const char* path : { kRounding, kContracts, kRules, kTariff })
        named(path).context = "c1";
    for (const char* path : { kRoutes, kWindow })
        named(path).context = "c2";
    named(kContracts).cycle = 0;
    named(kRules).cycle = 0;
    named(kRoutes).wave = 1;
    named(kTariff).wave = 1;
    for (const char* path : { kEdi, kLabels, kReport, kQuote })
        named(path).wave = 2;
    for (const char* path : { kRounding, kRepository, kWindow, kRules })
        named(path).wave = 0;
    named(kRoutes).tests = { "tests/test_routes.py" };
    named(kTariff).tests = { "tests/test_tariff.py" };
    named(kEta).ffi = { { "c-extension", "numpy", 3 }, { "pickle", "load_model", 88 } };
    named(kEta).verdict.alternatives = { "Numba: the loop of features works on arrays." };
    named(kRoutes).verdict.alternatives = { "mypyc: 44 of 48 slots are typed." };
    named(kHostile).verdict.vetoes = { "exec() of a computed string at line 3" };
    named(kContracts).verdict.override_ = Override { Verdict::KeepPython, "Replaced by a bought product next year | see <wiki>" };
    all.push_back(unjudged("src/freight/pb/messages_pb2.py", "freight.pb.messages_pb2", "generated"));
    all.push_back(unjudged("tests/test_routes.py", "tests.test_routes", "test"));
    all.push_back(unjudged("tests/test_tariff.py", "tests.test_tariff", "test"));
    std::sort(all.begin(), all.end(), [](const AssessedModule& x, const AssessedModule& y) { return x.path < y.path; });
    return all;
}

} // namespace ferroscope::sample
