// SPDX-FileCopyrightText: The Ferroscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
// Cheaper than Rust: what else could make a candidate faster, each only where the code says it could do, with the
// reason. Native packages come first (nothing to write), then what runs the same code, then what compiles it.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace ferroscope::roadmap {

struct AlternativeFacts { // of what moves
    std::vector<std::string> calls; // of functions outside the repository, dotted: "json.loads"; sorted
    std::vector<std::string> names; // of its functions, as written
    std::uint32_t arithmetic = 0; // places in loops: numbers combined
    std::uint32_t objects = 0; // places in loops: attributes read, calls made
    std::uint32_t containers = 0; // places in loops: items read, stored, sliced
    std::optional<double> typedShare; // of its interface
    std::uint32_t dynamicPlaces = 0;
    std::uint32_t spreadPlaces = 0; // where work is handed to threads or processes
    std::string spreadExample; // "shop/run.py:12"
    std::string extensionPackage; // one that the project imports and that needs C extensions; "" = none
    std::optional<std::pair<int, int>> oldestPython; // that the manifests allow
};

inline constexpr std::size_t kMostAlternatives = 6;

std::vector<std::string> alternativesTo(const AlternativeFacts& facts);

} // namespace ferroscope::roadmap
