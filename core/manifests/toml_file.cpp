// SPDX-FileCopyrightText: The Ferroscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/manifests/toml_file.h"

namespace ferroscope::manifests {

std::string requirementIn(TomlNode value)
{
    const TomlNode node(value.is_array() && !value.as_array()->empty() ? TomlNode(value.as_array()->front()) : value);
    std::string requirement = node.value_or(node["version"].value_or(std::string()));
    for (const char* place : { "git", "url", "path", "file" }) {
        if (const auto* location = node[place].as_string())
            requirement = "@ " + location->get();
    }
    if (requirement == "*")
        requirement.clear();
    return requirement;
}

void addRequirementTable(Manifest& manifest, const toml::table* table, bool development)
{
    if (!table)
        return;
    for (const auto& [name, value] : *table) {
        std::string requirement = requirementIn(TomlNode(value));
        if (name.str() == "python") {
            if (manifest.requiresPython.empty())
                manifest.requiresPython = std::move(requirement);
            continue;
        }
        if (manifest.dependencies.size() < kMaxItems)
            manifest.dependencies.push_back({ std::string(name.str()), std::move(requirement), manifest.path, development });
    }
}

} // namespace ferroscope::manifests
