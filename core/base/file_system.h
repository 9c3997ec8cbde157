// SPDX-FileCopyrightText: The Ferroscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
// FileSystem: the only way core looks at files of the analyzed repository. Read-only by construction:
// there is no call that writes. Real on disk, in memory for tests (and later a git tree).
// Paths are byte strings with '/'; nothing is assumed about their encoding.
// Thread-safe: all calls are const and may run in parallel.
#pragma once

#include "core/base/result.h"
#include <cstdint>
#include <map>
#include <memory>
#include <string>
#include <vector>

namespace ferroscope {

enum class EntryKind { File, Directory, Symlink, Other };

struct Entry {
    std::string name; // last component, raw bytes
    EntryKind kind = EntryKind::File; // not followed: a symlink is a Symlink
    std::uint64_t size = 0; // bytes; 0 for anything but a file
    std::int64_t modified = 0; // nanoseconds since the epoch; 0 if unknown
};

class FileSystem {
public:
    virtual ~FileSystem() = default;
    // Sorted by name (bytes). NotFound, NotADirectory or Unreadable.
    virtual Result<std::vector<Entry>> list(const std::string& directory) const = 0;
    // Follows symlinks (only discovery needs the difference, and it uses list()).
    virtual Result<Entry> status(const std::string& path) const = 0;
    // At most `limit` bytes; a longer file is BadInput with detail "larger than N bytes".
    virtual Result<std::string> read(const std::string& path, std::uint64_t limit) const = 0;
    // Absolute path with every symlink resolved; used to keep symlinks inside the root.
    virtual Result<std::string> realPath(const std::string& path) const = 0;
};

std::shared_ptr<const FileSystem> realFileSystem();

// Files in memory: `files` maps "a/b.py" to its bytes; directories exist where files need them.
// Paths of calls are relative to "" (the root); "." and "" mean the root itself.
class MemoryFileSystem final : public FileSystem {
public:
    explicit MemoryFileSystem(std::map<std::string, std::string> files);
    Result<std::vector<Entry>> list(const std::string& directory) const override;
    Result<Entry> status(const std::string& path) const override;
    Result<std::string> read(const std::string& path, std::uint64_t limit) const override;
    Result<std::string> realPath(const std::string& path) const override;

private:
    std::map<std::string, std::string> m_files;
};

std::string joinPath(const std::string& directory, const std::string& name);

} // namespace ferroscope
