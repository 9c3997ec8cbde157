// SPDX-FileCopyrightText: The Ferroscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/source/source_set.h"

#include "core/base/text.h"
#include "core/source/file_kinds.h"
#include "core/source/git_library.h"
#include "core/source/git_state.h"
#include "core/source/import_names.h"
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
        if (set.requiresPython.empty())
            set.requiresPython = manifest->requiresPython;
        set.dependencies.insert(set.dependencies.end(), manifest->dependencies.begin(), manifest->dependencies.end());
        set.entryPoints.insert(set.entryPoints.end(), manifest->entryPoints.begin(), manifest->entryPoints.end());
    }
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
    const ImportLayout layout = importLayout(*tree, shape, manifests, rootPackage);
    for (SourceFile& file : tree->python) {
        nameModule(file, layout);
        file.role = roleOf(file.path, shape);
    }
    applyManifests(manifests, set);
    if (set.name.empty())
        set.name = folderName(files, root);
    std::stable_sort(tree->skipped.begin(), tree->skipped.end(),
        [](const Skipped& a, const Skipped& b) { return a.path < b.path; });
    set.files = std::move(tree->python);
    set.skipped = std::move(tree->skipped);
    set.excluded = std::move(tree->excluded);
    set.importRoots = layout.roots;
    set.nativeSources = std::move(tree->nativeSources);
    set.filesFound = tree->filesFound;
    set.otherFiles = tree->otherFiles;
    if (isOnDisk(files))
        set.git = gitState(root);
    if (stop.stop_requested())
        return failure(ErrorCode::Cancelled, root);
    return set;
}

} // namespace ferroscope::source
