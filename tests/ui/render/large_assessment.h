// SPDX-FileCopyrightText: The Ferroscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
// Assessments of any size for tests of figures and of the report: the sample's modules, varied and repeated
// over invented contexts, and one in which nothing is worth moving.
#pragma once

#include "tests/support/sample_assessment.h"

namespace ferroscope::sample {

inline Assessment largeAssessment(std::size_t count)
{
    static constexpr std::array<const char*, 14> contexts { "admin", "api", "billing", "common", "customers", "edi", "eta", "notify", "orders",
        "reports", "routing", "tracking", "warehouse", "workers" };
    Assessment a = assessment();
    const Assessment small = a;
    a.modules.clear();
    a.contexts.edit().clear();
    std::uint64_t state = 12345;
    const auto random = [&state] { // 0..1, the same on every machine
        state = state * 6364136223846793005ULL + 1442695040888963407ULL;
        return static_cast<double>(state >> 40U) / static_cast<double>(1U << 24U);
    };
    for (const AssessedModule& module : small.modules) {
        if (module.judged())
            a.modules.push_back(module);
    }
    for (std::size_t i = a.modules.size(); i < count; ++i) {
        const std::size_t c = static_cast<std::size_t>(random() * random() * 14) % contexts.size();
        ModuleRow row = moduleRows()[3 + i % 11];
        const std::string name = "freight." + std::string(contexts[c]) + ".part_" + std::to_string(i);
        const std::string path = "src/freight/" + std::string(contexts[c]) + "/part_" + std::to_string(i) + ".py";
        row.path = path.c_str();
        row.name = name.c_str();
        row.verdict = random() < 0.06 ? Verdict::AlreadyNative : Verdict::KeepPython;
        row.runnerUp = random() < 0.3 ? Verdict::ProfileFirst : Verdict::KeepPython;
        row.code = static_cast<std::uint32_t>(20 + random() * 500);
        row.interpreted *= random() * 0.02;
        row.native *= random() * 0.02;
        row.waiting = random() * random() * 0.004;
        for (double& value : row.criteria) {
            if (value >= 0)
                value = std::clamp(value * (0.3 + random() * 0.7), 0.0, 100.0);
        }
        a.modules.push_back(moduleOf(row));
        a.modules.back().context = "x" + std::to_string(c);
    }
    std::sort(a.modules.begin(), a.modules.end(), [](const AssessedModule& x, const AssessedModule& y) { return x.path < y.path; });
    for (std::size_t c = 0; c < contexts.size(); ++c) {
        ContextSummary summary { "x" + std::to_string(c), contexts[c], {}, 0.6, 3, 2 };
        for (AssessedModule& module : a.modules) {
            if (module.path.find("/" + summary.name + "/") != std::string::npos)
                module.context = summary.id;
            if (module.context == summary.id)
                summary.modules.push_back(module.path);
        }
        a.contexts.edit().push_back(summary);
    }
    double time = 0; // all modules together are the whole run
    for (const AssessedModule& module : a.modules)
        time += module.heat.interpreted.likely + module.heat.native.likely + module.heat.waiting.likely;
    for (AssessedModule& module : a.modules) {
        module.heat.interpreted = module.heat.interpreted * (1 / time);
        module.heat.native = module.heat.native * (1 / time);
        module.heat.waiting = module.heat.waiting * (1 / time);
    }
    a.totals = {};
    fillTotals(a);
    a.leftInPython.clear();
    for (const AssessedModule& module : a.modules) {
        if (module.verdict.id == Verdict::KeepPython || module.verdict.id == Verdict::AlreadyNative)
            a.leftInPython.push_back({ module.path, module.verdict.id });
    }
    return a;
}

// The run waits and computes natively: the answer is "leave it in Python".
inline Assessment nothingToMove()
{
    Assessment a = assessment();
    std::erase_if(a.modules, [](const AssessedModule& m) { return movesToRust(m.verdict.id) || isBlocker(m.verdict.id); });
    for (AssessedModule& module : a.modules) {
        if (!module.judged())
            continue;
        module.heat = heatOf(0.02, 0.08, 0.15, 0);
        module.value = { 3, 6, 11 };
        module.wave.reset();
    }
    a.candidates.clear();
    a.waves.clear();
    a.sensitivityTop.clear();
    a.cycles.edit().clear();
    a.cuts.edit().clear();
    a.totals = {};
    fillTotals(a);
    a.recommendation = { "Leave it in Python: the run waits or computes natively already.",
        { "Interpreted code takes 8 % of the run; no group of functions would save 1 % of it.",
            "Half of the run waits for the network and the database, which Rust would not shorten." },
        "estimated", { "Import a profile of one working day." } };
    return a;
}

} // namespace ferroscope::sample
