// SPDX-FileCopyrightText: The Ferroscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
// Packaging metadata: what pyproject.toml, setup.cfg and requirements files say, read as text and never
// executed. Every reader takes anything and answers with what it understood; `problem` says what it did not.
#pragma once

#include "core/source/source_set.h"
#include "core/source/tree_shape.h"
#include <string>
#include <string_view>
#include <vector>

namespace ferroscope::source {

struct PackageFolder { // "package `shop` stands in folder `lib/shop_code`"
    std::string package;
    std::string folder; // relative to the root
};

// What one manifest says. Folders are relative to the analyzed root.
struct Manifest {
    std::string path;
    std::string projectName;
    std::string requiresPython;
    std::vector<std::string> importFolders; // from the settings of the build tool; "" = the root
    std::vector<PackageFolder> packageFolders;
    std::vector<Dependency> dependencies;
    std::vector<EntryPoint> entryPoints;
    std::string problem; // "" or one sentence
};

Manifest readPyproject(std::string_view text, const std::string& path);
Manifest readSetupCfg(std::string_view text, const std::string& path);

// All manifests among `paths`, in their order, then the files that requirements files include. What tests,
// examples and vendored code declare for themselves is left out, or counts as development. Problems go to
// `skipped`. setup.py, Pipfile, lock files and conda environments are not read yet.
std::vector<Manifest> readManifests(const FileSystem& files, const std::string& root,
    const std::vector<std::string>& paths, const TreeShape& shape, std::vector<Skipped>& skipped);

// "dev", "tests", "docs", "lint-extra", ... as the name of an extra, a group or a requirements file.
bool isDevelopmentName(std::string_view name);

// `relative` seen from `folder`, both below the root, with "." and ".." resolved; nullopt if it is absolute or
// leaves the root.
std::optional<std::string> resolvedBelowRoot(std::string_view folder, std::string_view relative);

} // namespace ferroscope::source
