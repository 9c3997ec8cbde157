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

Result<GitFolder> openGitFolder(const std::string& folder, const std::string& ref)
{
    const auto bad = [&](const std::string& detail) { return failure(ErrorCode::BadInput, folder, detail); };
    if (!setUp())
        return bad("git repositories cannot be read here");
    GitFolder out;
    const bool isOpen = create(out.repository,
        [&](git_repository** raw) { return git_repository_open_ext(raw, folder.c_str(), 0, nullptr); });
    if (!isOpen)
        return bad("it is in no git repository");
    git_repository* repository = out.repository.get();
    const auto real = realFileSystem()->realPath(folder), top = realFileSystem()->realPath(git_repository_path(repository));
    out.isBare = git_repository_is_bare(repository) == 1 || (real && top && *real == *top);
    auto path = out.isBare ? std::optional<std::string>(std::string()) : pathInWorkTree(repository, folder);
    if (!path)
        return bad("it is in no work tree of its git repository");
    GitObject object;
    const bool isCommit = ref.find('\0') == std::string::npos
        && create(object, [&](git_object** raw) { return git_revparse_single(raw, repository, (ref + "^{commit}").c_str()); })
        && create(out.head, [&](git_commit** raw) { return git_commit_lookup(raw, repository, git_object_id(object.get())); });
    if (!isCommit)
        return bad("its git repository has no commit " + printablePath(std::string_view(ref).substr(0, 200)));
    if (!create(out.tree, [&](git_tree** raw) { return git_commit_tree(raw, out.head.get()); }))
        return bad("the files of that commit are missing or damaged");
    if (!isFolderOf(out.tree.get(), *path))
        return bad("that commit does not hold the folder");
    out.path = *std::move(path);
    return out;
}

std::optional<GitFolder> openGitFolder(const std::string& folder)
{
    auto found = openGitFolder(folder, "HEAD");
    if (!found || found->isBare)
        return std::nullopt; // a bare repository is no work tree
    return *std::move(found);
}

} // namespace ferroscope::source
