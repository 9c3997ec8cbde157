// SPDX-FileCopyrightText: The Ferroscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
// A commit of a git repository as a FileSystem: nothing is checked out, the work tree is neither read nor
// changed, and bare repositories serve as well. Paths of calls are those of a checkout: the analyzed folder as given,
// and below it what the commit holds.
//
// Differences to a checkout: files have the committed bytes (no line-end conversion, no filters such as LFS), no
// times, and a link that leaves the repository counts as leading out of it whether its target exists or not.
// A submodule is a folder that holds nothing but a file `.git`, as a checkout with submodules has it.
#pragma once

#include "core/base/file_system.h"
#include "core/source/source_set.h"

namespace ferroscope::source {

struct CommitFiles {
    std::shared_ptr<const FileSystem> files; // thread-safe
    GitState state; // of the commit; branch: the ref's if it is one; never dirty
};

// `ref`: anything git rev-parse understands that names a commit. NotFound or NotADirectory about `root`;
// BadInput: no git repository, no such commit, or the commit does not hold the folder; detail says which.
Result<CommitFiles> openCommit(const std::string& root, const std::string& ref);

} // namespace ferroscope::source
