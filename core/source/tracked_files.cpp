// SPDX-FileCopyrightText: The Ferroscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/source/tracked_files.h"

#include "core/base/text.h"
#include "core/source/git_library.h"
#include <algorithm>

namespace ferroscope::source {

void TrackedFiles::read()
{
    if (m_paths)
        return;
    m_paths.emplace();
    if (m_root.empty())
        return;
    const auto folder = openGitFolder(m_root);
    git_index* raw = nullptr;
    if (!folder || git_repository_index(&raw, folder->repository.get()) != 0)
        return;
    const GitIndex index(raw);
    const std::string prefix = folder->path.empty() ? "" : folder->path + "/";
    for (std::size_t i = 0, count = git_index_entrycount(index.get()); i < count; ++i) {
        const git_index_entry* entry = git_index_get_byindex(index.get(), i);
        const std::string_view path = entry->path;
        if (!startsWith(path, prefix))
            continue;
        m_paths->emplace_back(path.substr(prefix.size()));
        if (entry->mode == GIT_FILEMODE_COMMIT)
            m_submodules.push_back(m_paths->back());
    }
    std::sort(m_paths->begin(), m_paths->end());
    std::sort(m_submodules.begin(), m_submodules.end());
}

bool TrackedFiles::hold(const std::string& path, bool isDirectory)
{
    read();
    const std::string wanted = isDirectory ? path + "/" : path;
    const auto at = std::lower_bound(m_paths->begin(), m_paths->end(), wanted);
    return at != m_paths->end() && (isDirectory ? startsWith(*at, wanted) : *at == wanted);
}

bool TrackedFiles::isSubmodule(const std::string& path)
{
    read();
    return std::binary_search(m_submodules.begin(), m_submodules.end(), path);
}

} // namespace ferroscope::source
