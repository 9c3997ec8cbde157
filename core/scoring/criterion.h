// SPDX-FileCopyrightText: The Ferroscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
// Criterion: one question of the guide, one file each. A criterion reads the evidence of one module and
// answers 0..100 with a range. Every answer is monotone in its evidence.
#pragma once

#include "core/scoring/score.h"
#include "core/scoring/signals.h"

namespace ferroscope::scoring {

inline constexpr double kMostPoints = 6; // that findings add to or take off an answer

struct Evidence {
    const graph::Codebase& codebase;
    const evidence::HeatMap& heat;
    const knowledge::Knowledge& knowledge;
    graph::ModuleId module;
    const Signals& signals;
    std::span<const rules::Finding> findings; // of this module, sorted by line
    std::span<const std::uint32_t> calls; // indices of call edges with an end in this module
    std::optional<int> churn; // commits, if history is known
    int churnSeen = 0; // commits looked at
    std::optional<double> covered = std::nullopt; // share of its lines that tests ran, if a coverage file has it
    std::span<const std::uint32_t> attributes {}; // indices in codebase.attributes, with an end in this module
    const graph::Module& self() const { return codebase.modules[module]; }
    const facts::FileFacts& facts() const { return *self().facts; }
    // Sum of weights of findings that act on `criterion` with this sign.
    double weightOf(rules::Criterion criterion, int sign) const;
    // What findings do to an answer that stands on signals, in points: up to kMostPoints for those that raise it, less
    // as much for those that lower it; half of that at a weight of one. Monotone: one more never turns the sign.
    double pointsOf(rules::Criterion criterion) const;
    // 0..1: share of the reference population below this module's signal.
    double percentile(Signal signal) const;
};

Answer cpuBound(const Evidence& evidence);
Answer ioAndAsync(const Evidence& evidence);
Answer boundaryCrossings(const Evidence& evidence);
Answer boundedContext(const Evidence& evidence);
Answer typeClarity(const Evidence& evidence);
Answer portability(const Evidence& evidence);
Answer ecosystem(const Evidence& evidence);
Answer safetyNet(const Evidence& evidence);
Answer startSmall(const Evidence& evidence);

Answers answerAll(const Evidence& evidence);

// Functions that code outside the module calls or may call: public top-level functions and methods of public
// classes, without those nothing can reach. Indices into facts().functions.
std::vector<facts::FunctionIndex> interfaceOf(const facts::FileFacts& facts);

} // namespace ferroscope::scoring
