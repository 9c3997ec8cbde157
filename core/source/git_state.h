// SPDX-FileCopyrightText: The Ferroscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
// The git state of a folder on disk. Read with libgit2; git itself is never run, and no hook, filter driver or
// configuration of the machine takes part.
#pragma once

#include "core/source/source_set.h"

namespace ferroscope::source {

// nullopt: in no work tree, no commit yet, or the commit does not hold the folder (it is ignored or untracked
// in a repository around it, whose state says nothing about it).
std::optional<GitState> gitState(const std::string& root);

} // namespace ferroscope::source
