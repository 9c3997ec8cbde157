// SPDX-FileCopyrightText: The Ferroscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
// SourceSet: what is in the repository, before anything is parsed. discover() walks the tree, applies
// .gitignore and the exclude list, gives every Python file its role and dotted name, and reads the
// packaging metadata. It never follows a symlink out of the root, never writes, never executes.
#pragma once

#include "core/base/file_system.h"
#include "core/base/progress.h"
#include "core/manifests/manifest.h"
#include <optional>
#include <stop_token>
#include <string>
#include <vector>

namespace ferroscope::source {

enum class Role { Source, Test, Script, Stub, Generated, Migration, Example, Vendored, Notebook };
std::string_view roleName(Role role); // "source", "test", ... as in the JSON
std::optional<Role> roleNamed(std::string_view name);

struct SourceFile {
    std::string path; // relative to the root, '/', raw bytes; the key of a module
    std::string module; // dotted name as it would be imported, e.g. "shop.core.model" for src/shop/core/model.py
    std::string importRoot; // the folder it was named from; names are unique only within one
    std::string package; // first component of `module` ("" for a top-level module that is no package)
    Role role = Role::Source;
    bool isPackage = false; // an __init__ file
    bool isStub = false; // .pyi
    bool isNotebook = false; // .ipynb: its text is that of its code cells, see notebook.h
    bool roleIsGiven = false; // by the person's settings: nothing found in the file changes it
    std::uint64_t size = 0; // bytes
    std::int64_t modified = 0; // nanoseconds
};

struct Skipped {
    std::string path;
    std::string reason; // "larger than 16 MiB", "unreadable: Permission denied", "symlink out of the repository", ...
};

using manifests::Dependency;
using manifests::EntryPoint;

struct PythonVersion {
    std::string requirement; // ">=3.10"
    std::string declaredIn; // "pyproject.toml"
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
    std::vector<manifests::NativeModule> nativeModules; // what is built; sorted by (module, kind, declaredIn)
    std::vector<manifests::LockedVersion> locked; // of the lock files; sorted by (name, lockedIn, version)
    std::string requiresPython; // "", or e.g. ">=3.10": that of the manifest nearest to the root
    std::vector<PythonVersion> pythonVersions; // all of them, sorted by declaredIn
    std::vector<std::string> classifiers; // of the manifest nearest to the root that has some
    std::vector<manifests::WheelOption> wheelOptions; // likewise
    std::size_t filesFound = 0; // Python files seen, parsed or skipped
    std::size_t otherFiles = 0; // files that are not Python
    std::optional<GitState> git; // none: not a git work tree
};

struct RoleRule { // "what matches the pattern has this role"
    std::string pattern; // as in .gitignore, relative to the root; a folder's holds for everything below
    Role role = Role::Source;
};

struct DiscoverOptions {
    std::vector<std::string> excludes; // .gitignore-style patterns, relative to the root
    std::vector<std::string> roots; // import roots, relative; if any, they replace those that would be derived
    std::vector<RoleRule> roles; // the last one that matches wins, over every rule of roles.h
    std::optional<GitState> commit; // `files` is this commit: everything in it is tracked, no ignore file applies
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
