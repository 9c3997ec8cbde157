// SPDX-FileCopyrightText: The Ferroscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
// Import names: from which folders a project's modules are imported, and the dotted name that gives each
// file. Rules, for every project of the tree (the root, and every folder with its own manifest):
//   - the project's folder itself
//   - folders its build tool names (setuptools where and package-dir, Poetry from, maturin python-source, ...)
//   - `src` without __init__ that holds Python, or `lib` without __init__ that holds packages, unless the
//     project's folder holds a package of the same name
//   - if the root is itself a package (an __init__ file and no manifest beside it): its parent, so that
//     .../site-packages/django gives django.db.models, and .../django/db gives the same
// A file is named from the deepest of these folders that holds it. Folders without __init__ are namespace
// packages and count as components.
#pragma once

#include "core/source/metadata.h"
#include "core/source/tree_shape.h"
#include <map>

namespace ferroscope::source {

struct ImportLayout {
    std::map<std::string, std::string, std::less<>> prefixes; // folder -> what its modules' names begin with, mostly ""
    std::vector<std::string> roots; // SourceSet::importRoots, sorted
};

// `rootPackage`: dotted name of the root if it is a package, else "".
ImportLayout importLayout(const Tree& tree, const TreeShape& shape, const std::vector<Manifest>& manifests,
    const std::string& rootPackage);

// The roots a person has given instead: relative folders, "." for the root. One that leaves the root is dropped.
ImportLayout givenLayout(const std::vector<std::string>& roots);

// Dotted name of the root as a package, looking at the folders above it for as long as they are packages.
std::string rootPackageName(const FileSystem& files, const std::string& root);

// Fills module, package, importRoot and isPackage.
void nameModule(SourceFile& file, const ImportLayout& layout);

} // namespace ferroscope::source
