// SPDX-FileCopyrightText: The Ferroscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
// Manifest: what one packaging, lock or build file says. Read as text and never executed; every reader takes
// anything, answers with what it understood, and `problem` says what it did not.
// Folders and paths are relative to the analyzed root, with '/'.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace ferroscope::manifests {

struct Dependency {
    std::string name; // distribution name as written, e.g. "PyYAML"
    std::string requirement; // ">=6,<7", "" if none
    std::string declaredIn; // "pyproject.toml", "requirements.txt", ...
    bool development = false; // an extra or group named dev, test, docs, lint ...
};

struct EntryPoint { // console or window script
    std::string name; // "shopctl"
    std::string target; // "shop.cli:main"
};

struct PackageFolder { // "package `shop` stands in folder `lib/shop_code`"
    std::string package;
    std::string folder;
};

// What a lock file pins. A lock installs nothing by itself: it only tells the version of what is declared.
struct LockedVersion {
    std::string name; // distribution
    std::string version;
    std::string lockedIn; // "uv.lock"
};

// A native extension module that a build file says is built.
struct NativeModule {
    std::string kind; // "cython", "c-extension", "pybind11", "nanobind", "cffi", "pyo3", "rust", "f2py", "mypyc"
    std::string module; // dotted name as imported, "" if the build file does not state it
    std::string declaredIn; // "setup.py", "Cargo.toml", "shop/_fast.pyx"
    std::vector<std::string> sources; // paths, at most kMaxSources, sorted
};

// A word that says which wheels are built: ("build", "cp39-*"), ("skip", "pp*"), ("linux.archs", "aarch64").
struct WheelOption {
    std::string key, word;
    bool operator==(const WheelOption&) const = default;
};

inline constexpr std::size_t kMaxClassifiers = 200; // and as many wheel options
inline constexpr std::size_t kMaxSources = 50; // of one native module; more are not listed
inline constexpr std::size_t kMaxItems = 20'000; // dependencies, locked versions or modules taken from one file

struct Manifest {
    std::string path;
    std::string projectName;
    std::string requiresPython; // ">=3.10", "" if not said
    std::vector<std::string> importFolders; // from the settings of the build tool; "" = the root
    std::vector<PackageFolder> packageFolders;
    std::vector<Dependency> dependencies;
    std::vector<EntryPoint> entryPoints;
    std::vector<LockedVersion> locked;
    std::vector<NativeModule> natives;
    std::vector<std::string> classifiers; // "Programming Language :: Python :: 3.12", at most kMaxClassifiers
    std::vector<WheelOption> wheelOptions; // of cibuildwheel
    std::vector<std::string> requirementFiles; // taken in as dependencies: "file = requirements.txt"; below the root
    bool isDevelopment = false; // as a whole: requirements-dev.txt
    std::string problem; // "" or one sentence
};

// "dev", "tests", "docs", "lint-extra", ... as the name of an extra, a group or a requirements file.
bool isDevelopmentName(std::string_view name);
// Groups that are part of an application at run time: "main", "prod", "production", "runtime", "deploy".
bool isRunTimeGroup(std::string_view name);

// `relative` seen from `folder`, both below the root, with "." and ".." resolved; nullopt if it is absolute or
// leaves the root.
std::optional<std::string> resolvedBelowRoot(std::string_view folder, std::string_view relative);

// Adds `text` as a requirement after PEP 508; nothing if it names no distribution.
void addRequirement(Manifest& manifest, std::string_view text, bool development);
// Adds a native module; sources are resolved from the folder of the manifest, those outside the root left out.
void addNative(Manifest& manifest, std::string kind, std::string module, const std::vector<std::string>& sources);
// By the endings of its sources: "cython", "pyo3", "f2py", else `otherwise`.
std::string kindBySources(const std::vector<std::string>& sources, std::string otherwise);

} // namespace ferroscope::manifests
