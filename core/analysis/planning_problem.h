// SPDX-FileCopyrightText: The Ferroscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
// Problem: the planning problem of a judged codebase as far as no setting changes it: units with their times and
// speed-ups, links with their prices, what keeps a unit in Python by what it is. planning.h completes it.
//
// A unit is a top-level function with what is nested in it, or a class with all its methods; module-level code is a
// unit that never moves, so that its calls are priced as crossings.
#pragma once

#include "core/analysis/judged.h"
#include "core/roadmap/effort.h"

namespace ferroscope::analysis {

// What a fact, a score or a person has against moving a unit. The hard ones hold until a person moves just that unit;
// the others are guesses of worth that a hand-made candidate overrules.
enum class Pin : std::uint8_t { None, MostlyNative, Waits, Glue, Cold, ModuleCode, Veto, Coroutine, KeptByOverride, KeptByHand };
std::string_view pinReason(Pin pin); // without a full stop
bool isHard(Pin pin);

struct Problem {
    std::vector<roadmap::UnitSize> sizes; // by unit, for its effort
    std::vector<Pin> pins; // by unit
    std::vector<std::uint32_t> unitOf; // FunctionId -> unit, kNoIndex if its module is not judged
    std::vector<std::uint32_t> firstUnit; // of each plan module, which are contiguous; one more at the end
    std::vector<std::uint32_t> planModuleOf; // ModuleId -> index in PlanInput::modules, kNoIndex if not judged
    std::vector<graph::ModuleId> moduleOfPlan;
    std::vector<scoring::PlanView> views; // by module id: shares, entry points
    std::vector<scoring::VerdictFacts> verdicts; // by module id
    std::vector<std::vector<std::pair<graph::ModuleId, graph::ModuleId>>> cycleEdges; // by cycle: imports that run as modules load
};

// The problem and its PlanInput without pins and levels, with the efforts of default costs.
std::pair<Problem, roadmap::PlanInput> makeProblem(const Judged& judged, unsigned jobs);

} // namespace ferroscope::analysis
