// SPDX-FileCopyrightText: The Ferroscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
// The readers, one per format. `path` is relative to the root and becomes Manifest::path. Pure, re-entrant.
#pragma once

#include "core/manifests/manifest.h"

namespace ferroscope::manifests {

enum class Format {
    None, Pyproject, SetupCfg, SetupPy, Requirements, Pipfile, PipfileLock,
    TomlLock, // poetry.lock, uv.lock, pdm.lock, pylock.toml and pylock.*.toml
    CondaEnvironment, // environment.yml and environment-*.yml, yaml or yml
    CondaRecipe, // meta.yaml, recipe.yaml
    CargoToml, CMake, Meson,
    CffiBuild, // a Python file whose name says that it builds a cffi module: build_*.py, *_build.py
};
// By the name and the folder alone.
Format formatOf(std::string_view path);
bool isRequirementsFile(std::string_view path); // requirements*.txt, *.in, and *.txt / *.in in a folder "requirements"
bool isLock(Format format);
// Says what is built, not what is needed.
bool isBuildFile(Format format);

Manifest read(Format format, std::string_view text, const std::string& path);

Manifest readPyproject(std::string_view text, const std::string& path);
Manifest readSetupCfg(std::string_view text, const std::string& path);
// setup.py by its syntax tree: the call of setup() with literals, and names bound once to literals at module
// level; anything computed is left out. ext_modules, cffi_modules and rust_extensions become natives. Also the
// build scripts of cffi (ffibuilder.set_source).
Manifest readSetupPy(std::string_view text, const std::string& path);
Manifest readPipfile(std::string_view text, const std::string& path);
Manifest readPipfileLock(std::string_view text, const std::string& path);
Manifest readTomlLock(std::string_view text, const std::string& path);
Manifest readCondaEnvironment(std::string_view text, const std::string& path);
Manifest readCondaRecipe(std::string_view text, const std::string& path);
Manifest readCargoToml(std::string_view text, const std::string& path);
// pybind11_add_module, nanobind_add_module, Python_add_library, python_add_library; variables are not followed.
Manifest readCMake(std::string_view text, const std::string& path);
// py.extension_module('_name', 'a.c', ...), in Meson's own language; variables are not followed.
Manifest readMeson(std::string_view text, const std::string& path);

} // namespace ferroscope::manifests
