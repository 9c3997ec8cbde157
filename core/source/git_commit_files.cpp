// SPDX-FileCopyrightText: The Ferroscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/source/git_commit_files.h"

#include "core/base/text.h"
#include "core/source/git_library.h"
#include <algorithm>
#include <mutex>

namespace ferroscope::source {

namespace {

constexpr int kMostLinks = 40; // followed on the way to one path, as Linux does
constexpr std::string_view kSubmoduleFile = "gitdir: a submodule\n";

using Blob = std::unique_ptr<git_blob, GitFree<git_blob_free>>;
using Odb = std::unique_ptr<git_odb, GitFree<git_odb_free>>;

// libgit2's objects belong to one thread at a time; whoever needs a repository takes one out and puts it back.
class RepositoryPool {
public:
    RepositoryPool(std::string gitFolder, GitRepository first)
        : m_gitFolder(std::move(gitFolder))
    {
        m_idle.push_back(std::move(first));
    }

    template <class Action> auto with(Action action) const -> decltype(action(std::declval<git_repository*>()))
    {
        GitRepository taken;
        {
            const std::lock_guard lock(m_mutex);
            if (!m_idle.empty()) {
                taken = std::move(m_idle.back());
                m_idle.pop_back();
            }
        }
        if (!taken) {
            git_repository* raw = nullptr;
            (void)git_repository_open(&raw, m_gitFolder.c_str());
            taken.reset(raw);
        }
        auto result = action(taken.get());
        const std::lock_guard lock(m_mutex);
        if (taken)
            m_idle.push_back(std::move(taken));
        return result;
    }

private:
    std::string m_gitFolder;
    mutable std::mutex m_mutex;
    mutable std::vector<GitRepository> m_idle;
};

struct Item {
    git_oid id {};
    git_filemode_t mode = GIT_FILEMODE_TREE;
};

class CommitFileSystem final : public FileSystem {
public:
    CommitFileSystem(std::string gitFolder, GitRepository repository, git_oid tree, std::string given, std::string top, std::string rootInTree)
        : m_pool(std::move(gitFolder), std::move(repository))
        , m_tree(tree)
        , m_given(std::move(given))
        , m_top(std::move(top))
        , m_rootInTree(std::move(rootInTree))
    {
        while (m_given.size() > 1 && m_given.back() == '/')
            m_given.pop_back();
    }

    Result<std::vector<Entry>> list(const std::string& directory) const override
    {
        return m_pool.with([&](git_repository* repository) { return listIn(repository, directory); });
    }

    Result<Entry> status(const std::string& path) const override
    {
        return m_pool.with([&](git_repository* repository) -> Result<Entry> {
            const auto inside = resolved(repository, path);
            if (!inside)
                return failure(ErrorCode::NotFound, path);
            const auto item = isSubmoduleFile(repository, *inside) ? std::optional(Item { {}, GIT_FILEMODE_BLOB }) : find(repository, *inside);
            return item ? Result<Entry>(entryOf(repository, std::string(fileName(*inside)), *item)) : failure(ErrorCode::NotFound, path);
        });
    }

    Result<std::string> read(const std::string& path, std::uint64_t limit) const override
    {
        return m_pool.with([&](git_repository* repository) -> Result<std::string> {
            const auto inside = resolved(repository, path);
            if (inside && isSubmoduleFile(repository, *inside))
                return std::string(kSubmoduleFile);
            const auto item = inside ? find(repository, *inside) : std::nullopt;
            if (!item)
                return failure(ErrorCode::NotFound, path);
            if (item->mode == GIT_FILEMODE_TREE || item->mode == GIT_FILEMODE_COMMIT)
                return failure(ErrorCode::Unreadable, path, "not a regular file");
            return contentOf(repository, item->id, path, limit);
        });
    }

