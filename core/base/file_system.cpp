// SPDX-FileCopyrightText: The Ferroscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/file_system.h"

#include <algorithm>
#include <cerrno>
#include <cstdlib>
#include <cstring>
#include <dirent.h>
#include <fcntl.h>
#include <set>
#include <sys/stat.h>
#include <unistd.h>

namespace ferroscope {

namespace {

ErrorCode codeOf(int error)
{
    if (error == ENOENT)
        return ErrorCode::NotFound;
    return error == ENOTDIR ? ErrorCode::NotADirectory : ErrorCode::Unreadable;
}

tl::unexpected<Error> systemFailure(const std::string& path, int error)
{
    return failure(codeOf(error), path, std::strerror(error));
}

Entry entryOf(std::string name, const struct stat& info)
{
    Entry entry;
    entry.name = std::move(name);
    if (S_ISDIR(info.st_mode))
        entry.kind = EntryKind::Directory;
    else if (S_ISLNK(info.st_mode))
        entry.kind = EntryKind::Symlink;
    else if (!S_ISREG(info.st_mode))
        entry.kind = EntryKind::Other;
    if (entry.kind == EntryKind::File)
        entry.size = static_cast<std::uint64_t>(info.st_size);
    entry.modified = static_cast<std::int64_t>(info.st_mtim.tv_sec) * 1'000'000'000 + info.st_mtim.tv_nsec;
    return entry;
}

class RealFileSystem final : public FileSystem {
public:
    Result<std::vector<Entry>> list(const std::string& directory) const override
    {
        DIR* handle = opendir(directory.c_str());
        if (!handle)
            return systemFailure(directory, errno);
        std::vector<Entry> entries;
        while (const dirent* item = readdir(handle)) {
            const std::string name = item->d_name;
            if (name == "." || name == "..")
                continue;
            struct stat info { };
            if (fstatat(dirfd(handle), item->d_name, &info, AT_SYMLINK_NOFOLLOW) == 0)
                entries.push_back(entryOf(name, info));
        }
        closedir(handle);
        std::sort(entries.begin(), entries.end(), [](const Entry& a, const Entry& b) { return a.name < b.name; });
        return entries;
    }

    Result<Entry> status(const std::string& path) const override
    {
        struct stat info { };
        if (stat(path.c_str(), &info) != 0)
            return systemFailure(path, errno);
        return entryOf(path.substr(path.rfind('/') + 1), info);
    }

    Result<std::string> read(const std::string& path, std::uint64_t limit) const override
    {
        // O_NONBLOCK: a fifo that took the place of a file must not hang us; regular files ignore it.
        const int file = open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK);
        if (file < 0)
            return systemFailure(path, errno);
        struct stat info { };
        if (fstat(file, &info) != 0 || !S_ISREG(info.st_mode)) {
            close(file);
            return failure(ErrorCode::Unreadable, path, "not a regular file");
        }
        std::string bytes;
        const auto tooLarge = [&] {
            close(file);
            return failure(ErrorCode::BadInput, path, "larger than " + std::to_string(limit) + " bytes");
        };
        if (static_cast<std::uint64_t>(info.st_size) > limit)
            return tooLarge();
        bytes.resize(static_cast<std::size_t>(info.st_size) + 1); // one more, to notice growth without another call
        std::size_t filled = 0;
        for (;;) {
            const ssize_t got = ::read(file, bytes.data() + filled, bytes.size() - filled);
            if (got < 0 && errno == EINTR)
                continue;
            if (got < 0) {
                const int error = errno;
                close(file);
                return systemFailure(path, error);
            }
            if (got == 0)
                break;
            filled += static_cast<std::size_t>(got);
            if (filled > limit)
                return tooLarge();
            if (filled == bytes.size())
                bytes.resize(bytes.size() * 2);
        }
        close(file);
        bytes.resize(filled);
        return bytes;
    }

    Result<std::string> realPath(const std::string& path) const override
    {
        char* resolved = realpath(path.c_str(), nullptr);
        if (!resolved)
            return systemFailure(path, errno);
        std::string out = resolved;
        std::free(resolved);
        return out;
    }
};

std::string normalized(const std::string& path)
{
    if (path == "." || path.empty())
        return {};
    std::string out = path;
    while (!out.empty() && out.back() == '/')
        out.pop_back();
    return out.rfind("./", 0) == 0 ? out.substr(2) : out;
}

} // namespace

std::shared_ptr<const FileSystem> realFileSystem()
{
    static const auto instance = std::make_shared<const RealFileSystem>();
    return instance;
}

std::string joinPath(const std::string& directory, const std::string& name)
{
    if (directory.empty() || directory == ".")
        return name;
    return directory.back() == '/' ? directory + name : directory + "/" + name;
}

MemoryFileSystem::MemoryFileSystem(std::map<std::string, std::string> files)
    : m_files(std::move(files))
{
}

Result<std::vector<Entry>> MemoryFileSystem::list(const std::string& directory) const
{
    const std::string at = normalized(directory);
    const std::string prefix = at.empty() ? "" : at + "/";
    std::vector<Entry> entries;
    std::set<std::string> seen;
    for (const auto& [path, bytes] : m_files) {
        if (path == at)
            return failure(ErrorCode::NotADirectory, directory);
        if (path.rfind(prefix, 0) != 0)
            continue;
        const std::string rest = path.substr(prefix.size());
        const std::size_t slash = rest.find('/');
        Entry entry;
        entry.name = rest.substr(0, slash);
        entry.kind = slash == std::string::npos ? EntryKind::File : EntryKind::Directory;
        entry.size = entry.kind == EntryKind::File ? bytes.size() : 0;
        if (seen.insert(entry.name).second)
            entries.push_back(entry);
    }
    if (entries.empty() && !at.empty())
        return failure(ErrorCode::NotFound, directory);
    std::sort(entries.begin(), entries.end(), [](const Entry& a, const Entry& b) { return a.name < b.name; });
    return entries;
}

Result<Entry> MemoryFileSystem::status(const std::string& path) const
{
    const std::string at = normalized(path);
    Entry entry;
    entry.name = at.substr(at.rfind('/') + 1);
    const auto file = m_files.find(at);
    if (file != m_files.end()) {
        entry.size = file->second.size();
        return entry;
    }
    entry.kind = EntryKind::Directory;
    if (at.empty() || list(at))
        return entry;
    return failure(ErrorCode::NotFound, path);
}

Result<std::string> MemoryFileSystem::read(const std::string& path, std::uint64_t limit) const
{
    const auto file = m_files.find(normalized(path));
    if (file == m_files.end())
        return failure(ErrorCode::NotFound, path);
    if (file->second.size() > limit)
        return failure(ErrorCode::BadInput, path, "larger than " + std::to_string(limit) + " bytes");
    return file->second;
}

Result<std::string> MemoryFileSystem::realPath(const std::string& path) const { return normalized(path); }

} // namespace ferroscope
