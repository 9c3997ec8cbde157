// SPDX-FileCopyrightText: The Ferroscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
// TreeShape: what the folders of a tree are, told from the names of the files in them. Roles and dotted
// names are decided on it. All folders are relative to the root; "" is the root.
#pragma once

#include <set>
#include <string>
#include <string_view>

namespace ferroscope::source {

struct Tree;

struct TreeShape {
    using Folders = std::set<std::string, std::less<>>;

    Folders packages; // with an __init__ file; the root only if it is a package and no project
    Folders projects; // with pyproject.toml, setup.py, setup.cfg or manage.py, outside packages; always ""
    Folders holdingTests; // with test_*.py, *_test.py, tests.py or conftest.py directly in it
    Folders applications; // with models.py, views.py or apps.py directly in it, as web frameworks lay them out
    Folders numberedMigrations; // with NNNN_*.py directly in it

    bool isPackage(std::string_view folder) const { return packages.find(folder) != packages.end(); }
    // Whether a folder above `folder` (not `folder` itself) is a package.
    bool isInsidePackage(std::string_view folder) const;
};

TreeShape shapeOf(const Tree& tree);

bool isTestFileName(std::string_view name); // "test_x.py", "x_test.py", "tests.py", "conftest.py"
bool isNumberedMigrationName(std::string_view name); // "0001_initial.py"

} // namespace ferroscope::source
