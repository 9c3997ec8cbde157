// SPDX-FileCopyrightText: The Ferroscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
// PlanInput: the planning problem as plain numbers. Scoring fills it; roadmap knows nothing of Python.
//
// A planning unit is a set of functions that can only move together (one function, one class with its
// methods, or functions tied by shared mutable state). Times are nanoseconds per run: measured where a
// profile covers them, else virtual ones of the static profile; both kinds never mix in one input.
#pragma once

#include "core/assessment/assessment.h"
#include "core/base/range.h"
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace ferroscope::roadmap {

inline constexpr std::uint32_t kNoIndex = 0xFFFFFFFFU;

struct Unit {
    std::string name; // of its main function or class: "best_position"
    std::vector<std::string> functions; // "path:qualified.name", sorted
    std::uint32_t module = 0; // index in PlanInput::modules
    Range time; // ns per run of interpreted time inside the unit itself (callees not included)
    Range speedup { 2, 5, 10 }; // factor by which Rust would shorten `time`, from its operation mix
    Range effort { 0.1, 0.2, 0.4 }; // person-days to port it, never negative
    std::uint32_t codeLines = 0; // of its functions; 0 = unknown
    std::uint32_t tie = kNoIndex; // units with the same tie move together
    bool pinned = false; // stays in Python
    std::string_view pinnedWhy {}; // a sentence without a full stop, of static lifetime
    bool forced = false; // a person moves it, whatever it saves; not with `pinned`
};

// Calls (and converted data) between two units; a crossing when its ends lie on different sides.
struct Link {
    std::uint32_t from = 0, to = 0; // units; from calls to
    std::string fromFunction, toFunction; // "path:qualified.name" of the main pair, for the crossing table
    double calls = 0; // per run
    double elements = 0; // converted elements per run, both directions
    double cost = 0; // ns per run if it crosses: calls × per-call + elements × per-element
    bool callback = false; // would be Rust calling back into Python when `to` stays and `from` moves
};

struct PlanModule {
    std::string path, name, package, context; // context = display name
    std::uint32_t codeLines = 0;
    double readiness = 0, value = 0, ease = 0; // 0..100, likely
    bool isCli = false; // holds a command line entry (main guard or console script) and nothing internal imports it
    bool isWorker = false; // holds queue-consumer entry points (task decorators, consume loops)
    bool isService = false; // holds web endpoints and its endpoints do the work themselves
    bool isRowPipeline = false; // row-wise work over tables (csv readers, iterrows, group-by into dicts)
    bool inCycle = false;
    bool tested = false;
    std::uint32_t fanIn = 0;
    std::uint32_t churn = 0;
    std::uint32_t interfaceSlots = 0; // places for a type on its interface
    std::uint32_t missingHints = 0; // those without one
    double hintCoverage = 1; // 0..1
    bool profiled = false;
    std::string criticality {}; // of the business: "low", "normal", "high"; "" = not given
};

struct UnitCosts { // editable; defaults documented where they are used
    double personDaysPerKloc = 18; // port of 1,000 logical lines of ordinary code, likely
    double lowFactor = 0.6, highFactor = 2.0; // range around likely
    double firstProjectFactor = 2.5; // on the effort of a team's first days with Rust, likely: learning_curve.h
    double perCandidateFixed = 2; // person-days: build, wheels, release of one candidate
    double perCrossingDays = 0.1; // interface work per function that is called over the boundary, however many call it
    double baselineDays = 2; // wave 0: baseline measurements and profile
    double typeSlotDays = 0.04; // per interface slot
    double cycleCutDays = 1; // per import edge to cut
    double testUnitDays = 0.25; // characterisation test per unit without one
    bool operator==(const UnitCosts&) const = default;
};

// Who does it, and when. What is not given is not assumed: without developers no weeks, without a start no dates.
struct Team {
    std::string start {}; // ISO date
    std::optional<double> developers {}; // full-time
    double focus = 0.7; // share of their time, (0, 1]
    std::string experience {}; // with Rust: "none", "some", "fluent"; "" = not known
    double rampUpWeeks = 14; // calendar weeks until a developer without experience is as fast as one with it
};

struct MoneyTerms {
    std::string currency = "EUR";
    std::optional<double> dayRate {}, machineCostPerYear {}, growthPerYear {}, horizonYears {};
};

// What a person decided about candidates. A unit is in at most one group, a choice per unit.
struct UnitGroup {
    std::string title; // "" = made from its units
    std::vector<std::uint32_t> units; // sorted: exactly these, and what is tied to them, move together
};
struct WaveChoice {
    std::uint32_t unit = 0; // the candidate that holds it goes ...
    int wave = 1; // ... there
};

struct PlanInput {
    std::vector<Unit> units;
    std::vector<Link> links;
    std::vector<PlanModule> modules;
    double runTime = 0; // ns per run, interpreted + native + waiting, likely
    bool measured = false;
    bool exact = true; // if measured: calls were counted, so crossings are, too, and seconds can be predicted
    UnitCosts costs;
    Team team {};
    MoneyTerms money {};
    std::map<std::string, std::string, std::less<>> riskOwners {}; // by kind of risk
    double cutOff = 0.002; // least share of the run saved per person-day that a candidate must reach
    double leastGain = 0.002; // least share of the run a candidate must save
    std::size_t maxCandidates = 12;
    std::vector<UnitGroup> groups {};
    std::vector<WaveChoice> waves {};
};

} // namespace ferroscope::roadmap
