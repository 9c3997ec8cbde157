// SPDX-FileCopyrightText: The Ferroscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
// Heat: where CPU time goes, estimated from the source alone (method, section 3).
//
// A static profile: what one call of a function costs (operation mix × cost per operation, calls into known
// native or waiting code by resources/knowledge) times how often it is called (a fitted model over the flow of
// calls through the call graph: frequency.h). All figures are virtual nanoseconds per run: they
// compare places with each other; they are no prediction of seconds. Estimated, never measured: a range says
// how far they can be off.
#pragma once

#include "core/base/range.h"
#include "core/graph/codebase.h"
#include "core/knowledge/knowledge.h"
#include <optional>
#include <stop_token>
#include <vector>

namespace ferroscope::evidence {

// No single wait counts more. Loops are assumed to turn 8 times where real ones turn thousands of times, so a
// wait at its true length would drown all computing; this keeps the two in proportion.
inline constexpr double kLongestWait = 3'000; // ns

// A native call shorter than this is mostly the interpreter calling it (len, min, list.append): it counts as
// interpreted work, because a move to Rust would take it along.
inline constexpr double kShortNativeCall = 150; // ns

struct FunctionHeat {
    double calls = 0; // expected per run
    double callCost = 0; // interpreted ns of one call, callees not included
    Range interpreted; // ns per run inside the function itself
    Range native; // ns per run in native code it calls directly
    Range waiting; // ns per run it waits in calls it makes directly
    bool reached = false; // some entry point leads here over resolved calls
    bool measured = false; // a profile saw it run: the three ranges are its times (measured_heat.h)
    std::optional<double> measuredCalls; // in the profiled run, from an exact profile
};

struct HeatMap {
    std::vector<FunctionHeat> functions; // by graph::FunctionId
    std::vector<double> edgeCalls; // expected calls per run over each call edge, by index in Codebase::calls
    Range interpreted, native, waiting; // sums over functions of judged modules (source and script)
    double runTime = 0; // of the profiled run, in the same virtual ns; 0 without a profile
    double perSecond = 0; // virtual ns that stand for a measured second; 0 without a profile
    std::vector<char> measuredEdges; // by index in Codebase::calls: edgeCalls was counted; empty without an exact profile
    double total() const { return runTime > 0 ? runTime : interpreted.likely + native.likely + waiting.likely; }
    Range moduleInterpreted(const graph::Codebase& codebase, graph::ModuleId module) const;
    Range moduleNative(const graph::Codebase& codebase, graph::ModuleId module) const;
    Range moduleWaiting(const graph::Codebase& codebase, graph::ModuleId module) const;
};

// Only modules of these roles run in production; the others are no callers and get no heat.
bool isJudged(source::Role role);

HeatMap estimateHeat(const graph::Codebase& codebase, const knowledge::Knowledge& knowledge, std::stop_token stop);

} // namespace ferroscope::evidence