    Result<std::string> realPath(const std::string& path) const override
    {
        return m_pool.with([&](git_repository* repository) -> Result<std::string> {
            std::string leaving;
            const auto inside = resolved(repository, path, &leaving);
            if (!leaving.empty())
                return leaving;
            if (!inside || !(find(repository, *inside) || isSubmoduleFile(repository, *inside)))
                return failure(ErrorCode::NotFound, path);
            return inside->empty() ? m_top : joinPath(m_top, *inside);
        });
    }

private:
    // The path in the commit's tree before links are followed; nullopt if it lies elsewhere.
    std::optional<std::string> located(const std::string& path) const
    {
        const auto below = [&](const std::string& folder, const std::string& inTree) -> std::optional<std::string> {
            if (path == folder)
                return inTree;
            const std::string prefix = folder.empty() || folder.back() == '/' ? folder : folder + "/";
            if (!startsWith(path, prefix))
                return std::nullopt;
            return inTree.empty() ? path.substr(prefix.size()) : inTree + "/" + path.substr(prefix.size());
        };
        if (auto given = below(m_given, m_rootInTree))
            return given;
        return below(m_top, "");
    }

    std::optional<std::string> resolved(git_repository* repository, const std::string& path, std::string* leaving = nullptr) const
    {
        const auto start = located(path);
        if (!start)
            return std::nullopt;
        std::vector<std::string> todo; // components, the next one last
        const auto push = [&todo](std::string_view text) {
            const std::vector<std::string_view> parts = split(text, '/');
            for (auto part = parts.rbegin(); part != parts.rend(); ++part) {
                if (!part->empty() && *part != ".")
                    todo.emplace_back(*part);
            }
        };
        push(*start);
        std::string at;
        for (int links = 0; !todo.empty();) {
            const std::string part = std::move(todo.back());
            todo.pop_back();
            if (part == "..") {
                if (at.empty()) {
                    if (leaving)
                        *leaving = joinPath(m_top, "..");
                    return std::nullopt;
                }
                at = std::string(folderOf(at));
                continue;
            }
            const std::string next = joinPath(at, part);
            const auto item = find(repository, next);
            if (!item || item->mode != GIT_FILEMODE_LINK) {
                at = next;
                continue;
            }
            const auto target = contentOf(repository, item->id, next, 4'096);
            if (!target || ++links > kMostLinks)
                return std::nullopt;
            if (startsWith(*target, "/")) {
                if (leaving)
                    *leaving = *target;
                return std::nullopt;
            }
            push(*target);
        }
        return at;
    }

    std::optional<Item> find(git_repository* repository, const std::string& inside) const
    {
        if (inside.empty())
            return Item { m_tree, GIT_FILEMODE_TREE };
        git_tree* rawTree = nullptr;
        if (!repository || git_tree_lookup(&rawTree, repository, &m_tree) != 0)
            return std::nullopt;
        const GitTree tree(rawTree);
        git_tree_entry* raw = nullptr;
        if (git_tree_entry_bypath(&raw, tree.get(), inside.c_str()) != 0)
            return std::nullopt;
        const GitTreeEntry entry(raw);
        return Item { *git_tree_entry_id(entry.get()), git_tree_entry_filemode(entry.get()) };
    }

    bool isSubmoduleFile(git_repository* repository, const std::string& inside) const
    {
        if (fileName(inside) != ".git")
            return false;
        const auto item = find(repository, std::string(folderOf(inside)));
        return item && item->mode == GIT_FILEMODE_COMMIT;
    }

    static Entry entryOf(git_repository* repository, std::string name, const Item& item)
    {
        Entry entry;
        entry.name = std::move(name);
        if (item.mode == GIT_FILEMODE_TREE || item.mode == GIT_FILEMODE_COMMIT)
            entry.kind = EntryKind::Directory;
        else if (item.mode == GIT_FILEMODE_LINK)
            entry.kind = EntryKind::Symlink;
        if (entry.kind != EntryKind::File)
            return entry;
        git_odb* raw = nullptr;
        if (!repository || git_repository_odb(&raw, repository) != 0)
            return entry;
        const Odb odb(raw);
        std::size_t size = 0;
        git_object_t type = GIT_OBJECT_INVALID;
        if (git_odb_read_header(&size, &type, odb.get(), &item.id) == 0)
            entry.size = size;
        return entry;
    }

    Result<std::vector<Entry>> listIn(git_repository* repository, const std::string& directory) const
    {
        const auto inside = resolved(repository, directory);
        const auto item = inside ? find(repository, *inside) : std::nullopt;
        if (!item)
            return failure(ErrorCode::NotFound, directory);
        std::vector<Entry> entries;
        if (item->mode == GIT_FILEMODE_COMMIT) {
            entries.push_back({ ".git", EntryKind::File, kSubmoduleFile.size(), 0 });
            return entries;
        }
        if (item->mode != GIT_FILEMODE_TREE)
            return failure(ErrorCode::NotADirectory, directory);
        git_tree* raw = nullptr;
        if (!repository || git_tree_lookup(&raw, repository, &item->id) != 0)
            return failure(ErrorCode::Unreadable, directory, "the object is missing or damaged");
        const GitTree tree(raw);
        for (std::size_t i = 0, count = git_tree_entrycount(tree.get()); i < count; ++i) {
            const git_tree_entry* entry = git_tree_entry_byindex(tree.get(), i);
            entries.push_back(entryOf(repository, git_tree_entry_name(entry), { *git_tree_entry_id(entry), git_tree_entry_filemode(entry) }));
        }
        std::sort(entries.begin(), entries.end(), [](const Entry& a, const Entry& b) { return a.name < b.name; });
        return entries;
    }

    static Result<std::string> contentOf(git_repository* repository, const git_oid& id, const std::string& path, std::uint64_t limit)
    {
        git_blob* raw = nullptr;
        if (!repository || git_blob_lookup(&raw, repository, &id) != 0)
            return failure(ErrorCode::Unreadable, path, "the object is missing or damaged");
        const Blob blob(raw);
        const auto size = static_cast<std::uint64_t>(git_blob_rawsize(blob.get()));
        if (size > limit)
            return failure(ErrorCode::BadInput, path, "larger than " + std::to_string(limit) + " bytes");
        return std::string(static_cast<const char*>(git_blob_rawcontent(blob.get())), static_cast<std::size_t>(size));
    }

    RepositoryPool m_pool;
    git_oid m_tree;
    std::string m_given, m_top, m_rootInTree; // as given; absolute top of the work tree (or the bare repository); the root below it
};

std::string branchOf(git_repository* repository, const std::string& ref)
{
    git_reference* raw = nullptr;
    if (git_reference_dwim(&raw, repository, ref.c_str()) != 0)
        return {};
    const GitReference reference(raw);
    if (git_reference_is_branch(reference.get()) == 1)
        return git_reference_shorthand(reference.get());
    if (ref != "HEAD" || git_repository_head_detached(repository) != 0)
        return {};
    git_reference* rawHead = nullptr;
    if (git_repository_head(&rawHead, repository) != 0)
        return {};
    const GitReference head(rawHead);
    return git_reference_shorthand(head.get());
}

} // namespace

Result<CommitFiles> openCommit(const std::string& root, const std::string& ref)
{
    const auto status = realFileSystem()->status(root);
    if (!status)
        return tl::unexpected(status.error());
    if (status->kind != EntryKind::Directory)
        return failure(ErrorCode::NotADirectory, root);
    auto found = openGitFolder(root, ref);
    if (!found)
        return tl::unexpected(found.error());
    git_repository* repository = found->repository.get();
    CommitFiles made;
    char digits[GIT_OID_HEXSZ + 1];
    made.state.commit = git_oid_tostr(digits, sizeof digits, git_commit_id(found->head.get()));
    made.state.commitTime = git_commit_time(found->head.get());
    made.state.branch = branchOf(repository, ref);
    const char* workTree = found->isBare ? nullptr : git_repository_workdir(repository);
    const auto top = realFileSystem()->realPath(workTree ? workTree : git_repository_path(repository));
    if (!top)
        return tl::unexpected(top.error());
    const git_oid tree = *git_tree_id(found->tree.get());
    std::string gitFolder = git_repository_path(repository);
    found->head.reset();
    found->tree.reset();
    made.files = std::make_shared<CommitFileSystem>(std::move(gitFolder), std::move(found->repository), tree, root, *top, found->path);
    return made;
}

} // namespace ferroscope::source
