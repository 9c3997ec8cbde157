// SPDX-FileCopyrightText: The Ferroscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
// Toolchain: what a Python team uses day by day and what does the same job for Rust.
#pragma once

#include <string>
#include <vector>

namespace ferroscope::knowledge {

struct ToolMapping {
    std::string python; // "pytest"
    std::string rust; // "cargo test", "" if nothing is needed
    std::string task; // "test", "lint", "format", "types", "package", "environment", "coverage", ...
    std::string note;
    // How its use shows in a repository; any one is enough.
    std::vector<std::string> distributions; // required packages, normalized: "pytest-cov"
    std::vector<std::string> files; // file names, "*" once at most: "tox.ini", ".coveragerc"
    std::vector<std::string> sections; // tables of pyproject.toml or setup.cfg: "tool.pytest"
};

const std::vector<ToolMapping>& toolchain(); // in the order of the data: by task

} // namespace ferroscope::knowledge
