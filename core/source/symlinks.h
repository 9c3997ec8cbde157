// SPDX-FileCopyrightText: The Ferroscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
// Symlinks: links are never followed, so no loop can arise and no file is counted twice. A link is worth a
// word only if Python is reached through it or if it leaves the root; that can be said when the walk is over.
#pragma once

#include "core/base/file_system.h"
#include <optional>
#include <string>
#include <vector>

namespace ferroscope::source {

struct Tree;

class Symlinks {
public:
    Symlinks(const FileSystem& files, const std::string& root);
    void add(std::string path) { m_paths.push_back(std::move(path)); } // relative to the root
    void judge(Tree& tree) const; // adds to tree.skipped and tree.filesFound; tree.python must be sorted

private:
    std::optional<std::string> insideRoot(const std::string& realPath) const; // relative; nullopt: outside

    const FileSystem& m_files;
    const std::string& m_root;
    std::vector<std::string> m_paths;
};

} // namespace ferroscope::source
