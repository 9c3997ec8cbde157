// SPDX-FileCopyrightText: The Ferroscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
// What the watched folders hold, as far as it concerns an analysis: Python files, stubs, notebooks and packaging
// manifests with their size and time, and the folders below. Two looks compared tell which files changed. Contents
// are never read. Pure but for the file system; callable from any thread.
//
// Limits: a folder that held no Python when the analysis was made, and lies below another such folder, is not
// looked into; a name that is not UTF-8 is not followed. F5 always sees everything.
#pragma once

#include "core/assessment/assessment.h"
#include "core/base/file_system.h"
#include <map>
#include <set>
#include <string>
#include <vector>

namespace ferroscope::ui {

struct FileStamp {
    std::uint64_t size = 0;
    std::int64_t modified = 0; // nanoseconds since the epoch
    friend bool operator==(const FileStamp&, const FileStamp&) = default;
};

struct FolderLook {
    std::map<std::string, FileStamp> files; // by name; only those that count
    std::set<std::string> folders; // names of folders below, but for those an analysis never enters
    friend bool operator==(const FolderLook&, const FolderLook&) = default;
};

struct FolderScan {
    bool rootThere = true; // false: the root cannot be listed any more
    std::map<std::string, FolderLook> folders; // by path relative to the root, "" = the root itself
    std::size_t files() const;
};

// Folders of the modules of an assessment, with all folders above them up to the root; relative, sorted.
std::vector<std::string> foldersOf(const Assessment& assessment);
// Whether a saved file of this relative path can change an assessment.
bool concernsAnalysis(const std::string& path);

// Looks at `folders`. A folder that is new since `before` is entered, as are the folders in it, up to `kNewDepth`
// levels; at most kMostFolders in all, in order of path.
inline constexpr std::size_t kMostFolders = 5000;
inline constexpr int kNewDepth = 8;
FolderScan scanFolders(const FileSystem& files, const std::string& root, const std::vector<std::string>& folders, const FolderScan* before);

// Relative paths of files that were added, removed or saved between the two. Of a folder only the second has seen,
// files count that were modified at or after `since` (nanoseconds since the epoch), or all if the first knew its
// parent and not it.
std::vector<std::string> changedFiles(const FolderScan& before, const FolderScan& after, std::int64_t since);

} // namespace ferroscope::ui
