// SPDX-FileCopyrightText: The Ferroscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
// Requirements: one line after PEP 508 and PEP 440, and files of them as pip reads them.
#pragma once

#include "core/manifests/manifest.h"

namespace ferroscope::manifests {

// "requests[socks] >=2.31,<3 ; python_version > '3.8'" -> {"requests", ">=2.31,<3"}; nullopt: names no distribution.
// declaredIn and development are left to the caller.
std::optional<Dependency> parseRequirement(std::string_view text);

struct RequirementsFile {
    std::vector<Dependency> dependencies; // declaredIn and development not set
    std::vector<std::string> includes; // -r, as written
    std::vector<std::string> constraints; // -c, as written
};

RequirementsFile readRequirements(std::string_view text);

} // namespace ferroscope::manifests
