// SPDX-FileCopyrightText: The Ferroscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/manifests/readers.h"

#include "core/base/text.h"
#include "core/manifests/requirements.h"
#include <algorithm>

namespace ferroscope::manifests {

namespace {

bool isYaml(std::string_view name) { return endsWith(name, ".yml") || endsWith(name, ".yaml"); }

Manifest readRequirementsManifest(std::string_view text, const std::string& path)
{
    Manifest manifest;
    manifest.path = path;
    RequirementsFile file = readRequirements(text);
    for (Dependency& dependency : file.dependencies) {
        dependency.declaredIn = path;
        manifest.dependencies.push_back(std::move(dependency));
    }
    return manifest;
}

} // namespace

bool isRequirementsFile(std::string_view path)
{
    const std::string name = lowerAscii(fileName(path));
    const bool hasEnding = endsWith(name, ".txt") || endsWith(name, ".in");
    return hasEnding && (name.find("requirements") != std::string::npos || fileName(folderOf(path)) == "requirements");
}

Format formatOf(std::string_view path)
{
    static constexpr std::pair<std::string_view, Format> names[] = { { "pyproject.toml", Format::Pyproject },
        { "setup.cfg", Format::SetupCfg }, { "setup.py", Format::SetupPy }, { "Pipfile", Format::Pipfile },
        { "Pipfile.lock", Format::PipfileLock }, { "poetry.lock", Format::TomlLock }, { "uv.lock", Format::TomlLock },
        { "pdm.lock", Format::TomlLock }, { "meta.yaml", Format::CondaRecipe }, { "recipe.yaml", Format::CondaRecipe },
        { "Cargo.toml", Format::CargoToml }, { "CMakeLists.txt", Format::CMake }, { "meson.build", Format::Meson } };
    const std::string_view name = fileName(path);
    for (const auto& [each, format] : names) {
        if (name == each)
            return format;
    }
    if (startsWith(name, "pylock.") && endsWith(name, "toml"))
        return Format::TomlLock;
    if (isYaml(name) && startsWith(name, "environment") && std::string_view(".-_").find(name[11]) != std::string_view::npos)
        return Format::CondaEnvironment;
    if (endsWith(name, ".py") && (endsWith(name, "_build.py") || startsWith(name, "build_") || name == "build.py"))
        return Format::CffiBuild;
    return isRequirementsFile(path) ? Format::Requirements : Format::None;
}

bool isLock(Format format) { return format == Format::TomlLock || format == Format::PipfileLock; }

bool isBuildFile(Format format)
{
    return format == Format::CargoToml || format == Format::CMake || format == Format::Meson || format == Format::CffiBuild;
}

Manifest read(Format format, std::string_view text, const std::string& path)
{
    if (startsWith(text, "\xEF\xBB\xBF"))
        text.remove_prefix(3);
    switch (format) {
    case Format::None:
        break;
    case Format::Pyproject:
        return readPyproject(text, path);
    case Format::SetupCfg:
        return readSetupCfg(text, path);
    case Format::SetupPy:
    case Format::CffiBuild:
        return readSetupPy(text, path);
    case Format::Requirements:
        return readRequirementsManifest(text, path);
    case Format::Pipfile:
        return readPipfile(text, path);
    case Format::PipfileLock:
        return readPipfileLock(text, path);
    case Format::TomlLock:
        return readTomlLock(text, path);
    case Format::CondaEnvironment:
        return readCondaEnvironment(text, path);
    case Format::CondaRecipe:
        return readCondaRecipe(text, path);
    case Format::CargoToml:
        return readCargoToml(text, path);
    case Format::CMake:
        return readCMake(text, path);
    case Format::Meson:
        return readMeson(text, path);
    }
    Manifest none;
    none.path = path;
    return none;
}

} // namespace ferroscope::manifests
