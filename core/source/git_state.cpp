// SPDX-FileCopyrightText: The Ferroscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/source/git_state.h"

#include "core/source/git_library.h"

namespace ferroscope::source {

namespace {

// A negative answer ends the comparison, here at its first difference.
int stopAtFirst(const git_diff*, const git_diff_delta*, const char*, void*) { return GIT_EUSER; }

// Compares commit, index and work tree, tracked files below the folder only, and stops at the first
// difference. What cannot be compared (a damaged index) counts as different: it is not known to be the commit.
bool isDirty(const GitFolder& folder)
{
    git_diff_options options;
    git_diff_options_init(&options, GIT_DIFF_OPTIONS_VERSION);
    options.flags = GIT_DIFF_IGNORE_SUBMODULES | GIT_DIFF_DISABLE_PATHSPEC_MATCH | GIT_DIFF_SKIP_BINARY_CHECK;
    options.ignore_submodules = GIT_SUBMODULE_IGNORE_ALL;
    options.notify_cb = stopAtFirst;
    char* path = const_cast<char*>(folder.path.c_str()); // libgit2's array of strings is not const
    if (!folder.path.empty())
        options.pathspec = { &path, 1 };
    git_repository* repository = folder.repository.get();
    git_diff* raw = nullptr;
    const int staged = git_diff_tree_to_index(&raw, repository, folder.tree.get(), nullptr, &options);
    const GitDiff stagedOwner(raw);
    if (staged != 0)
        return true;
    raw = nullptr;
    const int changed = git_diff_index_to_workdir(&raw, repository, nullptr, &options);
    const GitDiff changedOwner(raw);
    return changed != 0;
}

} // namespace

std::optional<GitState> gitState(const std::string& root)
{
    const auto folder = openGitFolder(root);
    if (!folder)
        return std::nullopt;
    GitState state;
    char digits[GIT_OID_HEXSZ + 1];
    state.commit = git_oid_tostr(digits, sizeof digits, git_commit_id(folder->head.get()));
    state.commitTime = git_commit_time(folder->head.get());
    git_reference* raw = nullptr;
    if (git_repository_head_detached(folder->repository.get()) == 0
        && git_repository_head(&raw, folder->repository.get()) == 0) {
        const GitReference head(raw);
        state.branch = git_reference_shorthand(head.get());
    }
    state.dirty = isDirty(*folder);
    return state;
}

} // namespace ferroscope::source
