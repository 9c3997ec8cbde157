// SPDX-FileCopyrightText: The Ferroscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
// Where a result goes: stdout ("" or "-"), a file, or a folder that gets a file with a fixed name. A file is
// written beside its place and renamed, so a failed or interrupted export leaves the old one.
#pragma once

#include "core/base/result.h"
#include <functional>
#include <string>
#include <string_view>

namespace ferroscope::cli {

struct Target {
    std::string file; // "" = stdout
};

// `nameInFolder` is used when `option` is an existing folder. CannotWrite if the place cannot take a file: asked
// before the analysis, not after it.
Result<Target> targetOf(const std::string& option, const std::string& nameInFolder);

using Write = std::function<void(std::string_view)>;
// Calls `produce` once with a function that takes the bytes. A reader of stdout that went away is no error.
Result<void> writeTo(const Target& target, const std::function<void(const Write&)>& produce);

} // namespace ferroscope::cli
