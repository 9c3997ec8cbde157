// SPDX-FileCopyrightText: The Ferroscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
// walkTree: one pass over the folders below the root, in the order of names, that sorts every entry into
// what discovery needs. Reads nothing but folders and ignore files, follows no symlink and is bounded by
// counts, so that the same tree gives the same Tree on every machine.
#pragma once

#include "core/base/progress.h"
#include "core/source/source_set.h"
#include <map>

namespace ferroscope::source {

struct Tree {
    std::vector<SourceFile> python; // path, size, modified and isStub are set; sorted by path
    std::vector<std::string> manifests; // packaging, lock and build files; sorted
    std::vector<std::string> nativeSources; // sorted
    std::vector<Skipped> skipped; // sorted by path
    std::vector<Skipped> excluded; // left out on purpose; sorted by path
    std::vector<std::string> excludedFolders; // the folders of `excluded`, and nested repositories
    std::map<std::string, std::size_t> otherKinds; // kindWord() -> how many; only files that are not Python
    std::size_t filesFound = 0;
    std::size_t otherFiles = 0;
};

// NotFound, NotADirectory, Unreadable or Cancelled, all about the root.
Result<Tree> walkTree(const FileSystem& files, const std::string& root, const DiscoverOptions& options,
    std::stop_token stop, const ProgressSink& sink);

} // namespace ferroscope::source
