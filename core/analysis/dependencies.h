// SPDX-FileCopyrightText: The Ferroscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
// Third-party packages of the repository, declared or imported, with their readiness for Rust.
#pragma once

#include "core/analysis/judged.h"

namespace ferroscope::analysis {

std::vector<PackageReadiness> dependencies(const Judged& judged); // sorted by name
// What the Python versions of the manifests mean for the extension modules to build; sorted by (where, python).
std::vector<ToolMatch> toolchain(const source::SourceSet& sources);

} // namespace ferroscope::analysis
