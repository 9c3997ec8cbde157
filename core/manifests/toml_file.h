// SPDX-FileCopyrightText: The Ferroscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
// What the readers of TOML files share.
#pragma once

#include "core/manifests/manifest.h"
#include <toml++/toml.h>

namespace ferroscope::manifests {

using TomlNode = toml::node_view<const toml::node>;

// Calls back for a string or for every string of an array.
template <class Action> void eachString(TomlNode node, Action action)
{
    if (const auto* one = node.as_string())
        action(one->get());
    if (const toml::array* many = node.as_array()) {
        for (const toml::node& element : *many) {
            if (const auto* value = element.as_string())
                action(value->get());
        }
    }
}

inline std::string textAt(TomlNode node) { return node.value_or(std::string()); }

// Parses and calls `take(document)`; what is no TOML is said in manifest.problem.
template <class Action> void withToml(std::string_view text, Manifest& manifest, Action take)
{
    try {
        const toml::table document = toml::parse(text);
        take(document);
    } catch (const toml::parse_error& error) {
        manifest.problem = "not valid TOML in line " + std::to_string(error.source().begin.line) + ": "
            + std::string(error.description());
    } catch (const std::exception& error) {
        manifest.problem = std::string("not readable as TOML: ") + error.what();
    }
}

// The way Poetry, Pipenv and pixi write one requirement: "^1.2", { version = "^1.2" }, { git = "..." }, or a
// list of such, of which the first stands for all. "*" is no requirement.
std::string requirementIn(TomlNode value);

// A table of such requirements; "python" sets requiresPython.
void addRequirementTable(Manifest& manifest, const toml::table* table, bool development);

} // namespace ferroscope::manifests
