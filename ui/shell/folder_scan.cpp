// SPDX-FileCopyrightText: The Ferroscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/folder_scan.h"

#include "core/base/text.h"
#include "core/source/file_kinds.h"
#include "core/source/source_set.h"

#include <deque>

namespace ferroscope::ui {

namespace {

// Folders that no analysis enters, by name: the patterns of the exclude list that are plain names.
bool isExcluded(const std::string& name)
{
    static const std::set<std::string> names = [] {
        std::set<std::string> out;
        for (const std::string& pattern : source::defaultExcludes()) {
            if (pattern.find('*') == std::string::npos && pattern.find('/') == pattern.size() - 1)
                out.insert(pattern.substr(0, pattern.size() - 1));
        }
        return out;
    }();
    return names.contains(name);
}

std::string parentOf(const std::string& folder) { return std::string(folderOf(folder)); }

std::string below(const std::string& folder, const std::string& name) { return folder.empty() ? name : folder + '/' + name; }

std::optional<FolderLook> look(const FileSystem& files, const std::string& root, const std::string& folder)
{
    const auto entries = files.list(folder.empty() ? root : joinPath(root, folder));
    if (!entries)
        return std::nullopt;
    FolderLook seen;
    for (const Entry& entry : *entries) {
        if (entry.kind == EntryKind::Directory) {
            if (!isExcluded(entry.name))
                seen.folders.insert(entry.name);
            continue;
        }
        if (!concernsAnalysis(below(folder, entry.name)))
            continue;
        FileStamp stamp { entry.size, entry.modified };
        if (entry.kind == EntryKind::Symlink) {
            // What is saved is the file it leads to.
            if (const auto target = files.status(joinPath(joinPath(root, folder), entry.name)))
                stamp = { target->size, target->modified };
        }
        seen.files.emplace(entry.name, stamp);
    }
    return seen;
}

} // namespace

std::size_t FolderScan::files() const
{
    std::size_t count = 0;
    for (const auto& [folder, seen] : folders)
        count += seen.files.size();
    return count;
}

std::vector<std::string> foldersOf(const Assessment& assessment)
{
    std::set<std::string> found { "" };
    for (const AssessedModule& module : assessment.modules) {
        if (module.path.find('%') != std::string::npos)
            continue; // escaped: the name on disk is another
        for (std::string folder = parentOf(module.path); found.insert(folder).second;)
            folder = parentOf(folder);
    }
    return { found.begin(), found.end() };
}

bool concernsAnalysis(const std::string& path)
{
    const source::FileKind kind = source::fileKind(fileName(path));
    return kind == source::FileKind::Python || kind == source::FileKind::Stub || kind == source::FileKind::Notebook || source::isManifest(path);
}

FolderScan scanFolders(const FileSystem& files, const std::string& root, const std::vector<std::string>& folders, const FolderScan* before)
{
    FolderScan scan;
    struct Wanted {
        std::string folder;
        int depth = 0; // levels below a folder that was asked for
    };
    std::deque<Wanted> queue;
    for (const std::string& folder : folders)
        queue.push_back({ folder, 0 });
    while (!queue.empty() && scan.folders.size() < kMostFolders) {
        const Wanted wanted = std::move(queue.front());
        queue.pop_front();
        if (scan.folders.contains(wanted.folder))
            continue;
        auto seen = look(files, root, wanted.folder);
        if (!seen) {
            scan.rootThere = scan.rootThere && !wanted.folder.empty();
            continue; // gone or closed: its files are missing, which is a change
        }
        if (before && wanted.depth < kNewDepth) {
            const auto known = before->folders.find(wanted.folder);
            for (const std::string& name : seen->folders) {
                // New here, or found new by an earlier look.
                const std::string path = below(wanted.folder, name);
                const bool isNew = wanted.depth > 0 || (known != before->folders.end() && !known->second.folders.contains(name));
                if (isNew || before->folders.contains(path))
                    queue.push_back({ path, wanted.depth + 1 });
            }
        }
        scan.folders.emplace(wanted.folder, std::move(*seen));
    }
    return scan;
}

std::vector<std::string> changedFiles(const FolderScan& before, const FolderScan& after, std::int64_t since)
{
    std::set<std::string> changed;
    for (const auto& [folder, now] : after.folders) {
        const auto then = before.folders.find(folder);
        if (then == before.folders.end()) {
            const auto parent = before.folders.find(parentOf(folder));
            const bool appeared = !folder.empty() && (parent == before.folders.end() ? false : !parent->second.folders.contains(std::string(fileName(folder))));
            for (const auto& [name, stamp] : now.files) {
                if (appeared || stamp.modified >= since)
                    changed.insert(below(folder, name));
            }
            continue;
        }
        for (const auto& [name, stamp] : now.files) {
            const auto old = then->second.files.find(name);
            if (old == then->second.files.end() || !(old->second == stamp))
                changed.insert(below(folder, name));
        }
    }
    for (const auto& [folder, then] : before.folders) {
        const auto now = after.folders.find(folder);
        for (const auto& [name, stamp] : then.files) {
            if (now == after.folders.end() || !now->second.files.contains(name))
                changed.insert(below(folder, name));
        }
    }
    return { changed.begin(), changed.end() };
}

} // namespace ferroscope::ui
