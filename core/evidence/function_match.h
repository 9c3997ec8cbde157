// SPDX-FileCopyrightText: The Ferroscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
// A frame of a known module -> its function, by first line, current line and name (reference/metrics 3.1, 3.2).
#pragma once

#include "core/evidence/profiles/profile.h"
#include "core/graph/codebase.h"

namespace ferroscope::evidence {

// Lambdas and comprehensions belong to the function they stand in, class bodies and "<module>" to index 0.
// nullopt: the module has no such function, so the profile is of another version of the file.
std::optional<facts::FunctionIndex> matchFunction(const facts::FileFacts& facts, const ProfileEntry& entry);

} // namespace ferroscope::evidence
