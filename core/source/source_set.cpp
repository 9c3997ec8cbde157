// SPDX-FileCopyrightText: The Ferroscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/source/source_set.h"

#include "core/base/text.h"
#include "core/manifests/readers.h"
#include "core/source/file_kinds.h"
#include "core/source/git_library.h"
#include "core/source/git_state.h"
#include "core/source/ignore_rules.h"
#include "core/source/import_names.h"
#include "core/source/native_modules.h"
#include "core/source/no_python.h"
#include "core/source/roles.h"
#include "core/source/tree_walk.h"
#include <algorithm>
#include <tuple>

namespace ferroscope::source {

namespace {

std::string folderName(const FileSystem& files, const std::string& root)
{
    const auto real = files.realPath(root);
    return std::string(fileName(real ? *real : root));
}

// What the manifests say about the project as a whole: the one nearest to the root wins.
void applyManifests(const std::vector<Manifest>& manifests, SourceSet& set)
{
    std::vector<const Manifest*> nearestFirst;
    for (const Manifest& manifest : manifests)
        nearestFirst.push_back(&manifest);
    std::stable_sort(nearestFirst.begin(), nearestFirst.end(), [](const Manifest* a, const Manifest* b) {
        return std::count(a->path.begin(), a->path.end(), '/') < std::count(b->path.begin(), b->path.end(), '/');
    });
    for (const Manifest* manifest : nearestFirst) {
        const bool isOfRoot = folderOf(manifest->path).empty();
        if (set.name.empty() && isOfRoot)
            set.name = manifest->projectName;
        const bool isLock = manifests::isLock(manifests::formatOf(manifest->path));
        if (!manifest->requiresPython.empty() && !isLock)
            set.pythonVersions.push_back({ manifest->requiresPython, manifest->path });
        if (set.classifiers.empty())
            set.classifiers = manifest->classifiers;
        if (set.wheelOptions.empty())
            set.wheelOptions = manifest->wheelOptions;
        set.locked.insert(set.locked.end(), manifest->locked.begin(), manifest->locked.end());
        set.dependencies.insert(set.dependencies.end(), manifest->dependencies.begin(), manifest->dependencies.end());
        set.entryPoints.insert(set.entryPoints.end(), manifest->entryPoints.begin(), manifest->entryPoints.end());
    }
    if (set.pythonVersions.empty()) { // a lock repeats what its manifest says; alone it says it
        for (const Manifest* manifest : nearestFirst) {
            if (!manifest->requiresPython.empty())
                set.pythonVersions.push_back({ manifest->requiresPython, manifest->path });
        }
    }
    if (!set.pythonVersions.empty())
        set.requiresPython = set.pythonVersions.front().requirement;
    std::stable_sort(set.pythonVersions.begin(), set.pythonVersions.end(),
        [](const PythonVersion& a, const PythonVersion& b) { return a.declaredIn < b.declaredIn; });
    const auto lockKey = [](const manifests::LockedVersion& l) { return std::tie(l.name, l.lockedIn, l.version); };
    std::stable_sort(set.locked.begin(), set.locked.end(), [&](const auto& a, const auto& b) { return lockKey(a) < lockKey(b); });
    // One per name and file; of a package that is both, the run-time requirement is the one that counts.
    const auto key = [](const Dependency& d) { return std::make_tuple(lowerAscii(d.name), d.declaredIn, d.development); };
    std::stable_sort(set.dependencies.begin(), set.dependencies.end(),
        [&](const Dependency& a, const Dependency& b) { return key(a) < key(b); });
    set.dependencies.erase(std::unique(set.dependencies.begin(), set.dependencies.end(),
                               [](const Dependency& a, const Dependency& b) {
                                   return lowerAscii(a.name) == lowerAscii(b.name) && a.declaredIn == b.declaredIn;
                               }),
        set.dependencies.end());
    std::stable_sort(set.entryPoints.begin(), set.entryPoints.end(),
        [](const EntryPoint& a, const EntryPoint& b) { return std::tie(a.name, a.target) < std::tie(b.name, b.target); });
    set.entryPoints.erase(std::unique(set.entryPoints.begin(), set.entryPoints.end(),
                              [](const EntryPoint& a, const EntryPoint& b) { return a.name == b.name && a.target == b.target; }),
        set.entryPoints.end());
}

// The last rule that matches the file or a folder above it wins.
void giveRoles(const std::vector<RoleRule>& rules, std::vector<SourceFile>& files)
{
    std::vector<std::pair<IgnorePattern, Role>> patterns;
    for (const RoleRule& rule : rules)
        patterns.emplace_back(IgnorePattern(rule.pattern), rule.role);
    for (SourceFile& file : files) {
        for (const auto& [pattern, role] : patterns) {
            bool isMatch = pattern.matches(file.path, false);
            for (std::string_view folder = folderOf(file.path); !isMatch && !folder.empty(); folder = folderOf(folder))
                isMatch = pattern.matches(folder, true);
            if (!isMatch)
                continue;
            file.role = role;
            file.roleIsGiven = true;
        }
    }
}

} // namespace

std::string_view roleName(Role role)
{
    switch (role) {
    case Role::Source:
        return "source";
    case Role::Test:
        return "test";
    case Role::Script:
        return "script";
    case Role::Stub:
        return "stub";
    case Role::Generated:
        return "generated";
    case Role::Migration:
        return "migration";
    case Role::Example:
        return "example";
    case Role::Vendored:
        return "vendored";
    case Role::Notebook:
        return "notebook";
    }
    return "source";
}

std::optional<Role> roleNamed(std::string_view name)
{
    for (const Role role : { Role::Source, Role::Test, Role::Script, Role::Stub, Role::Generated, Role::Migration, Role::Example,
             Role::Vendored, Role::Notebook }) {
        if (roleName(role) == name)
            return role;
    }
    return std::nullopt;
}

// `build` and `dist`, `env` and `venv` are not here: packages have these names. What setuptools leaves in
// `build` is named precisely, and an environment is known by its pyvenv.cfg or conda-meta whatever its name.
const std::vector<std::string>& defaultExcludes()
{
    static const std::vector<std::string> patterns = { ".git/", ".hg/", ".svn/", ".bzr/", "CVS/", "__pycache__/",
        ".venv/", ".virtualenv/", ".direnv/", ".pyenv/", ".pixi/", ".tox/", ".nox/", ".eggs/", "*.egg-info/",
        "*.dist-info/", "*.egg/", "site-packages/", "dist-packages/", "__pypackages__/", "build/lib/", "build/lib.*/",
        "build/bdist.*/", "node_modules/", "bower_components/", ".mypy_cache/", ".pytest_cache/", ".ruff_cache/",
        ".hypothesis/", ".pytype/", ".cache/", ".ipynb_checkpoints/", ".idea/", ".vscode/" };
    return patterns;
}

Result<SourceSet> discover(const FileSystem& files, const std::string& root, const DiscoverOptions& options,
    std::stop_token stop, const ProgressSink& sink)
{
    auto tree = walkTree(files, root, options, stop, sink);
    if (!tree)
        return tl::unexpected(tree.error());
    if (tree->python.empty())
        return failure(ErrorCode::NoPython, root, describeNoPython(files, root, *tree));

    SourceSet set;
    set.root = root;
    const TreeShape shape = shapeOf(*tree);
    const std::vector<Manifest> manifests = readManifests(files, root, tree->manifests, shape, tree->skipped);
    if (stop.stop_requested())
        return failure(ErrorCode::Cancelled, root);
    const std::string rootPackage = shape.isPackage("") ? rootPackageName(files, root) : std::string();
    const ImportLayout layout = options.roots.empty() ? importLayout(*tree, shape, manifests, rootPackage) : givenLayout(options.roots);
    set.nativeModules = nativeModules(manifests, tree->nativeSources, layout, shape);
    for (SourceFile& file : tree->python) {
        nameModule(file, layout);
        file.role = roleOf(file.path, shape);
    }
    giveRoles(options.roles, tree->python);
    applyManifests(manifests, set);
    if (set.name.empty())
        set.name = folderName(files, root);
    if (options.commit && endsWith(set.name, ".git") && set.name.size() > 4) // a bare repository, by custom
        set.name.resize(set.name.size() - 4);
    std::stable_sort(tree->skipped.begin(), tree->skipped.end(),
        [](const Skipped& a, const Skipped& b) { return a.path < b.path; });
    set.files = std::move(tree->python);
    set.skipped = std::move(tree->skipped);
    set.excluded = std::move(tree->excluded);
    set.importRoots = layout.roots;
    set.nativeSources = std::move(tree->nativeSources);
    set.filesFound = tree->filesFound;
    set.otherFiles = tree->otherFiles;
    if (options.commit)
        set.git = options.commit;
    else if (isOnDisk(files))
        set.git = gitState(root);
    if (stop.stop_requested())
        return failure(ErrorCode::Cancelled, root);
    return set;
}

} // namespace ferroscope::source
