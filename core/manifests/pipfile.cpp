// SPDX-FileCopyrightText: The Ferroscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
// Pipfile: Pipenv's tables of packages and the Python version.
#include "core/manifests/readers.h"

#include "core/manifests/toml_file.h"

namespace ferroscope::manifests {

Manifest readPipfile(std::string_view text, const std::string& path)
{
    Manifest manifest;
    manifest.path = path;
    withToml(text, manifest, [&](const toml::table& document) {
        // Every other table but these is a category of packages, which Pipenv installs only when asked to.
        for (const auto& [name, value] : document) {
            if (name.str() != "source" && name.str() != "requires" && name.str() != "scripts" && name.str() != "pipenv")
                addRequirementTable(manifest, value.as_table(), name.str() != "packages");
        }
        const TomlNode requires_ = document["requires"];
        for (const char* key : { "python_version", "python_full_version" }) {
            if (const auto* version = requires_[key].as_string(); version && manifest.requiresPython.empty())
                manifest.requiresPython = "==" + version->get() + (std::string_view(key) == "python_version" ? ".*" : "");
        }
    });
    return manifest;
}

} // namespace ferroscope::manifests
