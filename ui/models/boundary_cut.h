// SPDX-FileCopyrightText: The Ferroscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
// What a boundary costs and gains when units are moved over it one by one, around the cut a candidate proposes. Plain
// values and pure functions, made from an Assessment; the proposal itself is reproduced exactly.
//
// With the planning problem of the analysis at hand the units are its units, each with its own speed-up, effort and ties,
// and every link has its price (boundary_exact.cpp). Without it, what the assessment does not say is estimated here and
// marked so: the speed-up is one figure for all units (the one that gives the candidate's gain), effort beyond the fixed
// part goes by lines, and a call that no crossing prices costs what the priced ones cost per call. A new search for the
// best cut is the analysis' business.
#pragma once

#include "core/assessment/assessment.h"
#include "core/roadmap/plan_input.h"
#include <QString>
#include <vector>

namespace ferroscope::ui {

inline constexpr int kOutside = -1; // everything that is no unit of the problem: it stays in Python
inline constexpr int kMoved = -2; // what candidates before this one have moved: it is in Rust already

struct BoundaryUnit { // a function
    std::string path;
    QString name, module; // qualified name; dotted module
    double time = 0; // interpreted share of the run
    std::uint32_t lines = 0, line = 0;
    bool measured = false;
    bool proposed = false;
    double saving = 0; // share of `time` that Rust takes away: 1 - 1 / speed-up
    double days = 0; // person-days to port it
    int tie = -1; // units of the same tie move together; -1: free
    std::vector<std::string> functions {}; // by which settings name it
};

struct BoundaryLink {
    int from = kOutside, to = kOutside; // units
    QString fromName, toName;
    double calls = 0, elements = 0; // per run
    double cost = 0; // ns per run when its ends lie on different sides
    bool priced = true; // by the analysis
    bool measured = false;
};

struct BoundaryProblem {
    std::vector<BoundaryUnit> units; // proposed ones first, each part hottest first
    std::vector<BoundaryLink> links;
    double runNanoseconds = 0; // 0: unknown, then crossings have no share
    double fixedDays = 0, crossingDays = 0; // of the candidate; of each function called over the boundary
    bool exact = false; // figures of the analysis, not estimated here
    Range speedup; // of the proposal's units together
};
BoundaryProblem boundaryProblem(const Assessment& assessment, const Candidate& candidate);
// `input` is of the same assessment. The proposal keeps the gain and the effort that the assessment gives it.
BoundaryProblem boundaryProblem(const roadmap::PlanInput& input, const Assessment& assessment, const Candidate& candidate);
std::vector<int> tiedTo(const BoundaryProblem& problem, int unit); // what moves with it, itself included

using Cut = std::vector<bool>; // by unit: moved to Rust
Cut proposedCut(const BoundaryProblem& problem);

struct BoundaryResult { // shares of the run
    std::size_t units = 0;
    double saved = 0; // before crossings, with what earlier ones pay no more
    double crossingNanoseconds = 0, crossings = 0;
    double days = 0;
    double net() const { return saved - crossings; }
    double remains(double dayWorth) const { return net() - days * dayWorth; } // dayWorth: share that one day must bring
};
BoundaryResult evaluate(const BoundaryProblem& problem, const Cut& cut);
std::vector<int> crossingLinks(const BoundaryProblem& problem, const Cut& cut); // indexes, dearest first

// Growing cuts, each holding the one before: the best unit alone, then always the one that leaves most; the proposal is
// one of them. At most `most`, among them the first, the proposal and the last.
std::vector<Cut> growingCuts(const BoundaryProblem& problem, double dayWorth, std::size_t most);

} // namespace ferroscope::ui
