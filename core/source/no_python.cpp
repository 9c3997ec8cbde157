// SPDX-FileCopyrightText: The Ferroscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/source/no_python.h"

#include "core/base/text.h"
#include "core/source/file_kinds.h"
#include <algorithm>
#include <deque>

namespace ferroscope::source {

namespace {

constexpr std::size_t kMaxNamed = 3; // kinds, folders or files named in a sentence
constexpr int kMaxFoldersPeeked = 200; // how far a left-out folder is searched for Python

std::string listed(std::vector<std::string> parts)
{
    std::string out;
    for (std::size_t i = 0; i < parts.size(); ++i) {
        if (i > 0)
            out += i + 1 == parts.size() ? " and " : ", ";
        out += parts[i];
    }
    return out;
}

std::string kindsSentence(const Tree& tree)
{
    if (tree.otherFiles == 0)
        return {};
    std::vector<std::pair<std::string, std::size_t>> kinds(tree.otherKinds.begin(), tree.otherKinds.end());
    std::stable_sort(kinds.begin(), kinds.end(), [](const auto& a, const auto& b) {
        const bool isOtherA = a.first == "other file", isOtherB = b.first == "other file";
        return isOtherA != isOtherB ? isOtherB : a.second > b.second;
    });
    std::vector<std::string> parts;
    std::size_t rest = 0;
    for (const auto& [word, count] : kinds) {
        if (parts.size() < kMaxNamed && word != "other file")
            parts.push_back(counted(count, word));
        else
            rest += count;
    }
    if (rest > 0)
        parts.push_back(counted(rest, parts.empty() ? "file of no known kind" : "other file",
            parts.empty() ? "files of no known kind" : "other files"));
    return counted(tree.otherFiles, "file was", "files were") + " looked at: " + listed(std::move(parts)) + ".";
}

std::string namesOf(const std::vector<std::string>& paths)
{
    std::string out;
    for (std::size_t i = 0; i < paths.size() && i < kMaxNamed; ++i)
        out += (i > 0 ? ", " : "") + printablePath(paths[i]);
    return paths.size() > kMaxNamed ? out + ", ..." : out;
}

// Breadth first, so that Python near the top is found before the bound is reached.
bool holdsPython(const FileSystem& files, const std::string& root, const std::string& folder)
{
    std::deque<std::string> pending { folder };
    for (int peeked = 0; !pending.empty() && peeked < kMaxFoldersPeeked; ++peeked) {
        const std::string at = pending.front();
        pending.pop_front();
        const auto entries = files.list(joinPath(root, at));
        if (!entries)
            continue;
        for (const Entry& entry : *entries) {
            if (entry.kind == EntryKind::Directory && pending.size() < kMaxFoldersPeeked)
                pending.push_back(joinPath(at, entry.name));
            if (entry.kind == EntryKind::File && fileKind(entry.name) == FileKind::Python)
                return true;
        }
    }
    return false;
}

std::string foldersSentence(const FileSystem& files, const std::string& root, const Tree& tree)
{
    if (tree.excludedFolders.empty())
        return {};
    std::string out = counted(tree.excludedFolders.size(), "folder was", "folders were") + " left out ("
        + namesOf(tree.excludedFolders) + ")";
    for (std::size_t i = 0; i < tree.excludedFolders.size() && i < kMaxNamed; ++i) {
        if (holdsPython(files, root, tree.excludedFolders[i]))
            return out + "; " + printablePath(tree.excludedFolders[i]) + " holds Python files.";
    }
    return out + ".";
}

std::string skippedSentence(const Tree& tree)
{
    if (tree.skipped.empty())
        return {};
    const Skipped& first = tree.skipped.front();
    std::string out = counted(tree.skipped.size(), "entry was", "entries were") + " skipped, ";
    out += tree.skipped.size() == 1 ? "" : "the first of them ";
    return out + printablePath(first.path.empty() ? "." : first.path) + ": " + first.reason + ".";
}

} // namespace

std::string describeNoPython(const FileSystem& files, const std::string& root, const Tree& tree)
{
    std::string out;
    for (const std::string& sentence :
        { kindsSentence(tree), foldersSentence(files, root, tree), skippedSentence(tree) }) {
        if (!sentence.empty())
            out += (out.empty() ? "" : " ") + sentence;
    }
    return out.empty() ? "The folder is empty." : out;
}

} // namespace ferroscope::source
