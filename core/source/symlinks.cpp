// SPDX-FileCopyrightText: The Ferroscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/source/symlinks.h"

#include "core/base/text.h"
#include "core/source/file_kinds.h"
#include "core/source/tree_walk.h"
#include <algorithm>

namespace ferroscope::source {

namespace {

// First collected Python file whose path is not less than `path`.
auto lowerBound(const Tree& tree, const std::string& path)
{
    return std::lower_bound(tree.python.begin(), tree.python.end(), path,
        [](const SourceFile& file, const std::string& wanted) { return file.path < wanted; });
}

bool isCollected(const Tree& tree, const std::string& path)
{
    const auto at = lowerBound(tree, path);
    return at != tree.python.end() && at->path == path;
}

bool holdsCollected(const Tree& tree, const std::string& folder)
{
    if (folder.empty())
        return !tree.python.empty();
    const auto at = lowerBound(tree, folder + "/");
    return at != tree.python.end() && startsWith(at->path, folder + "/");
}

} // namespace

Symlinks::Symlinks(const FileSystem& files, const std::string& root)
    : m_files(files)
    , m_root(root)
{
}

std::optional<std::string> Symlinks::insideRoot(const std::string& realPath) const
{
    const auto realRoot = m_files.realPath(m_root);
    if (!realRoot)
        return std::nullopt;
    if (realPath == *realRoot)
        return std::string();
    const std::string prefix = realRoot->empty() || realRoot->back() == '/' ? *realRoot : *realRoot + "/";
    if (!startsWith(realPath, prefix))
        return std::nullopt;
    return realPath.substr(prefix.size());
}

void Symlinks::judge(Tree& tree) const
{
    for (const std::string& path : m_paths) {
        const FileKind kind = fileKind(fileName(path));
        const bool looksPython = kind == FileKind::Python || kind == FileKind::Stub || kind == FileKind::Notebook;
        const auto real = m_files.realPath(joinPath(m_root, path));
        if (!real) {
            if (looksPython) {
                ++tree.filesFound;
                tree.skipped.push_back({ path, "symlink to nothing" });
            }
            continue;
        }
        const auto target = insideRoot(*real);
        if (!target) {
            tree.filesFound += looksPython ? 1 : 0;
            tree.skipped.push_back({ path, "symlink out of the repository" });
        } else if (isCollected(tree, *target)) {
            tree.skipped.push_back({ path, "symlink to " + *target });
        } else if (holdsCollected(tree, *target)) {
            tree.skipped.push_back({ path, "symlink to the folder " + (target->empty() ? "." : *target) });
        } else if (looksPython) {
            tree.skipped.push_back({ path, "symlink to " + *target + ", which is not analyzed" });
        }
    }
}

} // namespace ferroscope::source
