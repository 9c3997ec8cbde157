// SPDX-FileCopyrightText: The Ferroscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
// What is said of the sample plan beyond effort and gain: calendar, way back, risks, money, hazards, alternatives.
#pragma once

#include "core/assessment/assessment.h"
#include "tests/support/sample_modules.h"

namespace ferroscope::sample {

inline void fillCalendar(Assessment& a)
{
    a.waves[0].weeks = { 0.3, 0.6, 1.1 };
    a.waves[0].dates = { "2025-03-03", "2025-03-04", "2025-03-05", "2025-03-07" };
    a.waves[1].weeks = { 1.6, 2.7, 5.4 };
    a.waves[1].dates = { "2025-03-06", "2025-03-17", "2025-03-25", "2025-04-17" };
    a.waves[2].weeks = { 2.1, 3.6, 8.1 };
    a.waves[2].dates = { "2025-03-26", "2025-04-09", "2025-04-21", "2025-06-13" };
    a.waves[0].rollback = "Everything in this wave is an ordinary change in Python: revert the change that broke something.";
    a.waves[1].rollback = "C1 and C2: the Python version stays beside the Rust one; FREIGHT_PURE_PYTHON=1 makes its module import it again.";
    a.waves[2].rollback = "C4: the Python consumer stays deployed without load; the queue is routed back to it.";
    for (Wave& wave : a.waves) {
        wave.stopRule = "Go on if the run is shorter by 5 % from this wave alone; otherwise stop";
        wave.exitCriteria.push_back(wave.stopRule);
    }
}

inline void fillRisks(Assessment& a)
{
    a.risks = {
        { "R3", "untested", "No test was found for freight.edi.reader: the port may answer differently and nobody notices.", "high", "medium",
            "A recorded input gives another result", "Write characterisation tests on recorded inputs before the port", "Ada | <b>Lovelace</b>", { "C3" }, { 2 } },
        { "R2", "estimate-only", "No profile was given: where the time goes is estimated from the code, with 75 % of the calls resolved.", "medium", "high",
            "A profile gives a candidate less than half of its estimated share of the run", "Profile a representative run in wave 0", "Performance engineer", {}, {} },
        { "R7", "cycle", "freight.billing.rules is part of an import cycle: the interface of what moves has no clear direction.", "medium", "low",
            "The extension module has to import the package that imports it", "Cut the cycle before the move", "Architect", { "C2" }, { 1 } },
    };
    a.money = MoneyPlan { "EUR", Range { 25'920, 43'920, 92'340 }, Range { 0, 8'000, 9'600 }, Range { 2.7, 5.5, 1000 }, Range { 0, 25'200, 30'240 }, 3,
        { "A person-day costs 900 EUR; the plan takes 29 to 103 person-days.", "No growth is given: the load stays as it is." } };
    a.platforms = { "CPython 3.10 to 3.13", "Linux x86-64", "macOS ARM64", "Windows" };
    a.planWarnings = { "C6 needs C1, which was put into a later wave." };
}

inline void fillPlanDetails(Assessment& a)
{
    fillCalendar(a);
    fillRisks(a);
    a.candidates[0].hazards = {
        { "public-api", "Position and best_position are exported: names of parameters, defaults, results and exceptions are what users rely on.", kRoutes, 12 },
        { "subclassing", "Stop of freight.planning.window derives from Position, which moves.", kWindow, 31 },
    };
    a.candidates[0].alternatives = { "mypyc: 92 % of its interface is typed and it uses no dynamic feature", "PyPy: it compiles such loops while they run" };
    a.candidates[0].criticality = "high";
    a.candidates[1].hazards = { { "exceptions", "freight.billing.tariff raises KeyError to callers: type and text are part of what they see.", kTariff, 72 } };
    a.candidates[1].isByHand = true;
    a.candidates[1].anchor = std::string(kTariff) + ":evaluate";
    for (LeftInPython& left : a.leftInPython) {
        const AssessedModule* module = a.find(left.module);
        left.why = module->verdict.override_ ? "Set by hand: " + module->verdict.override_->reason : module->verdict.reasons.front();
    }
}

} // namespace ferroscope::sample
