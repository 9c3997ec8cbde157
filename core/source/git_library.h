// SPDX-FileCopyrightText: The Ferroscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
// What git_state, churn and tracked_files share: libgit2 set up once, its objects with owners, and a folder on disk as a
// place in a work tree. Only core/source includes libgit2.
#pragma once

#include "core/base/file_system.h"
#include <git2.h>
#include <memory>
#include <optional>
#include <string>

namespace ferroscope::source {

template <auto Free> struct GitFree {
    template <class T> void operator()(T* object) const { Free(object); }
};
using GitRepository = std::unique_ptr<git_repository, GitFree<git_repository_free>>;
using GitReference = std::unique_ptr<git_reference, GitFree<git_reference_free>>;
using GitCommit = std::unique_ptr<git_commit, GitFree<git_commit_free>>;
using GitObject = std::unique_ptr<git_object, GitFree<git_object_free>>;
using GitTree = std::unique_ptr<git_tree, GitFree<git_tree_free>>;
using GitTreeEntry = std::unique_ptr<git_tree_entry, GitFree<git_tree_entry_free>>;
using GitIndex = std::unique_ptr<git_index, GitFree<git_index_free>>;
using GitDiff = std::unique_ptr<git_diff, GitFree<git_diff_free>>;
using GitRevwalk = std::unique_ptr<git_revwalk, GitFree<git_revwalk_free>>;

struct GitFolder {
    GitRepository repository;
    GitCommit head; // or the commit that was asked for
    GitTree tree; // of the commit, the whole of it
    std::string path; // of the folder in the work tree, "" for its top
    bool isBare = false; // the folder is the repository itself, whatever its configuration says
};

// libgit2 reads the disk, so only for this file system is there anything to ask it.
inline bool isOnDisk(const FileSystem& files) { return &files == realFileSystem().get(); }

// nullopt as for gitState(). Thread-safe; sets libgit2 up on first use, without any configuration of the
// machine or the user and without the check of who owns the files (nothing of the repository is executed).
std::optional<GitFolder> openGitFolder(const std::string& folder);

// The same for the commit that `ref` names, and also for a bare repository, whose top `folder` must be then.
// BadInput: detail says what there is not.
Result<GitFolder> openGitFolder(const std::string& folder, const std::string& ref);

} // namespace ferroscope::source
