// SPDX-FileCopyrightText: The Ferroscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/source/tracked_files.h"

#include "core/base/text.h"
#include "core/source/git_library.h"
#include <algorithm>

namespace ferroscope::source {

namespace {

std::vector<std::string> trackedBelow(const std::string& root)
{
    std::vector<std::string> paths;
    const auto folder = openGitFolder(root);
    git_index* raw = nullptr;
    if (!folder || git_repository_index(&raw, folder->repository.get()) != 0)
        return paths;
    const GitIndex index(raw);
    const std::string prefix = folder->path.empty() ? "" : folder->path + "/";
    for (std::size_t i = 0, count = git_index_entrycount(index.get()); i < count; ++i) {
        const std::string_view path = git_index_get_byindex(index.get(), i)->path;
        if (startsWith(path, prefix))
            paths.emplace_back(path.substr(prefix.size()));
    }
    std::sort(paths.begin(), paths.end());
    return paths;
}

} // namespace

bool TrackedFiles::hold(const std::string& path, bool isDirectory)
{
    if (!m_paths)
        m_paths = m_root.empty() ? std::vector<std::string>() : trackedBelow(m_root);
    const std::string wanted = isDirectory ? path + "/" : path;
    const auto at = std::lower_bound(m_paths->begin(), m_paths->end(), wanted);
    return at != m_paths->end() && (isDirectory ? startsWith(*at, wanted) : *at == wanted);
}

} // namespace ferroscope::source
