// SPDX-FileCopyrightText: The Ferroscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
// Files as a tool outside spelled them (another root, an installed copy, another working directory) -> modules.
#pragma once

#include "core/graph/codebase.h"
#include <functional>
#include <string_view>
#include <unordered_map>

namespace ferroscope::evidence {

class PathMatch {
public:
    explicit PathMatch(const graph::Codebase& codebase);

    // The module whose path shares the longest end with `file`, if exactly one does. Certain when the shared part
    // holds the module's whole path or import name (at least two components); else `confirm` decides, which should
    // look whether the module has what the tool saw in the file. nullopt: none, or several.
    std::optional<graph::ModuleId> find(std::string_view file, const std::function<bool(graph::ModuleId)>& confirm) const;

private:
    struct Known {
        graph::ModuleId module = 0;
        std::vector<std::string> parts; // of the printable path, last first
        std::size_t importParts = 0; // how many of them the import name covers
    };
    std::vector<Known> m_known;
    std::unordered_map<std::string_view, std::vector<std::uint32_t>> m_byName; // file name -> m_known
};

} // namespace ferroscope::evidence
