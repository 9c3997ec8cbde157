// SPDX-FileCopyrightText: The Ferroscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
// Packaging metadata: which packaging, lock and build files there are, what they include, and what
// core/manifests understood of them.
#pragma once

#include "core/source/source_set.h"
#include "core/source/tree_shape.h"
#include <string>
#include <string_view>
#include <vector>

namespace ferroscope::source {

using manifests::Manifest;
using manifests::PackageFolder;

// All manifests among `paths`, in their order, then the files that requirements files include. What tests,
// examples and vendored code declare for themselves is left out, or counts as development. Nothing outside the
// root is read, whoever includes it; nothing is read twice. Problems go to `skipped`.
std::vector<Manifest> readManifests(const FileSystem& files, const std::string& root,
    const std::vector<std::string>& paths, const TreeShape& shape, std::vector<Skipped>& skipped);

} // namespace ferroscope::source
