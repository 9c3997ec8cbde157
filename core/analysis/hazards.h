// SPDX-FileCopyrightText: The Ferroscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
// Hazards of a port: what the code relies on that a faithful Rust version has to do on purpose (Hazard in
// core/assessment). From facts and findings, each at its place; no score hangs on them.
//
//   pickling       a class that moves takes part in pickling, or code around it pickles
//   subclassing    a class that stays derives from one that moves
//   public-api     a package exports it: names, keywords and results are what users rely on
//   patched        other code, tests above all, replaces it or what its module imports at run time
//   text-index     text is read by position: code points in Python, bytes in Rust
//   unbounded-int  integers that may outgrow 64 bits
//   exceptions     types it raises to callers
//   hash-order     the order of a set, or of the keys of a dictionary
#pragma once

#include "core/analysis/moved.h"
#include <map>
#include <mutex>

namespace ferroscope::analysis {

inline constexpr std::size_t kMostHazardsPerKind = 4; // the last one says how many more there are

// No setting changes what is found, so what was found for a set of functions is remembered: a plan that is judged
// again under other settings asks for the same sets. Thread-safe.
class HazardFinder {
public:
    explicit HazardFinder(const Judged& judged); // keeps the reference
    std::vector<Hazard> hazards(const Moved& moved) const; // by path, line; bounded

private:
    const Judged& m_judged;
    std::vector<std::vector<graph::ModuleId>> m_importers;
    mutable std::mutex m_mutex; // guards what follows
    mutable std::map<std::vector<graph::FunctionId>, std::vector<Hazard>> m_known; // at most kMostKnown
};

} // namespace ferroscope::analysis
