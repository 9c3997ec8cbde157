// SPDX-FileCopyrightText: The Ferroscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/source/tree_walk.h"

#include "core/base/text.h"
#include "core/source/file_kinds.h"
#include "core/source/git_library.h"
#include "core/source/ignore_stack.h"
#include "core/source/symlinks.h"
#include "core/source/tracked_files.h"
#include <algorithm>
#include <chrono>

namespace ferroscope::source {

namespace {

constexpr std::size_t kMaxListed = 1'000; // entries of Tree::excluded
constexpr std::size_t kMaxNative = 20'000;

struct Pending {
    std::string path; // relative to the root
    int depth = 0;
    IgnoreStack::LevelPtr level;
    std::string ignoredBy; // git's rule that ignores the folder, if it is entered for the sake of tracked files
};

std::string sizeText(std::uint64_t bytes)
{
    constexpr std::uint64_t mebibyte = 1U << 20U;
    if (bytes >= mebibyte && bytes % mebibyte == 0)
        return withThousands(static_cast<long long>(bytes / mebibyte)) + " MiB";
    return counted(bytes, "byte");
}

// Caches, version control, package data and editors: nobody misses them, so they are not listed as left out.
bool isSilent(std::string_view name)
{
    static constexpr std::string_view names[] = { "__pycache__", ".git", ".hg", ".svn", ".bzr", "CVS", ".idea",
        ".vscode", ".ipynb_checkpoints", ".cache" };
    return endsWith(name, "_cache") || endsWith(name, "-info") || std::find(std::begin(names), std::end(names), name) != std::end(names);
}

bool isPythonName(std::string_view name)
{
    const FileKind kind = fileKind(name);
    return kind == FileKind::Python || kind == FileKind::Stub || kind == FileKind::Notebook;
}

std::string unreadable(const Error& error)
{
    return error.detail.empty() ? "unreadable" : "unreadable: " + error.detail;
}

class Walk {
public:
    Walk(const FileSystem& files, const std::string& root, const DiscoverOptions& options, const ProgressSink& sink)
        : m_files(files)
        , m_root(root)
        , m_options(options)
        , m_sink(sink)
        , m_ignores(files, root, options.excludes, !options.commit)
        , m_symlinks(files, root)
        , m_tracked(isOnDisk(files) ? TrackedFiles(root) : TrackedFiles())
    {
    }

    Result<Tree> run(std::stop_token stop);

private:
    struct Fate {
        std::string excludedBy; // "" to keep
        std::string ignoredBy; // git's rule against an entry that is kept because git tracks it
    };

    std::string absolute(const std::string& path) const { return path.empty() ? m_root : joinPath(m_root, path); }
    IgnoreStack::LevelPtr levelOf(const Pending& folder, const std::vector<Entry>& entries);
    Fate fateOf(const Pending& folder, const std::string& path, const Entry& entry, const IgnoreStack::Level* level);
    std::string reasonNotToEnter(const std::string& folder, const std::vector<Entry>& entries);
    void visit(const Pending& folder);
    void addFile(std::string path, const Entry& entry);
    void addPython(std::string path, const Entry& entry, FileKind kind);
    void exclude(const std::string& path, std::string reason, bool isDirectory);
    void report(const std::string& path, bool always);
    void finish();

