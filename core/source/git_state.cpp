// SPDX-FileCopyrightText: The Ferroscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/source/git_state.h"

namespace ferroscope::source {

std::optional<GitState> gitState(const std::string&) { return std::nullopt; }

} // namespace ferroscope::source
