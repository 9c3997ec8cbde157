// SPDX-FileCopyrightText: The Ferroscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
// Third-party packages of the repository, declared or imported, with their readiness for Rust.
#pragma once

#include "core/analysis/judged.h"

namespace ferroscope::analysis {

std::vector<PackageReadiness> dependencies(const Judged& judged); // sorted by name
// The oldest Python that ">=3.9,<4", "^3.9", "~=3.9" or "==3.9.*" allows, as {3, 9}; nullopt if it names no lower bound.
std::optional<std::pair<int, int>> oldestPython(std::string_view requirement);
// What the Python versions of the manifests mean for the extension modules to build; sorted by (where, python).
std::vector<ToolMatch> toolchain(const source::SourceSet& sources);

} // namespace ferroscope::analysis
