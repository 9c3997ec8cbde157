// SPDX-FileCopyrightText: The Ferroscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
// SourceSet: what is in the repository, before anything is parsed. discover() walks the tree, applies
// .gitignore and the exclude list, gives every Python file its role and dotted name, and reads the
// packaging metadata. It never follows a symlink out of the root, never writes, never executes.
#pragma once

#include "core/base/file_system.h"
#include "core/base/progress.h"
#include <optional>
#include <stop_token>
#include <string>
#include <vector>

namespace ferroscope::source {

enum class Role { Source, Test, Script, Stub, Generated, Migration, Example, Vendored, Notebook };
std::string_view roleName(Role role); // "source", "test", ... as in the JSON

struct SourceFile {
    std::string path; // relative to the root, '/', raw bytes; the key of a module
    std::string module; // dotted name as it would be imported, e.g. "shop.core.model" for src/shop/core/model.py
    std::string importRoot; // the folder it was named from; names are unique only within one
    std::string package; // first component of `module` ("" for a top-level module that is no package)
    Role role = Role::Source;
    bool isPackage = false; // an __init__ file
    bool isStub = false; // .pyi
    std::uint64_t size = 0; // bytes
    std::int64_t modified = 0; // nanoseconds
};

struct Skipped {
    std::string path;
    std::string reason; // "larger than 16 MiB", "unreadable: Permission denied", "symlink out of the repository", ...
};

struct Dependency {
    std::string name; // distribution name as written, e.g. "PyYAML"
    std::string requirement; // ">=6,<7", "" if none
    std::string declaredIn; // "pyproject.toml", "requirements.txt", ...
    bool development = false; // an extra or group named dev, test, docs, lint ...
};

struct EntryPoint { // console or window script
    std::string name; // "shopctl"
    std::string target; // "shop.cli:main"
};

struct GitState {
    std::string commit; // 40 hexadecimal digits
    std::string branch; // "" when detached
    std::int64_t commitTime = 0; // seconds since the epoch, committer's
    bool dirty = false; // a tracked file under the root differs from the commit
};

struct SourceSet {
    std::string root; // as given
    std::string name; // name of the project: from pyproject, else the folder's name
    std::vector<SourceFile> files; // sorted by path
    std::vector<Skipped> skipped; // sorted by path
    std::vector<Skipped> excluded; // left out on purpose (exclude list, .gitignore): Python files and folders; sorted by
                                   // path, at most 1,000; caches such as __pycache__ are not listed
    std::vector<std::string> importRoots; // relative directories that would be on sys.path, "" = the root;
                                          // ".." when the root itself is a package
    std::vector<Dependency> dependencies; // sorted by name, one per name and file
    std::vector<EntryPoint> entryPoints; // console scripts
    std::vector<std::string> nativeSources; // .pyx, .pxd, .c/.cpp/.rs beside Python, Cargo.toml: FFI evidence
    std::string requiresPython; // "", or e.g. ">=3.10"
    std::size_t filesFound = 0; // Python files seen, parsed or skipped
    std::size_t otherFiles = 0; // files that are not Python
    std::optional<GitState> git; // none: not a git work tree
};

struct DiscoverOptions {
    std::vector<std::string> excludes; // .gitignore-style patterns, relative to the root
    std::uint64_t maxFileBytes = 16ULL << 20U;
    std::size_t maxFiles = 200'000;
    int maxDepth = 200; // directories below the root
    std::size_t maxEntries = 5'000'000; // files and folders looked at
};

// .gitignore patterns of folders never entered unless they are the root itself: .git, __pycache__, .venv, node_modules, ... ;
// shown to the user as the default exclude list.
const std::vector<std::string>& defaultExcludes();

// NotFound, NotADirectory, Unreadable, NoPython (detail says what was seen) or Cancelled.
// `sink` may be empty.
Result<SourceSet> discover(const FileSystem& files, const std::string& root, const DiscoverOptions& options,
    std::stop_token stop, const ProgressSink& sink);

} // namespace ferroscope::source
