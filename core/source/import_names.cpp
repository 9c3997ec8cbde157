// SPDX-FileCopyrightText: The Ferroscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/source/import_names.h"

#include "core/base/text.h"
#include "core/source/file_kinds.h"
#include "core/source/roles.h"
#include "core/source/tree_walk.h"
#include <algorithm>

namespace ferroscope::source {

namespace {

constexpr int kMaxPackagesAboveRoot = 32;

// Every folder that holds Python, however deep.
TreeShape::Folders foldersWithPython(const Tree& tree)
{
    TreeShape::Folders folders;
    for (const SourceFile& file : tree.python) {
        std::string_view folder = folderOf(file.path);
        while (folders.emplace(folder).second && !folder.empty())
            folder = folderOf(folder);
    }
    return folders;
}

// Names of the packages directly below `folder`.
std::vector<std::string_view> packagesIn(std::string_view folder, const TreeShape& shape)
{
    std::vector<std::string_view> names;
    const std::string prefix = folder.empty() ? std::string() : std::string(folder) + "/";
    for (auto at = shape.packages.lower_bound(prefix); at != shape.packages.end() && startsWith(*at, prefix); ++at) {
        if (!at->empty() && folderOf(*at) == folder)
            names.push_back(fileName(*at));
    }
    return names;
}

bool isSourceFolder(const std::string& project, const std::string& folder, bool needsPackages, const TreeShape& shape)
{
    if (shape.isPackage(folder) || shape.isInsidePackage(folder))
        return false;
    const std::vector<std::string_view> inside = packagesIn(folder, shape);
    const std::vector<std::string_view> beside = packagesIn(project, shape);
    const auto isBeside = [&](std::string_view name) { return std::find(beside.begin(), beside.end(), name) != beside.end(); };
    return (!inside.empty() || !needsPackages) && std::none_of(inside.begin(), inside.end(), isBeside);
}

std::string parentsAbove(const std::string& dotted)
{
    std::string path = "..";
    for (auto dots = std::count(dotted.begin(), dotted.end(), '.'); dots > 0; --dots)
        path += "/..";
    return path;
}

// A dot inside a component would look like one more level; bytes that no text may hold become %XX.
std::string component(std::string_view name)
{
    std::string out = printablePath(name);
    std::replace(out.begin(), out.end(), '.', '_');
    return out;
}

} // namespace

ImportLayout importLayout(const Tree& tree, const TreeShape& shape, const std::vector<Manifest>& manifests,
    const std::string& rootPackage)
{
    ImportLayout layout;
    TreeShape::Folders roots;
    const TreeShape::Folders withPython = foldersWithPython(tree);
    const auto isForeign = [&](const std::string& folder) { // projects that tests and vendored code bring along
        const Role role = roleOf(joinPath(folder, "module.py"), shape);
        return !folder.empty() && (role == Role::Test || role == Role::Vendored);
    };
    for (const std::string& project : shape.projects) {
        if (isForeign(project))
            continue;
        roots.insert(project);
        for (const char* name : { "src", "lib", "Lib" }) {
            const std::string folder = joinPath(project, name);
            if (withPython.find(folder) != withPython.end()
                && isSourceFolder(project, folder, std::string_view(name) != "src", shape))
                roots.insert(folder);
        }
    }
    for (const Manifest& manifest : manifests) {
        if (isForeign(std::string(folderOf(manifest.path))))
            continue;
        for (const std::string& folder : manifest.importFolders) {
            if (withPython.find(folder) != withPython.end())
                roots.insert(folder);
        }
        for (const PackageFolder& package : manifest.packageFolders) {
            if (!package.folder.empty() && withPython.find(package.folder) != withPython.end())
                layout.prefixes[package.folder] = package.package;
        }
    }
    if (!rootPackage.empty()) {
        roots.erase("");
        layout.prefixes[""] = rootPackage;
        layout.roots.push_back(parentsAbove(rootPackage));
    }
    for (const std::string& folder : roots) {
        layout.prefixes.emplace(folder, "");
        layout.roots.push_back(folder);
    }
    std::sort(layout.roots.begin(), layout.roots.end());
    return layout;
}

ImportLayout givenLayout(const std::vector<std::string>& roots)
{
    ImportLayout layout;
    for (const std::string& root : roots) {
        if (const auto folder = manifests::resolvedBelowRoot("", root))
            layout.prefixes.emplace(*folder, "");
    }
    for (const auto& [folder, prefix] : layout.prefixes)
        layout.roots.push_back(folder);
    return layout;
}

std::string rootPackageName(const FileSystem& files, const std::string& root)
{
    const auto real = files.realPath(root);
    if (!real)
        return {};
    std::string folder = *real;
    std::string dotted;
    for (int depth = 0; depth < kMaxPackagesAboveRoot; ++depth) {
        const std::string name = component(fileName(folder));
        if (name.empty())
            return dotted;
        if (depth > 0 && !files.status(joinPath(folder, "__init__.py")))
            return dotted;
        dotted = dotted.empty() ? name : name + "." + dotted;
        folder = std::string(folderOf(folder));
    }
    return dotted;
}

void nameModule(SourceFile& file, const ImportLayout& layout)
{
    std::string_view folder = folderOf(file.path);
    auto root = layout.prefixes.find(folder);
    while (root == layout.prefixes.end() && !folder.empty()) {
        folder = folderOf(folder);
        root = layout.prefixes.find(folder);
    }
    std::string_view rest = file.path;
    rest.remove_prefix(folder.empty() ? 0 : folder.size() + 1);
    const std::string_view name = fileName(rest);
    const std::string_view stem = name.substr(0, name.rfind('.'));
    file.isPackage = stem == "__init__";

    std::string dotted = root == layout.prefixes.end() ? std::string() : root->second;
    const auto append = [&dotted](const std::string& part) { dotted += dotted.empty() ? part : "." + part; };
    if (rest.size() > name.size()) {
        bool isFirst = dotted.empty();
        for (std::string_view part : split(rest.substr(0, rest.size() - name.size() - 1), '/')) {
            if (isFirst && file.isStub && endsWith(part, "-stubs")) // PEP 561: stubs of a package that lies elsewhere
                part.remove_suffix(6);
            isFirst = false;
            append(component(part));
        }
    }
    if (!file.isPackage || dotted.empty())
        append(component(stem));
    const bool isTopLevelModule = !file.isPackage && dotted.find('.') == std::string::npos;
    file.package = isTopLevelModule ? std::string() : std::string(firstComponent(dotted));
    file.module = std::move(dotted);
    const bool isPrefixed = root != layout.prefixes.end() && !root->second.empty();
    file.importRoot = isPrefixed && folder.empty() ? parentsAbove(root->second) : std::string(folder);
}

} // namespace ferroscope::source
