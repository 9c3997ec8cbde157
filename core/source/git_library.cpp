// SPDX-FileCopyrightText: The Ferroscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/source/git_library.h"

#include "core/base/file_system.h"
#include "core/base/text.h"
#include <mutex>

namespace ferroscope::source {

namespace {

bool setUp()
{
    static std::once_flag once;
    static bool isReady = false;
    std::call_once(once, [] {
        isReady = git_libgit2_init() > 0;
        if (!isReady)
            return;
        git_libgit2_opts(GIT_OPT_SET_OWNER_VALIDATION, 0);
        for (const int level : { GIT_CONFIG_LEVEL_SYSTEM, GIT_CONFIG_LEVEL_XDG, GIT_CONFIG_LEVEL_GLOBAL,
                 GIT_CONFIG_LEVEL_PROGRAMDATA })
            git_libgit2_opts(GIT_OPT_SET_SEARCH_PATH, level, "");
    });
    return isReady;
}

template <class Owner, class Create> bool create(Owner& owner, Create call)
{
    typename Owner::pointer raw = nullptr;
    const bool isDone = call(&raw) == 0;
    owner.reset(raw);
    return isDone;
}

// A repository may say in its configuration that its work tree lies somewhere else; then the folder it was
// found from need not be in it, and its state says nothing about the folder.
std::optional<std::string> pathInWorkTree(git_repository* repository, const std::string& folder)
{
    const char* top = git_repository_workdir(repository);
    if (!top)
        return std::nullopt;
    const auto realTop = realFileSystem()->realPath(top);
    const auto real = realFileSystem()->realPath(folder);
    if (!realTop || !real)
        return std::nullopt;
    if (*real == *realTop)
        return std::string();
    const std::string prefix = *realTop == "/" ? "/" : *realTop + "/";
    return startsWith(*real, prefix) ? std::optional(real->substr(prefix.size())) : std::nullopt;
}

bool isFolderOf(git_tree* tree, const std::string& path)
{
    GitTreeEntry entry;
    return path.empty()
        || (create(entry, [&](git_tree_entry** out) { return git_tree_entry_bypath(out, tree, path.c_str()); })
            && git_tree_entry_type(entry.get()) == GIT_OBJECT_TREE);
}

} // namespace

std::optional<GitFolder> openGitFolder(const std::string& folder)
{
    if (!setUp())
        return std::nullopt;
    GitFolder out;
    const bool isOpen = create(out.repository,
        [&](git_repository** raw) { return git_repository_open_ext(raw, folder.c_str(), 0, nullptr); });
    if (!isOpen)
        return std::nullopt;
    git_repository* repository = out.repository.get();
    auto path = pathInWorkTree(repository, folder);
    git_oid head;
    if (!path || git_reference_name_to_id(&head, repository, "HEAD") != 0
        || !create(out.head, [&](git_commit** raw) { return git_commit_lookup(raw, repository, &head); })
        || !create(out.tree, [&](git_tree** raw) { return git_commit_tree(raw, out.head.get()); })
        || !isFolderOf(out.tree.get(), *path))
        return std::nullopt;
    out.path = *std::move(path);
    return out;
}

} // namespace ferroscope::source
