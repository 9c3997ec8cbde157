// SPDX-FileCopyrightText: The Ferroscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/source/churn.h"

#include "core/base/text.h"
#include "core/source/git_library.h"
#include <set>

namespace ferroscope::source {

namespace {

// A commit that touches more is an import, a reformatting or a move: it says nothing about any one file, and
// comparing it would take as long as a thousand others.
constexpr std::size_t kMaxFilesPerCommit = 2'000;

struct Touched {
    const std::string* folder = nullptr; // of the analyzed root in the work tree
    std::set<std::string> paths; // relative to the analyzed root
};

int collect(const git_diff*, const git_diff_delta* delta, const char*, void* payload)
{
    auto& touched = *static_cast<Touched*>(payload);
    const std::string_view path = delta->new_file.path ? delta->new_file.path : delta->old_file.path;
    if (touched.folder->empty())
        touched.paths.emplace(path);
    else if (startsWith(path, *touched.folder) && path.size() > touched.folder->size() && path[touched.folder->size()] == '/')
        touched.paths.emplace(path.substr(touched.folder->size() + 1));
    return touched.paths.size() > kMaxFilesPerCommit ? GIT_EUSER : 0; // a negative answer ends the comparison
}

GitTree treeOf(const git_commit* commit)
{
    git_tree* raw = nullptr;
    return GitTree(git_commit_tree(&raw, commit) == 0 ? raw : nullptr);
}

// Nothing for a merge, whose changes are counted in the commits it merges, and nothing where history was cut
// off (a shallow clone), because there the whole tree would look new.
void addTouched(const GitFolder& folder, const git_commit* commit, std::map<std::string, int>& counts)
{
    if (git_commit_parentcount(commit) > 1)
        return;
    GitTree before;
    if (git_commit_parentcount(commit) == 1) {
        git_commit* raw = nullptr;
        if (git_commit_parent(&raw, commit, 0) != 0)
            return;
        const GitCommit parent(raw);
        before = treeOf(parent.get());
        if (!before)
            return;
    }
    const GitTree after = treeOf(commit);
    if (!after)
        return;
    Touched touched;
    touched.folder = &folder.path;
    git_diff_options options;
    git_diff_options_init(&options, GIT_DIFF_OPTIONS_VERSION);
    options.flags = GIT_DIFF_IGNORE_SUBMODULES | GIT_DIFF_DISABLE_PATHSPEC_MATCH | GIT_DIFF_SKIP_BINARY_CHECK;
    options.notify_cb = collect;
    options.payload = &touched;
    char* path = const_cast<char*>(folder.path.c_str()); // libgit2's array of strings is not const
    if (!folder.path.empty())
        options.pathspec = { &path, 1 };
    git_diff* raw = nullptr;
    const int result = git_diff_tree_to_tree(&raw, folder.repository.get(), before.get(), after.get(), &options);
    const GitDiff diff(raw);
    if (result != 0)
        return;
    for (const std::string& touchedPath : touched.paths)
        ++counts[touchedPath];
}

} // namespace

Result<Churn> churn(const std::string& root, int maxCommits, std::stop_token stop, const std::string& commit)
{
    Churn out;
    const auto folder = openGitFolder(root, commit);
    if (!folder)
        return out;
    git_revwalk* raw = nullptr;
    if (git_revwalk_new(&raw, folder->repository.get()) != 0)
        return out;
    const GitRevwalk walk(raw);
    // No sorting asked for: newest first as far as needed, without loading the whole history before.
    if (git_revwalk_push(walk.get(), git_commit_id(folder->head.get())) != 0)
        return out;
    git_oid id;
    while (out.commitsSeen < maxCommits && git_revwalk_next(&id, walk.get()) == 0) {
        if (stop.stop_requested())
            return failure(ErrorCode::Cancelled, root);
        git_commit* rawCommit = nullptr;
        if (git_commit_lookup(&rawCommit, folder->repository.get(), &id) != 0)
            break;
        const GitCommit seen(rawCommit);
        ++out.commitsSeen;
        addTouched(*folder, seen.get(), out.commitsByPath);
    }
    return out;
}

} // namespace ferroscope::source
