// SPDX-FileCopyrightText: The Ferroscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/source/tree_shape.h"

#include "core/base/text.h"
#include "core/source/file_kinds.h"
#include "core/source/tree_walk.h"
#include <algorithm>

namespace ferroscope::source {

namespace {

std::string_view stemOf(std::string_view name) { return name.substr(0, name.rfind('.')); }

} // namespace

bool isTestFileName(std::string_view name)
{
    const std::string_view stem = stemOf(name);
    return startsWith(stem, "test_") || (endsWith(stem, "_test") && stem.size() > 5) || stem == "tests"
        || stem == "conftest";
}

bool isNumberedMigrationName(std::string_view name)
{
    const auto isDigit = [](char c) { return c >= '0' && c <= '9'; };
    return name.size() > 5 && std::all_of(name.begin(), name.begin() + 4, isDigit) && name[4] == '_';
}

bool TreeShape::isInsidePackage(std::string_view folder) const
{
    while (!folder.empty()) {
        folder = folderOf(folder);
        if (isPackage(folder))
            return true;
    }
    return false;
}

TreeShape shapeOf(const Tree& tree)
{
    TreeShape shape;
    TreeShape::Folders candidates;
    bool rootIsProject = false;
    for (const std::string& path : tree.manifests) {
        const std::string_view name = fileName(path);
        if (name != "pyproject.toml" && name != "setup.py" && name != "setup.cfg")
            continue;
        candidates.emplace(folderOf(path));
        rootIsProject = rootIsProject || folderOf(path).empty();
    }
    for (const SourceFile& file : tree.python) {
        if (file.isNotebook)
            continue; // no test collector, web framework or import looks at one
        const std::string_view name = fileName(file.path);
        const std::string_view stem = stemOf(name);
        const std::string_view folder = folderOf(file.path);
        if (stem == "__init__" && !(folder.empty() && rootIsProject))
            shape.packages.emplace(folder);
        if (name == "manage.py")
            candidates.emplace(folder);
        if (isTestFileName(name))
            shape.holdingTests.emplace(folder);
        if (stem == "models" || stem == "views" || stem == "apps")
            shape.applications.emplace(folder);
        if (isNumberedMigrationName(name))
            shape.numberedMigrations.emplace(folder);
    }
    shape.projects.emplace("");
    for (const std::string& folder : candidates) {
        if (!shape.isPackage(folder) && !shape.isInsidePackage(folder))
            shape.projects.insert(folder);
    }
    return shape;
}

} // namespace ferroscope::source
