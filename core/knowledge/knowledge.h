// SPDX-FileCopyrightText: The Ferroscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
// Knowledge: what is known of packages, library functions and operation costs from outside the repository.
// Data lives in resources/knowledge/*.toml (compiled in), each entry with where it comes from; this is the
// only place that reads it. Loaded once, immutable, free to read from any thread.
#pragma once

#include "core/knowledge/boundary_costs.h"
#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace ferroscope::knowledge {

// What happens inside a call that leaves the repository.
enum class ApiKind {
    Interpreted, // more Python: pure-Python library code
    Native, // C, Fortran or Rust: time that a move to Rust would not shorten
    Waiting, // network, disk, locks, sleep, subprocess, database
};

struct ApiFact {
    ApiKind kind = ApiKind::Native;
    float nanoseconds = 100; // of one ordinary call, order of magnitude
    bool blocking = false; // blocks the event loop when called in a coroutine without await
    std::string_view ffi; // "ctypes", "cffi", "subprocess", "pickle", ... or ""
    std::string_view trait; // "query" (one round trip per call), "web", "task", "cli", "plot", "ml", "orm", "admin", "table-rows", "vector", ... or ""
};

enum class PackageStatus { RustEquivalent, RustInside, NativeInside, Portable, KeepPython, None, Unknown };
std::string_view statusName(PackageStatus status); // as in the JSON

struct Package {
    std::string name; // distribution: "PyYAML"
    std::vector<std::string> imports; // import names: "yaml"
    PackageStatus status = PackageStatus::Unknown;
    std::string family; // "numeric", "plot", "ml", "web", "orm", "http", "cli", "queue", "test", "parse", ...
    std::vector<std::pair<std::string, std::string>> crates; // name, note
    std::string note;
};

class Knowledge {
public:
    // The fact with the longest dotted prefix of `target` ("numpy.linalg.norm" finds "numpy.linalg", then
    // "numpy"); "?.append" finds methods. nullopt: nothing known (treated as interpreted library code).
    std::optional<ApiFact> api(std::string_view target) const;
    const Package* packageOfImport(std::string_view importName) const; // "yaml" or "yaml.cyaml"
    const Package* packageOfDistribution(std::string_view name) const; // any spelling: PyYAML, pyyaml
    bool isStandardLibrary(std::string_view importName) const;
    const std::string& date() const; // ISO date of the newest check of the package table
    const std::array<float, 32>& operationCosts() const; // ns by facts::Op
    const BoundaryCosts& boundaryCosts() const;
    struct Population; // percentiles, see population.h
    const Population& population() const;

    Knowledge();
    ~Knowledge();
    Knowledge(const Knowledge&) = delete;
    Knowledge& operator=(const Knowledge&) = delete;

private:
    struct Impl;
    Impl* m_impl;
};

const Knowledge& knowledge();
// "Py_YAML" -> "py-yaml": PEP 503.
std::string normalizedDistribution(std::string_view name);

} // namespace ferroscope::knowledge