    const FileSystem& m_files;
    const std::string& m_root;
    const DiscoverOptions& m_options;
    const ProgressSink& m_sink;
    IgnoreStack m_ignores;
    Symlinks m_symlinks;
    TrackedFiles m_tracked;
    Tree m_tree;
    std::vector<Pending> m_pending;
    std::size_t m_entries = 0;
    bool m_full = false;
    std::chrono::steady_clock::time_point m_reported;
};

IgnoreStack::LevelPtr Walk::levelOf(const Pending& folder, const std::vector<Entry>& entries)
{
    if (m_options.commit)
        return nullptr; // all of a commit is tracked, and no rule of git's holds for tracked files
    const auto isRuleFile = [](const Entry& entry) { // git follows no link here either
        return entry.name == ".gitignore" && entry.kind == EntryKind::File;
    };
    if (std::none_of(entries.begin(), entries.end(), isRuleFile))
        return folder.level;
    auto level = m_ignores.withFolder(folder.path, folder.level);
    if (level)
        return *std::move(level);
    m_tree.skipped.push_back({ joinPath(folder.path, ".gitignore"), unreadable(level.error()) });
    return folder.level;
}

Walk::Fate Walk::fateOf(const Pending& folder, const std::string& path, const Entry& entry, const IgnoreStack::Level* level)
{
    const bool isDirectory = entry.kind == EntryKind::Directory;
    IgnoreStack::Decision decision = m_ignores.decide(path, isDirectory, level);
    if (decision.reason.empty() && !decision.isPersons && !folder.ignoredBy.empty())
        decision = { folder.ignoredBy, true, false };
    const bool matters = isDirectory || fileKind(entry.name) != FileKind::Other || isManifest(path);
    if (decision.isGits && matters && m_tracked.hold(path, isDirectory))
        return { {}, std::move(decision.reason) };
    return { std::move(decision.reason), {} };
}

// What only a folder's content can tell; "" to enter it. Neither a repository inside this one nor a submodule is
// followed: it has a history, and mostly an owner, of its own.
std::string Walk::reasonNotToEnter(const std::string& folder, const std::vector<Entry>& entries)
{
    for (const Entry& entry : entries) {
        if (entry.name == ".git" && entry.kind != EntryKind::File)
            return "a git repository of its own";
        if (entry.name == ".git") {
            const auto text = m_files.read(absolute(joinPath(folder, ".git")), 4'096);
            if (text && text->find("/worktrees/") != std::string::npos)
                return "another work tree of a git repository";
            return "a git submodule";
        }
        if (entry.name == "pyvenv.cfg" && entry.kind == EntryKind::File)
            return "a virtual environment";
        if (entry.name == "conda-meta" && entry.kind == EntryKind::Directory)
            return "a conda environment";
    }
    return {};
}

void Walk::exclude(const std::string& path, std::string reason, bool isDirectory)
{
    if (isDirectory ? isSilent(fileName(path)) : !isPythonName(fileName(path)))
        return;
    if (isDirectory)
        m_tree.excludedFolders.push_back(path);
    if (m_tree.excluded.size() < kMaxListed)
        m_tree.excluded.push_back({ path, std::move(reason) });
}

void Walk::addPython(std::string path, const Entry& entry, FileKind kind)
{
    ++m_tree.filesFound;
    if (entry.kind != EntryKind::File) {
        m_tree.skipped.push_back({ std::move(path), "not a regular file" });
        return;
    }
    if (entry.size > m_options.maxFileBytes) {
        m_tree.skipped.push_back({ std::move(path), "larger than " + sizeText(m_options.maxFileBytes) });
        return;
    }
    if (m_tree.python.size() >= m_options.maxFiles) {
        m_full = true;
        return;
    }
    SourceFile file;
    file.path = std::move(path);
    file.isStub = kind == FileKind::Stub;
    file.isNotebook = kind == FileKind::Notebook;
    file.size = entry.size;
    file.modified = entry.modified;
    m_tree.python.push_back(std::move(file));
}

void Walk::addFile(std::string path, const Entry& entry)
{
    const FileKind kind = fileKind(entry.name);
    if (entry.kind == EntryKind::File && isManifest(path))
        m_tree.manifests.push_back(path); // setup.py is a module too, Cargo.toml evidence
    if (kind == FileKind::Python || kind == FileKind::Stub || kind == FileKind::Notebook) {
        addPython(std::move(path), entry, kind);
        return;
    }
    ++m_tree.otherFiles;
    ++m_tree.otherKinds[std::string(kindWord(entry.name))];
    if (entry.kind != EntryKind::File)
        return;
    if (kind == FileKind::Native && m_tree.nativeSources.size() < kMaxNative)
        m_tree.nativeSources.push_back(std::move(path));
}

void Walk::visit(const Pending& folder)
{
    const auto entries = m_files.list(absolute(folder.path));
    if (!entries) {
        m_tree.skipped.push_back({ folder.path, unreadable(entries.error()) });
        return;
    }
    const bool isRoot = folder.depth == 0;
    if (!isRoot) {
        std::string reason = reasonNotToEnter(folder.path, *entries);
        if (endsWith(reason, "environment")) {
            exclude(folder.path, std::move(reason), true);
            return;
        }
        if (!reason.empty()) {
            m_tree.excludedFolders.push_back(folder.path);
            m_tree.skipped.push_back({ folder.path, std::move(reason) });
            return;
        }
    }
    if (!isRoot && entries->empty() && m_tracked.isSubmodule(folder.path)) { // not checked out
        m_tree.skipped.push_back({ folder.path, "a git submodule" });
        return;
    }
    const IgnoreStack::LevelPtr level = levelOf(folder, *entries);
    std::vector<Pending> children;
    for (const Entry& entry : *entries) {
        if (++m_entries > m_options.maxEntries) {
            m_full = true;
            return;
        }
        std::string path = joinPath(folder.path, entry.name);
        const bool isDirectory = entry.kind == EntryKind::Directory;
        Fate fate = fateOf(folder, path, entry, level.get());
        if (!fate.excludedBy.empty()) {
            exclude(path, std::move(fate.excludedBy), isDirectory);
        } else if (entry.kind == EntryKind::Symlink) {
            m_symlinks.add(std::move(path));
        } else if (!isDirectory) {
            addFile(std::move(path), entry);
        } else if (folder.depth >= m_options.maxDepth) {
            m_tree.skipped.push_back({ std::move(path),
                "deeper than " + counted(static_cast<std::size_t>(m_options.maxDepth), "folder") });
        } else {
            children.push_back({ std::move(path), folder.depth + 1, level, std::move(fate.ignoredBy) });
        }
    }
    std::move(children.rbegin(), children.rend(), std::back_inserter(m_pending)); // the first name is visited next
}

void Walk::report(const std::string& path, bool always)
{
    const auto now = std::chrono::steady_clock::now();
    if (!m_sink || (!always && now - m_reported < std::chrono::milliseconds(50)))
        return;
    m_reported = now;
    Progress progress;
    progress.stage = Stage::Discover;
    progress.done = m_tree.python.size();
    progress.current = path;
    m_sink(progress);
}

void Walk::finish()
{
    if (m_full) {
        m_tree.skipped.push_back({ "", "the tree is larger than the limit of " + counted(m_options.maxFiles, "Python file")
            + " or " + counted(m_options.maxEntries, "entry", "entries") + "; what came later in the order of names was left out" });
    }
    const auto byPath = [](const auto& a, const auto& b) { return a.path < b.path; };
    std::sort(m_tree.python.begin(), m_tree.python.end(), byPath);
    m_symlinks.judge(m_tree);
    std::sort(m_tree.skipped.begin(), m_tree.skipped.end(), byPath);
    std::sort(m_tree.excluded.begin(), m_tree.excluded.end(), byPath);
    std::sort(m_tree.manifests.begin(), m_tree.manifests.end());
    std::sort(m_tree.nativeSources.begin(), m_tree.nativeSources.end());
    std::sort(m_tree.excludedFolders.begin(), m_tree.excludedFolders.end());
}

Result<Tree> Walk::run(std::stop_token stop)
{
    const auto status = m_files.status(m_root);
    if (!status)
        return tl::unexpected(status.error());
    if (status->kind != EntryKind::Directory)
        return failure(ErrorCode::NotADirectory, m_root);
    if (const auto entries = m_files.list(m_root); !entries)
        return tl::unexpected(entries.error());
    m_pending.push_back({ "", 0, m_ignores.aboveRoot(), {} });
    while (!m_pending.empty() && !m_full) {
        if (stop.stop_requested())
            return failure(ErrorCode::Cancelled, m_root);
        const Pending folder = std::move(m_pending.back());
        m_pending.pop_back();
        report(folder.path, false);
        visit(folder);
    }
    finish();
    report("", true);
    return std::move(m_tree);
}

} // namespace

Result<Tree> walkTree(const FileSystem& files, const std::string& root, const DiscoverOptions& options,
    std::stop_token stop, const ProgressSink& sink)
{
    return Walk(files, root, options, sink).run(std::move(stop));
}

} // namespace ferroscope::source
